import { type Static, Type } from 'typebox';
import { LegalBasis } from '#operations/schema.ts';
import { Code, Cursor, Instant, Line, Nullable, OneOf, PageOf, Reason, Uuid } from '#platform/schemas.ts';

export const meetingKinds = ['RAKOR', 'EVALUATION', 'TECHNICAL', 'CASE_CONFERENCE'] as const;
export type MeetingKind = (typeof meetingKinds)[number];
export const meetingStates = ['planned', 'invited', 'held', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** What the viewer is to a meeting; of several the first counts on screen, all of them for what may be done. */
export const meetingStandings = ['host', 'invited', 'reader'] as const;
export type MeetingStanding = (typeof meetingStandings)[number];

/** How the invitations stand; the withdrawn ones are left out. */
export const ReplyCounts = Type.Object({
  invited: Type.Integer(),
  coming: Type.Integer(),
  delegated: Type.Integer(),
  declined: Type.Integer(),
  /** Invitations fulfilled by somebody who came. */
  represented: Type.Integer(),
});
export type ReplyCounts = Static<typeof ReplyCounts>;

const summary = {
  meetingId: Uuid,
  kind: OneOf(meetingKinds),
  title: Type.String(),
  place: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  hostAgency: Code,
  state: OneOf(meetingStates),
  counts: ReplyCounts,
};
export const MeetingSummary = Type.Object(summary);
export type MeetingSummary = Static<typeof MeetingSummary>;
export const MeetingPage = PageOf(MeetingSummary);

const speaker = { office: Line(200, 2), name: Line(120), topic: Line(300) };
export const Speaker = Type.Object({ speakerId: Uuid, ...speaker });
export type Speaker = Static<typeof Speaker>;

export const Meeting = Type.Object({
  ...summary,
  theme: Type.String(),
  aims: Type.Array(Type.String()),
  replyBy: Nullable(Instant),
  openedBy: Type.String(),
  letterNumber: Type.String(),
  cancelReason: Type.String(),
  /** Of a demonstration whose source names no decisions: said wherever it is shown. */
  invented: Type.Boolean(),
  follows: Nullable(Type.Object({ meetingId: Uuid, title: Type.String(), startsAt: Instant })),
  legalBases: Type.Array(LegalBasis),
  speakers: Type.Array(Speaker),
  version: Type.Integer(),
  standing: OneOf(meetingStandings),
  abilities: Type.Array(Type.String()),
});
export type Meeting = Static<typeof Meeting>;

/** Which meetings a list shows: those still open, those behind us, or all. */
export const meetingViews = ['open', 'past', 'all'] as const;
export type MeetingView = (typeof meetingViews)[number];
export const MeetingListQuery = Type.Object({
  show: Type.Optional(OneOf(meetingViews)),
  after: Type.Optional(Cursor),
});

export const PlanMeeting = Type.Object(
  {
    meetingId: Uuid,
    kind: OneOf(meetingKinds),
    title: Line(200, 3),
    theme: Line(300),
    aims: Type.Array(Line(300, 3), { maxItems: 12 }),
    place: Line(200, 2),
    startsAt: Instant,
    endsAt: Instant,
    replyBy: Nullable(Instant),
    openedBy: Line(200),
    followsId: Nullable(Uuid),
    legalBases: Type.Array(Code, { maxItems: 10, uniqueItems: true }),
    speakers: Type.Array(Type.Object({ speakerId: Uuid, ...speaker }, { additionalProperties: false }), {
      maxItems: 20,
    }),
  },
  { additionalProperties: false },
);
export type PlanMeeting = Static<typeof PlanMeeting>;

export const MeetingAct = Type.Object({ meetingId: Uuid }, { additionalProperties: false });
export const CancelMeeting = Type.Object(
  { meetingId: Uuid, reason: Reason() },
  { additionalProperties: false },
);
export const MeetingResult = Type.Object({
  meetingId: Uuid,
  state: OneOf(meetingStates),
  version: Type.Integer(),
});
