import { type Static, Type } from 'typebox';
import {
  AreaCode,
  Code,
  Day,
  Instant,
  Line,
  Nullable,
  OneOf,
  Prose,
  Reason,
  Uuid,
} from '#platform/schemas.ts';

// What is sent to change a case. The browser builds its forms on these.

export const riskLevels = ['LOW', 'MEDIUM', 'HIGH'] as const;
export type RiskLevel = (typeof riskLevels)[number];
export const sources = ['CUSTODY', 'ENCOUNTER', 'REPORT'] as const;
export const noteKinds = ['note', 'visit', 'contact', 'conference', 'review'] as const;
export type NoteKind = (typeof noteKinds)[number];
export const sealedKinds = [
  'SEXUAL_VIOLENCE',
  'HIV',
  'PREGNANCY',
  'SUBSTANCE',
  'OFFENCE',
  'SHELTER_ADDRESS',
] as const;
export type SealedKind = (typeof sealedKinds)[number];
export const readinessAnswers = ['yes', 'no', 'not_applicable'] as const;
export type ReadinessAnswer = (typeof readinessAnswers)[number];

const closed = { additionalProperties: false } as const;

export const OpenCase = Type.Object(
  {
    caseId: Uuid,
    personId: Uuid,
    openedFrom: OneOf(sources),
    openedFromId: Type.Optional(Uuid),
    riskLevel: OneOf(riskLevels),
    riskReason: Reason(),
    /** Whose case it becomes; without it the one who opens it. Only a supervisor opens for somebody else. */
    workerId: Type.Optional(Uuid),
    /** Why not the closed case of this child is opened again; only asked when there is one. */
    newCaseReason: Type.Optional(Reason()),
  },
  closed,
);
export type OpenCase = Static<typeof OpenCase>;

export const AssignCase = Type.Object({ caseId: Uuid, workerId: Uuid, reason: Reason() }, closed);
export type AssignCase = Static<typeof AssignCase>;
export const HandOnCases = Type.Object({ fromWorkerId: Uuid, toWorkerId: Uuid, reason: Reason() }, closed);
export type HandOnCases = Static<typeof HandOnCases>;

export const ChangeRisk = Type.Object(
  { caseId: Uuid, riskLevel: OneOf(riskLevels), riskReason: Reason() },
  closed,
);
export type ChangeRisk = Static<typeof ChangeRisk>;
export const MoveStage = Type.Object({ caseId: Uuid, stage: Code }, closed);
export type MoveStage = Static<typeof MoveStage>;

export const Factor = Type.Object(
  {
    code: Code,
    side: OneOf(['internal', 'external'] as const),
    level: OneOf(['micro', 'meso', 'macro'] as const),
    saidBy: Code,
    evidence: Prose(500),
  },
  closed,
);
export type Factor = Static<typeof Factor>;

export const AssessCase = Type.Object(
  {
    caseId: Uuid,
    assessmentId: Uuid,
    factors: Type.Array(Factor, { minItems: 1, maxItems: 30 }),
    problems: Prose(4000),
    strengths: Prose(4000),
    childWishes: Prose(4000),
    conclusion: Prose(4000),
  },
  closed,
);
export type AssessCase = Static<typeof AssessCase>;

const lineFields = {
  goal: Line(300, 3),
  serviceCode: Code,
  agencyCode: Code,
  areaCode: Type.Optional(Nullable(AreaCode)),
  dueOn: Day,
};
export const AddPlanLine = Type.Object({ caseId: Uuid, planLineId: Uuid, ...lineFields }, closed);
export type AddPlanLine = Static<typeof AddPlanLine>;
export const ChangePlanLine = Type.Object({ planLineId: Uuid, ...lineFields }, closed);
export type ChangePlanLine = Static<typeof ChangePlanLine>;
export const EndPlanLine = Type.Object(
  { planLineId: Uuid, state: OneOf(['done', 'dropped'] as const), result: Prose(1000, 3) },
  closed,
);
export type EndPlanLine = Static<typeof EndPlanLine>;

export const AddNote = Type.Object(
  {
    caseId: Uuid,
    noteId: Uuid,
    kind: OneOf(noteKinds),
    happenedAt: Type.Optional(Instant),
    body: Prose(4000, 1),
  },
  closed,
);
export type AddNote = Static<typeof AddNote>;

export const CloseCase = Type.Object(
  {
    caseId: Uuid,
    reason: Code,
    bestInterest: Prose(4000),
    readiness: Type.Record(Code, OneOf(readinessAnswers), { maxProperties: 30 }),
    /** The kelurahan where the child now lives: its desk makes the visits afterwards. */
    areaCode: Type.Optional(Nullable(AreaCode)),
  },
  closed,
);
export type CloseCase = Static<typeof CloseCase>;

export const ReopenCase = Type.Object({ caseId: Uuid, reason: Reason() }, closed);
export type ReopenCase = Static<typeof ReopenCase>;
export const VisitAfterwards = Type.Object(
  { visitId: Uuid, result: Code, finding: Prose(1000, 3), visitedAt: Type.Optional(Instant) },
  closed,
);
export type VisitAfterwards = Static<typeof VisitAfterwards>;
export const AnswerAlert = Type.Object(
  { alertId: Uuid, answer: OneOf(['reopened', 'not_needed'] as const), reason: Reason() },
  closed,
);
export type AnswerAlert = Static<typeof AnswerAlert>;

export const SealField = Type.Object(
  { caseId: Uuid, sealedId: Uuid, kind: OneOf(sealedKinds), text: Prose(4000, 1) },
  closed,
);
export type SealField = Static<typeof SealField>;
export const OpenSealed = Type.Object({ caseId: Uuid, kind: OneOf(sealedKinds), reason: Reason(10) }, closed);
export type OpenSealed = Static<typeof OpenSealed>;

/** The child is named by a case number or by the id a hint gave: nothing else of it is known yet. */
export const BreakGlass = Type.Object(
  {
    personId: Type.Optional(Uuid),
    caseNumber: Type.Optional(Type.String({ pattern: '^K-\\d{4}-\\d{4,9}$' })),
    reason: Reason(10),
  },
  closed,
);
export type BreakGlass = Static<typeof BreakGlass>;
export const ReviewBreakGlass = Type.Object({ breakId: Uuid, review: Reason() }, closed);
export type ReviewBreakGlass = Static<typeof ReviewBreakGlass>;

/** One field of which two people wrote different things. */
export const FieldVersions = Type.Object({
  field: Type.String(),
  stored: Type.String(),
  typed: Type.String(),
});
/** What the second of two who edit one case gets: what is stored, by whom and when, and what they typed. */
export const Versions = Type.Object({
  by: Nullable(Type.String()),
  at: Nullable(Instant),
  fields: Type.Array(FieldVersions),
  /** What the next try is based on. */
  basedOn: Type.String(),
  factors: Type.Optional(Type.Object({ stored: Type.Array(Factor), typed: Type.Array(Factor) })),
});
export type Versions = Static<typeof Versions>;

/**
 * What a change of a case answers; with `versions` nothing was changed and a person has to choose. What two people can
 * write at once carries `basedOn`: the version of the case or plan line, for an assessment the id of the one before it.
 */
export const Changed = Type.Object({
  caseId: Uuid,
  personId: Uuid,
  version: Type.Integer(),
  versions: Type.Optional(Versions),
});
export type Changed = Static<typeof Changed>;
