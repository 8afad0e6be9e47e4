import { hash, verify } from '@node-rs/argon2';
import { problem } from '#platform/problems.ts';

// OWASP's floor for Argon2id; one hash takes 19 MiB, so only a few may run at once or signing in becomes a way to stop the server.
// algorithm 2 is Argon2id: the library's own name for it is a const enum, which erasable TypeScript can't read.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const atOnce = 2;
const queueLimit = 40;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= queueLimit) throw problem('busy-try-again');
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** Hashes a password; two at a time at most, the rest wait in turn. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

// A hash of nothing anyone can type, so that an unknown user name takes as long as a wrong password.
const nobody = hash(`${Math.random()}${Date.now()}`, cost);

/** Whether a password fits; takes the same time when there is no such account. */
export function fitsPassword(password: string, stored: string | null): Promise<boolean> {
  return inTurn(async () => {
    const fits = await verify(stored ?? (await nobody), password);
    return stored !== null && fits;
  });
}
