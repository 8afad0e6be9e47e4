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
};

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

/** The same for many candidates of one query. */
export function comparerOf(query: MatchQuery, register: Register): (row: CandidateRow) => Comparison {
  const meant = new Map<number, Agreement[]>();
  for (const [at, asked] of query.asked.entries()) {
    const agreement = { ...asked, share: register.shares[at] ?? 0 };
    const others = meant.get(asked.mark);
    if (others) others.push(agreement);
    else meant.set(asked.mark, [agreement]);
  }
  const askedLevels = query.asked.filter((mark) => mark.field === 'origin' && mark.word >= 0).length;
  return (row) => {
    const byField = new Map<MatchField, Agreement[]>();
    for (const mark of row.agrees) {
      for (const agreement of meant.get(mark) ?? []) {
        const others = byField.get(agreement.field);
        if (others) others.push(agreement);
        else byField.set(agreement.field, [agreement]);
      }
    }
    const of = (field: MatchField) => byField.get(field) ?? [];
    const words = (field: WordField) => compareWords(of(field), query.wordCounts[field] ?? 0);
    return {
      words: {
        name: words('name'),
        alias: words('alias'),
        mother: words('mother'),
        father: words('father'),
        companions: words('companions'),
      },
      origin: compareOrigin(of('origin'), askedLevels),
      nik: compareExactly(of('nik')),
      marks: compareExactly(of('marks')),
      sexAgrees: row.sexAgrees,
      ageGap: row.ageGap,
    };
  };
}

type Agreement = MatchQuery['asked'][number] & { readonly share: number };

const rank = new Map(closeness.map((one, at) => [one, at]));

function compareWords(agreements: readonly Agreement[], typed: number): WordComparison {
  const best = new Map<number, Agreement>();
  let recordedWords = 0;
  for (const agreement of agreements) {
    if (agreement.word < 0) {
      recordedWords = Math.max(recordedWords, agreement.level);
      continue;
    }
    const before = best.get(agreement.word);
    if (!before || closer(agreement, before)) best.set(agreement.word, agreement);
  }
  const agreed = [...best.values()].map((one) => ({ closeness: one.closeness, share: one.share }));
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
  const by = (rank.get(one.closeness) ?? 9) - (rank.get(other.closeness) ?? 9);
  return by < 0 || (by === 0 && one.share < other.share);
}

function compareOrigin(agreements: readonly Agreement[], asked: number): OriginComparison {
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

function compareExactly(agreements: readonly Agreement[]): ExactComparison {
  return {
    shares: agreements.filter((mark) => mark.word >= 0).map((mark) => mark.share),
    recorded: agreements.some((mark) => mark.word < 0),
  };
}
