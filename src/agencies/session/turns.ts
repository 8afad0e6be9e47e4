// Whose password is hashed next. A hash takes 19 MiB and a core, so few run at once; who floods waits behind himself.
import { problem } from '#platform/problems.ts';

/** Who waits: devices known to their account have a lane of their own, so that strangers can't fill it. */
export type Waiter = { readonly from: string; readonly known: boolean };

type Bounds = {
  readonly atOnce: number;
  /** How many of one address may wait. */
  readonly each: number;
  /** How many may wait in a lane. */
  readonly lane: number;
};
type Waiting = { readonly go: () => void; readonly refuse: (error: Error) => void };
type Lane = Map<string, Waiting[]>;

/**
 * Runs work a few at a time. The two lanes take turns, and in a lane the addresses do; in a full lane the address with
 * the longest queue makes room for one that has none yet.
 */
export function makeTurns({ atOnce, each, lane: most }: Bounds) {
  const lanes: [Lane, Lane] = [new Map(), new Map()];
  let running = 0;
  let turn = 0;

  const wait = (who: Waiter): Promise<void> => {
    const lane = lanes[who.known ? 0 : 1];
    const queue = lane.get(who.from) ?? [];
    if (queue.length >= each || (lengthOf(lane) >= most && !makeRoom(lane, queue)))
      throw problem('busy-try-again');
    return new Promise<void>((go, refuse) => {
      queue.push({ go, refuse });
      lane.set(who.from, queue);
    });
  };
  const next = (): Waiting | undefined => {
    turn = 1 - turn;
    return takeFrom(lanes[turn === 0 ? 0 : 1]) ?? takeFrom(lanes[turn === 0 ? 1 : 0]);
  };
  return async function inTurn<T>(who: Waiter, work: () => Promise<T>): Promise<T> {
    // The place of who ends is handed to who is next, so `running` stays as it is.
    if (running >= atOnce) await wait(who);
    else running++;
    try {
      return await work();
    } finally {
      const follower = next();
      if (follower) follower.go();
      else running--;
    }
  };
}

function lengthOf(lane: Lane): number {
  return [...lane.values()].reduce((sum, queue) => sum + queue.length, 0);
}

function makeRoom(lane: Lane, newcomer: readonly Waiting[]): boolean {
  const longest = [...lane.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  if (longest.length <= newcomer.length + 1) return false;
  longest.pop()?.refuse(problem('busy-try-again'));
  return true;
}

// The address goes to the end of its lane: a Map keeps the order in which keys were set.
function takeFrom(lane: Lane): Waiting | undefined {
  const [first] = lane;
  if (!first) return undefined;
  const [from, queue] = first;
  const taken = queue.shift();
  lane.delete(from);
  if (queue.length > 0) lane.set(from, queue);
  return taken;
}
