import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { endGroup, type Program, startProgram, temporaryFolder } from '#test/processes.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function serveOn(options: { folder: string; port: number; answerAfter?: number }): Promise<Program> {
  const program = startProgram({
    name: 'serve-slowly.ts',
    args: [String(options.answerAfter ?? 0)],
    environment: { PORT: String(options.port), RANGKUL_DATA: options.folder },
  });
  await Promise.race([until(program, `Rangkul: http://localhost:${options.port}`), program.ended]);
  return program;
}

async function until(program: Program, text: string): Promise<void> {
  await expect.poll(() => program.output(), { timeout: 15_000, interval: 20 }).toContain(text);
}

function signalGroup(program: Program, signal: NodeJS.Signals): void {
  process.kill(-(program.child.pid ?? 0), signal);
}

test('a request under way is answered before Ctrl-C ends the server, however often npm repeats the signal', async () => {
  const folder = join(await temporaryFolder(), 'data');
  const port = await freePort();
  const program = await serveOn({ folder, port, answerAfter: 700 });
  const answer = fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
  await pause(200);

  signalGroup(program, 'SIGINT');
  signalGroup(program, 'SIGINT');
  program.child.kill('SIGINT');

  expect(await (await answer).text()).toBe('answered');
  expect(await program.ended).toBe(0);
});

test('another signal, later, ends the server at once, and the next start works', async () => {
  const folder = join(await temporaryFolder(), 'data');
  const port = await freePort();
  const program = await serveOn({ folder, port, answerAfter: 60_000 });
  fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
  await pause(100);
  signalGroup(program, 'SIGTERM');
  await pause(1200);

  signalGroup(program, 'SIGTERM');

  expect(await program.ended).toBe(130);
  expect((await serveOn({ folder, port })).output()).toContain(`Rangkul: http://localhost:${port}`);
});

test('a signal during the first start stops what was begun', async () => {
  const folder = join(await temporaryFolder(), 'data');
  const program = startProgram({
    name: 'serve-slowly.ts',
    environment: { PORT: String(await freePort()), RANGKUL_DATA: folder },
  });
  await until(program, 'Making the database');

  signalGroup(program, 'SIGTERM');

  expect(await program.ended).toBe(0);
  expect(program.output()).not.toContain('http://');
});

test('killed with its whole group, it starts again by itself', async () => {
  const folder = join(await temporaryFolder(), 'data');
  const port = await freePort();
  const program = await serveOn({ folder, port });
  await endGroup(program.child, program.ended);

  await serveOn({ folder, port });

  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('answered');
});

test('a taken port is one clear line, before a data folder is made', async () => {
  const parent = await temporaryFolder();
  const folder = join(parent, 'data');
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    other.close();
  });

  const program = await serveOn({ folder, port });

  expect(await program.ended).toBe(1);
  expect(program.output().trim().split('\n')).toEqual([
    `Port ${port} is taken, perhaps by a Rangkul that already runs: stop it, or choose another port, for example PORT=${port + 1} npm start.`,
  ]);
});

test('the same line in Indonesian for an Indonesian computer', async () => {
  const program = startProgram({
    name: 'serve-slowly.ts',
    environment: { PORT: 'delapan', LANG: 'id_ID.UTF-8' },
  });

  expect(await program.ended).toBe(1);
  expect(program.output()).toBe(
    'Pengaturan PORT tidak dapat dipakai (delapan): isi angka dari 1 sampai 65535.\n',
  );
});
