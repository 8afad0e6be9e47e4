import { sql } from 'kysely';
import { Type } from 'typebox';
import { complain } from '#custody/commands.ts';
import { command } from '#platform/commands.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { Code, Uuid } from '#platform/schemas.ts';
import '#services/commands/problems.ts';
import { findProgramme } from '#services/queries/programmes.ts';
import { ComplainOfProgramme } from '#services/schema.ts';

/**
 * A complaint by or for a child about a programme: it is about the host, or the owner where there is none, and is read by
 * an agency that is neither host nor owner nor partner.
 */
export const complainOfProgramme = command({
  name: 'services/complain',
  summary: 'Write down a complaint about a programme, to be read outside it',
  may: complain.may,
  input: ComplainOfProgramme,
  result: Type.Object({ complaintId: Uuid, toAgency: Code }),
  audit: (input, result) => ({
    act: 'complaint.written',
    on: { kind: 'complaint', id: input.complaintId },
    persons: input.personId ? [input.personId] : [],
    detail: { programme: input.programmeId, to: result.toAgency },
  }),
  run: async (tx, viewer, { programmeId, ...input }, sent) => {
    const programme = await findProgramme(tx, programmeId);
    if (!programme) throw problem('not-found');
    const aboutAgency = programme.hostAgency ?? programme.ownerAgency;
    const written = await complain.run(tx, viewer, { ...input, aboutAgency }, sent);
    if (!('toAgency' in written)) return written;
    if ((await insiders(tx, programmeId)).has(written.toAgency))
      throw problem('complaint-reader-inside', { field: 'toAgency' });
    return written;
  },
});

async function insiders(tx: Tx, programmeId: string): Promise<Set<string>> {
  const found = await sql<{ code: string }>`
    select unnest(array[owner_agency, host_agency]) as code from programmes
     where city = (select app.city()) and programme_id = ${programmeId}
     union
    select agency_code from programme_partners where city = (select app.city()) and programme_id = ${programmeId}`.execute(
    tx,
  );
  return new Set(found.rows.map((row) => row.code));
}
