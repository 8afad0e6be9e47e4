import { hash, verify } from '@node-rs/argon2';
import { makeTurns, type Waiter } from '#agencies/session/turns.ts';

// OWASP's floor for Argon2id; one hash takes 19 MiB, so only a few may run at once or signing in becomes a way to stop the server.
// algorithm 2 is Argon2id: the library's own name for it is a const enum, which erasable TypeScript can't read.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const inTurn = makeTurns({ atOnce: 2, each: 20, lane: 200 });

/** Hashes a password that somebody chose who proved by a code whose account it is. */
export function hashPassword(password: string, username: string): Promise<string> {
  return inTurn({ from: username, known: true }, () => hash(password, cost));
}

// A hash of nothing anyone can type, so that an unknown user name takes as long as a wrong password.
const nobody = hash(`${Math.random()}${Date.now()}`, cost);

/** Whether a password fits; takes the same time when there is no such account. */
export function fitsPassword(password: string, stored: string | null, who: Waiter): Promise<boolean> {
  return inTurn(who, async () => {
    const fits = await verify(stored ?? (await nobody), password);
    return stored !== null && fits;
  });
}
