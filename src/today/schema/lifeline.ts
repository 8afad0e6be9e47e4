import { type Static, Type } from 'typebox';
import { extents } from '#persons/schema.ts';
import { Code, Day, Instant, Nullable, OneOf, Uuid } from '#platform/schemas.ts';
import { Custodian } from '#today/schema/today.ts';

/** The child was met. Place and words are there for those who may know them. */
export const MetPoint = Type.Object({
  encounterId: Uuid,
  at: Instant,
  approach: Code,
  activity: Code,
  areaCode: Nullable(Code),
  locationType: Nullable(Code),
  spotOutcome: Nullable(Code),
  ownWords: Nullable(Type.String()),
});
export type MetPoint = Static<typeof MetPoint>;

/** Who gave, who took over and what they are to the child, for those who may know names. */
export const Hands = Type.Object({
  giver: Type.String(),
  receiver: Type.String(),
  relation: Type.String(),
});

/** A stretch in one custodian's care, with the hand-overs it began and ended with. */
export const CareStretch = Type.Object({
  custodyId: Uuid,
  kind: Code,
  agencyCode: Nullable(Code),
  facility: Type.String(),
  from: Instant,
  to: Nullable(Instant),
  endKind: Nullable(Code),
  /** It ended in safety or in leaving: what follows is no gap. */
  endsChain: Type.Boolean(),
  disputed: Type.Boolean(),
  setAside: Type.Boolean(),
  /** The latest moment of a hold that runs now: set by the city, not the norm. */
  limitAt: Nullable(Instant),
  began: Nullable(Hands),
  ended: Nullable(Hands),
});
export type CareStretch = Static<typeof CareStretch>;

/** Time in which nobody answered for the child. */
export const CareGap = Type.Object({
  from: Instant,
  to: Nullable(Instant),
  explained: Nullable(Type.String()),
});
export type CareGap = Static<typeof CareGap>;

export const caseMarks = ['opened', 'stage', 'closed', 'reopened'] as const;
/** A step of a case; `stage` names which one of the city's list was reached. */
export const CaseMark = Type.Object({
  caseId: Uuid,
  at: Instant,
  mark: OneOf(caseMarks),
  stage: Nullable(Code),
});
export type CaseMark = Static<typeof CaseMark>;

export const LineCase = Type.Object({
  caseId: Uuid,
  caseNumber: Type.String(),
  state: OneOf(['open', 'closed', 'sealed'] as const),
  stage: Nullable(Code),
  riskLevel: Nullable(Code),
  worker: Nullable(Type.String()),
  agencyCode: Code,
});
export type LineCase = Static<typeof LineCase>;

/** Something asked of an agency, or a line of the plan: a bar from its beginning to its end. */
export const ServiceBar = Type.Object({
  id: Uuid,
  kind: OneOf(['referral', 'plan'] as const),
  code: Code,
  agencyCode: Code,
  from: Instant,
  to: Nullable(Instant),
  state: Code,
  /** Until when it is awaited; null once it is done, and while its clock is paused. */
  dueOn: Nullable(Day),
  late: Type.Boolean(),
});
export type ServiceBar = Static<typeof ServiceBar>;

export const VisitPoint = Type.Object({
  visitId: Uuid,
  caseId: Uuid,
  month: Type.Integer(),
  dueOn: Day,
  doneAt: Nullable(Instant),
  result: Nullable(Code),
  agencyCode: Nullable(Code),
});
export type VisitPoint = Static<typeof VisitPoint>;

/** One child through time, over all records of the same person. A part the viewer may not know is empty, and `sees` says so. */
export const Lifeline = Type.Object({
  sees: Type.Object({
    encounters: OneOf(extents),
    custody: OneOf(extents),
    cases: OneOf(extents),
    services: OneOf(extents),
    aftercare: OneOf(extents),
  }),
  now: Instant,
  /** Absent for those who may not know it; null: nobody is responsible. */
  custodian: Type.Optional(Nullable(Custodian)),
  met: Type.Array(MetPoint),
  care: Type.Array(CareStretch),
  gaps: Type.Array(CareGap),
  cases: Type.Array(LineCase),
  marks: Type.Array(CaseMark),
  services: Type.Array(ServiceBar),
  visits: Type.Array(VisitPoint),
});
export type Lifeline = Static<typeof Lifeline>;
