import { type Static, Type } from 'typebox';
import { Cursor, Instant, Line, Nullable, OneOf, Uuid } from '#platform/schemas.ts';
import { retentionRules } from '#retention/rules.ts';

const rule = OneOf(retentionRules.map((it) => it.rule));

export const RuleState = Type.Object({
  rule,
  months: Type.Integer(),
  /** False while it is the default that came with the city's folder. */
  setByCity: Type.Boolean(),
  since: Instant,
  lastRun: Nullable(Instant),
  done: Type.Integer(),
  held: Type.Integer(),
  dueSoon: Type.Integer(),
  doneInAll: Type.Integer(),
});
export type RuleState = Static<typeof RuleState>;

export const Hold = Type.Object({
  personId: Uuid,
  reference: Type.String(),
  reason: Type.String(),
  setAt: Instant,
  setBy: Type.String(),
});
export type Hold = Static<typeof Hold>;

export const RetentionReport = Type.Object({ rules: Type.Array(RuleState), holds: Type.Array(Hold) });
export type RetentionReport = Static<typeof RetentionReport>;

export const erasureRules = [
  'IDENTITY_WITHOUT_CASE',
  'CASE_AFTER_18',
  'ADULT_IN_OPERATION',
  'ON_REQUEST',
] as const;
export const Erased = Type.Object({ personId: Uuid, erasedAt: Instant, rule: OneOf(erasureRules) });
export type Erased = Static<typeof Erased>;
export const ErasedPage = Type.Object({ items: Type.Array(Erased), next: Nullable(Type.String()) });
export const ErasedQuery = Type.Object({ after: Type.Optional(Cursor) });

export const SetHold = Type.Object(
  { reference: Line(60, 3), reason: Line(500, 3) },
  { additionalProperties: false },
);
export const LiftHold = Type.Object(
  { personId: Uuid, reason: Line(500, 3) },
  { additionalProperties: false },
);
export const HeldPerson = Type.Object({ personId: Uuid });
