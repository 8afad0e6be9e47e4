// Programs started by tests, in folders of their own; whatever a test leaves running is ended after it.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { inProject, projectFolder } from '#platform/project.ts';

export type Program = {
  readonly child: ChildProcess;
  /** The first line on its standard output; empty when it ended without one. */
  readonly firstLine: Promise<string>;
  readonly output: () => string;
  readonly ended: Promise<number | NodeJS.Signals | null>;
};

/** A new folder that the database's user can reach, removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rangkul-test-'));
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Starts one of test/programs in a process group of its own, as a terminal would. */
export function startProgram(run: {
  name: string;
  args?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  user?: { uid: number; gid: number };
  /** Whoever starts it ends it. */
  outlivesTest?: boolean;
}): Program {
  const child = spawn(process.execPath, [inProject('test', 'programs', run.name), ...(run.args ?? [])], {
    cwd: projectFolder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin', ...run.environment },
    ...run.user,
  });
  let output = '';
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  const firstLine = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      if (/\n/.test(`${chunk}`)) resolve(`${chunk}`.split('\n')[0] ?? '');
    });
    child.once('close', () => resolve(''));
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  if (!run.outlivesTest) onTestFinished(() => endGroup(child, ended));
  return { child, firstLine, output: () => output, ended };
}

/** Ends a program and its process group at once, as the system does when memory runs out. */
export async function endGroup(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {}
  await ended;
}
