import { sql } from 'kysely';
import { findCase } from '#cases/queries/find.ts';
import { takeMeeting } from '#meetings/commands/take.ts';
import { ConferenceCase, ConferenceResult } from '#meetings/schema/conference.ts';
import { standingsTowards } from '#persons/queries.ts';
import { command } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'not-a-conference': {
    status: 422,
    id: 'Kasus hanya dibahas dalam pembahasan kasus. Rapat lain tidak memuat data anak.',
    en: 'Cases are spoken of in a case conference alone. Other meetings hold no data of a child.',
  },
});

const team = ['social_worker', 'supervisor'] as const;
const told =
  (act: string) => (input: { meetingId: string; caseId: string }, result: { personId: string }) => ({
    act,
    on: { kind: 'meeting', id: input.meetingId },
    persons: [result.personId],
    detail: { case: input.caseId },
  });

/** Puts a case of one's own before a conference; whoever is invited sees it only by a standing of their own. */
export const attachCase = command({
  name: 'meetings/attach-case',
  summary: 'Put a case before a case conference',
  may: team,
  input: ConferenceCase,
  result: ConferenceResult,
  audit: told('meeting.case-attached'),
  run: async (tx, viewer, { meetingId, caseId }) => {
    const personId = await personOf(tx, viewer, { meetingId, caseId });
    await sql`
      insert into meeting_cases (meeting_id, case_id, person_id) values (${meetingId}, ${caseId}, ${personId})
      on conflict (city, meeting_id, case_id) do nothing`.execute(tx);
    return { meetingId, caseId, personId };
  },
});

/** Takes a case off a conference again. */
export const detachCase = command({
  name: 'meetings/detach-case',
  summary: 'Take a case off a case conference',
  may: team,
  input: ConferenceCase,
  result: ConferenceResult,
  audit: told('meeting.case-detached'),
  run: async (tx, viewer, { meetingId, caseId }) => {
    const personId = await personOf(tx, viewer, { meetingId, caseId });
    await sql`
      delete from meeting_cases where city = (select app.city()) and meeting_id = ${meetingId} and case_id = ${caseId}`.execute(
      tx,
    );
    return { meetingId, caseId, personId };
  },
});

async function personOf(tx: Tx, viewer: Viewer, it: { meetingId: string; caseId: string }): Promise<string> {
  const meeting = await takeMeeting(tx, viewer, it.meetingId, { ability: 'attachCase' });
  if (meeting.kind !== 'CASE_CONFERENCE') throw problem('not-a-conference', { field: 'meetingId' });
  const row = await findCase(tx, it.caseId);
  const held = row ? await standingsTowards(tx, viewer, row.person_id) : [];
  if (!row || !viewer.lock.standingAllows(held, ['caseTeam'])) throw problem('not-found');
  return row.person_id;
}
