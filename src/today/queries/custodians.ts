import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import type { Custodian } from '#today/schema/today.ts';

type Row = {
  custody_id: string;
  person_id: string;
  kind: string;
  agency_code: string | null;
  facility: string;
  since: Date;
};

/** Who has each of these persons in care now, over all records of the same person. */
export async function presentCustodians(
  tx: Tx,
  personIds: readonly string[],
): Promise<Map<string, Custodian>> {
  if (personIds.length === 0) return new Map();
  const found = await sql<Row>`
    select distinct on (a.person_id) a.person_id, i.custody_id, i.custodian_kind as kind, i.agency_code, i.facility, i.started_at as since
      from person_alias a
      join custody_intervals i on i.city = a.city and i.person_id = a.same_as and i.ended_at is null and not i.set_aside
     where a.city = (select app.city()) and a.person_id = any (${personIds}::uuid[])
     order by a.person_id, i.disputed, i.started_at desc`.execute(tx);
  return new Map(
    found.rows.map((row) => [
      row.person_id,
      {
        custodyId: row.custody_id,
        kind: row.kind,
        agencyCode: row.agency_code,
        facility: row.facility,
        since: row.since.toISOString(),
      },
    ]),
  );
}
