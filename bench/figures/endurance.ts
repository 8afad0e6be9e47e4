import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ask, drive, median, signIn } from '#bench/client.ts';
import { atMost, type Bench, type Figure } from '#bench/figures/bench.ts';
import { memoryOf, startProgram } from '#bench/process.ts';

/** Seconds from the start of the process to its first answer, database up and pages built. */
export async function measureStart(bench: Bench): Promise<Figure[]> {
  const seconds: number[] = [];
  for (let n = 0; n < 5; n++) {
    const server = await startProgram('bench/server.ts', bench.env, '/api/session');
    seconds.push(server.msToAnswer / 1000);
    await server.stop();
  }
  return [atMost('start', median(seconds), 2, 's', seconds.length)];
}

/** Resident memory 30 seconds after the start, and the most of it while 64 clients read and write. */
export async function measureMemory(bench: Bench): Promise<Figure[]> {
  const server = await startProgram('bench/server.ts', bench.env, '/api/session');
  try {
    await wait(30_000);
    const idle = memoryOf(server.child.pid ?? 0);
    let most = idle;
    const watch = setInterval(() => {
      most = Math.max(most, memoryOf(server.child.pid ?? 0));
    }, 100);
    const supervisor = await signIn(server.port, 'beban.penyelia', 64);
    await drive(64, 6000, (n) =>
      ask(supervisor, 'GET', n % 2 ? '/api/cases?scope=unit' : '/api/cases?scope=unit&order=changed'),
    );
    clearInterval(watch);
    return [atMost('idle-memory', idle, 200, 'MB', 1), atMost('load-memory', most, 350, 'MB', 6000)];
  } finally {
    await server.stop();
  }
}

const storm = 1000;

/** A thousand clients hang up in the middle of a request; then a normal request must answer within a second. */
export async function measureHangup(bench: Bench): Promise<Figure[]> {
  const officer = await signIn(bench.server.port, 'beban.lapangan');
  const head = `POST /api/encounters/record HTTP/1.1\r\nHost: 127.0.0.1:${bench.server.port}\r\nContent-Type: application/json\r\nCookie: ${officer.cookie}\r\nContent-Length: 900\r\n\r\n{"id":"`;
  const hangUp = () =>
    new Promise<void>((resolve) => {
      const socket = connect(bench.server.port, '127.0.0.1', () => {
        socket.write(head);
        setTimeout(() => {
          socket.destroy();
          resolve();
        }, 5);
      });
      socket.on('error', () => resolve());
    });
  for (let n = 0; n < storm; n += 100) await Promise.all(Array.from({ length: 100 }, hangUp));
  const reply = await ask(officer, 'GET', '/api/session');
  if (reply.status !== 200) throw new Error(`after the storm the server answers ${reply.status}`);
  return [atMost('hangup', reply.ms / 1000, 1, 's', storm)];
}
