import { type Static, Type } from 'typebox';
import { invitationRuleNames } from '#meetings/rules/invitations.ts';
import { Code, Cursor, Instant, Line, Nullable, OneOf, PageOf, Uuid } from '#platform/schemas.ts';

export const replyStates = ['invited', 'coming', 'delegated', 'declined'] as const;
export type ReplyState = (typeof replyStates)[number];
export const answers = ['coming', 'delegated', 'declined'] as const;
export type ReplyAnswer = (typeof answers)[number];

export const Invitation = Type.Object({
  invitationId: Uuid,
  number: Type.Integer(),
  rule: Type.String(),
  agencyCode: Nullable(Type.String()),
  areaCode: Nullable(Type.String()),
  office: Type.String(),
  name: Type.String(),
  /** Shown to the host alone. */
  email: Type.String(),
  state: OneOf(replyStates),
  delegateName: Type.String(),
  delegateOffice: Type.String(),
  note: Type.String(),
  repliedAt: Nullable(Instant),
  withdrawnAt: Nullable(Instant),
  arrivedAt: Nullable(Instant),
  /** The agency is no more on the day of the meeting. */
  dissolved: Type.Boolean(),
  /** The viewer may answer it now. */
  mayReply: Type.Boolean(),
});
export type Invitation = Static<typeof Invitation>;
export const InvitationPage = PageOf(Invitation);

/** Which invitations a list shows. */
export const invitationViews = ['all', 'own', 'unanswered', 'coming', 'declined', 'withdrawn'] as const;
export type InvitationView = (typeof invitationViews)[number];
export const InvitationListQuery = Type.Object({
  meetingId: Uuid,
  show: Type.Optional(OneOf(invitationViews)),
  after: Type.Optional(Cursor),
});

export const InviteByRule = Type.Object(
  { meetingId: Uuid, rule: OneOf(invitationRuleNames), office: Line(200, 2) },
  { additionalProperties: false },
);
export const InviteAgencies = Type.Object(
  {
    meetingId: Uuid,
    agencies: Type.Array(Code, { minItems: 1, maxItems: 60, uniqueItems: true }),
    office: Line(200, 2),
  },
  { additionalProperties: false },
);
export const InvitePerson = Type.Object(
  {
    meetingId: Uuid,
    invitationId: Uuid,
    name: Line(120, 2),
    office: Line(200, 2),
    email: Type.String({ maxLength: 200, pattern: '^([^@\\s]+@[^@\\s]+\\.[^@\\s]+)?$' }),
  },
  { additionalProperties: false },
);
/** How many were added, and how many were invited already. */
export const InvitedResult = Type.Object({
  meetingId: Uuid,
  added: Type.Integer(),
  already: Type.Integer(),
});
export const WithdrawInvitation = Type.Object(
  { meetingId: Uuid, invitationId: Uuid },
  { additionalProperties: false },
);
export const InvitationResult = Type.Object({ meetingId: Uuid, invitationId: Uuid });

export const ReplyToInvitation = Type.Object(
  {
    meetingId: Uuid,
    invitationId: Uuid,
    answer: OneOf(answers),
    delegateName: Line(120),
    delegateOffice: Line(200),
    note: Line(500),
  },
  { additionalProperties: false },
);
export type ReplyToInvitation = Static<typeof ReplyToInvitation>;

/** The link of one invitation with its code, to be sent again or printed. */
export const InvitationLink = Type.Object({ address: Type.String(), picture: Type.String() });
export type InvitationLink = Static<typeof InvitationLink>;
