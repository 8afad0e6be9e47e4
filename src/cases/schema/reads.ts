import { type Static, Type } from 'typebox';
import { Factor, noteKinds, readinessAnswers, riskLevels } from '#cases/schema/acts.ts';
import { Person, standings } from '#persons/schema.ts';
import { AreaCode, Day, Instant, Nullable, OneOf, PageOf, Uuid } from '#platform/schemas.ts';

export const caseStates = ['open', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];
export const dueKinds = ['assessment', 'reassessment', 'plan', 'aftercare'] as const;

const Staff = Type.Object({ staffId: Uuid, name: Type.String() });

/** A case as everybody with a standing sees it: number, stage and dates; no line of text. */
const head = {
  caseId: Uuid,
  caseNumber: Type.String(),
  person: Person,
  state: OneOf(caseStates),
  stage: Type.String(),
  openedAt: Instant,
  assessBy: Nullable(Day),
  assessedAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  changedAt: Instant,
  agencyCode: Type.String(),
  version: Type.Integer(),
  due: Nullable(Type.Object({ kind: OneOf(dueKinds), on: Day })),
  /** Absent for those who may not know it. */
  riskLevel: Type.Optional(OneOf(riskLevels)),
  worker: Type.Optional(Staff),
};
export const CaseLine = Type.Object(head);
export type CaseLine = Static<typeof CaseLine>;
export const CaseList = PageOf(CaseLine);

export const scopes = ['mine', 'unit', 'city', 'shared'] as const;
export type Scope = (typeof scopes)[number];
export const orders = ['due', 'changed'] as const;
export type Order = (typeof orders)[number];

export const Assessment = Type.Object({
  assessmentId: Uuid,
  madeAt: Instant,
  madeBy: Nullable(Type.String()),
  problems: Type.String(),
  strengths: Type.String(),
  childWishes: Type.String(),
  conclusion: Type.String(),
  factors: Type.Array(Factor),
});
export type Assessment = Static<typeof Assessment>;

export const PlanLine = Type.Object({
  planLineId: Uuid,
  goal: Type.String(),
  serviceCode: Type.String(),
  agencyCode: Type.String(),
  areaCode: Nullable(AreaCode),
  dueOn: Day,
  recordedAt: Instant,
  state: OneOf(['open', 'done', 'dropped'] as const),
  result: Type.String(),
  doneAt: Nullable(Instant),
  version: Type.Integer(),
  mayEnd: Type.Boolean(),
});
export type PlanLine = Static<typeof PlanLine>;

export const NoteOfCase = Type.Object({
  noteId: Uuid,
  kind: OneOf(noteKinds),
  occurredAt: Instant,
  by: Nullable(Type.String()),
  body: Type.String(),
});
export type NoteOfCase = Static<typeof NoteOfCase>;
export const Closure = Type.Object({
  closureId: Uuid,
  closedAt: Instant,
  by: Nullable(Type.String()),
  reason: Type.String(),
  bestInterest: Type.String(),
  readiness: Type.Record(Type.String(), OneOf(readinessAnswers)),
  reopenedAt: Nullable(Instant),
  reopenReason: Type.String(),
});
export type Closure = Static<typeof Closure>;
export const AftercareVisit = Type.Object({
  visitId: Uuid,
  month: Type.Integer(),
  dueOn: Day,
  agencyCode: Nullable(Type.String()),
  doneAt: Nullable(Instant),
  result: Nullable(Type.String()),
  stillThere: Nullable(Type.Boolean()),
  finding: Type.String(),
  mayRecord: Type.Boolean(),
});
export type AftercareVisit = Static<typeof AftercareVisit>;

export const LooseEnd = Type.Object({
  kind: OneOf(['plan_line', 'referral', 'custody'] as const),
  id: Uuid,
  agencyCode: Nullable(Type.String()),
  at: Instant,
});
export type LooseEnd = Static<typeof LooseEnd>;

/** One case opened: what the standing reveals; a part that is not revealed is absent. */
export const CasePage = Type.Object({
  ...head,
  standing: OneOf(standings),
  openedFrom: Type.String(),
  reassessBy: Nullable(Day),
  riskReason: Type.Optional(Type.String()),
  team: Type.Optional(Type.Array(Staff)),
  assessments: Type.Optional(Type.Array(Assessment)),
  plan: Type.Optional(Type.Array(PlanLine)),
  notes: Type.Optional(Type.Array(NoteOfCase)),
  closures: Type.Optional(Type.Array(Closure)),
  aftercare: Type.Optional(Type.Array(AftercareVisit)),
  looseEnds: Type.Optional(Type.Array(LooseEnd)),
  abilities: Type.Array(Type.String()),
});
export type CasePage = Static<typeof CasePage>;

export const Happening = Type.Object({
  at: Instant,
  by: Nullable(Type.String()),
  what: OneOf(['case', 'plan_line'] as const),
  id: Type.String(),
  /** What stood there before, field by field. */
  was: Type.Record(Type.String(), Type.String()),
});
export const CaseHistory = Type.Object({ items: Type.Array(Happening), next: Nullable(Type.String()) });
export type Happening = Static<typeof Happening>;

export const Looked = Type.Object({
  at: Instant,
  name: Nullable(Type.String()),
  agencyCode: Nullable(Type.String()),
  role: Type.String(),
  act: Type.String(),
});
export const WhoLooked = PageOf(Looked);
export type Looked = Static<typeof Looked>;

/** A child whose case is closed was met again, or somebody without a standing opened it in an emergency. */
export const CaseAlert = Type.Object({
  kind: OneOf(['met_again', 'break_glass'] as const),
  alertId: Uuid,
  caseId: Nullable(Uuid),
  caseNumber: Type.String(),
  person: Type.Optional(Person),
  raisedAt: Instant,
  /** Days between closing the case and meeting the child again. */
  daysAfterClosing: Nullable(Type.Integer()),
  byName: Nullable(Type.String()),
  reason: Type.String(),
});
export type CaseAlert = Static<typeof CaseAlert>;
export const CaseAlerts = Type.Object({ items: Type.Array(CaseAlert) });

export const BrokenGlass = Type.Object({
  breakId: Uuid,
  caseNumber: Type.String(),
  by: Type.String(),
  byAgency: Type.String(),
  reason: Type.String(),
  openedAt: Instant,
  until: Instant,
  reviewedAt: Nullable(Instant),
  reviewedBy: Nullable(Type.String()),
  review: Type.String(),
  mine: Type.Boolean(),
});
export type BrokenGlass = Static<typeof BrokenGlass>;
export const BrokenGlassList = PageOf(BrokenGlass);

export const SealedText = Type.Object({
  sealedId: Uuid,
  text: Type.String(),
  writtenAt: Instant,
  writtenBy: Nullable(Type.String()),
});
export const SealedOpened = Type.Object({
  entries: Type.Array(SealedText),
  /** Boxes whose key was destroyed: the child was erased. */
  unreadable: Type.Integer(),
});
export type SealedOpened = Static<typeof SealedOpened>;

export const DueVisit = Type.Object({
  visitId: Uuid,
  caseId: Uuid,
  caseNumber: Type.String(),
  person: Person,
  month: Type.Integer(),
  dueOn: Day,
  /** Who visits: the desk it was given to, else the agency of the case. */
  agencyCode: Type.String(),
});
export type DueVisit = Static<typeof DueVisit>;
export const DueVisits = PageOf(DueVisit);
