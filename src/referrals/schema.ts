import { type Static, Type } from 'typebox';
import { Kin, Person } from '#persons/schema.ts';
import {
  Code,
  Cursor,
  Day,
  Instant,
  Nullable,
  OneOf,
  PageOf,
  Prose,
  Reason,
  Uuid,
} from '#platform/schemas.ts';
import { disclosableFields } from '#referrals/rules.ts';

export const referralStates = ['sent', 'accepted', 'declined', 'completed', 'withdrawn'] as const;
export type ReferralState = (typeof referralStates)[number];

export const referralStandings = ['caseTeam', 'receiver', 'formerReceiver', 'coordinator'] as const;
/** What a viewer is to a referral: of the team that asks, of the agency asked while it is open or after, or counting. */
export type ReferralStanding = (typeof referralStandings)[number];

/** One line of a list; the single read shows the same in its head. */
export const ReferralItem = Type.Object({
  referralId: Uuid,
  number: Type.String(),
  dutyCode: Code,
  fromAgency: Code,
  toAgency: Code,
  state: OneOf(referralStates),
  sentAt: Instant,
  clockDays: Type.Integer(),
  dueAt: Instant,
  /** Working minutes left, negative when past; null while paused and after the end. */
  minutesLeft: Nullable(Type.Integer()),
  pausedSince: Nullable(Instant),
  pauseReason: Nullable(Type.String()),
  escalated: Type.Boolean(),
  answeredBy: Nullable(Type.String()),
  answeredAt: Nullable(Instant),
  closedAt: Nullable(Instant),
  standing: OneOf(referralStandings),
  person: Nullable(Person),
});
export type ReferralItem = Static<typeof ReferralItem>;

/** One disclosed field with its value; which of the value's forms it has is in rules.ts. Name, age and sex are the person's. */
export const DisclosedField = Type.Object({
  field: OneOf(disclosableFields),
  text: Type.Optional(Type.String()),
  codes: Type.Optional(Type.Array(Type.String())),
  kin: Type.Optional(Type.Array(Kin)),
});
export type DisclosedField = Static<typeof DisclosedField>;

export const ReferralAnswer = Type.Object({
  kind: OneOf(['accepted', 'declined', 'completed', 'withdrawn'] as const),
  reasonCode: Nullable(Type.String()),
  text: Type.String(),
  by: Nullable(Type.String()),
  at: Instant,
  /** Written down by the team that asked, from the reply slip. */
  onPaper: Type.Boolean(),
});
export type ReferralAnswer = Static<typeof ReferralAnswer>;

export const ReferralPause = Type.Object({
  from: Instant,
  to: Nullable(Instant),
  reasonCode: Type.String(),
  reason: Type.String(),
  by: Nullable(Type.String()),
});
export type ReferralPause = Static<typeof ReferralPause>;

export const ReferralRecord = Type.Object({
  referral: ReferralItem,
  /** The ground on which that agency is asked. */
  dutyBasis: Nullable(Type.String()),
  sentBy: Nullable(Type.String()),
  caseId: Nullable(Uuid),
  planLine: Nullable(Type.Object({ planLineId: Uuid, goal: Type.String(), dueOn: Day })),
  question: Nullable(Type.String()),
  /** Absent once the referral is closed to the agency that was asked. */
  disclosed: Nullable(
    Type.Object({
      fields: Type.Array(DisclosedField),
      withheld: Type.Array(OneOf(disclosableFields)),
    }),
  ),
  answers: Type.Array(ReferralAnswer),
  pauses: Type.Array(ReferralPause),
  /** Whether the agency asked answers here itself; else its reply slip is written down by the team. */
  hasDesk: Type.Boolean(),
  version: Type.Integer(),
  abilities: Type.Array(Type.String()),
});
export type ReferralRecord = Static<typeof ReferralRecord>;

export const ReferralPage = PageOf(ReferralItem);
export const queueViews = ['waiting', 'paused', 'closed'] as const;
export type QueueView = (typeof queueViews)[number];
export const ReferralListQuery = Type.Object({
  show: Type.Optional(OneOf(queueViews)),
  after: Type.Optional(Cursor),
});

/** How many are in each view, and how many of the waiting are late. */
export const QueueCounts = Type.Object({
  waiting: Type.Integer(),
  late: Type.Integer(),
  paused: Type.Integer(),
  closed: Type.Integer(),
});
export type QueueCounts = Static<typeof QueueCounts>;
export const ReferralList = Type.Object({
  items: Type.Array(ReferralItem),
  next: Nullable(Type.String()),
  counts: QueueCounts,
});

/** Breaches by the agency asked; numbers only. */
export const AgencyBreaches = Type.Object({
  agencyCode: Code,
  open: Type.Integer(),
  paused: Type.Integer(),
  late: Type.Integer(),
  escalated: Type.Integer(),
});
export type AgencyBreaches = Static<typeof AgencyBreaches>;
export const BreachList = Type.Object({
  agencies: Type.Array(AgencyBreaches),
  items: Type.Array(ReferralItem),
  next: Nullable(Type.String()),
});
export type BreachList = Static<typeof BreachList>;

/** A duty that a referral may ask for, the agencies that have it today, and its clock. */
export const DutyOption = Type.Object({
  dutyCode: Code,
  workingDays: Type.Integer(),
  agencies: Type.Array(
    Type.Object({
      agencyCode: Code,
      basis: Nullable(Type.String()),
      /** Whether somebody of that agency can open its queue here; else the letter goes on paper. */
      hasDesk: Type.Boolean(),
    }),
  ),
});
export type DutyOption = Static<typeof DutyOption>;

/** What the form for a new referral offers: duties, plan lines, and what each field would show. */
export const ReferralOptions = Type.Object({
  person: Person,
  caseNumber: Type.String(),
  duties: Type.Array(DutyOption),
  planLines: Type.Array(Type.Object({ planLineId: Uuid, goal: Type.String(), agencyCode: Code, dueOn: Day })),
  fields: Type.Array(DisclosedField),
});
export type ReferralOptions = Static<typeof ReferralOptions>;

export const SendReferral = Type.Object(
  {
    referralId: Uuid,
    caseId: Uuid,
    dutyCode: Code,
    toAgency: Code,
    question: Prose(2000, 5),
    discloses: Type.Array(OneOf(disclosableFields), {
      uniqueItems: true,
      maxItems: disclosableFields.length,
    }),
    planLineId: Type.Optional(Nullable(Uuid)),
  },
  { additionalProperties: false },
);
export type SendReferral = Static<typeof SendReferral>;

const onReferral = { referralId: Uuid };
export const AcceptReferral = Type.Object(
  { ...onReferral, note: Type.Optional(Prose(1000)) },
  { additionalProperties: false },
);
export const DeclineReferral = Type.Object(
  { ...onReferral, reasonCode: Code, text: Prose(1000, 3) },
  { additionalProperties: false },
);
export const CompleteReferral = Type.Object(
  { ...onReferral, result: Prose(4000, 3) },
  { additionalProperties: false },
);
export const WithdrawReferral = Type.Object(
  { ...onReferral, reason: Reason() },
  { additionalProperties: false },
);
export const PauseReferral = Type.Object(
  { ...onReferral, reasonCode: Code, reason: Type.Optional(Prose(500)) },
  { additionalProperties: false },
);
export const ResumeReferral = Type.Object(onReferral, { additionalProperties: false });

export const ReferralChanged = Type.Object({
  referralId: Uuid,
  state: OneOf(referralStates),
  dueAt: Instant,
  version: Type.Integer(),
  personId: Uuid,
});
export type ReferralChanged = Static<typeof ReferralChanged>;
