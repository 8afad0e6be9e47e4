// A database whose Rangkul was killed may still run. It is stopped cleanly before the next one starts.
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartRefusal } from '#platform/start-refusal.ts';
import { databasePort } from './settings.ts';

const patience = { fast: 30_000, immediate: 10_000 } as const;

/**
 * Stops what still runs in this PostgreSQL folder. Called only while we hold the folder's lock, so whatever runs there
 * has lost its Rangkul.
 */
export async function stopOrphan(
  { postgres, sockets }: { postgres: string; sockets: string },
  say: () => void,
): Promise<void> {
  const folder = await realpath(postgres).catch(() => postgres);
  const pid = await recordedPid(postgres);
  const running = () => processesIn(folder, pid);
  const found = await running();
  if (found.length > 0) {
    say();
    // One that was only just starting has not written its number yet: it is the first that works in the folder.
    const first = pid ?? Math.min(...found);
    await stopAndWait({ pid: first, signal: 'SIGINT', running, limit: patience.fast });
    await stopAndWait({ pid: first, signal: 'SIGQUIT', running, limit: patience.immediate });
    if ((await running()).length > 0)
      throw new StartRefusal('database-still-stopping', { folder: postgres, pid: first });
  }
  // What is left names a dead process, a zombie nobody collects, or a stranger with its number: each would make
  // PostgreSQL refuse, and nothing of its own runs in this folder any more.
  await rm(join(postgres, 'postmaster.pid'), { force: true });
  for (const left of ['', '.lock'])
    await rm(join(sockets, `.s.PGSQL.${databasePort}${left}`), { force: true });
}

type Wait = {
  pid: number;
  signal: NodeJS.Signals;
  running: () => Promise<number[]>;
  limit: number;
};

async function stopAndWait({ pid, signal, running, limit }: Wait): Promise<void> {
  const until = Date.now() + limit;
  if ((await running()).includes(pid)) process.kill(pid, signal);
  while (Date.now() < until && (await running()).length > 0) await pause(100);
}

async function recordedPid(postgres: string): Promise<number | undefined> {
  const text = await readFile(join(postgres, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return pid > 1 ? pid : undefined;
}

// Every PostgreSQL process works inside its data folder. A dead postmaster's children may outlive it for a moment.
async function processesIn(postgres: string, pid: number | undefined): Promise<number[]> {
  if (process.platform !== 'linux') return pid && (await startedWith(pid, postgres)) ? [pid] : [];
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const here = await Promise.all(numbers.map((number) => isPostgresIn(postgres, number)));
  return numbers.filter((_, at) => here[at]).map(Number);
}

// A zombie has no folder, another user's process shows none, and a shell that stands there is not PostgreSQL.
async function isPostgresIn(folder: string, number: string): Promise<boolean> {
  const place = await readlink(`/proc/${number}/cwd`).catch(() => '');
  if (place !== folder) return false;
  const name = await readFile(`/proc/${number}/comm`, 'utf8').catch(() => '');
  return name.trim() === 'postgres';
}

async function startedWith(pid: number, postgres: string): Promise<boolean> {
  const asked = promisify(execFile)('ps', ['-o', 'stat=,command=', '-p', String(pid)]);
  const text = await asked.then((done) => done.stdout.trim()).catch(() => '');
  return !text.startsWith('Z') && text.includes(postgres);
}
