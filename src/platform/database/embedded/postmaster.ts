// One run of the PostgreSQL server, as our direct child: its exit event is the only thing that proves its end.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefusal } from '#platform/start-refusal.ts';
import type { DataFolder } from './folder.ts';
import type { ServerFiles } from './server-files.ts';

export type Postmaster = {
  readonly pid: number;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

const patience = { start: 600_000, slow: 5_000, fastStop: 60_000 } as const;

/** Starts the server and waits until it accepts connections; recovery after a crash may take a while. */
export async function startPostmaster(options: {
  data: DataFolder;
  server: ServerFiles;
  sayRecovering: () => void;
}): Promise<Postmaster> {
  const { data } = options;
  const child = spawnServer(options);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  failed.catch(() => undefined);
  const pid = child.pid ?? (await failed);
  const watcher = watchOver(pid, data);
  child.once('close', () => watcher.kill('SIGKILL'));

  const postmaster = { pid, ended, stop: () => stop(child, ended) };
  if (await becomesReady({ child, postgres: data.postgres, sayRecovering: options.sayRecovering }))
    return postmaster;
  await postmaster.stop();
  throw await failure(data);
}

// A group and session of its own: Ctrl-C and a signal to npm's group reach us alone, so requests can end before it does.
function spawnServer({ data, server }: { data: DataFolder; server: ServerFiles }): ChildProcess {
  const { runAs } = data.place;
  const log = join(data.log, 'start.log');
  rmSync(log, { force: true });
  const output = openSync(log, 'wx', 0o600);
  try {
    return spawn(join(server.folder, 'bin', 'postgres'), ['-D', data.postgres], {
      cwd: data.place.dataFolder,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', output, output],
      detached: true,
      ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
    });
  } finally {
    closeSync(output);
  }
}

// The system closes our end of this pipe however we end, SIGKILL included; the reader then stops the database cleanly.
function watchOver(pid: number, data: DataFolder): ChildProcess {
  const { runAs } = data.place;
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'rangkul-watch', String(pid)], {
    cwd: '/',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
  });
  watcher.on('error', () => undefined);
  watcher.stdin?.on('error', () => undefined);
  return watcher;
}

async function becomesReady(options: {
  child: ChildProcess;
  postgres: string;
  sayRecovering: () => void;
}): Promise<boolean> {
  const { child, postgres, sayRecovering } = options;
  const begun = Date.now();
  let said = false;
  while (Date.now() - begun < patience.start) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const lines = (await readFile(join(postgres, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true;
    if (!said && Date.now() - begun > patience.slow) {
      said = true;
      sayRecovering();
    }
    await pause(40);
  }
  return false;
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return ended;
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), patience.fastStop);
  await ended.finally(() => clearTimeout(timer));
}

/** Reads from the server's own words why it did not start. */
async function failure(data: DataFolder): Promise<StartRefusal> {
  const text = `${await newestLog(data.log)}\n${await readFile(join(data.log, 'start.log'), 'utf8').catch(() => '')}`;
  const folder = data.place.dataFolder;
  if (/No space left on device|Disk quota exceeded/.test(text)) {
    return new StartRefusal('disk-full', { folder, needed: 64, free: 0 });
  }
  const lines = text.match(/(?:PANIC|FATAL): .*/g) ?? [];
  const reason = lines.at(-1)?.replace(/\s+/g, ' ') ?? 'no reason given';
  return new StartRefusal('database-failed', { reason: reason.slice(0, 200), log: data.log });
}

async function newestLog(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('postgresql-'));
  const times = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  const newest = times.toSorted((a, b) => b.at - a.at)[0];
  if (!newest) return '';
  return (await readFile(join(folder, newest.name), 'utf8')).slice(-20_000);
}
