import { type Static, Type } from 'typebox';
import { complainants, urgencies } from '#custody/rules.ts';
import { Person } from '#persons/schema.ts';
import { ageClasses, Code, Day, Instant, Line, Nullable, OneOf, Uuid } from '#platform/schemas.ts';

const closed = { additionalProperties: false } as const;

/** Something of the child's that is kept for it, with the day on which it is to have it back. */
const NewBelonging = Type.Object({ belongingId: Uuid, what: Line(200, 1), returnDue: Day }, closed);
export type NewBelonging = Static<typeof NewBelonging>;

/** Why a child without an offence goes to a facility meant for children in a legal process; or the police's reference. */
const facilityReason = {
  facilityReason: Type.Optional(Code),
  facilityNote: Type.Optional(Line(300)),
  policeReference: Type.Optional(Line(60, 1)),
};

export const TakeIn = Type.Object(
  {
    custodyId: Uuid,
    personId: Uuid,
    encounterId: Type.Optional(Uuid),
    custodianKind: Code,
    agencyCode: Type.Optional(Code),
    facility: Type.Optional(Line(120)),
    basis: Code,
    at: Type.Optional(Instant),
    ...facilityReason,
    belongings: Type.Optional(Type.Array(NewBelonging, { maxItems: 20 })),
  },
  closed,
);
export type TakeIn = Static<typeof TakeIn>;

/** A picture drawn on screen: PNG as base64. */
const Drawn = Type.String({ maxLength: 54_700, pattern: '^[A-Za-z0-9+/]*={0,2}$' });

export const HandOver = Type.Object(
  {
    handoverId: Uuid,
    /** The custody that ends with it. */
    custodyId: Uuid,
    /** The custody that begins with it, when another agency takes over. */
    toCustodyId: Type.Optional(Uuid),
    endKind: Code,
    agencyCode: Type.Optional(Code),
    facility: Type.Optional(Line(120)),
    at: Type.Optional(Instant),
    giverStaffId: Type.Optional(Uuid),
    giverName: Type.Optional(Line(120, 1)),
    receiverStaffId: Type.Optional(Uuid),
    receiverName: Type.Optional(Line(120, 1)),
    receiverRelation: Type.Optional(Line(60, 1)),
    condition: Code,
    basis: Code,
    statementLetter: Type.Optional(Type.Boolean()),
    giverSignature: Type.Optional(Drawn),
    receiverSignature: Type.Optional(Drawn),
    ...facilityReason,
    belongings: Type.Optional(Type.Array(NewBelonging, { maxItems: 20 })),
    returned: Type.Optional(Type.Array(Uuid, { maxItems: 50 })),
    holdReason: Type.Optional(Code),
    holdNote: Type.Optional(Line(300)),
    supervisorReason: Type.Optional(Line(500, 10)),
  },
  closed,
);
export type HandOver = Static<typeof HandOver>;

/** What became of a statement: it stands, or it waits beside another one. */
export const Stated = Type.Object({
  custodyId: Nullable(Uuid),
  handoverId: Nullable(Uuid),
  number: Nullable(Type.String()),
  disputed: Type.Boolean(),
  personId: Uuid,
});
export type Stated = Static<typeof Stated>;

export const RecordStep = Type.Object(
  {
    stepId: Uuid,
    custodyId: Uuid,
    kind: Code,
    /** For steps that are attempts: how it ended. */
    result: Type.Optional(Code),
    note: Type.Optional(Line(500)),
    at: Type.Optional(Instant),
  },
  closed,
);

export const AskFears = Type.Object(
  {
    custodyId: Uuid,
    askedAlone: Type.Boolean(),
    fearsSomeone: Type.Boolean(),
    names: Type.Optional(Type.Array(Line(120, 1), { maxItems: 5 })),
    relations: Type.Optional(Type.Array(Code, { maxItems: 5 })),
    note: Type.Optional(Line(300)),
    at: Type.Optional(Instant),
  },
  closed,
);
export type AskFears = Static<typeof AskFears>;

export const HoldLonger = Type.Object(
  { stepId: Uuid, custodyId: Uuid, reason: Code, until: Instant, note: Type.Optional(Line(500)) },
  closed,
);

export const ExplainGap = Type.Object(
  { stepId: Uuid, custodyId: Uuid, from: Instant, to: Instant, reason: Line(500, 5) },
  closed,
);

export const Settle = Type.Object(
  { stepId: Uuid, personId: Uuid, stands: Uuid, reason: Line(500, 10) },
  closed,
);

export const ReturnBelonging = Type.Object({ belongingId: Uuid, at: Type.Optional(Instant) }, closed);

export const Complain = Type.Object(
  {
    complaintId: Uuid,
    personId: Type.Optional(Uuid),
    aboutAgency: Code,
    toAgency: Type.Optional(Code),
    subject: Code,
    said: Line(2000, 3),
    saidBy: OneOf(complainants),
    at: Type.Optional(Instant),
  },
  closed,
);

export const AnswerComplaint = Type.Object({ complaintId: Uuid, answer: Line(2000, 3) }, closed);

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
  supervisorReason: Type.String(),
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

/** Whether the child was asked alone whom it fears; the answer only for those who may read it. */
export const Fears = Type.Object({
  askedAt: Instant,
  askedAlone: Type.Boolean(),
  fearsSomeone: Type.Boolean(),
  answer: Type.Optional(
    Type.Object({
      names: Type.Array(Type.String()),
      relations: Type.Array(Type.String()),
      note: Type.String(),
    }),
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
