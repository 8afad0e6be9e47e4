// Who may see and do what with a meeting. It holds no child: the cases of a conference follow the standing towards each child.
import { type MeetingStanding, type MeetingState, meetingStandings } from '#meetings/schema/meetings.ts';
import type { Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { type StaffRole, staffRoles } from '#platform/roles.ts';

/** Everybody at work reads the meetings their agency is invited to; which these are, the tables say. */
export const meetingReaders = staffRoles;

/** Roles that call meetings for their own agency; of which kind, `kindsFor` in the rules says. */
export const callers = ['coordinator', 'supervisor', 'social_worker'] as const satisfies StaffRole[];

/** Roles that review the meetings of others. */
const reviewers = ['coordinator', 'auditor', 'data_protection_officer'] as const;
/** Roles that may read by name who came: those that call meetings, of their own, and those that review them. */
export const attendanceReaders = [...callers, 'auditor', 'data_protection_officer'] as const;

export const meetingAbilities = {
  /** Changes what it is called for, when and where. */
  change: ['host'],
  /** Asks offices and persons to come, and takes an invitation back. */
  invite: ['host'],
  /** Calls it off. */
  cancel: ['host'],
  /** Says that it has begun. */
  hold: ['host'],
  /** Writes down who came. */
  checkIn: ['host'],
  /** Puts a case before a conference; the standing towards its child is asked besides. */
  attachCase: ['host'],
  /** Ends it: from here on only its follow-up changes. */
  close: ['host'],
  /** Answers the invitation of the own agency. */
  reply: ['invited'],
} satisfies Record<string, readonly MeetingStanding[]>;
export type MeetingAbility = keyof typeof meetingAbilities;

/** In which states each act has a meaning. */
export const actsIn = {
  change: ['planned', 'invited'],
  invite: ['planned', 'invited'],
  cancel: ['planned', 'invited'],
  hold: ['planned', 'invited'],
  checkIn: ['planned', 'invited', 'held'],
  attachCase: ['planned', 'invited', 'held'],
  close: ['held'],
  reply: ['invited'],
} satisfies Record<MeetingAbility, readonly MeetingState[]>;

export type MeetingTies = {
  readonly hostAgency: string;
  /** An invitation of the viewer's agency stands. */
  readonly invited: boolean;
};

/** Everything the viewer is to a meeting that the database let through, the strongest first. */
export function meetingStandingsOf(viewer: Viewer, ties: MeetingTies): MeetingStanding[] {
  const roles: readonly StaffRole[] = callers;
  const held = {
    host: ties.hostAgency === viewer.agencyCode && roles.includes(viewer.role),
    invited: ties.invited,
    reader: true,
  } satisfies Record<MeetingStanding, boolean>;
  return meetingStandings.filter((standing) => held[standing]);
}

/** Whether someone of these standings may do it, in this state of the meeting. */
export function mayDoWithMeeting(
  viewer: Viewer,
  held: readonly MeetingStanding[],
  it: { readonly ability: MeetingAbility; readonly state: MeetingState },
): boolean {
  const states: readonly MeetingState[] = actsIn[it.ability];
  return states.includes(it.state) && viewer.lock.standingAllows(held, meetingAbilities[it.ability]);
}

/** Refuses with `not-allowed` who may see the meeting but not do this. */
export function requireMeetingAbility(
  viewer: Viewer,
  held: readonly MeetingStanding[],
  ability: MeetingAbility,
): void {
  if (!viewer.lock.standingAllows(held, meetingAbilities[ability])) throw problem('not-allowed');
}

/** Whether the viewer may read by name who came. */
export function mayReadAttendance(viewer: Viewer, held: readonly MeetingStanding[]): boolean {
  return viewer.lock.standingAllows(held, ['host']) || viewer.lock.mayUse(viewer.role, reviewers);
}
