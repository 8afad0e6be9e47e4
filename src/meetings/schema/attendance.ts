import { type Static, Type } from 'typebox';
import { replyStates } from '#meetings/schema/invitations.ts';
import { Instant, Line, Nullable, OneOf, PageOf, Uuid } from '#platform/schemas.ts';

export const attendanceWays = ['QR', 'DESK'] as const;

/** Who came, and which invitations that fulfils: one person may stand for several, a guest for none. */
export const CheckIn = Type.Object(
  {
    meetingId: Uuid,
    attendanceId: Uuid,
    invitationIds: Type.Array(Uuid, { maxItems: 20, uniqueItems: true }),
    name: Line(120, 1),
    office: Line(200),
    /** The body of a guest; of who is invited it is that of the invitation. */
    body: Line(200),
    contact: Line(120),
    way: OneOf(attendanceWays),
  },
  { additionalProperties: false },
);
export type CheckIn = Static<typeof CheckIn>;

/** The attendance that counts: of an invitation fulfilled already the first one, with its time. */
export const CheckInResult = Type.Object({
  meetingId: Uuid,
  attendanceId: Uuid,
  name: Type.String(),
  arrivedAt: Instant,
  already: Type.Boolean(),
});
export type CheckInResult = Static<typeof CheckInResult>;

export const Attendance = Type.Object({
  attendanceId: Uuid,
  name: Type.String(),
  office: Type.String(),
  body: Type.String(),
  /** Shown to the host alone. */
  contact: Type.String(),
  way: OneOf(attendanceWays),
  arrivedAt: Instant,
  invitations: Type.Integer(),
});
export type Attendance = Static<typeof Attendance>;
export const AttendancePage = PageOf(Attendance);

/** One line of the list at the desk: enough to find who comes without a network. */
export const DeskLine = Type.Object({
  invitationId: Uuid,
  number: Type.Integer(),
  /** What the browser finds a scanned code by: the beginning of the hash of its secret. */
  mark: Type.String(),
  body: Type.String(),
  areaCode: Nullable(Type.String()),
  office: Type.String(),
  name: Type.String(),
  state: OneOf(replyStates),
  delegateName: Type.String(),
  delegateOffice: Type.String(),
  arrivedAt: Nullable(Instant),
  arrivedName: Type.String(),
});
export type DeskLine = Static<typeof DeskLine>;
/** Whole, not in pages: the desk goes on when the network is gone. */
export const DeskList = Type.Object({ items: Type.Array(DeskLine) });
export type DeskList = Static<typeof DeskList>;

export const presences = ['came', 'delegate', 'absent'] as const;
export type Presence = (typeof presences)[number];
/** Whether each agency that was invited was represented; nobody’s name. */
export const Represented = Type.Object({
  agencyCode: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  areaCode: Nullable(Type.String()),
  presence: OneOf(presences),
});
export type Represented = Static<typeof Represented>;
export const Representation = Type.Object({
  items: Type.Array(Represented),
  /** Everybody who came, guests included; a delegate of two counts once. */
  people: Type.Integer(),
});
export type Representation = Static<typeof Representation>;
