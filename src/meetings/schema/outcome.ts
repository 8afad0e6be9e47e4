import { type Static, Type } from 'typebox';
import { AreaCode, Instant, Nullable, OneOf, Uuid } from '#platform/schemas.ts';

/** Figures of the board by which a decision can be held to what it promised. */
export const decisionIndicators = [
  'encounters',
  'new',
  'returned',
  'handover',
  'assessed',
  'referral',
] as const;
export type DecisionIndicator = (typeof decisionIndicators)[number];

/** A figure over some whole months: a count, a share (n of all), or a median of hours. */
export const Measure = Type.Object({
  value: Nullable(Type.Number()),
  n: Type.Integer(),
  of: Type.Integer(),
  /** First and last month, as 2026-08. */
  from: Type.String(),
  to: Type.String(),
});
export type Measure = Static<typeof Measure>;

export const verdicts = [
  'reached',
  'better',
  'same',
  'worse',
  'asElsewhere',
  'tooFew',
  'tooEarly',
  'noBefore',
] as const;
export type Verdict = (typeof verdicts)[number];

/** What a decision is measured by; all of it is frozen when it is adopted. */
export const aim = {
  indicator: Type.Optional(Nullable(OneOf(decisionIndicators))),
  /** A kecamatan or kelurahan; without it the whole city. Figures on care are the whole city's. */
  indicatorArea: Type.Optional(Nullable(AreaCode)),
  target: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 1_000_000 }))),
};

export const Outcome = Type.Object({
  decisionId: Uuid,
  number: Type.Integer(),
  decision: Type.String(),
  indicator: OneOf(decisionIndicators),
  indicatorArea: Nullable(AreaCode),
  target: Nullable(Type.Number()),
  adoptedAt: Nullable(Instant),
  before: Nullable(Measure),
  now: Measure,
  comparedWith: Nullable(OneOf(['elsewhere', 'yearBefore'] as const)),
  comparison: Nullable(Type.Object({ before: Measure, now: Measure })),
  verdict: OneOf(verdicts),
});
export type Outcome = Static<typeof Outcome>;
export const Outcomes = Type.Object({ items: Type.Array(Outcome) });
