import { sql } from 'kysely';
import { type Ability, abilities, actsIn, mayDo, standingsTowards, type Ties } from '#operations/access.ts';
import { reportedFigures } from '#operations/rules/reported.ts';
import type { ReportedCounts } from '#operations/schema/reported.ts';
import type {
  Counts,
  LegalBasis,
  Operation,
  OperationState,
  OperationSummary,
  Site,
  TeamMember,
  Unaccounted,
} from '#operations/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';

type OperationRow = {
  operation_id: string;
  kind: string;
  state: OperationState;
  title: string;
  lead_agency: string;
  planned_from: Date;
  planned_to: Date;
  started_at: Date | null;
  closed_at: Date | null;
  instruction: string;
  version: number;
  on_team: boolean;
  partner_agencies: string[];
  areas: string[];
  encounters: number | null;
  under_18: number | null;
  adults: number | null;
  unknown: number | null;
  unaccounted: number | null;
  reported: ReportedCounts | null;
};

/** Whether the viewer is on the team of an operation `o`, and not only was from a former desk. */
export const onTeam = sql`exists (select 1 from operation_team t where t.city = o.city and t.operation_id = o.operation_id and t.staff_id = (select app.viewer_staff()) and t.ended_at is null)`;

const columns = sql`
  o.operation_id, o.kind, o.state, o.title, o.lead_agency, o.planned_from, o.planned_to, o.started_at, o.closed_at, o.instruction, o.version,
  ${onTeam} as on_team,
  array(select a.agency_code from operation_agencies a where a.city = o.city and a.operation_id = o.operation_id order by 1) as partner_agencies,
  array(select distinct s.area_code from operation_sites s where s.city = o.city and s.operation_id = o.operation_id and s.area_code is not null order by 1) as areas,
  k.encounters, k.under_18, k.adults, k.unknown, k.unaccounted,
  (select r.reported from operation_reports r where r.city = o.city and r.operation_id = o.operation_id) as reported`;

// Desks that only take part see what their agency takes part in.
const visible = sql`
  ((select app.viewer_role()) not in ('partner_desk', 'area_desk')
    or o.lead_agency = (select app.viewer_agency())
    or exists (select 1 from operation_agencies a where a.city = o.city and a.operation_id = o.operation_id and a.agency_code = (select app.viewer_agency()))
    or ${onTeam})`;

export type Filter = {
  readonly states: readonly OperationState[] | null;
  readonly mine: boolean;
  readonly on: { readonly from: Date; readonly to: Date } | null;
};
type PageKey = { readonly at: string; readonly operationId: string };

/** Operations of the city, latest planned first; 50 a page. */
export async function listOperations(
  tx: Tx,
  filter: Filter,
  after: PageKey | null,
): Promise<OperationSummary[]> {
  const found = await sql<OperationRow>`
    with page as (
      select o.city, o.operation_id
        from operations o
       where o.city = (select app.city())
         and (o.planned_from, o.operation_id) < (${after?.at ?? 'infinity'}::timestamptz, ${after?.operationId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
         and (${filter.states}::text[] is null or o.state = any (${filter.states}::text[]))
         and (${filter.on?.from ?? null}::timestamptz is null or (o.planned_from >= ${filter.on?.from ?? null}::timestamptz and o.planned_from < ${filter.on?.to ?? null}::timestamptz))
         and (not ${filter.mine}::boolean or ${onTeam})
         and ${visible}
       order by o.planned_from desc, o.operation_id desc
       limit 51)
    select ${columns}
      from page join operations o using (city, operation_id)
      left join app.operation_counts(array(select operation_id from page)) k on k.operation_id = o.operation_id
     order by o.planned_from desc, o.operation_id desc`.execute(tx);
  return found.rows.map(summaryOf);
}

/** What the viewer is to an operation, and the state it is in; null when it does not exist for the viewer. */
export async function findTies(
  tx: Tx,
  operationId: string,
): Promise<(Ties & { state: OperationState; version: number }) | null> {
  const found = await sql<Ties & { state: OperationState; version: number }>`
    select o.state, o.version, o.lead_agency as "leadAgency",
           ${onTeam} as "onTeam",
           array(select a.agency_code from operation_agencies a where a.city = o.city and a.operation_id = o.operation_id) as "partnerAgencies"
      from operations o
     where o.city = (select app.city()) and o.operation_id = ${operationId} and ${visible}`.execute(tx);
  return found.rows[0] ?? null;
}

/** One operation with its team, sites, legal bases and what the viewer may do with it. */
export async function findOperation(tx: Tx, viewer: Viewer, operationId: string): Promise<Operation | null> {
  const found = await sql<OperationRow>`
    select ${columns}
      from operations o
      left join app.operation_counts(array[${operationId}::uuid]) k on k.operation_id = o.operation_id
     where o.city = (select app.city()) and o.operation_id = ${operationId} and ${visible}`.execute(tx);
  const row = found.rows[0];
  if (!row) return null;
  const held = standingsTowards(viewer, {
    onTeam: row.on_team,
    leadAgency: row.lead_agency,
    partnerAgencies: row.partner_agencies,
  });
  const may = (ability: Ability) => {
    const states: readonly string[] = actsIn[ability];
    return states.includes(row.state) && mayDo(viewer, held, ability);
  };
  const all: readonly Ability[] = Object.keys(abilities).filter((it): it is Ability => it in abilities);
  return {
    ...summaryOf(row),
    partnerAgencies: row.partner_agencies,
    team: await listTeam(tx, operationId),
    sites: await listSites(tx, operationId),
    legalBases: await listBasesOf(tx, operationId),
    instruction: row.instruction,
    version: row.version,
    standing: held[0] ?? 'reader',
    abilities: all.filter(may),
    unaccounted: row.state === 'under_way' ? await listUnaccounted(tx, operationId) : [],
  };
}

function summaryOf(row: OperationRow): OperationSummary {
  return {
    operationId: row.operation_id,
    kind: row.kind,
    state: row.state,
    title: row.title,
    leadAgency: row.lead_agency,
    plannedFrom: row.planned_from.toISOString(),
    plannedTo: row.planned_to.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
    onTeam: row.on_team,
    areas: row.areas,
    counts: countsOf(row),
  };
}

// Of an operation that was only reported the source's own numbers count, not the encounters without a name behind them.
function countsOf(row: OperationRow): Counts {
  if (row.reported) {
    const { total, byClass } = reportedFigures(row.reported);
    const { UNDER_18: under18, ADULT: adults, UNKNOWN: unknown } = byClass;
    return { encounters: total, under18, adults, unknown, unaccounted: 0 };
  }
  return {
    encounters: row.encounters ?? 0,
    under18: row.under_18 ?? 0,
    adults: row.adults ?? 0,
    unknown: row.unknown ?? 0,
    unaccounted: row.unaccounted ?? 0,
  };
}

async function listTeam(tx: Tx, operationId: string): Promise<TeamMember[]> {
  const found = await sql<TeamMember>`
    select t.staff_id as "staffId", s.name, s.agency_code as "agencyCode", t.ended_at is not null as "left"
      from operation_team t join staff s on s.city = t.city and s.staff_id = t.staff_id
     where t.city = (select app.city()) and t.operation_id = ${operationId}
     order by s.agency_code, s.name`.execute(tx);
  return found.rows;
}

async function listSites(tx: Tx, operationId: string): Promise<Site[]> {
  const found = await sql<Site>`
    select area_code as "areaCode", location_type as "locationType", place
      from operation_sites
     where city = (select app.city()) and operation_id = ${operationId}
     order by site_no`.execute(tx);
  return found.rows;
}

/** A legal basis `b` as it crosses the wire. */
export const basisColumns = sql`
  b.legal_basis_id as "legalBasisId", b.kind, b.number, b.year, b.title, b.dated, b.valid_from as "validFrom", b.valid_to as "validTo",
  b.text_checked as "textChecked", b.note`;

/** The legal bases of an operation, each with the days from and to which it is valid. */
export async function listBasesOf(tx: Tx, operationId: string): Promise<LegalBasis[]> {
  const found = await sql<LegalBasis>`
    select ${basisColumns}
      from operation_legal_bases l join legal_bases b on b.city = l.city and b.legal_basis_id = l.legal_basis_id
     where l.city = (select app.city()) and l.operation_id = ${operationId}
     order by b.year, b.number`.execute(tx);
  return found.rows;
}

/** The city's dated list of legal bases, the retired ones included. */
export async function listLegalBases(tx: Tx): Promise<LegalBasis[]> {
  const found = await sql<LegalBasis>`
    select ${basisColumns}
      from legal_bases b
     where b.city = (select app.city())
     order by b.year desc, b.number, b.legal_basis_id
     limit 500`.execute(tx);
  return found.rows;
}

/** Those of these legal bases that are not in the list on a day. */
export async function findInvalidBases(tx: Tx, ids: readonly string[], day: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select w.id
      from unnest(${ids}::text[]) as w (id)
     where not exists (
       select 1 from legal_bases b
        where b.city = (select app.city()) and b.legal_basis_id = w.id and b.valid_from <= ${day}::date
          and (b.valid_to is null or b.valid_to >= ${day}::date))`.execute(tx);
  return found.rows.map((row) => row.id);
}

/** Whom nobody answers for yet, for those who run the operation. */
export async function listUnaccounted(tx: Tx, operationId: string): Promise<Unaccounted[]> {
  const found = await sql<Omit<Unaccounted, 'occurredAt'> & { occurred_at: Date }>`
    select encounter_id as "encounterId", occurred_at, age_class as "ageClass", sex, area_code as "areaCode",
           activity, age_low as "ageLow", age_high as "ageHigh"
      from app.unaccounted_of(${operationId}::uuid)`.execute(tx);
  return found.rows.map(({ occurred_at, ...row }) => ({ ...row, occurredAt: occurred_at.toISOString() }));
}
