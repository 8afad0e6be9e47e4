import { actsIn, type MeetingAbility, meetingStandingsOf, requireMeetingAbility } from '#meetings/access.ts';
import { findMeetingTies, type TiedMeeting } from '#meetings/queries/meetings.ts';
import type { MeetingState } from '#meetings/schema/meetings.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'meeting-not-in-state': {
    status: 409,
    id: 'Rapat ini sudah berubah keadaannya; langkah ini tidak berlaku lagi.',
    en: 'This meeting is in another state now; this step no longer applies.',
  },
});

/** Takes a meeting for writing, as one who may do this with it, in a state in which it can be done. */
export async function takeMeeting(
  tx: Tx,
  viewer: Viewer,
  meetingId: string,
  { ability, basedOn }: { ability: MeetingAbility; basedOn?: string | number | null },
): Promise<TiedMeeting> {
  const found = await findMeetingTies(tx, meetingId);
  if (!found) throw problem('not-found');
  requireMeetingAbility(viewer, meetingStandingsOf(viewer, found), ability);
  const states: readonly MeetingState[] = actsIn[ability];
  if (!states.includes(found.state)) throw problem('meeting-not-in-state', { state: found.state });
  if (basedOn !== null && basedOn !== undefined && Number(basedOn) !== found.version)
    throw problem('changed-meanwhile', { version: found.version });
  return found;
}
