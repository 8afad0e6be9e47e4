import type pg from 'pg';
import type { KnownLists, PlannedImport } from '#operations/import/plan.ts';
import { stableId } from '#operations/import/plan.ts';
import type { ReportedOperation } from '#operations/schema/reported.ts';
import { timeZoneOf } from '#platform/database/service.ts';

/** The city's lists, read once for an import. */
export async function readKnown(client: pg.ClientBase): Promise<KnownLists> {
  const texts = async (sql: string) =>
    new Set((await client.query<{ it: string }>(sql)).rows.map((row) => row.it));
  const codes = (list: string) =>
    texts(`select code as it from codes where city = (select app.city()) and list = '${list}'`);
  const kinds = await client.query<{ code: string; approach: string }>(
    `select code, coalesce(extra ->> 'approach', '') as approach from codes where city = (select app.city()) and list = 'operation_kind'`,
  );
  const bases = await client.query<KnownLists['legalBases'][number]>(
    `select legal_basis_id as id, number, valid_from::text as "validFrom", valid_to::text as "validTo"
       from legal_bases where city = (select app.city()) order by length(number) desc`,
  );
  return {
    timeZone: await timeZoneOf(client),
    agencies: await texts('select agency_code as it from agencies where city = (select app.city())'),
    areas: await texts(`select area_code as it from areas where area_code like (select app.city()) || '.%'`),
    activities: await codes('street_activity'),
    locationTypes: await codes('location_type'),
    approaches: new Map(kinds.rows.map((row) => [row.code, row.approach])),
    legalBases: bases.rows,
  };
}

/** Whether a record is stored already, and as it is in the file. */
export async function findStored(
  client: pg.ClientBase,
  record: ReportedOperation,
): Promise<'none' | 'same' | 'other'> {
  const found = await client.query<{ same: boolean }>(
    'select original = $2::jsonb as same from operation_reports where city = (select app.city()) and external_id = $1',
    [record.id, JSON.stringify(record)],
  );
  const row = found.rows[0];
  if (!row) return 'none';
  return row.same ? 'same' : 'other';
}

/** Stores one reported operation with its report and its unidentified encounters, and says so in the audit log. */
export async function writeImport(
  client: pg.ClientBase,
  record: ReportedOperation,
  plan: PlannedImport,
): Promise<void> {
  await client.query(
    `insert into operations (operation_id, kind, state, title, lead_agency, planned_from, planned_to)
     values ($1, $2, 'reported', $3, $4, $5, $6)`,
    [plan.operationId, plan.kind, plan.title, record.lead, plan.from, plan.to],
  );
  await client.query(
    'insert into operation_agencies (operation_id, agency_code) select $1, unnest($2::text[]) on conflict do nothing',
    [plan.operationId, plan.partners],
  );
  await client.query(
    'insert into operation_legal_bases (operation_id, legal_basis_id) select $1, unnest($2::text[])',
    [plan.operationId, plan.legalBases],
  );
  for (const [n, site] of plan.sites.entries())
    await client.query(
      'insert into operation_sites (operation_id, site_no, area_code, location_type, place) values ($1, $2, $3, $4, $5)',
      [plan.operationId, n + 1, site.areaCode, site.locationType, site.place],
    );
  await client.query(
    `insert into operation_reports (operation_id, external_id, source, path, reported, original, flags)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      plan.operationId,
      record.id,
      record.source ?? '',
      record.path ?? [],
      JSON.stringify(record.reported),
      JSON.stringify(record),
      [...new Set(plan.flags)],
    ],
  );
  await writePersons(client, record, plan);
  await client.query(
    `insert into audit_rows (act, on_kind, on_id, detail) values ('operation.imported', 'operation', $1, $2)`,
    [plan.operationId, JSON.stringify({ externalId: record.id, persons: plan.persons })],
  );
}

async function writePersons(
  client: pg.ClientBase,
  record: ReportedOperation,
  { operationId, persons, person, noon, approach }: PlannedImport,
): Promise<void> {
  const ids = Array.from({ length: persons }, (_, n) => stableId(`${record.id} person ${n + 1}`));
  await client.query(
    `insert into encounters (encounter_id, person_id, operation_id, occurred_at, agency_code, approach, activity, location_type, area_code, age_class, sex, from_report)
     select unnest($1::uuid[]), null, $2, $3, $4, $5, $6, $7, $8, $9, $10, true`,
    [
      ids,
      operationId,
      noon,
      record.lead,
      approach,
      person.activity,
      person.locationType,
      person.areaCode,
      person.ageClass,
      person.sex,
    ],
  );
}
