import { sql } from 'kysely';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';
import { mayPlanFor, planners } from '#services/access.ts';
import { stateOn } from '#services/rules.ts';
import type { Programme, ProgrammeLine, Session } from '#services/schema.ts';

type Row = Omit<ProgrammeLine, 'state' | 'free'> & { cancelled: boolean; left: number };

const columns = sql`
  p.programme_id as "programmeId", p.name, p.kind, p.leg, p.purpose, p.duty_code as "dutyCode", p.owner_agency as "ownerAgency",
  p.starts_on as "startsOn", p.ends_on as "endsOn", p.capacity, p.reported_participants as "reportedParticipants", p.invented,
  p.cancelled_at is not null as cancelled,
  coalesce(n.enrolled, 0) as enrolled, coalesce(n.finished, 0) as finished, coalesce(n.ended, 0) as "left",
  array(select a.area_code from programme_areas a
    where a.city = p.city and a.programme_id = p.programme_id order by a.area_code) as areas`;

function lineOf({ cancelled, left: _, ...row }: Row, day: string): ProgrammeLine {
  const state = stateOn({ ...row, cancelled }, day);
  const free = row.capacity === null ? null : Math.max(0, row.capacity - row.enrolled - row.finished);
  return { ...row, state, free };
}

export type Wanted = {
  readonly leg?: string;
  readonly areaCode?: string;
  readonly ownerAgency?: string;
  readonly show?: 'current' | 'past' | 'all';
  readonly after: { readonly startsOn: string; readonly programmeId: string } | null;
};

/** Programmes, the latest first; 51 from a place in the list on. */
export async function listProgrammes(tx: Tx, wanted: Wanted, day: string): Promise<ProgrammeLine[]> {
  const past = sql`(p.cancelled_at is not null or p.ends_on < ${day})`;
  const shown = { current: sql`not coalesce(${past}, false)`, past, all: sql`true` }[
    wanted.show ?? 'current'
  ];
  const district = wanted.areaCode?.slice(0, 8) ?? null;
  const found = await sql<Row>`
    with page as (
      select p.* from programmes p
       where p.city = (select app.city()) and ${shown}
         and (${wanted.leg ?? null}::text is null or p.leg = ${wanted.leg ?? null})
         and (${wanted.ownerAgency ?? null}::text is null or p.owner_agency = ${wanted.ownerAgency ?? null})
         and (${district}::text is null
           or not exists (select 1 from programme_areas a where a.city = p.city and a.programme_id = p.programme_id)
           or exists (select 1 from programme_areas a where a.city = p.city and a.programme_id = p.programme_id and left(a.area_code, 8) = ${district}))
         and (p.starts_on, p.programme_id) < (${wanted.after?.startsOn ?? 'infinity'}::date, ${wanted.after?.programmeId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
       order by p.starts_on desc, p.programme_id desc
       limit 51)
    select ${columns}
      from page p
      left join programme_counts(array(select programme_id from page)) n on n.programme_id = p.programme_id
     order by p.starts_on desc, p.programme_id desc`.execute(tx);
  return found.rows.map((row) => lineOf(row, day));
}

/** Every programme that is current on a day: those of the whole city first. */
export async function currentProgrammes(tx: Tx, day: string): Promise<ProgrammeLine[]> {
  const found = await sql<Row>`
    with page as (
      select p.* from programmes p
       where p.city = (select app.city()) and p.cancelled_at is null and (p.ends_on is null or p.ends_on >= ${day})
       limit 1000)
    select ${columns}
      from page p
      left join programme_counts(array(select programme_id from page)) n on n.programme_id = p.programme_id
     order by exists (select 1 from programme_areas a where a.city = p.city and a.programme_id = p.programme_id), p.name`.execute(
    tx,
  );
  return found.rows.map((row) => lineOf(row, day));
}

type Details = Pick<
  Programme,
  | 'targetGroup'
  | 'hostAgency'
  | 'place'
  | 'partners'
  | 'budgetLine'
  | 'budgetAmount'
  | 'spentAmount'
  | 'reportedResult'
  | 'source'
  | 'cancelReason'
  | 'version'
>;

/** One programme with its partners, its days and how its children fare; null when the city has none by that id. */
export async function openProgramme(
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
  world: World,
): Promise<Programme | null> {
  const day = cityDate(world.now(), viewer.city.timeZone);
  const found = await sql<Row & Details>`
    select ${columns}, p.target_group as "targetGroup", p.host_agency as "hostAgency", p.place, p.budget_line as "budgetLine",
           p.budget_amount::float8 as "budgetAmount", p.spent_amount::float8 as "spentAmount", p.reported_result as "reportedResult",
           p.source, p.cancel_reason as "cancelReason", p.version,
           coalesce((select jsonb_agg(jsonb_build_object('agencyCode', x.agency_code, 'part', x.part) order by x.agency_code)
             from programme_partners x where x.city = p.city and x.programme_id = p.programme_id), '[]') as partners
      from programmes p
      left join programme_counts(array[${programmeId}::uuid]) n on n.programme_id = p.programme_id
     where p.city = (select app.city()) and p.programme_id = ${programmeId}`.execute(tx);
  const [row] = found.rows;
  if (!row) return null;
  const outcomes = await sql<{ afterMonths: number; outcome: string; children: number }>`
    select after_months as "afterMonths", outcome, n as children from outcomes_of(${programmeId})`.execute(
    tx,
  );
  const may = viewer.lock.mayUse(viewer.role, planners) && mayPlanFor(viewer, row.ownerAgency);
  return {
    ...row,
    ...lineOf(row, day),
    sessions: await listSessions(tx, programmeId),
    outcomes: outcomes.rows,
    mayChange: may && !row.cancelled,
  };
}

/** The days of a programme in order. */
export async function listSessions(tx: Tx, programmeId: string): Promise<Session[]> {
  const found = await sql<Session>`
    select session_id as "sessionId", day, title
      from programme_sessions
     where city = (select app.city()) and programme_id = ${programmeId}
     order by day, session_id
     limit 200`.execute(tx);
  return found.rows;
}

/** What a command needs of a programme. */
export type Bounds = {
  readonly programmeId: string;
  readonly ownerAgency: string;
  readonly hostAgency: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly capacity: number | null;
  readonly cancelled: boolean;
  readonly version: number;
};

/** A programme's owner, host, time and room. */
export async function findProgramme(tx: Tx, programmeId: string): Promise<Bounds | null> {
  const found = await sql<Bounds>`
    select programme_id as "programmeId", owner_agency as "ownerAgency", host_agency as "hostAgency", starts_on as "startsOn",
           ends_on as "endsOn", capacity, cancelled_at is not null as cancelled, version
      from programmes
     where city = (select app.city()) and programme_id = ${programmeId}`.execute(tx);
  return found.rows[0] ?? null;
}
