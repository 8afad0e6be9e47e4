import type { MatchField } from '../rules.ts';
import {
  type CandidateRow,
  type Comparison,
  comparerOf,
  type Register,
  type WordComparison,
  type WordField,
} from './compare.ts';
import type { MatchQuery } from './query-tokens.ts';
import {
  ageWeights,
  bands,
  highlightFrom,
  kinAgeWeights,
  kinPerPerson,
  marksWeights,
  nikWeights,
  originWeights,
  sexWeights,
  smallestShare,
  trustInTheSum,
  unknownPopulation,
  unknownShare,
  usualReturns,
  wordWeights,
} from './weights.ts';

export type Strength = 'weak' | 'likely' | 'veryLikely';

/** How one typed field compares: only fields the officer typed are ever spoken of. */
export type Agreement = 'yes' | 'near' | 'no' | 'notNoted';

export type Hint = {
  readonly personId: string;
  /** Bits for this person against a stranger. */
  readonly score: number;
  /** The chance that it is this person, given all candidates and that it may be somebody new. */
  readonly probability: number;
  readonly strength: Strength;
  readonly fields: Readonly<Partial<Record<MatchField, Agreement>>>;
  /** At most one candidate is put forward by itself. */
  readonly highlight: boolean;
};

/** The most likely candidates first, as many as asked for. Empty when too little was typed to tell anybody apart. */
export function scoreCandidates(
  query: MatchQuery,
  rows: readonly CandidateRow[],
  register: Register,
  atMost: number = rows.length,
): readonly Hint[] {
  if (!query.decidable) return [];
  const known =
    register.population > 0
      ? register
      : { population: unknownPopulation, shares: query.marks.map(() => unknownShare) };
  const comparisonOf = comparerOf(query, known);
  const weighed = rows.map((row) => {
    const comparison = comparisonOf(row);
    return { row, comparison, ...weigh(comparison, Math.max(smallestShare, 1 / known.population)) };
  });
  const chance = (bits: number) => 2 ** Math.min(200, bits);
  const mass = ({ score, kinBits }: (typeof weighed)[number]) =>
    chance(score) + (kinPerPerson / usualReturns) * chance(kinBits);
  const strangers = (known.population * (1 - usualReturns)) / usualReturns;
  const all = weighed.reduce((sum, one) => sum + mass(one), strangers);
  // A second record of one person is no rival of the first: whoever records a child twice would weaken every hint of it.
  const byId = new Map(weighed.map((one) => [one.row.personId, one]));
  const withoutRecordsOf = ({ oneWith = [] }: CandidateRow) =>
    oneWith.reduce((sum, id) => {
      const second = byId.get(id);
      return second ? sum - mass(second) : sum;
    }, all);
  return weighed
    .sort((a, b) => b.score - a.score || (a.row.personId < b.row.personId ? -1 : 1))
    .slice(0, atMost)
    .map(({ row, comparison, score }, place) => {
      const probability = chance(score) / withoutRecordsOf(row);
      return {
        personId: row.personId,
        score,
        probability,
        strength: strengthOf(probability),
        fields: explain(query, comparison),
        highlight: place === 0 && probability >= highlightFrom,
      };
    });
}

/** Three steps, from the chance that it is this person. */
export function strengthOf(probability: number): Strength {
  if (probability >= bands.veryLikely) return 'veryLikely';
  return probability >= bands.likely ? 'likely' : 'weak';
}

/** Bits for the same person, and bits for a brother or sister of this person, who shares the parents and the origin. */
function weigh(comparison: Comparison, least: number): { readonly score: number; readonly kinBits: number } {
  const { words, origin, sexAgrees, ageGap } = comparison;
  const named = words.name.agreed.length > 0;
  const rarity = (share: number) => -Math.log2(Math.min(1, Math.max(least, share)));
  const bits = (field: WordField, compared = words[field]) => wordBits(field, compared, rarity);
  const home = bits('mother') + bits('father') + originBits(origin, rarity);
  const sex = sexAgrees === null ? 0 : sexAgrees ? sexWeights.same : sexWeights.other;
  const age = ageGap === null ? 0 : stepOf(ageWeights, ageGap);
  const kinAge = ageGap === null ? 0 : stepOf(kinAgeWeights, ageGap);
  const own =
    bits('name') +
    bits('alias', named ? withoutEchoes(words.alias) : words.alias) +
    bits('companions') +
    sex +
    age;
  return {
    score: (own + home) * trustInTheSum + exactBits(comparison, rarity),
    kinBits: (home + kinAge) * trustInTheSum,
  };
}

/** A short name that only repeats the name it is made from tells nothing new. */
function withoutEchoes(alias: WordComparison): WordComparison {
  const told = alias.agreed.filter(({ closeness }) => closeness === 'same' || closeness === 'sound');
  return { ...alias, agreed: told };
}

type Rarity = (share: number) => number;

function wordBits(field: WordField, comparison: WordComparison, rarity: Rarity): number {
  if (!comparison.recorded) return 0;
  const weights = wordWeights[field];
  const agreed = comparison.agreed.reduce(
    (sum, { closeness, share }) => sum + Math.max(0, weights.agrees[closeness] + rarity(share)),
    0,
  );
  return agreed + comparison.against * weights.against + comparison.over * weights.over;
}

function originBits(origin: Comparison['origin'], rarity: Rarity): number {
  if (!origin.recorded) return 0;
  const agrees = origin.depth > 0 ? Math.max(0, originWeights.agrees + rarity(origin.share)) : 0;
  return agrees + (origin.differs ? originWeights.differs : 0);
}

function exactBits({ nik, marks }: Comparison, rarity: Rarity): number {
  const ofNik =
    nik.shares[0] === undefined ? (nik.recorded ? nikWeights.differs : 0) : nikWeights.agrees + 20;
  return ofNik + marks.shares.reduce((sum, share) => sum + marksWeights.agrees + rarity(share), 0);
}

function stepOf(steps: readonly number[], at: number): number {
  return steps[Math.min(at, steps.length - 1)] ?? 0;
}

/** Field by field how what was typed compares. */
export function explain(query: MatchQuery, comparison: Comparison): Hint['fields'] {
  return Object.fromEntries(query.typed.map((field) => [field, agreementOf(field, comparison)]));
}

function agreementOf(field: MatchField, comparison: Comparison): Agreement {
  switch (field) {
    case 'sex':
      return comparison.sexAgrees === null ? 'notNoted' : comparison.sexAgrees ? 'yes' : 'no';
    case 'age':
      if (comparison.ageGap === null) return 'notNoted';
      return comparison.ageGap === 0 ? 'yes' : comparison.ageGap <= 2 ? 'near' : 'no';
    case 'origin':
      if (!comparison.origin.recorded) return 'notNoted';
      if (comparison.origin.depth < 2) return 'no';
      return comparison.origin.differs ? 'near' : 'yes';
    case 'nik':
      return exactly(comparison.nik);
    case 'marks':
      return exactly(comparison.marks);
    default:
      return wordsAgree(comparison.words[field]);
  }
}

function exactly(comparison: Comparison['nik']): Agreement {
  if (comparison.shares.length > 0) return 'yes';
  return comparison.recorded ? 'no' : 'notNoted';
}

function wordsAgree({ agreed, against, recorded }: WordComparison): Agreement {
  if (!recorded) return 'notNoted';
  if (agreed.length === 0) return 'no';
  const heard = agreed.every(({ closeness }) => closeness === 'same' || closeness === 'sound');
  return heard && against === 0 ? 'yes' : 'near';
}
