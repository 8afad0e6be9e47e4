import { sql } from 'kysely';
import type { ByCode, Met, MonthArea } from '#indicators/schema.ts';
import { thenCommit } from '#platform/database/connection.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { AgeClass } from '#platform/schemas.ts';

/** Which cells: whose figures, where, how. */
export type Cut = {
  readonly place: string;
  readonly approach: string | null;
  readonly ageClass: AgeClass;
};

type MonthRow = {
  month: string;
  age_class: AgeClass;
  encounters: number;
  children: number;
  new_children: number;
  returned: number;
  year_children: number;
  year_new: number;
  year_returned: number;
};
export type MonthCell = MonthRow;

/** The cells of one place in some months, every age class. */
export async function readMonths(
  tx: Tx,
  cut: Pick<Cut, 'place' | 'approach'>,
  months: readonly string[],
): Promise<MonthCell[]> {
  const found = await sql<MonthRow>`
    select c.month, c.age_class, sum(c.encounters)::int as encounters, sum(c.children)::int as children,
           sum(c.new_children)::int as new_children, sum(c.returned)::int as returned, sum(c.year_children)::int as year_children,
           sum(c.year_new)::int as year_new, sum(c.year_returned)::int as year_returned
      from met_now c
     where c.city = (select app.city()) and c.dim = 'all' and c.approach = ${cut.approach ?? '*'} and c.place = ${cut.place}
       and c.age_class in ('UNDER_18', 'ADULT', 'UNKNOWN') and c.month = any (${months}::date[])
     group by c.month, c.age_class`.execute(tx);
  return found.rows;
}

/** The day of the city's first encounter on record, whoever asks; null while there is none. */
export async function readBeginning(tx: Tx): Promise<string | null> {
  const found = await sql<{ day: string | null }>`select app.figures_begin()::text as day`.execute(tx);
  return found.rows[0]?.day ?? null;
}

/** Some months of one age class added up: children of a year are counted in the month in which each first appears. */
export function addUp(
  cells: readonly MonthCell[],
  options: { months: readonly string[]; ageClass: string; kind: 'year' | 'month' },
): Met {
  const met = { children: 0, encounters: 0, new: 0, returned: 0 };
  for (const cell of cells) {
    if (cell.age_class !== options.ageClass || !options.months.includes(cell.month)) continue;
    const yearly = options.kind === 'year';
    met.encounters += cell.encounters;
    met.children += yearly ? cell.year_children : cell.children;
    met.new += yearly ? cell.year_new : cell.new_children;
    met.returned += yearly ? cell.year_returned : cell.returned;
  }
  return met;
}

type Stretch = { readonly from: string; readonly to: string; readonly kind: 'year' | 'month' };

/** Encounters and children of every kecamatan and kelurahan with any, within a place. */
export async function readAreas(tx: Tx, cut: Cut, { from, to, kind }: Stretch) {
  const children = kind === 'year' ? sql`c.year_children` : sql`c.children`;
  const found = await sql<{ place: string; encounters: number; children: number }>`
    select c.place, sum(c.encounters)::int as encounters, sum(${children})::int as children
      from met_now c
     where c.city = (select app.city()) and c.dim = 'all' and c.approach = ${cut.approach ?? '*'} and c.age_class = ${cut.ageClass}
       and c.month >= ${from}::date and c.month < ${to}::date and c.place like ${`${cut.place}%`} and length(c.place) >= 8
     group by c.place
    having sum(c.encounters) <> 0
     order by c.place`.execute(tx);
  return found.rows;
}

type SplitRow = Omit<ByCode, 'reported'> & { dim: 'activity' | 'group' };

/** By activity and by group of the regulation, in one place. */
export async function readSplits(tx: Tx, cut: Cut, { from, to, kind }: Stretch): Promise<SplitRow[]> {
  const children = kind === 'year' ? sql`c.year_children` : sql`c.children`;
  const found = await sql<SplitRow>`
    select c.dim, c.code, sum(c.encounters)::int as encounters, sum(${children})::int as children
      from met_now c
     where c.city = (select app.city()) and c.dim in ('activity', 'group') and c.approach = ${cut.approach ?? '*'} and c.age_class = ${cut.ageClass}
       and c.month >= ${from}::date and c.month < ${to}::date and c.place = ${cut.place}
     group by c.dim, c.code
    having sum(c.encounters) <> 0
     order by c.dim, sum(${children}) desc, c.code`.execute(tx);
  return found.rows;
}

/** By approach, in one place. */
export async function readApproaches(tx: Tx, cut: Cut, { from, to, kind }: Stretch) {
  const children = kind === 'year' ? sql`c.year_children` : sql`c.children`;
  const found = await sql<{ code: string; encounters: number; children: number }>`
    select c.approach as code, sum(c.encounters)::int as encounters, sum(${children})::int as children
      from met_now c
     where c.city = (select app.city()) and c.dim = 'all' and c.approach <> '*' and c.age_class = ${cut.ageClass}
       and c.month >= ${from}::date and c.month < ${to}::date and c.place = ${cut.place}
     group by c.approach
    having sum(c.encounters) <> 0
     order by sum(${children}) desc, c.approach`.execute(tx);
  return found.rows;
}

type Area = [place: string, encounters: number[], children: number[]];

/**
 * Month × kelurahan of a year, from the summaries. One row a month and age class crosses the wire, in the order in which
 * the cells lie: adding them up in the database costs more than reading them. The last statement of its transaction.
 */
export async function readMonthArea(
  tx: Tx,
  year: string,
  cut: { approach: string | null; ageClasses: readonly AgeClass[] },
): Promise<MonthArea['areas']> {
  const found = await sql<{ month: number; places: string; encounters: number[]; children: number[] }>`
    ${sql.raw(thenCommit)}
    select date_part('month', c.month)::int as month, string_agg(c.place, ',') as places,
           array_agg(c.encounters) as encounters, array_agg(c.children) as children
      from met_now c
     where c.city = (select app.city()) and c.dim = 'all' and c.approach = ${cut.approach ?? '*'} and c.age_class = any (${cut.ageClasses})
       and c.month >= ${`${year}-01-01`}::date and c.month < ${`${Number(year) + 1}-01-01`}::date and length(c.place) = 13
     group by c.age_class, c.month`.execute(tx);
  const areas = new Map<string, Area>();
  const areaOf = (place: string): Area => {
    const area = areas.get(place) ?? [place, Array(12).fill(0), Array(12).fill(0)];
    areas.set(place, area);
    return area;
  };
  let places = '';
  let inOrder: Area[] = [];
  for (const row of found.rows) {
    // Nearly always those of the row before.
    if (row.places !== places) inOrder = row.places.split(',').map(areaOf);
    places = row.places;
    for (const [n, [, encounters, children]] of inOrder.entries()) {
      encounters[row.month - 1] = (encounters[row.month - 1] ?? 0) + (row.encounters[n] ?? 0);
      children[row.month - 1] = (children[row.month - 1] ?? 0) + (row.children[n] ?? 0);
    }
  }
  return [...areas.values()]
    .filter(([, encounters]) => encounters.some((met) => met !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Operations that began in each month, those in a place when it is not the whole city. */
export async function countOperations(
  tx: Tx,
  months: readonly string[],
  where: { place: string | null; timeZone: string; approach: string | null },
): Promise<Map<string, number>> {
  const found = await sql<{ month: string; n: number }>`
    select m.month::text as month, count(*)::int as n
      from unnest(${months}::date[]) m (month)
      join operations o on o.city = (select app.city()) and o.planned_from >= m.month::timestamp at time zone ${where.timeZone}
       and o.planned_from < (m.month + interval '1 month')::timestamp at time zone ${where.timeZone}
     where o.state in ('under_way', 'closed', 'reported')
       and (${where.approach}::text is null or exists (select 1 from codes k where k.city = o.city and k.list = 'operation_kind' and k.code = o.kind
         and k.extra ->> 'approach' = ${where.approach}))
       and (${where.place}::text is null or exists (select 1 from operation_sites s where s.city = o.city and s.operation_id = o.operation_id
         and s.area_code like ${where.place} || '%'))
     group by 1`.execute(tx);
  return new Map(found.rows.map((row) => [row.month, row.n]));
}
