import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { ask, clientOn } from '#bench/client.ts';

export type Started = {
  readonly child: ChildProcess;
  readonly port: number;
  readonly msToAnswer: number;
  readonly stop: () => Promise<void>;
};

/** Starts a program of the bench and waits for its first answer. */
export async function startProgram(
  file: string,
  env: Record<string, string>,
  path: string,
): Promise<Started> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const started = performance.now();
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env, BENCH_PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const client = clientOn(port, 1);
  for (;;) {
    const reply = await ask(client, 'GET', path).catch(() => null);
    if (reply) break;
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}`);
    await wait(20);
  }
  const msToAnswer = performance.now() - started;
  const stop = async () => {
    client.agent.destroy();
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  };
  return { child, port, msToAnswer, stop };
}

/** Resident memory of a process in megabytes. */
export function memoryOf(pid: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) / 1024;
}

const ticksPerSecond = 100;

/** CPU seconds used so far by a process and, when asked, everything below it. */
export function cpuOf(pid: number, withChildren: boolean): number {
  const pids = withChildren ? [pid, ...below(pid)] : [pid];
  return pids.reduce((sum, it) => sum + cpuOfOne(it), 0);
}

function statOf(pid: number | string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  } catch {
    return [];
  }
}

function cpuOfOne(pid: number): number {
  const fields = statOf(pid);
  // user, system, and the same of children that have ended (a backend that left took its time with it)
  return [11, 12, 13, 14].reduce((sum, n) => sum + Number(fields[n] ?? 0), 0) / ticksPerSecond;
}

function below(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(name)[1] === String(pid))
    .flatMap((name) => [Number(name), ...below(Number(name))]);
}
