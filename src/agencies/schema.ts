import { type Static, Type } from 'typebox';
import { dutyPhonePattern } from '#agencies/rules.ts';
import { staffRoles } from '#platform/roles.ts';
import { AreaCode, Code, Day, Instant, Line, Nullable, OneOf, Uuid } from '#platform/schemas.ts';

export const StaffRole = OneOf(staffRoles);

export const Agency = Type.Object({
  agencyCode: Code,
  nameId: Type.String(),
  nameEn: Type.String(),
  kind: Type.String(),
  areaCode: Nullable(Type.String()),
  /** The number of its duty desk, and since when; null while nobody has set one. */
  dutyPhone: Nullable(Type.String()),
  dutyPhoneSince: Nullable(Instant),
});
export type Agency = Static<typeof Agency>;

export const StaffMember = Type.Object({
  staffId: Uuid,
  name: Type.String(),
  agencyCode: Code,
  role: StaffRole,
  areaCode: Nullable(Type.String()),
  state: Type.String(),
});
export type StaffMember = Static<typeof StaffMember>;

export const SignIn = Type.Union([
  Type.Object(
    {
      username: Line(60, 1),
      password: Type.String({ minLength: 1, maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
  Type.Object({ cast: Line(60, 1) }, { additionalProperties: false }),
]);
export type SignIn = Static<typeof SignIn>;

export const Username = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{2,39}$' });

const desk = { agencyCode: Code, role: StaffRole, areaCode: Type.Optional(Nullable(AreaCode)) };
export const InviteStaff = Type.Object(
  { staffId: Uuid, username: Username, name: Line(120, 1), ...desk },
  { additionalProperties: false },
);
export type InviteStaff = Static<typeof InviteStaff>;

/** A whole list at once: the 115 desks of a city come from one spreadsheet. */
export const InviteMany = Type.Object(
  { people: Type.Array(InviteStaff, { minItems: 1, maxItems: 300 }) },
  { additionalProperties: false },
);

/** `handOnTo` takes over the cases; without it a person who has any can't leave the desk. */
export const MoveStaff = Type.Object(
  { staffId: Uuid, ...desk, handOnTo: Type.Optional(Uuid) },
  { additionalProperties: false },
);
export const ChangeStaffState = Type.Object(
  {
    staffId: Uuid,
    state: OneOf(['active', 'suspended', 'ended'] as const),
    reason: Line(300, 3),
    handOnTo: Type.Optional(Uuid),
  },
  { additionalProperties: false },
);
/** The browser makes the code and prints it; only its hash comes here, so that no log can hold it. */
export const IssueCode = Type.Object(
  { staffId: Uuid, codeHash: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  { additionalProperties: false },
);

export const AdministeredStaff = Type.Object({
  staffId: Uuid,
  username: Type.String(),
  name: Type.String(),
  agencyCode: Code,
  agencyName: Type.String(),
  role: StaffRole,
  areaCode: Nullable(Type.String()),
  state: OneOf(['invited', 'active', 'suspended', 'ended'] as const),
  stateSince: Instant,
  codeUntil: Nullable(Instant),
  codeUsedAt: Nullable(Instant),
  version: Type.Integer(),
});
export type AdministeredStaff = Static<typeof AdministeredStaff>;

/** Lines of a spreadsheet as read, each with what is wrong with it. */
export const SheetLine = Type.Object({
  line: Type.Integer(),
  username: Type.String(),
  name: Type.String(),
  agencyCode: Type.String(),
  role: Type.String(),
  areaCode: Type.String(),
  problems: Type.Array(Type.String()),
});
export type SheetLine = Static<typeof SheetLine>;

export const UseCode = Type.Object(
  {
    username: Username,
    code: Type.String({ minLength: 8, maxLength: 40 }),
    password: Type.String({ minLength: 12, maxLength: 200 }),
  },
  { additionalProperties: false },
);
export type UseCode = Static<typeof UseCode>;

/** An empty number takes the old one away. */
export const SetDutyPhone = Type.Object(
  { agencyCode: Code, phone: Type.String({ maxLength: 31, pattern: dutyPhonePattern }) },
  { additionalProperties: false },
);

/** One agency's duty: what it must do, on which basis, from and until when. */
export const Duty = Type.Object({
  dutyId: Uuid,
  agencyCode: Code,
  dutyCode: Code,
  basis: Nullable(
    Type.Object({
      legalBasisId: Type.String(),
      number: Type.String(),
      title: Type.String(),
      textChecked: Type.Boolean(),
    }),
  ),
  /** Came with the city's folder and was not yet decided by the city itself. */
  isDefault: Type.Boolean(),
  validFrom: Day,
  validTo: Nullable(Day),
});
export type Duty = Static<typeof Duty>;

/** A duty with the agencies that have it today: how many, and the first by name. */
export const DutySummary = Type.Object({
  dutyCode: Code,
  holders: Type.Integer(),
  first: Type.Array(Code),
});
export type DutySummary = Static<typeof DutySummary>;

/** Who must do what on a day: a line for each agency, and one for all offices of a kind that every area has. */
export const DutyMatrix = Type.Object({
  day: Day,
  duties: Type.Array(
    Type.Object({
      dutyCode: Code,
      /** tugas, fungsi or wewenang, as the city's list says; null where it says nothing. */
      nature: Nullable(Type.String()),
      /** How many lines have it; more than one means that they must agree who leads. */
      lines: Type.Integer(),
      holders: Type.Integer(),
    }),
  ),
  lines: Type.Array(
    Type.Object({
      /** Null for the line of all offices of a kind. */
      agencyCode: Nullable(Code),
      kind: Type.String(),
      offices: Type.Integer(),
      held: Type.Array(
        Type.Object({
          dutyCode: Code,
          holders: Type.Integer(),
          since: Day,
          bases: Type.Array(Type.String()),
          /** Came with the city's folder and was not yet decided by the city itself. */
          isDefault: Type.Boolean(),
        }),
      ),
    }),
  ),
});
export type DutyMatrix = Static<typeof DutyMatrix>;

/** One change of the matrix, as it was recorded. */
export const DutyChange = Type.Object({
  changeId: Type.String(),
  changedAt: Instant,
  changedBy: Nullable(Type.String()),
  act: OneOf(['added', 'ended'] as const),
  agencyCode: Code,
  dutyCode: Code,
  /** The first day of a duty that was added, the last of one that was ended. */
  day: Day,
});
export type DutyChange = Static<typeof DutyChange>;

export const AddDuty = Type.Object(
  {
    dutyId: Uuid,
    agencyCode: Code,
    dutyCode: Code,
    legalBasisId: Type.Optional(Nullable(Code)),
    validFrom: Day,
  },
  { additionalProperties: false },
);
export type AddDuty = Static<typeof AddDuty>;
export const EndDuty = Type.Object({ dutyId: Uuid, validTo: Day }, { additionalProperties: false });
export type EndDuty = Static<typeof EndDuty>;
/** The first-run page of a city without anybody. */
export const FirstAdministrator = Type.Object(
  {
    code: Type.String({ minLength: 8, maxLength: 40 }),
    username: Username,
    name: Line(120, 1),
    agencyCode: Code,
    password: Type.String({ minLength: 12, maxLength: 200 }),
  },
  { additionalProperties: false },
);
export type FirstAdministrator = Static<typeof FirstAdministrator>;
