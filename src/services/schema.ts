import { type Static, Type } from 'typebox';
import { complainants } from '#custody/rules.ts';
import { Person } from '#persons/schema.ts';
import { AreaCode, Code, Day, Line, Nullable, OneOf, Reason, Uuid } from '#platform/schemas.ts';
import { kinds, monthsAfter, presences, programmeStates, says } from '#services/rules.ts';

const closed = { additionalProperties: false };

/** A programme as a line of a list: no child in it. */
const line = {
  programmeId: Uuid,
  name: Type.String(),
  kind: OneOf(kinds),
  leg: Code,
  purpose: Code,
  dutyCode: Code,
  ownerAgency: Code,
  startsOn: Day,
  endsOn: Nullable(Day),
  state: OneOf(programmeStates),
  capacity: Nullable(Type.Integer()),
  /** Empty: the whole city. */
  areas: Type.Array(AreaCode),
  enrolled: Type.Integer(),
  finished: Type.Integer(),
  /** Places that nobody has; null where no capacity is set. */
  free: Nullable(Type.Integer()),
  /** As published of one that took place before the city recorded here. */
  reportedParticipants: Nullable(Type.Integer()),
  invented: Type.Boolean(),
};
export const ProgrammeLine = Type.Object(line);
export type ProgrammeLine = Static<typeof ProgrammeLine>;

export const Session = Type.Object({ sessionId: Uuid, day: Day, title: Type.String() });
export type Session = Static<typeof Session>;

export const Programme = Type.Object({
  ...line,
  targetGroup: Type.String(),
  hostAgency: Nullable(Code),
  place: Type.String(),
  partners: Type.Array(Type.Object({ agencyCode: Code, part: Type.String() })),
  budgetLine: Type.String(),
  budgetAmount: Nullable(Type.Integer()),
  spentAmount: Nullable(Type.Integer()),
  reportedResult: Type.String(),
  source: Type.String(),
  cancelReason: Type.String(),
  left: Type.Integer(),
  sessions: Type.Array(Session),
  /** How the children fare, counted; empty for whoever neither owns nor oversees it. */
  outcomes: Type.Array(Type.Object({ afterMonths: Type.Integer(), outcome: Code, children: Type.Integer() })),
  mayChange: Type.Boolean(),
  version: Type.Integer(),
});
export type Programme = Static<typeof Programme>;

export const ProgrammeQuery = Type.Object({
  leg: Type.Optional(Code),
  areaCode: Type.Optional(AreaCode),
  ownerAgency: Type.Optional(Code),
  show: Type.Optional(OneOf(['current', 'past', 'all'] as const)),
  after: Type.Optional(Type.String({ maxLength: 400 })),
});

const Rupiah = Type.Integer({ minimum: 0, maximum: 10_000_000_000_000 });
const plan = {
  programmeId: Uuid,
  name: Line(160, 3),
  kind: OneOf(kinds),
  leg: Code,
  purpose: Code,
  dutyCode: Code,
  ownerAgency: Code,
  targetGroup: Line(300),
  capacity: Nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
  startsOn: Day,
  endsOn: Nullable(Day),
  hostAgency: Nullable(Code),
  place: Line(200),
  areas: Type.Array(AreaCode, { maxItems: 120 }),
  partners: Type.Array(Type.Object({ agencyCode: Code, part: Line(200) }, closed), { maxItems: 40 }),
  budgetLine: Line(200),
  budgetAmount: Nullable(Rupiah),
  spentAmount: Nullable(Rupiah),
};
export const PlanProgramme = Type.Object(plan, closed);
export type PlanProgramme = Static<typeof PlanProgramme>;
export const CancelProgramme = Type.Object({ programmeId: Uuid, reason: Reason() }, closed);
export const ProgrammeChanged = Type.Object({ programmeId: Uuid, version: Type.Integer() });

export const PlanSession = Type.Object(
  { sessionId: Uuid, programmeId: Uuid, day: Day, title: Line(200, 2) },
  closed,
);
export const SessionPlanned = Type.Object({ sessionId: Uuid, programmeId: Uuid });
export const KeepAttendance = Type.Object(
  {
    sessionId: Uuid,
    presences: Type.Array(Type.Object({ enrolmentId: Uuid, presence: OneOf(presences) }, closed), {
      minItems: 1,
      maxItems: 200,
    }),
  },
  closed,
);

/** What the child and who cares for it said. Of a refusal no reason is asked. */
export const Ask = Type.Object(
  {
    enrolmentId: Uuid,
    programmeId: Uuid,
    personId: Uuid,
    childSays: OneOf(says.child),
    guardianSays: OneOf(says.guardian),
    askedOn: Day,
  },
  closed,
);
export const Asked = Type.Object({
  enrolmentId: Uuid,
  state: OneOf(['enrolled', 'refused'] as const),
  number: Nullable(Type.Integer()),
  personId: Uuid,
});
export const Leave = Type.Object(
  { enrolmentId: Uuid, by: OneOf(['child', 'guardian', 'team'] as const), on: Day },
  closed,
);
export const Outcome = Type.Object(
  { outcomeId: Uuid, enrolmentId: Uuid, afterMonths: OneOfMonths(), outcome: Code, seenOn: Day },
  closed,
);
export const EnrolmentChanged = Type.Object({ enrolmentId: Uuid, personId: Uuid });

function OneOfMonths() {
  return Type.Unsafe<(typeof monthsAfter)[number]>({ type: 'integer', enum: [...monthsAfter] });
}

/** One place in a programme. The child stands beside it only for whoever has a standing towards it. */
export const Enrolment = Type.Object({
  enrolmentId: Uuid,
  number: Nullable(Type.Integer()),
  state: OneOf(['refused', 'enrolled', 'left', 'finished'] as const),
  person: Nullable(Person),
  childSays: OneOf(says.child),
  guardianSays: OneOf(says.guardian),
  askedOn: Day,
  endedOn: Nullable(Day),
  /** By session, what was noted. */
  attendance: Type.Array(Type.Object({ sessionId: Uuid, presence: OneOf(presences) })),
  outcomes: Type.Array(Type.Object({ afterMonths: Type.Integer(), outcome: Code, seenOn: Day })),
  mayChange: Type.Boolean(),
});
export type Enrolment = Static<typeof Enrolment>;
export const Roster = Type.Object({ items: Type.Array(Enrolment) });
export const Candidates = Type.Object({ items: Type.Array(Person) });

export const ComplainOfProgramme = Type.Object(
  {
    complaintId: Uuid,
    programmeId: Uuid,
    personId: Type.Optional(Uuid),
    toAgency: Type.Optional(Code),
    subject: Code,
    said: Line(2000, 3),
    saidBy: OneOf(complainants),
  },
  closed,
);

/** Need and offer of one kecamatan. */
export const AreaNeed = Type.Object({
  areaCode: AreaCode,
  /** Children met in the twelve months, each once; null for whoever may not read the board of that area. */
  children: Nullable(Type.Integer()),
  programmes: Type.Array(Uuid),
  /** Of programmes of this kecamatan or a part of it alone. */
  capacity: Type.Integer(),
  free: Type.Integer(),
  /** Legs that nothing here covers, the whole city's programmes included. */
  missingLegs: Type.Array(Code),
  /** Pairs of leg and purpose that more than one owner offers here, without those of the whole city. */
  overlaps: Type.Array(Type.Object({ leg: Code, purpose: Code, owners: Type.Array(Code) })),
});
export type AreaNeed = Static<typeof AreaNeed>;
export const Synchronisation = Type.Object({
  from: Day,
  to: Day,
  areas: Type.Array(AreaNeed),
  /** Current programmes, those of the whole city first. */
  programmes: Type.Array(ProgrammeLine),
});
export type Synchronisation = Static<typeof Synchronisation>;
