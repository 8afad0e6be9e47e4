import '#meetings/commands/document-problems.ts';
import { sql } from 'kysely';
import { meetingForPapers, requireHost } from '#meetings/queries/documents/meeting.ts';
import { writePaper } from '#meetings/queries/documents/paper.ts';
import { type DocumentKind, letterNumber } from '#meetings/rules/documents.ts';
import { IssueLetter, LetterResult } from '#meetings/schema/documents.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { newLetterCode } from '#platform/typeset/letter-code.ts';

/** The paper gets its number and its code, and what stands in it changes no more. */
export const issueLetter = command({
  name: 'letters/issue',
  summary: 'Issue a paper of a meeting: number it and freeze it',
  may: ['coordinator', 'supervisor', 'social_worker'],
  input: IssueLetter,
  result: LetterResult,
  audit: (input) => ({
    act: 'letter.issued',
    on: { kind: 'meeting', id: input.meetingId },
    detail: { kind: input.kind, letter: input.letterId },
  }),
  run: async (tx, viewer, input, { world }) => {
    await requireHost(tx, viewer, input.meetingId);
    // An issued letter is in the language of the state, whoever issues it.
    const meeting = await meetingForPapers(tx, input.meetingId, 'id');
    if (meeting.state === 'cancelled') throw problem('meeting-called-off', { field: 'kind' });
    const year = Number(cityDate(world.now(), viewer.city.timeZone).slice(0, 4));
    const serial = await nextNumber(tx, year);
    const number = letterNumber({ kind: input.kind, serial, agencyCode: viewer.agencyCode, year });
    const code = newLetterCode();
    const contents = await writePaper(tx, {
      meeting,
      kind: input.kind,
      locale: 'id',
      city: viewer.city,
      world,
      issued: { number, code },
      signatory: input.signatory,
      words: input.words ?? '',
    });
    await sql`
      insert into letters (letter_id, kind, on_kind, on_id, year, serial, number, code, contents, issued_at)
      values (${input.letterId}, ${input.kind}, 'meeting', ${input.meetingId}, ${year}, ${serial}, ${number}, ${code},
              ${JSON.stringify(contents)}::jsonb, ${world.now()})`.execute(tx);
    await tellMeeting(tx, viewer, { ...input, number });
    return { letterId: input.letterId, number };
  },
});

// Drawn in the transaction of the letter: one that fails leaves no gap, and two at once wait for one another.
async function nextNumber(tx: Tx, year: number): Promise<number> {
  const found = await sql<{ last: number }>`
    insert into letter_counters (year, last) values (${year}, 1)
    on conflict (city, agency_code, year) do update set last = letter_counters.last + 1
    returning last`.execute(tx);
  const last = found.rows[0]?.last;
  if (last === undefined) throw new Error('no letter number was given out');
  return last;
}

async function tellMeeting(
  tx: Tx,
  viewer: Viewer,
  { kind, meetingId, number }: { kind: DocumentKind; meetingId: string; number: string },
): Promise<void> {
  if (kind !== 'INVITATION') return;
  await sql`
    update meetings
       set letter_number = ${number}
     where city = (select app.city()) and meeting_id = ${meetingId} and host_agency = ${viewer.agencyCode}`.execute(
    tx,
  );
}
