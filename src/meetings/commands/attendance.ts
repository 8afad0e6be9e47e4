import '#meetings/commands/replies.ts';
import { sql } from 'kysely';
import { callers } from '#meetings/access.ts';
import { takeMeeting } from '#meetings/commands/take.ts';
import { CheckIn, CheckInResult } from '#meetings/schema/attendance.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'invitation-not-of-meeting': {
    status: 422,
    id: 'Undangan ini bukan untuk rapat ini, atau sudah ditarik.',
    en: 'This invitation is not for this meeting, or was taken back.',
  },
});
constraintsOf({ attendances_pkey: { code: 'command-id-reused', field: 'attendanceId' } });

/**
 * The desk writes down who came, by the list or by the code of the letter. Its time is when they came, also when the
 * desk had no network and sent it later. For an invitation fulfilled already the first answer is given again.
 */
export const checkIn = command({
  name: 'meetings/check-in',
  summary: 'Record who came to a meeting',
  may: callers,
  input: CheckIn,
  result: CheckInResult,
  audit: (input, result) => ({
    act: 'meeting.checked-in',
    on: { kind: 'meeting', id: input.meetingId },
    detail: {
      attendance: result.attendanceId,
      invitations: input.invitationIds.length,
      already: result.already,
    },
  }),
  run: async (tx, viewer, input, sent) => {
    const { meetingId } = input;
    const meeting = await takeMeeting(tx, viewer, meetingId, { ability: 'checkIn' });
    const day = (at: Date) => cityDate(at, viewer.city.timeZone);
    const arrived = day(sent.occurredAt);
    if (arrived < day(meeting.startsAt) || arrived > day(meeting.endsAt)) throw problem('check-in-closed');
    const asked = await lockInvitations(tx, meetingId, input.invitationIds);
    const free = asked.filter((it) => !it.attendanceId).map((it) => it.invitationId);
    const known = asked.find((it) => it.attendanceId)?.attendanceId ?? null;
    if (known && free.length === 0) return { meetingId, ...(await attended(tx, known)), already: true };
    const same = await samePerson(tx, input);
    if (!same) await write(tx, input, { arrivedAt: sent.occurredAt, body: asked[0]?.body ?? '' });
    const attendanceId = same ?? input.attendanceId;
    await sql`
      insert into attendance_for (invitation_id, attendance_id)
      select w.id, ${attendanceId} from unnest(${free}::uuid[]) as w (id)`.execute(tx);
    return { meetingId, ...(await attended(tx, attendanceId)), already: same !== null && free.length === 0 };
  },
});

type Asked = { invitationId: string; attendanceId: string | null; body: string };

// Locked, so that two desks that scan one code at the same time do not both count it.
async function lockInvitations(tx: Tx, meetingId: string, ids: readonly string[]): Promise<Asked[]> {
  await sql`
    select 1 from invitations
     where city = (select app.city()) and invitation_id = any (${ids}::uuid[]) order by invitation_id for update`.execute(
    tx,
  );
  const found = await sql<Asked>`
    select i.invitation_id as "invitationId", f.attendance_id as "attendanceId", coalesce(g.name_id, '') as body
      from invitations i
      left join agencies g on g.city = i.city and g.agency_code = i.agency_code
      left join attendance_for f on f.city = i.city and f.invitation_id = i.invitation_id
     where i.city = (select app.city()) and i.meeting_id = ${meetingId} and i.invitation_id = any (${ids}::uuid[]) and i.withdrawn_at is null
     order by i.number`.execute(tx);
  if (found.rows.length < ids.length) throw problem('invitation-not-of-meeting', { field: 'invitationIds' });
  return found.rows;
}

// Under the same name and number somebody came already, with the code of another village: one person for both.
async function samePerson(tx: Tx, { meetingId, name, contact }: CheckIn): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select attendance_id as id from attendances
     where city = (select app.city()) and meeting_id = ${meetingId} and contact <> '' and contact = ${contact} and lower(name) = lower(${name})
     order by arrived_at limit 1`.execute(tx);
  return found.rows[0]?.id ?? null;
}

type Written = { readonly arrivedAt: Date; readonly body: string };

async function write(tx: Tx, input: CheckIn, { arrivedAt, body }: Written): Promise<void> {
  await sql`
    insert into attendances (meeting_id, attendance_id, name, office, body, contact, way, arrived_at)
    values (${input.meetingId}, ${input.attendanceId}, ${input.name}, ${input.office}, ${body || input.body}, ${input.contact},
            ${input.way}, ${arrivedAt})`.execute(tx);
}

async function attended(tx: Tx, attendanceId: string) {
  const found = await sql<{ name: string; arrived_at: Date }>`
    select name, arrived_at from attendances where city = (select app.city()) and attendance_id = ${attendanceId}`.execute(
    tx,
  );
  const row = found.rows[0];
  if (!row) throw problem('not-found');
  return { attendanceId, name: row.name, arrivedAt: row.arrived_at.toISOString() };
}
