import { sql } from 'kysely';
import { decisionAbilities } from '#meetings/access/follow-up.ts';
import { findDecidingMeeting, standingsToHost } from '#meetings/queries/decisions.ts';
import type { Minutes, MinutesAnswer } from '#meetings/schema/minutes.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

/** The minutes of a meeting as they are kept, whoever asks. */
export async function findMinutes(tx: Tx, meetingId: string): Promise<Minutes | null> {
  const found = await sql<
    Omit<Minutes, 'signedAt' | 'writtenAt'> & { signedAt: Date | null; writtenAt: Date }
  >`
    select n.leader, n.note_taker as "noteTaker", n.problems, n.solutions, n.proceedings, n.signed_at as "signedAt",
           s.name as "writtenBy", n.written_at as "writtenAt", n.version
      from meeting_minutes n
      left join staff s on s.city = n.city and s.staff_id = n.written_by
     where n.city = (select app.city()) and n.meeting_id = ${meetingId}`.execute(tx);
  const [row] = found.rows;
  return row
    ? {
        ...row,
        signedAt: row.signedAt?.toISOString() ?? null,
        writtenAt: row.writtenAt.toISOString(),
      }
    : null;
}

/** The minutes as this viewer may read them: a draft is a matter of its host. */
export async function readMinutes(tx: Tx, viewer: Viewer, meetingId: string): Promise<MinutesAnswer> {
  const meeting = await findDecidingMeeting(tx, meetingId);
  if (!meeting) throw problem('not-found');
  const held = standingsToHost(viewer, meeting.hostAgency);
  const isHost = viewer.lock.standingAllows(held, decisionAbilities.write);
  const minutes = await findMinutes(tx, meetingId);
  const open = isHost && meeting.state !== 'cancelled' && !minutes?.signedAt;
  return {
    minutes: minutes && (isHost || minutes.signedAt) ? minutes : null,
    mayWrite: open,
    maySign: open && minutes !== null && (meeting.state === 'held' || meeting.state === 'closed'),
  };
}
