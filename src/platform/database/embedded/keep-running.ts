import { setTimeout as pause } from 'node:timers/promises';
import type { Postmaster } from './postmaster.ts';

export type Kept = { stop(): Promise<void>; readonly ended: Promise<void> };

const restarts = { most: 5, within: 600_000, wait: 200 } as const;

/** Keeps the server running: one that dies is started again, unless it dies too often to be of use. */
export async function keepRunning(options: {
  start: () => Promise<Postmaster>;
  sayAgain: () => void;
}): Promise<Kept> {
  let current = await options.start();
  let stopping = false;
  const times: number[] = [];

  async function follow(): Promise<void> {
    while (true) {
      await current.ended;
      if (stopping || diesTooOften(times)) return;
      options.sayAgain();
      await pause(restarts.wait);
      if (stopping) return;
      current = await options.start();
      if (stopping) await current.stop();
    }
  }

  const ended = follow().catch(() => undefined);
  const stop = async () => {
    stopping = true;
    await current.stop();
    await ended;
  };
  return { stop, ended };
}

function diesTooOften(times: number[]): boolean {
  const now = Date.now();
  times.push(now);
  return times.filter((time) => now - time < restarts.within).length > restarts.most;
}
