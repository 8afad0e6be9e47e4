// What custody shows: the board, one custody with its chain, disputes, papers, complaints.
import { type Static, Type } from 'typebox';
import { urgencies } from '#custody/rules.ts';
import { Person } from '#persons/schema.ts';
import { ageClasses, Code, Day, Instant, Nullable, OneOf, Uuid } from '#platform/schemas.ts';

const Hold = Type.Object({
  limitAt: Instant,
  reasonFrom: Instant,
  coveredUntil: Nullable(Instant),
  reasonDue: Type.Boolean(),
  urgencies: Type.Array(OneOf(urgencies)),
});

const Next = Type.Object({ what: Type.String(), dueAt: Instant });

/** One person held now: since when, against which limit, what is done and what is next. */
export const HeldPerson = Type.Object({
  custodyId: Uuid,
  person: Person,
  ageClass: OneOf(ageClasses),
  /** Said to be adult and said not to be: not known until a supervisor settles it. */
  ageContested: Type.Boolean(),
  custodianKind: Code,
  agencyCode: Nullable(Code),
  facility: Type.String(),
  basis: Type.String(),
  startedAt: Instant,
  firstContactAt: Instant,
  hold: Nullable(Hold),
  stepsDone: Type.Array(Code),
  stepsMissing: Type.Array(Code),
  next: Nullable(Next),
  gaps: Type.Integer(),
  disputed: Type.Boolean(),
  mayHandOver: Type.Boolean(),
});
export type HeldPerson = Static<typeof HeldPerson>;

export const HoldLimit = Type.Object({
  hours: Type.Number(),
  warnFromMinutes: Type.Number(),
  /** True while it is the default that came with the city, not one the city chose. */
  isDefault: Type.Boolean(),
});
export type HoldLimit = Static<typeof HoldLimit>;

export const Board = Type.Object({
  agencyCode: Code,
  limit: HoldLimit,
  counts: Type.Object({
    children: Type.Integer(),
    adults: Type.Integer(),
    overLimit: Type.Integer(),
    nearLimit: Type.Integer(),
    disputed: Type.Integer(),
  }),
  week: Type.Object({ ended: Type.Integer(), medianHours: Nullable(Type.Number()) }),
  items: Type.Array(HeldPerson),
  next: Nullable(Type.String()),
});
export type Board = Static<typeof Board>;

/** One stretch of the chain, whoever held the child. */
export const ChainLink = Type.Object({
  custodyId: Uuid,
  personId: Uuid,
  custodianKind: Code,
  agencyCode: Nullable(Code),
  facility: Type.String(),
  startedAt: Instant,
  endedAt: Nullable(Instant),
  endKind: Nullable(Code),
  endsChain: Type.Boolean(),
  disputed: Type.Boolean(),
  setAside: Type.Boolean(),
  settledReason: Type.String(),
});
export type ChainLink = Static<typeof ChainLink>;

export const Handover = Type.Object({
  handoverId: Uuid,
  personId: Uuid,
  number: Type.String(),
  fromCustodyId: Nullable(Uuid),
  toCustodyId: Nullable(Uuid),
  occurredAt: Instant,
  endKind: Nullable(Code),
  giver: Type.String(),
  receiver: Type.String(),
  receiverRelation: Type.String(),
  condition: Type.String(),
  basis: Type.String(),
  statementLetter: Type.Boolean(),
  signedByGiver: Type.Boolean(),
  signedByReceiver: Type.Boolean(),
  /** Given although the question was not asked, or to somebody about whom a supervisor had to decide. */
  supervisorDecided: Type.Boolean(),
  /** Why; absent for those who may not read whom the child fears. */
  supervisorReason: Type.Optional(Type.String()),
  state: OneOf(['stands', 'disputed', 'set_aside'] as const),
  recordedAt: Instant,
});
export type Handover = Static<typeof Handover>;

export const CustodyStep = Type.Object({
  stepId: Uuid,
  kind: Code,
  occurredAt: Instant,
  until: Nullable(Instant),
  result: Type.String(),
  note: Type.String(),
  by: Type.String(),
});
export type CustodyStep = Static<typeof CustodyStep>;

export const Belonging = Type.Object({
  belongingId: Uuid,
  what: Type.String(),
  keptBy: Type.String(),
  returnDue: Nullable(Day),
  returnedAt: Nullable(Instant),
});
export type Belonging = Static<typeof Belonging>;

/** Whether the child was asked alone whom it fears, and whether it ever named someone; the answers only for those who may read them. */
export const Fears = Type.Object({
  askedAt: Instant,
  askedAlone: Type.Boolean(),
  fearsSomeone: Type.Boolean(),
  answers: Type.Optional(
    Type.Array(
      Type.Object({
        askedAt: Instant,
        names: Type.Array(Type.String()),
        relations: Type.Array(Type.String()),
        note: Type.String(),
      }),
    ),
  ),
});
export type Fears = Static<typeof Fears>;

export const GapShown = Type.Object({
  from: Instant,
  to: Nullable(Instant),
  explained: Nullable(Type.String()),
});

export const CustodyRecord = Type.Object({
  held: HeldPerson,
  limit: HoldLimit,
  over: Type.Boolean(),
  chain: Type.Array(ChainLink),
  gaps: Type.Array(GapShown),
  handovers: Type.Array(Handover),
  steps: Type.Array(CustodyStep),
  belongings: Type.Array(Belonging),
  fears: Nullable(Fears),
  maySettle: Type.Boolean(),
});
export type CustodyRecord = Static<typeof CustodyRecord>;

/** Somebody met for whom nobody answers yet. */
export const Awaiting = Type.Object({
  person: Person,
  ageClass: OneOf(ageClasses),
  encounterId: Uuid,
  metAt: Instant,
  operationId: Nullable(Uuid),
});
export type Awaiting = Static<typeof Awaiting>;

export const Claim = Type.Object({
  claimId: Uuid,
  kind: OneOf(['custody', 'handover'] as const),
  custodianKind: Nullable(Code),
  agencyCode: Nullable(Code),
  facility: Type.String(),
  startedAt: Instant,
  endedAt: Nullable(Instant),
  endKind: Nullable(Code),
  disputed: Type.Boolean(),
  recordedBy: Type.String(),
  recordedAt: Instant,
});
export type Claim = Static<typeof Claim>;

/** Two or more statements about who was custodian of one person at one time. */
export const Dispute = Type.Object({ person: Person, claims: Type.Array(Claim), maySettle: Type.Boolean() });
export type Dispute = Static<typeof Dispute>;

export const RecentHandover = Type.Object({ person: Person, handover: Handover });
export type RecentHandover = Static<typeof RecentHandover>;

/** An act of one's own whose paper may still be printed; nothing of the person. */
export const OwnPaper = Type.Object({
  handoverId: Uuid,
  number: Type.String(),
  occurredAt: Instant,
  endKind: Nullable(Code),
  statementLetter: Type.Boolean(),
  printableUntil: Instant,
});
export type OwnPaper = Static<typeof OwnPaper>;

export const KeptBelonging = Type.Object({
  ...Belonging.properties,
  recordedAt: Instant,
  /** The hand-over on whose paper it stands whose it is. */
  number: Nullable(Type.String()),
});
export type KeptBelonging = Static<typeof KeptBelonging>;

export const Complaint = Type.Object({
  complaintId: Uuid,
  aboutAgency: Code,
  subject: Code,
  said: Type.String(),
  saidBy: Type.String(),
  occurredAt: Instant,
  recordedAt: Instant,
  answer: Nullable(Type.String()),
  answeredAt: Nullable(Instant),
});
export type Complaint = Static<typeof Complaint>;
