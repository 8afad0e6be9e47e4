import { sql } from 'kysely';
import { type CaseRow, caseColumns } from '#cases/queries/find.ts';
import { discloseCases } from '#cases/queries/list.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';

/** The cases of a conference that exist for the viewer, whoever else is invited: by the standing towards each child. */
export async function listConferenceCases(tx: Tx, viewer: Viewer, meetingId: string, world: World) {
  const found = await sql<CaseRow>`
    select ${caseColumns}
      from meeting_cases mc
      join cases c on c.city = mc.city and c.case_id = mc.case_id
      join staff s on s.city = c.city and s.staff_id = c.worker_id
     where mc.city = (select app.city()) and mc.meeting_id = ${meetingId}
     order by c.case_number`.execute(tx);
  return discloseCases(tx, viewer, found.rows, world);
}
