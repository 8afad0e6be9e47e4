import type { Keys } from '#platform/keys/ring.ts';

/** What commands and queries may use of the outside besides their transaction. */
export type World = {
  readonly keys: Keys;
  readonly now: () => Date;
};
