// What custody is told: the inputs of its commands. What it shows is schema/reads.ts.
import { type Static, Type } from 'typebox';
import { complainants } from '#custody/rules.ts';
import { Code, Day, Instant, Line, Nullable, OneOf, Reason, Uuid } from '#platform/schemas.ts';

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
  { stepId: Uuid, custodyId: Uuid, from: Instant, to: Instant, reason: Reason(5) },
  closed,
);

export const Settle = Type.Object({ stepId: Uuid, personId: Uuid, stands: Uuid, reason: Reason(10) }, closed);

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
