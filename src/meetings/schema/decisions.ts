import { type Static, Type } from 'typebox';
import { Action } from '#meetings/schema/follow-up.ts';
import { aim, decisionIndicators, Measure } from '#meetings/schema/outcome.ts';
import { AreaCode, Instant, Nullable, OneOf, Prose, Reason, Uuid } from '#platform/schemas.ts';

export const decisionStates = ['draft', 'adopted', 'withdrawn'] as const;
export type DecisionState = (typeof decisionStates)[number];

const written = {
  agendaItemId: Nullable(Uuid),
  issue: Prose(1000, 3),
  decision: Prose(2000, 3),
  ...aim,
};

export const Decision = Type.Object({
  decisionId: Uuid,
  meetingId: Uuid,
  number: Type.Integer(),
  agendaItemId: Nullable(Uuid),
  issue: Type.String(),
  decision: Type.String(),
  state: OneOf(decisionStates),
  adoptedAt: Nullable(Instant),
  withdrawReason: Type.String(),
  indicator: Nullable(OneOf(decisionIndicators)),
  indicatorArea: Nullable(AreaCode),
  target: Nullable(Type.Number()),
  /** The figure as it stood when the decision was adopted. */
  before: Nullable(Measure),
  actions: Type.Array(Action),
  /** What still keeps it from being adopted, and whose actions lack what. */
  missing: Type.Array(
    Type.Object({ what: OneOf(['action', 'owner', 'day', 'dayGone'] as const), number: Type.String() }),
  ),
  version: Type.Integer(),
  abilities: Type.Array(Type.String()),
});
export type Decision = Static<typeof Decision>;
export const DecisionList = Type.Object({
  items: Type.Array(Decision),
  /** Whether the viewer may write a new one now. */
  mayWrite: Type.Boolean(),
});
export type DecisionList = Static<typeof DecisionList>;

export const WriteDecision = Type.Object(
  { decisionId: Uuid, meetingId: Uuid, ...written },
  { additionalProperties: false },
);
export type WriteDecision = Static<typeof WriteDecision>;
export const DecisionAct = Type.Object({ decisionId: Uuid }, { additionalProperties: false });
export const WithdrawDecision = Type.Object(
  { decisionId: Uuid, reason: Reason() },
  { additionalProperties: false },
);
export const DecisionChanged = Type.Object({
  decisionId: Uuid,
  state: OneOf(decisionStates),
  version: Type.Integer(),
});
export type DecisionChanged = Static<typeof DecisionChanged>;
