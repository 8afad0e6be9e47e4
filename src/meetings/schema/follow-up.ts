import { type Static, Type } from 'typebox';
import { FileItem, sentFile } from '#platform/files/schema.ts';
import {
  AreaCode,
  Code,
  Cursor,
  Day,
  Instant,
  Line,
  Nullable,
  OneOf,
  Prose,
  Reason,
  Uuid,
} from '#platform/schemas.ts';

export const actionStates = ['not_started', 'in_progress', 'done', 'stuck', 'cancelled'] as const;
export type ActionState = (typeof actionStates)[number];
/** What the owner says of an action; only the host of its meeting cancels one. */
export const reportedStates = ['not_started', 'in_progress', 'stuck', 'done'] as const;
export type ReportedState = (typeof reportedStates)[number];

export const actionStandings = ['host', 'owner', 'supporter', 'reader'] as const;
/** What a viewer is to an action: of who called the meeting, of who does it, of who helps, or one of its readers. */
export type ActionStanding = (typeof actionStandings)[number];

/** Everything of an action but what its owner reported. Owner and day may be missing only in a draft. */
const asked = {
  what: Prose(1000, 3),
  responsibleAgency: Nullable(Code),
  supporters: Type.Array(Code, { maxItems: 20, uniqueItems: true }),
  place: Line(200),
  areaCode: Nullable(AreaCode),
  startsOn: Nullable(Day),
  dueOn: Nullable(Day),
  funds: Line(200),
  output: Line(300),
  target: Line(200),
  evidenceAsked: Line(300),
};

/** One line of the follow-up matrix. */
export const Action = Type.Object({
  actionId: Uuid,
  decisionId: Uuid,
  meetingId: Uuid,
  /** As it is cited: of the third decision the second action is 3.2. */
  number: Type.String(),
  ...asked,
  decision: Type.String(),
  state: OneOf(actionStates),
  progress: Type.Integer(),
  obstacle: Type.String(),
  updatedAt: Nullable(Instant),
  adopted: Type.Boolean(),
  /** How far up it was raised: 1 Kabag Kesra, 2 Asisten, 3 Sekda. */
  escalated: Type.Integer(),
  closedAt: Nullable(Instant),
  late: Type.Boolean(),
  version: Type.Integer(),
});
export type Action = Static<typeof Action>;

export const actionViews = ['open', 'late', 'stuck', 'done', 'cancelled', 'all'] as const;
export type ActionView = (typeof actionViews)[number];
/** Whose actions: those the own agency does, those it supports, or all that are open to it. */
export const actionSides = ['own', 'supported', 'all'] as const;
export type ActionSide = (typeof actionSides)[number];
export const ActionListQuery = Type.Object({
  show: Type.Optional(OneOf(actionViews)),
  whose: Type.Optional(OneOf(actionSides)),
  agency: Type.Optional(Code),
  after: Type.Optional(Cursor),
});
export type ActionListQuery = Static<typeof ActionListQuery>;

/** How many are open and late of those that are asked for; counted up to a hundred. */
export const ActionCounts = Type.Object({ open: Type.Integer(), late: Type.Integer() });
export type ActionCounts = Static<typeof ActionCounts>;
export const ActionList = Type.Object({
  items: Type.Array(Action),
  next: Nullable(Type.String()),
  counts: ActionCounts,
});

export const ActionUpdate = Type.Object({
  updateId: Uuid,
  state: OneOf(actionStates),
  progress: Type.Integer(),
  text: Type.String(),
  obstacle: Type.String(),
  agencyCode: Code,
  by: Nullable(Type.String()),
  at: Instant,
});
export type ActionUpdate = Static<typeof ActionUpdate>;

export const ActionRecord = Type.Object({
  action: Action,
  issue: Type.String(),
  /** Absent for an agency that owns an action of a meeting to which it was not invited. */
  meeting: Nullable(
    Type.Object({ meetingId: Uuid, title: Type.String(), startsAt: Instant, invented: Type.Boolean() }),
  ),
  updates: Type.Array(ActionUpdate),
  escalations: Type.Array(Type.Object({ level: Type.Integer(), at: Instant, daysLate: Type.Integer() })),
  /** The meetings that had it before them again, and how it stood then. */
  carried: Type.Array(
    Type.Object({
      meetingId: Uuid,
      title: Type.String(),
      at: Instant,
      state: OneOf(actionStates),
      progress: Type.Integer(),
    }),
  ),
  /** Files that the agencies concerned brought. */
  evidence: Type.Array(FileItem),
  standing: OneOf(actionStandings),
  abilities: Type.Array(Type.String()),
});
export type ActionRecord = Static<typeof ActionRecord>;

const id = { actionId: Uuid };
export const WriteAction = Type.Object(
  { ...id, decisionId: Uuid, ...asked },
  { additionalProperties: false },
);
export type WriteAction = Static<typeof WriteAction>;
export const DropAction = Type.Object(id, { additionalProperties: false });
export const ReportAction = Type.Object(
  {
    ...id,
    updateId: Uuid,
    state: OneOf(reportedStates),
    progress: Type.Integer({ minimum: 0, maximum: 100 }),
    text: Prose(2000, 3),
    obstacle: Prose(1000),
  },
  { additionalProperties: false },
);
export type ReportAction = Static<typeof ReportAction>;
export const CancelAction = Type.Object(
  { ...id, updateId: Uuid, reason: Reason() },
  { additionalProperties: false },
);
export const ReopenAction = CancelAction;
export const ActionChanged = Type.Object({
  actionId: Uuid,
  state: OneOf(actionStates),
  version: Type.Integer(),
});
export type ActionChanged = Static<typeof ActionChanged>;

/** An action that another meeting has before it again, and how it stood when that one began. */
export const CarriedAction = Type.Object({
  action: Action,
  stateThen: OneOf(actionStates),
  progressThen: Type.Integer(),
});
export type CarriedAction = Static<typeof CarriedAction>;

export const KeepEvidence = Type.Object({ ...sentFile, ...id }, { additionalProperties: false });
export const EvidenceKept = Type.Object({ fileId: Uuid });
