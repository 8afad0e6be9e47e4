import { sql } from 'kysely';
import { Type } from 'typebox';
import { command } from '#platform/commands.ts';
import { problem } from '#platform/problems.ts';
import { Uuid } from '#platform/schemas.ts';
import '#services/commands/problems.ts';
import { planners, rosterReaders } from '#services/access.ts';
import { requireOpenProgramme } from '#services/commands/programmes.ts';
import { KeepAttendance, PlanSession, SessionPlanned } from '#services/schema.ts';

/** Adds a day to a programme. */
export const planSession = command({
  name: 'services/plan-session',
  summary: 'Add a day to a programme',
  may: planners,
  input: PlanSession,
  result: SessionPlanned,
  audit: (input) => ({
    act: 'programme.session-planned',
    on: { kind: 'programme', id: input.programmeId },
    detail: { day: input.day },
  }),
  run: async (tx, viewer, input, sent) => {
    const programme = await requireOpenProgramme(tx, viewer, input.programmeId, { ...sent, basedOn: null });
    if (input.day < programme.startsOn || (programme.endsOn !== null && input.day > programme.endsOn))
      throw problem('session-outside', { field: 'day' });
    await sql`
      insert into programme_sessions (session_id, programme_id, day, title)
      values (${input.sessionId}, ${input.programmeId}, ${input.day}, ${input.title})`.execute(tx);
    return { sessionId: input.sessionId, programmeId: input.programmeId };
  },
});

/** Notes who was there on a day, place by place; what was noted before of the same day is replaced. */
export const keepAttendance = command({
  name: 'services/keep-attendance',
  summary: 'Note who was there on a day of a programme',
  may: rosterReaders,
  input: KeepAttendance,
  result: Type.Object({ sessionId: Uuid }),
  audit: async (input, _result, _viewer, tx) => ({
    act: 'programme.attendance-kept',
    on: { kind: 'session', id: input.sessionId },
    persons: await personsOf(
      tx,
      input.presences.map((it) => it.enrolmentId),
    ),
  }),
  run: async (tx, viewer, input) => {
    const found = await sql<{ programmeId: string; ownerAgency: string }>`
      select s.programme_id as "programmeId", p.owner_agency as "ownerAgency"
        from programme_sessions s
        join programmes p on p.city = s.city and p.programme_id = s.programme_id
       where s.city = (select app.city()) and s.session_id = ${input.sessionId}`.execute(tx);
    const [session] = found.rows;
    if (!session) throw problem('not-found');
    if (session.ownerAgency !== viewer.agencyCode) throw problem('not-allowed');
    const places = await sql<{ id: string }>`
      select enrolment_id as id from enrolments
       where city = (select app.city()) and programme_id = ${session.programmeId} and state <> 'refused'
         and enrolment_id = any (${input.presences.map((it) => it.enrolmentId)}::uuid[])`.execute(tx);
    const known = new Set(places.rows.map((row) => row.id));
    if (input.presences.some((it) => !known.has(it.enrolmentId)))
      throw problem('place-of-another-programme', { field: 'presences' });
    for (const { enrolmentId, presence } of input.presences)
      await sql`
        insert into session_attendance (session_id, enrolment_id, presence) values (${input.sessionId}, ${enrolmentId}, ${presence})
        on conflict (city, session_id, enrolment_id)
        do update set presence = excluded.presence, noted_by = app.viewer_staff(), noted_at = now()`.execute(
        tx,
      );
    return { sessionId: input.sessionId };
  },
});

async function personsOf(
  tx: Parameters<typeof requireOpenProgramme>[0],
  places: string[],
): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select person_id as id from enrolments
     where city = (select app.city()) and enrolment_id = any (${places}::uuid[])`.execute(tx);
  return found.rows.map((row) => row.id);
}
