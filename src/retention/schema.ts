import { type Static, Type } from 'typebox';
import { Cursor, Day, Instant, Line, Nullable, OneOf, Reason, Uuid } from '#platform/schemas.ts';
import { retentionRules } from '#retention/rules.ts';

const rule = OneOf(retentionRules.map((it) => it.rule));

/** How long what is kept, as the city set it from a day on. */
export const Term = Type.Object({
  validFrom: Day,
  months: Type.Integer(),
  basis: Type.String(),
  setBy: Type.String(),
  setAt: Instant,
});
export type Term = Static<typeof Term>;

export const RuleState = Type.Object({
  rule,
  /** What holds today. */
  months: Type.Integer(),
  /** False while it is the default that came with the city's folder. */
  setByCity: Type.Boolean(),
  since: Day,
  /** What came with the city's folder, and the bounds of what the city may set. */
  byDefault: Type.Integer(),
  least: Type.Integer(),
  most: Type.Integer(),
  /** Everything the city has set, the newest day first; a day to come is not yet in force. */
  terms: Type.Array(Term),
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

export const RulesInForce = Type.Object({ rules: Type.Array(RuleState) });
export type RulesInForce = Static<typeof RulesInForce>;

export const SetTerm = Type.Object(
  { rule, months: Type.Integer({ minimum: 0, maximum: 120 }), validFrom: Day, basis: Line(300, 3) },
  { additionalProperties: false },
);
export const TermSet = Type.Object({ rule, months: Type.Integer(), validFrom: Day });

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
  { reference: Line(60, 3), reason: Reason() },
  { additionalProperties: false },
);
export const LiftHold = Type.Object({ personId: Uuid, reason: Reason() }, { additionalProperties: false });
export const HeldPerson = Type.Object({ personId: Uuid });

export const askers = ['SUBJECT', 'GUARDIAN'] as const;
const requestState = OneOf(['waiting', 'approved', 'refused', 'done']);

export const AskErasure = Type.Object(
  { requestId: Uuid, reference: Line(60, 3), askedFor: OneOf(askers), reason: Reason() },
  { additionalProperties: false },
);
export const DecideErasure = Type.Object(
  { requestId: Uuid, carryOut: Type.Boolean(), reason: Reason() },
  { additionalProperties: false },
);
export const ErasureDecided = Type.Object({ requestId: Uuid, personId: Uuid, state: requestState });

export const ErasureRequest = Type.Object({
  requestId: Uuid,
  reference: Type.String(),
  askedFor: OneOf(askers),
  reason: Type.String(),
  state: requestState,
  decidingAgency: Type.String(),
  askedAt: Instant,
  askedBy: Type.String(),
  decidedAt: Nullable(Instant),
  decidedBy: Nullable(Type.String()),
  decisionReason: Type.String(),
  doneAt: Nullable(Instant),
  /** What stands against it now, as the one who decides may know. */
  obstacle: Nullable(OneOf(['held', 'in-custody', 'case-open'])),
});
export type ErasureRequest = Static<typeof ErasureRequest>;
export const ErasureRequests = Type.Object({
  items: Type.Array(ErasureRequest),
  next: Nullable(Type.String()),
});
