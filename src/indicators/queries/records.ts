import { sql } from 'kysely';
import { placeFor } from '#indicators/access.ts';
import { requireKnown } from '#indicators/queries/asked.ts';
import { spanOf } from '#indicators/rules.ts';
import { careFigures, type RecordsQuestion } from '#indicators/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';

/** One row behind a number, before the person in it is disclosed. */
export type FoundRecord = {
  readonly key: string;
  readonly person_id: string | null;
  readonly month: string;
  readonly at: Date | null;
  readonly area_code: string | null;
  readonly activity: string | null;
  readonly approach: string | null;
  readonly code: string | null;
  readonly encounters: number;
  readonly n: number;
  readonly of_all: number;
  readonly operation_id: string | null;
};
type PageKey = { readonly month: string; readonly key: string };
type Asked = Omit<RecordsQuestion, 'after'> & { readonly today: string; readonly after: PageKey | null };

const lastKey = { month: '9999-12-31', key: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** The records behind a number, as far as row security lets the viewer reach them; latest month first, 51 rows. */
export async function listRecords(tx: Tx, viewer: Viewer, asked: Asked): Promise<FoundRecord[]> {
  const place = placeFor(viewer, asked.place);
  await requireKnown(tx, asked);
  const care: readonly string[] = careFigures;
  if (care.includes(asked.figure)) return listCare(tx, asked);
  if (asked.figure === 'encounters') return listEncounters(tx, { ...asked, place }, viewer.city.timeZone);
  return listChildren(tx, { ...asked, place });
}

const standings = {
  children: sql`true`,
  encounters: sql`true`,
  new: sql`not x.known`,
  continuing: sql`x.known and x.returns = 0`,
  returned: sql`x.known and x.returns > 0`,
} satisfies Record<string, ReturnType<typeof sql>>;

async function listChildren(tx: Tx, asked: Asked & { place: string }): Promise<FoundRecord[]> {
  const { from, to } = spanOf(asked.period ?? asked.today.slice(0, 4), asked.today);
  const after = asked.after ?? lastKey;
  const wanted =
    asked.figure === 'new' || asked.figure === 'continuing' || asked.figure === 'returned'
      ? asked.figure
      : 'children';
  const inCut = sql`
    (${asked.place.length < 8} or b.area_code like ${`${asked.place}%`})
    and (${asked.approach ?? null}::text is null or b.approach = ${asked.approach ?? null})
    and (${asked.activity ?? null}::text is null or b.activity = ${asked.activity ?? null})
    and (${asked.group ?? null}::text is null or b.activity_group = ${asked.group ?? null})
    and b.age_class = ${asked.ageClass ?? 'UNDER_18'}`;
  const found = await sql<FoundRecord>`
    with heads as (
      select distinct f.head_id, f.month
        from met_facts f
       where f.city = (select app.city()) and f.month >= ${from}::date and f.month < ${to}::date
         and (f.month, f.head_id) < (${after.month}::date, ${after.key}::uuid)
         and exists (select 1 from met_facts b where b.city = f.city and b.head_id = f.head_id and b.month = f.month and ${inCut})
         and not exists (select 1 from met_facts b where b.city = f.city and b.head_id = f.head_id and b.month > f.month and b.month < ${to}::date and ${inCut}))
    select x.head_id as key, x.head_id as person_id, x.month, null as at, null as area_code, null as activity, null as approach, null as code,
           x.encounters, 0 as n, 0 as of_all, null as operation_id
      from (
        select h.head_id, h.month, s.encounters, s.returns,
               exists (select 1 from met_facts b where b.city = (select app.city()) and b.head_id = h.head_id and b.month < ${from}::date) as known
          from heads h
          cross join lateral (
            select sum(b.encounters)::int as encounters, sum(b.returns)::int as returns
              from met_facts b
             where b.city = (select app.city()) and b.head_id = h.head_id and b.month >= ${from}::date and b.month < ${to}::date and ${inCut}) s) x
     where ${standings[wanted]}
     order by x.month desc, x.head_id desc
     limit 51`.execute(tx);
  return found.rows;
}

async function listEncounters(
  tx: Tx,
  asked: Asked & { place: string },
  timeZone: string,
): Promise<FoundRecord[]> {
  const { from, to } = spanOf(asked.period ?? asked.today.slice(0, 4), asked.today);
  const found = await sql<FoundRecord>`
    select e.encounter_id as key, e.person_id, to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') as month, e.occurred_at as at,
           e.area_code, e.activity, e.approach, null as code, 1 as encounters, 0 as n, 0 as of_all, e.operation_id
      from encounters_in_groups e
     where e.city = (select app.city())
       and e.occurred_at >= ${from}::date::timestamp at time zone ${timeZone} and e.occurred_at < ${to}::date::timestamp at time zone ${timeZone}
       and (e.occurred_at, e.encounter_id) < (${asked.after?.month ?? 'infinity'}::timestamptz, ${asked.after?.key ?? lastKey.key}::uuid)
       and e.age_class = ${asked.ageClass ?? 'UNDER_18'}
       and (${asked.place.length < 8} or e.area_code like ${`${asked.place}%`})
       and (${asked.approach ?? null}::text is null or e.approach = ${asked.approach ?? null})
       and (${asked.activity ?? null}::text is null or e.activity = ${asked.activity ?? null})
       and (${asked.group ?? null}::text is null or e.activity_group = ${asked.group ?? null})
     order by e.occurred_at desc, e.encounter_id desc
     limit 51`.execute(tx);
  return found.rows;
}

// Without a code, factors open the children assessed. A child in whom a factor was found twice in a year is one of that year.
async function listCare(tx: Tx, asked: Asked): Promise<FoundRecord[]> {
  const { from, to, kind } = spanOf(asked.period ?? asked.today.slice(0, 4), asked.today);
  const after = asked.after ?? lastKey;
  const code = asked.code ?? (asked.figure === 'factor' ? '*' : null);
  const found = await sql<FoundRecord>`
    select f.record_id || ' ' || f.code as key, f.head_id as person_id, f.month, f.at, null as area_code, null as activity, null as approach, f.code,
           0 as encounters, f.n, f.of_all, null as operation_id
      from care_facts f
     where f.city = (select app.city()) and f.figure = ${asked.figure} and f.month >= ${from}::date and f.month < ${to}::date
       and (${code}::text is null or f.code = ${code}) and f.counts_from <= now()
       and (f.of_all > 0 or ${kind} = 'month')
       and (f.age_class = '*' or f.age_class = ${asked.ageClass ?? 'UNDER_18'})
       and (f.month, f.record_id || ' ' || f.code) < (${after.month}::date, ${after.key}::text)
     order by f.month desc, f.record_id || ' ' || f.code desc
     limit 51`.execute(tx);
  return found.rows;
}
