import type { Closeness } from '../names/tokens.ts';
import type { WordField } from './compare.ts';

/**
 * Fellegi-Sunter weights in bits. `agrees` is log2 of the share of true pairs whose word agrees that closely;
 * the score takes off log2 of the share of the register that agrees by chance, so a rare name weighs more.
 * Source of every figure: counted by `bench/matching/learn.ts` on the generator, seeds 101 to 103, never on the seeds reported.
 */
export type WordWeights = {
  readonly agrees: Readonly<Record<Closeness, number>>;
  /** A typed and a recorded word that contradict each other. */
  readonly against: number;
  /** A word only one side has. */
  readonly over: number;
};

export const wordWeights = {
  name: {
    agrees: { same: -0.2, sound: -5, nickname: -8.3, slip: -3.6, consonants: -7.7, shortened: -8.2 },
    against: -6,
    over: -1,
  },
  alias: {
    agrees: { same: -1.4, sound: -5.7, nickname: -2.9, slip: -3.1, consonants: -5.1, shortened: -2.6 },
    against: -2.4,
    over: 0,
  },
  mother: {
    agrees: { same: -0.2, sound: -5.4, nickname: -9, slip: -3.1, consonants: -7.3, shortened: -9 },
    against: -6,
    over: -1.5,
  },
  father: {
    agrees: { same: -0.3, sound: -5.2, nickname: -9, slip: -3, consonants: -7.4, shortened: -9 },
    against: -6,
    over: -1.5,
  },
  companions: {
    agrees: { same: -0.6, sound: -5, nickname: -8, slip: -3.5, consonants: -7, shortened: -8 },
    against: -1.5,
    over: -0.5,
  },
} as const satisfies Record<WordField, WordWeights>;

/** Years between the ranges of birth; the last one is for more. */
export const ageWeights = [1.7, -0.2, -0.8, -1.9, -7] as const;

/** How much more often brothers and sisters have this age gap than strangers. */
export const kinAgeWeights = [0.9, 0.7, 0.5, 0.2, -1] as const;

export const sexWeights = { same: 0.8, other: -6.5 } as const;

export const originWeights = { agrees: -0.1, differs: -4.5 } as const;

export const nikWeights = { agrees: -0.1, differs: -4 } as const;

export const marksWeights = { agrees: -0.7 } as const;

/** No agreement says more than this: below it the register is too small to know how rare a word is. */
export const smallestShare = 0.0002;

/** Before the first nightly count. */
export const unknownPopulation = 5000;
export const unknownShare = 0.005;

/** Fields are not independent (a household shares them, an officer mishears all of them): the sum counts for less. */
export const trustInTheSum = 0.8;

/** How many askings are about somebody already in the register, and how many about a stranger's brother or sister. */
export const usualReturns = 0.2;
export const kinPerPerson = 0.2;

/** Steps of strength by the chance that it is this person. */
export const bands = { veryLikely: 0.8, likely: 0.3 } as const;

/** From this chance on one candidate is put forward by itself. */
export const highlightFrom = 0.92;
