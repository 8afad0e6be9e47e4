import { sql } from 'kysely';
import '#meetings/commands/follow-up-problems.ts';
import { decisionAbilities, minuteTakers, requireStanding } from '#meetings/access/follow-up.ts';
import { findDecidingMeeting, standingsToHost } from '#meetings/queries/decisions.ts';
import { findMinutes } from '#meetings/queries/minutes.ts';
import { MinutesChanged, SignMinutes, WriteMinutes } from '#meetings/schema/minutes.ts';
import { command } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'minutes-signed': {
    status: 409,
    id: 'Notulen ini sudah disahkan; isinya tidak berubah lagi.',
    en: 'These minutes are signed; their words no longer change.',
  },
  'minutes-missing': {
    status: 409,
    id: 'Tulis notulennya dahulu.',
    en: 'Write the minutes first.',
  },
});

const told = (act: string) => (input: { meetingId: string }) => ({
  act,
  on: { kind: 'meeting', id: input.meetingId },
});

/** Writes the minutes, or over the draft that was read: somebody else's later words are not lost. */
export const writeMinutes = command({
  name: 'minutes/write',
  summary: 'Write the minutes of a meeting',
  may: minuteTakers,
  input: WriteMinutes,
  result: MinutesChanged,
  audit: told('minutes.written'),
  run: async (tx, viewer, input, sent) => {
    const { meetingId } = input;
    await requireTaker(tx, viewer, meetingId);
    const minutes = await findMinutes(tx, meetingId);
    if (minutes?.signedAt) throw problem('minutes-signed');
    if (Number(sent.basedOn ?? 0) !== (minutes?.version ?? 0)) throw problem('changed-meanwhile');
    const at = sent.world.now();
    await sql`
      insert into meeting_minutes (meeting_id, leader, note_taker, problems, solutions, proceedings, written_at)
      values (${meetingId}, ${input.leader}, ${input.noteTaker}, ${input.problems}, ${input.solutions}, ${input.proceedings}, ${at})
      on conflict (city, meeting_id) do update
         set leader = excluded.leader, note_taker = excluded.note_taker, problems = excluded.problems, solutions = excluded.solutions,
             proceedings = excluded.proceedings, written_by = app.viewer_staff(), written_at = excluded.written_at,
             version = meeting_minutes.version + 1`.execute(tx);
    return { meetingId, version: (minutes?.version ?? 0) + 1 };
  },
});

/** Signs the minutes of a meeting that was held; from then on everybody it is open to reads them. */
export const signMinutes = command({
  name: 'minutes/sign',
  summary: 'Sign the minutes of a meeting',
  may: minuteTakers,
  input: SignMinutes,
  result: MinutesChanged,
  audit: told('minutes.signed'),
  run: async (tx, viewer, { meetingId }, sent) => {
    const { state } = await requireTaker(tx, viewer, meetingId);
    const minutes = await findMinutes(tx, meetingId);
    if (!minutes) throw problem('minutes-missing');
    if (minutes.signedAt) throw problem('minutes-signed');
    if (state !== 'held' && state !== 'closed') throw problem('meeting-not-held');
    if (sent.basedOn !== null && Number(sent.basedOn) !== minutes.version) throw problem('changed-meanwhile');
    await sql`
      update meeting_minutes set signed_at = ${sent.world.now()}, version = version + 1
       where city = (select app.city()) and meeting_id = ${meetingId}`.execute(tx);
    return { meetingId, version: minutes.version + 1 };
  },
});

async function requireTaker(tx: Tx, viewer: Viewer, meetingId: string) {
  const meeting = await findDecidingMeeting(tx, meetingId);
  if (!meeting) throw problem('not-found');
  requireStanding(viewer, standingsToHost(viewer, meeting.hostAgency), decisionAbilities.write);
  if (meeting.state === 'cancelled') throw problem('meeting-cancelled');
  return meeting;
}
