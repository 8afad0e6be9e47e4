import { type Closeness, closeness } from '../names/tokens.ts';
import type { MatchField } from '../rules.ts';
import type { MatchQuery } from './query-tokens.ts';

/** What the database says of one candidate: which asked marks agree, and how coarse facts compare. No name, no value. */
export type CandidateRow = {
  readonly personId: string;
  /** The asked marks that are in the person's signature. */
  readonly agrees: readonly number[];
  /** Null when one of the two is not known. */
  readonly sexAgrees: boolean | null;
  /** Whole years between the two ranges of birth, 0 when they meet; null when one is not known. */
  readonly ageGap: number | null;
  /** The candidates whose record is joined with this one, or of which a supervisor is asked whether they are this one. */
  readonly oneWith?: readonly string[];
};

const dayLong = 86_400_000;

/** Whole years between two ranges of birth, each by the first moment of its first and its last day; 0 when they meet. */
export function yearsApart(
  one: { readonly from: number; readonly to: number },
  other: { readonly from: number; readonly to: number },
): number {
  const apart = Math.max(0, other.from - one.to, one.from - other.to) / dayLong;
  return Math.min(99, Math.ceil(apart / 365.25));
}

/** What is known of the register as a whole: how many are in it, and which share of them has each asked mark. */
export type Register = { readonly population: number; readonly shares: readonly number[] };

export type WordField = 'name' | 'alias' | 'mother' | 'father' | 'companions';

export type AgreedWord = { readonly closeness: Closeness; readonly share: number };

export type WordComparison = {
  /** The typed words that agree, each with its closest and rarest agreement. */
  readonly agreed: readonly AgreedWord[];
  /** Typed words and recorded words that agree with none of the other side: they contradict each other. */
  readonly against: number;
  /** Words only one side has. */
  readonly over: number;
  /** False when the person has nothing of this field on record. */
  readonly recorded: boolean;
};

export type OriginComparison = {
  /** How many levels agree, widest first; 0 for none. */
  readonly depth: number;
  readonly share: number;
  /** A level both have and that differs. */
  readonly differs: boolean;
  readonly recorded: boolean;
};

export type ExactComparison = { readonly shares: readonly number[]; readonly recorded: boolean };

export type Comparison = {
  readonly words: Readonly<Record<WordField, WordComparison>>;
  readonly origin: OriginComparison;
  readonly nik: ExactComparison;
  readonly marks: ExactComparison;
  readonly sexAgrees: boolean | null;
  readonly ageGap: number | null;
};

/** Reads the agreeing marks of one candidate field by field. */
export function compare(query: MatchQuery, row: CandidateRow, register: Register): Comparison {
  return comparerOf(query, register)(row);
}

/** The same for many candidates of one query: what the query means is worked out once. */
export function comparerOf(query: MatchQuery, register: Register): (row: CandidateRow) => Comparison {
  const meant = new Map<number, Agreement[]>();
  for (const [at, asked] of query.asked.entries()) {
    const agreement = { ...asked, share: register.shares[at] ?? 0, rank: rank[asked.closeness] };
    const others = meant.get(asked.mark);
    if (others) others.push(agreement);
    else meant.set(asked.mark, [agreement]);
  }
  const askedLevels = query.asked.filter((mark) => mark.field === 'origin' && mark.word >= 0).length;
  return (row) => {
    const agrees: Partial<Record<MatchField, Agreement[]>> = {};
    for (const mark of row.agrees)
      for (const agreement of meant.get(mark) ?? none) {
        const others = agrees[agreement.field];
        if (others) others.push(agreement);
        else agrees[agreement.field] = [agreement];
      }
    const words = (field: WordField) => compareWords(agrees[field] ?? none, query.wordCounts[field] ?? 0);
    return {
      words: {
        name: words('name'),
        alias: words('alias'),
        mother: words('mother'),
        father: words('father'),
        companions: words('companions'),
      },
      origin: compareOrigin(agrees.origin ?? none, askedLevels),
      nik: compareExactly(agrees.nik ?? none),
      marks: compareExactly(agrees.marks ?? none),
      sexAgrees: row.sexAgrees,
      ageGap: row.ageGap,
    };
  };
}

type Agreement = MatchQuery['asked'][number] & { readonly share: number; readonly rank: number };

const none: readonly Agreement[] = [];
const rank = Object.fromEntries(closeness.map((one, at) => [one, at])) as Record<Closeness, number>;

function compareWords(agreements: readonly Agreement[], typed: number): WordComparison {
  // By the place of the word among the typed ones.
  const best: Agreement[] = [];
  let recordedWords = 0;
  for (const agreement of agreements) {
    if (agreement.word < 0) {
      recordedWords = Math.max(recordedWords, agreement.level);
      continue;
    }
    const before = best[agreement.word];
    if (!before || closer(agreement, before)) best[agreement.word] = agreement;
  }
  const agreed: AgreedWord[] = [];
  for (const one of best) if (one) agreed.push(one);
  const typedAlone = typed - agreed.length;
  const recordedAlone = Math.max(0, recordedWords - agreed.length);
  const against = Math.min(typedAlone, recordedAlone);
  return {
    agreed,
    against,
    over: Math.max(typedAlone, recordedAlone) - against,
    recorded: recordedWords > 0,
  };
}

function closer(one: Agreement, other: Agreement): boolean {
  return one.rank < other.rank || (one.rank === other.rank && one.share < other.share);
}

function compareOrigin(agreements: readonly Agreement[], asked: number): OriginComparison {
  if (agreements.length === 0) return { depth: 0, share: 1, differs: false, recorded: false };
  const levels = agreements.filter((mark) => mark.word >= 0);
  const recordedDepth = agreements.find((mark) => mark.word < 0)?.level ?? 0;
  const deepest = levels.reduce<Agreement | null>((a, b) => (a && a.level > b.level ? a : b), null);
  const depth = deepest?.level ?? 0;
  return {
    depth,
    share: deepest?.share ?? 1,
    differs: depth < Math.min(asked, recordedDepth),
    recorded: recordedDepth > 0,
  };
}

const notRecorded: ExactComparison = { shares: [], recorded: false };

function compareExactly(agreements: readonly Agreement[]): ExactComparison {
  if (agreements.length === 0) return notRecorded;
  return {
    shares: agreements.filter((mark) => mark.word >= 0).map((mark) => mark.share),
    recorded: agreements.some((mark) => mark.word < 0),
  };
}
