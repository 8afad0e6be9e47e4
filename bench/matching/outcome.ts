import { informativeFields, type MatchIdentity } from '#persons/match/identity.ts';
import { queryOf } from '#persons/match/query-tokens.ts';
import { type Hint, scoreCandidates } from '#persons/match/score.ts';
import type { MatchField } from '#persons/rules.ts';
import type { Asking, Recorded } from './generator.ts';
import { benchKey, type MemoryRegister } from './memory-register.ts';

export const home = '13.71';

/** What came of one asking. */
export type Outcome = {
  readonly kind: Asking['kind'];
  readonly damaged: number;
  /** Informative fields that were typed and are on record: fewer than two decide nothing. */
  readonly shared: readonly MatchField[];
  /** Whether the officer typed enough to be answered at all. */
  readonly answered: boolean;
  /** Place of the true person among the hints, from 1; null when not among them. */
  readonly place: number | null;
  readonly candidates: number;
  readonly first: { readonly probability: number; readonly isTruth: boolean } | null;
  readonly milliseconds: number;
};

/** Asks once and looks where the true person came out. */
export function outcomeOf(asking: Asking, people: readonly Recorded[], memory: MemoryRegister): Outcome {
  const started = performance.now();
  const query = queryOf(asking.identity, benchKey, { home });
  const rows = query.decidable ? memory.candidates(query) : [];
  const hints = scoreCandidates(query, rows, memory.register(query));
  const truth = asking.truth === null ? null : String(asking.truth);
  const place = truth === null ? -1 : hints.findIndex(({ personId }) => personId === truth);
  const record = asking.truth === null ? null : people[asking.truth]?.identity;
  return {
    kind: asking.kind,
    damaged: asking.damaged.length,
    shared: record ? sharedFields(asking.identity, record) : [],
    answered: query.decidable,
    place: place < 0 ? null : place + 1,
    candidates: rows.length,
    first: firstOf(hints, truth),
    milliseconds: performance.now() - started,
  };
}

/** The informative fields both sides have. */
export function sharedFields(typed: MatchIdentity, record: MatchIdentity): readonly MatchField[] {
  const recorded = new Set(informativeFields(record, { home }));
  return informativeFields(typed, { home }).filter((field) => recorded.has(field));
}

function firstOf(hints: readonly Hint[], truth: string | null): Outcome['first'] {
  const [first] = hints;
  return first ? { probability: first.probability, isTruth: first.personId === truth } : null;
}
