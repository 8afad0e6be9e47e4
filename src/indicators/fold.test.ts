import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAll, refoldEveryone } from '#indicators/fold.ts';
import { asService } from '#platform/database/service.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const city = '13.71';
const places = ['13.71.09.1007', '13.71.09.1001', '13.71.03.1005', '13.71.03', null] as const;
const cellColumns = `dim, approach, age_class, month::text, place, code, encounters, children, new_children, returned, year_children, year_new, year_returned`;

type Step =
  | { do: 'meet'; who: number; day: number; place: number; approach: string; activity: string; age: string }
  | { do: 'merge' | 'unmerge'; who: number; into: number }
  | { do: 'close' | 'reopen' | 'correct' | 'forget'; who: number; day: number }
  | { do: 'fold'; most: number };

const who = fc.integer({ min: 0, max: 5 });
const day = fc.integer({ min: 0, max: 900 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('meet' as const),
      who,
      day,
      place: fc.integer({ min: 0, max: 4 }),
      approach: fc.constantFrom('OUTREACH', 'ENFORCEMENT'),
      activity: fc.constantFrom('BUSKING', 'HAWKING', 'PORTER'),
      age: fc.constantFrom('UNDER_18', 'ADULT', 'UNKNOWN'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('merge' as const, 'unmerge' as const), who, into: who }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('close' as const, 'reopen' as const, 'correct' as const, 'forget' as const),
      who,
      day,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('fold' as const), most: fc.integer({ min: 1, max: 4 }) }),
  },
);

const at = (n: number) =>
  new Date(Date.UTC(2024, 0, 1, 3) + n * 86_400_000 - (n % 7) * 3_600_000).toISOString();

async function play(client: pg.PoolClient, persons: string[], it: Step): Promise<void> {
  const one = 'who' in it ? persons[it.who] : undefined;
  if (it.do === 'meet')
    await client.query(
      `insert into encounters (encounter_id, person_id, occurred_at, approach, activity, location_type, area_code, age_class)
       values ($1, $2, $3, $4, $5, 'OTHER', $6, $7)`,
      [uuidv7(), one, at(it.day), it.approach, it.activity, places[it.place], it.age],
    );
  if (it.do === 'merge' && it.who !== it.into)
    await client.query(
      `insert into person_merges (person_id, stands_for, merged_by)
       select $1::uuid, $2::uuid, gen_random_uuid()
        where not exists (select 1 from person_merges where person_id in ($1, $2) or stands_for = $1)`,
      [one, persons[it.into]],
    );
  if (it.do === 'unmerge') await client.query('delete from person_merges where person_id = $1', [one]);
  if (it.do === 'close')
    await client.query(
      `with k as (
         insert into cases (case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level, state, closed_at)
         select $1::uuid, 'K-2024-' || lpad((floor(random() * 1e9))::text, 9, '0'), $2::uuid, 'DINSOS_KOTA', staff_id, $3::timestamptz - interval '20 days', 'REPORT', 'LOW', 'closed', $3::timestamptz
           from staff where username = 'sari.peksos' returning case_id, person_id, closed_at)
       insert into case_closures (closure_id, case_id, person_id, closed_at, reason, best_interest)
       select gen_random_uuid(), case_id, person_id, closed_at, 'REUNIFIED', 'a note that is long enough' from k`,
      [uuidv7(), one, at(it.day)],
    );
  if (it.do === 'reopen')
    await client.query(
      'update case_closures set reopened_at = greatest(closed_at, $2) where person_id = $1 and reopened_at is null',
      [one, at(it.day)],
    );
  if (it.do === 'correct')
    await client.query(
      `update encounters set age_class = 'UNDER_18', area_code = '13.71.09.1007'
        where encounter_id = (select encounter_id from encounters where person_id = $1 order by occurred_at limit 1)`,
      [one],
    );
  if (it.do === 'forget')
    await client.query(
      'delete from encounters where encounter_id = (select encounter_id from encounters where person_id = $1 order by occurred_at desc limit 1)',
      [one],
    );
}

async function asSetup<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return asService(app.jobs, { city, purpose: 'setup' }, work);
}

async function clear(): Promise<void> {
  await app.admin.query(
    'truncate encounters, case_closures, cases, person_merges, figure_deltas, met_facts, met_cells, care_facts, care_cells, reach cascade',
  );
}

async function cells(): Promise<string[]> {
  const found = await app.admin.query(
    `select ${cellColumns} from met_cells
      where encounters <> 0 or children <> 0 or new_children <> 0 or returned <> 0 or year_children <> 0 or year_new <> 0 or year_returned <> 0
      order by 1, 2, 3, 4, 5, 6`,
  );
  return found.rows.map((row) => JSON.stringify(Object.values(row)));
}

test('the fold in whatever steps gives what a count from scratch gives, merges, closures and corrections included', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
      await clear();
      const persons = Array.from({ length: 6 }, () => uuidv7());
      await asSetup(async (client) => {
        for (const id of persons) await client.query('insert into persons (person_id) values ($1)', [id]);
      });
      for (const it of steps)
        await asSetup(async (client) => {
          if (it.do === 'fold') await client.query('select app.fold_figures($1)', [it.most]);
          else await play(client, persons, it);
        });
      const coordinator = await app.as('eko.kesra');
      const before = await coordinator.get('/api/indicators/month-area?year=2024');
      await foldAll(app.jobs, city);
      const folded = await cells();
      const after = await coordinator.get('/api/indicators/month-area?year=2024');
      expect({ ...before.body, asOf: 0 }).toEqual({ ...after.body, asOf: 0 });
      await app.admin.query('truncate met_facts, met_cells, care_facts, care_cells');
      await refoldEveryone(app.jobs, city);
      expect(folded).toEqual(await cells());
    }),
    { numRuns: 12, seed: 20260701 },
  );
});

test('the year adds up from its months to the children that were really met', async () => {
  const found = await app.admin.query(
    `select sum(c.year_children)::int as children, (select count(distinct coalesce(g.stands_for, e.person_id))::int
              from encounters e left join person_merges g using (city, person_id)
             where (e.occurred_at at time zone 'Asia/Jakarta')::date between '2024-01-01' and '2024-12-31') as counted,
            sum(c.encounters)::int as encounters, (select count(*)::int from encounters
             where (occurred_at at time zone 'Asia/Jakarta')::date between '2024-01-01' and '2024-12-31') as events
       from met_cells c where dim = 'all' and approach = '*' and place = '13.71' and month between '2024-01-01' and '2024-12-01'`,
  );
  expect(found.rows[0].children).toBe(found.rows[0].counted);
  expect(found.rows[0].encounters).toBe(found.rows[0].events);
});
