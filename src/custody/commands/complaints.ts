import { sql } from 'kysely';
import { Type } from 'typebox';
import { requireCode } from '#areas/queries.ts';
import { custodyRoles } from '#custody/access.ts';
import { dayOf, momentOf } from '#custody/commands/common.ts';
import { complaintReaders } from '#custody/rules.ts';
import { AnswerComplaint, Complain } from '#custody/schema.ts';
import { standingsTowards } from '#persons/queries.ts';
import { command } from '#platform/commands.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { Code, Uuid } from '#platform/schemas.ts';

/** A complaint by or for a child: written here, read only by an agency outside the unit it is about. */
export const complain = command({
  name: 'custody/complain',
  summary: 'Write down a complaint by or for a child',
  may: custodyRoles,
  input: Complain,
  result: Type.Object({ complaintId: Uuid, toAgency: Code }),
  audit: (input, result) => ({
    act: 'complaint.written',
    on: { kind: 'complaint', id: input.complaintId },
    persons: input.personId ? [input.personId] : [],
    detail: { about: input.aboutAgency, to: result.toAgency },
  }),
  run: async (tx, viewer, input, sent) => {
    const at = momentOf(input.at, sent);
    const day = dayOf(viewer, at);
    if (input.personId && (await standingsTowards(tx, viewer, input.personId)).length === 0)
      throw problem('not-found');
    await requireCode(tx, { list: 'complaint_subject', code: input.subject, day, field: 'subject' });
    const toAgency = input.toAgency ?? (await readerOf(tx, input.aboutAgency));
    await requireOutside(tx, { about: input.aboutAgency, to: toAgency });
    await requireReader(tx, toAgency);
    await sql`
      insert into complaints (complaint_id, person_id, about_agency, to_agency, subject, said, said_by, occurred_at)
      values (${input.complaintId}, ${input.personId ?? null}, ${input.aboutAgency}, ${toAgency}, ${input.subject}, ${input.said}, ${input.saidBy}, ${at})`.execute(
      tx,
    );
    return { complaintId: input.complaintId, toAgency };
  },
});

/** The agency that reads complaints answers one. */
export const answerComplaint = command({
  name: 'custody/answer-complaint',
  summary: 'Answer a complaint',
  may: complaintReaders,
  input: AnswerComplaint,
  result: Type.Object({ complaintId: Uuid }),
  audit: async (input, _result, _viewer, tx) => ({
    act: 'complaint.answered',
    on: { kind: 'complaint', id: input.complaintId },
    persons: await personsOf(tx, input.complaintId),
  }),
  run: async (tx, viewer, input) => {
    const found = await sql<{ answered: boolean }>`
      select answer is not null as answered from complaints
       where city = (select app.city()) and complaint_id = ${input.complaintId} and to_agency = ${viewer.agencyCode} for update`.execute(
      tx,
    );
    const [complaint] = found.rows;
    if (!complaint) throw problem('not-found');
    // What the child was told stays: a second answer would take the place of the first.
    if (complaint.answered) throw problem('complaint-answered');
    await sql`
      update complaints set answer = ${input.answer}, answered_by = app.viewer_staff(), answered_at = now()
       where city = (select app.city()) and complaint_id = ${input.complaintId} and to_agency = ${viewer.agencyCode}`.execute(
      tx,
    );
    return { complaintId: input.complaintId };
  },
});

// The agency that answers is not told by id which child it was; the log of the child is.
async function personsOf(tx: Tx, complaintId: string): Promise<string[]> {
  const found = await sql<{ person_id: string }>`
    select person_id from complaints
     where city = (select app.city()) and complaint_id = ${complaintId} and person_id is not null`.execute(
    tx,
  );
  return found.rows.map((row) => row.person_id);
}

/** Who reads complaints about an agency: whom the city chose; about that one itself somebody has to choose another. */
async function readerOf(tx: Tx, about: string): Promise<string> {
  const found = await sql<{ agency: string }>`
    select value #>> '{}' as agency from settings
     where city = (select app.city()) and key = 'complaintAgency' and value #>> '{}' <> ${about}`.execute(tx);
  const agency = found.rows[0]?.agency;
  if (!agency) throw problem('complaint-not-outside', { field: 'toAgency' });
  return agency;
}

async function requireReader(tx: Tx, to: string): Promise<void> {
  const found = await sql<{ read: boolean }>`
    select exists (select 1 from staff where city = (select app.city()) and agency_code = ${to} and state = 'active'
      and role = any (${complaintReaders})) as read`.execute(tx);
  if (!found.rows[0]?.read) throw problem('complaint-unread', { field: 'toAgency' });
}

async function requireOutside(tx: Tx, way: { about: string; to: string }): Promise<void> {
  const found = await sql<{ about: string; to: string | null; near: boolean }>`
    select a.agency_code as about, t.agency_code as to,
           coalesce(t.agency_code = a.agency_code or t.parent_code = a.agency_code or a.parent_code = t.agency_code, false) as near
      from agencies a
      left join agencies t on t.city = a.city and t.agency_code = ${way.to}
     where a.city = (select app.city()) and a.agency_code = ${way.about}`.execute(tx);
  const row = found.rows[0];
  if (!row) throw problem('code-not-valid', { field: 'aboutAgency', list: 'agency' });
  if (!row.to) throw problem('code-not-valid', { field: 'toAgency', list: 'agency' });
  if (row.near) throw problem('complaint-not-outside', { field: 'toAgency' });
}
