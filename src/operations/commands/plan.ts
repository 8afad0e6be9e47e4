import { sql } from 'kysely';
import { findInvalidCodes, isAreaOfCity } from '#areas/queries.ts';
import { planners, requireAbility, standingsTowards } from '#operations/access.ts';
import { findInvalidBases } from '#operations/queries.ts';
import { OperationResult, PlanOperation } from '#operations/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import { command, firstMoment } from '#platform/commands.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { type FieldProblem, problem, problemsOf } from '#platform/problems.ts';
import { requireWritten, takeOperation } from './take.ts';

problemsOf({
  'legal-basis-not-valid': {
    status: 422,
    id: 'Dasar hukum ini tidak berlaku pada tanggal operasi.',
    en: 'This legal basis is not valid on the date of the operation.',
  },
  'operation-too-long': {
    status: 422,
    id: 'Waktu selesai harus sesudah waktu mulai, paling lama tujuh hari.',
    en: 'The end must come after the start, at most seven days later.',
  },
});
constraintsOf({
  operation_times: { code: 'operation-too-long', field: 'plannedTo' },
  operations_pkey: { code: 'command-id-reused', field: 'operationId' },
  operations_city_lead_agency_fkey: { code: 'field-invalid', field: 'leadAgency' },
  operation_agencies_city_agency_code_fkey: { code: 'field-invalid', field: 'partnerAgencies' },
  operation_team_city_staff_id_fkey: { code: 'field-invalid', field: 'team' },
  operation_sites_area_code_fkey: { code: 'area-of-another-city', field: 'sites' },
});

/** Plans an operation: what kind, who leads and helps, whom it sends where, and on which legal basis. */
export const planOperation = command({
  name: 'operations/plan',
  summary: 'Plan an operation',
  may: planners,
  input: PlanOperation,
  result: OperationResult,
  audit: (input) => ({
    act: 'operation.planned',
    on: { kind: 'operation', id: input.operationId },
    detail: { kind: input.kind, lead: input.leadAgency },
  }),
  run: async (tx, viewer, input) => {
    const ties = { onTeam: false, leadAgency: input.leadAgency, partnerAgencies: [] };
    requireAbility(viewer, standingsTowards(viewer, ties), 'plan');
    await checkPlan(tx, viewer, input);
    await sql`
      insert into operations (operation_id, kind, title, lead_agency, planned_from, planned_to, instruction)
      values (${input.operationId}, ${input.kind}, ${input.title}, ${input.leadAgency}, ${input.plannedFrom}, ${input.plannedTo}, ${input.instruction})`.execute(
      tx,
    );
    await writeParts(tx, input);
    return { operationId: input.operationId, state: 'planned' as const, version: 1 };
  },
});

/** Changes an operation that has not begun; the old version stays in the history. */
export const changeOperation = command({
  name: 'operations/change',
  summary: 'Change a planned operation',
  may: planners,
  input: PlanOperation,
  result: OperationResult,
  audit: (input) => ({ act: 'operation.changed', on: { kind: 'operation', id: input.operationId } }),
  run: async (tx, viewer, input, sent) => {
    const { version } = await takeOperation(tx, viewer, input.operationId, {
      ability: 'change',
      basedOn: sent.basedOn,
    });
    const ties = { onTeam: false, leadAgency: input.leadAgency, partnerAgencies: [] };
    requireAbility(viewer, standingsTowards(viewer, ties), 'plan');
    await checkPlan(tx, viewer, input);
    const done = await sql`
      update operations
         set kind = ${input.kind}, title = ${input.title}, lead_agency = ${input.leadAgency}, planned_from = ${input.plannedFrom},
             planned_to = ${input.plannedTo}, instruction = ${input.instruction}, version = version + 1
       where city = (select app.city()) and operation_id = ${input.operationId} and version = ${version}`.execute(
      tx,
    );
    requireWritten(done);
    await clearParts(tx, input.operationId);
    await writeParts(tx, input);
    return { operationId: input.operationId, state: 'planned' as const, version: version + 1 };
  },
});

async function checkPlan(tx: Tx, viewer: Viewer, input: PlanOperation): Promise<void> {
  const from = new Date(input.plannedFrom);
  const to = new Date(input.plannedTo);
  if (!isPlausible(from)) throw problem('date-impossible', { field: 'plannedFrom' });
  if (!isPlausible(to)) throw problem('date-impossible', { field: 'plannedTo' });
  const day = cityDate(from, viewer.city.timeZone);
  const wrong = await findInvalidCodes(
    tx,
    [
      { list: 'operation_kind', code: input.kind, field: 'kind' },
      ...input.sites.map((site) => ({ list: 'location_type', code: site.locationType, field: 'sites' })),
    ],
    day,
  );
  const fields: FieldProblem[] = wrong.map((field) => ({ field, code: 'code-not-valid' }));
  for (const site of input.sites)
    if (site.areaCode && !(await isAreaOfCity(tx, site.areaCode)))
      fields.push({ field: 'sites', code: 'area-of-another-city' });
  const [first] = fields;
  if (first) throw problem(first.code, { field: first.field, fields });
  const bases = await findInvalidBases(tx, input.legalBases, day);
  if (bases.length > 0) throw problem('legal-basis-not-valid', { field: 'legalBases', bases, day });
}

function isPlausible(at: Date): boolean {
  return at.getTime() >= firstMoment && at.getTime() < Date.UTC(2100, 0, 1);
}

async function clearParts(tx: Tx, operationId: string): Promise<void> {
  await sql`delete from operation_agencies where city = (select app.city()) and operation_id = ${operationId}`.execute(
    tx,
  );
  await sql`delete from operation_sites where city = (select app.city()) and operation_id = ${operationId}`.execute(
    tx,
  );
  await sql`delete from operation_legal_bases where city = (select app.city()) and operation_id = ${operationId}`.execute(
    tx,
  );
  await sql`delete from operation_team where city = (select app.city()) and operation_id = ${operationId}`.execute(
    tx,
  );
}

async function writeParts(tx: Tx, input: PlanOperation): Promise<void> {
  const partners = input.partnerAgencies.filter((agency) => agency !== input.leadAgency);
  await sql`
    insert into operation_agencies (operation_id, agency_code)
    select ${input.operationId}, a from unnest(${partners}::text[]) as a`.execute(tx);
  await sql`
    insert into operation_sites (operation_id, site_no, area_code, location_type, place)
    select ${input.operationId}, s.no, s.area, s.location, s.place
      from jsonb_to_recordset(${JSON.stringify(
        input.sites.map((site, index) => ({
          no: index + 1,
          area: site.areaCode,
          location: site.locationType,
          place: site.place,
        })),
      )}::jsonb) as s (no int, area text, location text, place text)`.execute(tx);
  await sql`
    insert into operation_legal_bases (operation_id, legal_basis_id)
    select ${input.operationId}, b from unnest(${input.legalBases}::text[]) as b`.execute(tx);
  await sql`
    insert into operation_team (operation_id, staff_id)
    select ${input.operationId}, m from unnest(${input.team}::uuid[]) as m`.execute(tx);
}
