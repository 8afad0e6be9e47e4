// Loads an invented city of a given size straight into the tables, triggers off, and then makes what the triggers would
// have made. The rows are those the server writes: sealed boxes, keyed tokens, signatures, reach, figures.
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { idOf, personChunks } from '#bench/city/people-rows.ts';
import { tokenKeyOf } from '#persons/names/token-key.ts';
import { asService } from '#platform/database/service.ts';
import type { Keys } from '#platform/keys/ring.ts';

export type Load = {
  readonly admin: pg.Pool;
  readonly jobs: pg.Pool;
  readonly keys: Keys;
  readonly folder: string;
  readonly size: number;
  readonly seed: number;
  readonly say: (line: string) => void;
};

const workers = 60;

/** Persons = size, encounters = 2 × size, cases = 0.15 × size. Answers the seconds it took. */
export async function loadBenchCity(load: Load): Promise<number> {
  const started = performance.now();
  const client = await load.admin.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(`set synchronous_commit = off`);
    await addStaff(client);
    await client.query('alter table app.person_tokens drop constraint person_tokens_pkey');
    await client.query('drop index app.person_tokens_person');
    await copyPersons(client, load);
    for (const [name, text] of Object.entries(statements(load.size))) {
      const begun = performance.now();
      await client.query(text);
      load.say(`${name} ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    }
    await client.query('set session_replication_role = origin');
  } finally {
    client.release(true);
  }
  await asService(load.jobs, { city: '13.71', purpose: 'jobs' }, (client) =>
    client.query('select app.touch_all_figures()'),
  );
  await foldFigures(load);
  await load.admin.query('vacuum analyze');
  return (performance.now() - started) / 1000;
}

async function addStaff(client: pg.PoolClient): Promise<void> {
  for (let n = 0; n < workers; n++)
    await client.query(
      `insert into app.staff (city, staff_id, username, name, agency_code, role, state) values ('13.71', $1, $2, $3, 'DINSOS_KOTA', 'social_worker', 'active')`,
      [idOf(n, 'staff'), `beban.peksos${n}`, `Peksos Beban ${n}`],
    );
  const others: [string, string, string][] = [
    ['beban.penyelia', 'DINSOS_KOTA', 'supervisor'],
    ['beban.lapangan', 'SATPOL_PP', 'field_officer'],
    ['beban.kesra', 'KESRA', 'coordinator'],
    ['beban.dinkes', 'DINKES', 'partner_desk'],
  ];
  for (const [n, [username, agency, role]] of others.entries())
    await client.query(
      `insert into app.staff (city, staff_id, username, name, agency_code, role, state) values ('13.71', $1, $2, $2, $3, $4, 'active')`,
      [idOf(1000 + n, 'staff'), username, agency, role],
    );
}

async function copyPersons(client: pg.PoolClient, { keys, folder, size, seed, say }: Load): Promise<void> {
  const key = tokenKeyOf(keys.of('search tokens'));
  const columns = {
    persons: 'persons (city, person_id, initials, named, sex, birth_from, birth_to, origin_area)',
    identities: 'person_identities (city, person_id, key_slot, box)',
    tokens: 'person_tokens (city, token, person_id, field, coarse)',
    signatures: 'person_signatures (city, person_id, marks, sex, birth_from, birth_to)',
  } as const;
  let done = 0;
  const begun = performance.now();
  for (const chunk of personChunks(seed, size, key, keys)) {
    for (const [part, target] of Object.entries(columns)) {
      const file = join(folder, `${part}.copy`);
      writeFileSync(file, chunk[part as keyof typeof columns]);
      chmodSync(file, 0o644);
      await client.query(`copy app.${target} from '${file}'`);
      rmSync(file);
    }
    done += chunk.count;
    const left = ((performance.now() - begun) / 1000 / done) * (size - done);
    say(`persons ${done.toLocaleString('en')} of ${size.toLocaleString('en')}, ${left.toFixed(0)} s left`);
  }
}

// Chance from the number itself, so that every load of a size is the same.
const h = (salt: string, of: string) => `(abs(hashtext('${salt}' || ${of}::text)))`;

function statements(size: number): Record<string, string> {
  const cases = Math.round(size * 0.15);
  return {
    'keys of tokens': `alter table app.person_tokens add constraint person_tokens_pkey primary key (city, token, person_id) include (coarse);
      create index person_tokens_person on app.person_tokens (city, person_id)`,
    sequence: `select setval('app.identity_key_slots', ${size + 1})`,
    encounters: `
      insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_at, recorded_by, agency_code, approach, activity, location_type, area_code, age_class, sex)
      select '13.71', ('01900000-0000-7002-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
             ('01900000-0000-7001-8000-' || lpad(to_hex(case when n < ${size} then n else ${h('who', 'n')} % ${size} end), 12, '0'))::uuid,
             t.at, t.at, '${idOf(0, 'staff')}', 'DINSOS_KOTA',
             (array['OUTREACH', 'ENFORCEMENT', 'REPORT', 'WALK_IN'])[1 + ${h('a', 'n')} % 4],
             (array['BUSKING', 'BEGGING', 'HAWKING', 'TRAFFIC_HELPER', 'SILVER_MAN', 'SCAVENGING'])[1 + ${h('b', 'n')} % 6],
             (array['TRAFFIC_LIGHT', 'MARKET', 'TERMINAL', 'PARK'])[1 + ${h('c', 'n')} % 4],
             (array(select area_code from app.areas where kind = 'village' and area_code like '13.71.%' order by 1))[1 + ${h('d', 'n')} % 104],
             (array['UNDER_18', 'UNDER_18', 'ADULT', 'UNKNOWN'])[1 + ${h('e', 'n')} % 4],
             (array['male', 'male', 'female'])[1 + ${h('f', 'n')} % 3]
        from generate_series(0, ${size * 2 - 1}) n
        cross join lateral (select now() - make_interval(secs => 3600 * 100 + ${h('t', 'n')} % (3 * 365 * 86400)) as at) t`,
    'first and last met': `
      update app.persons p set first_met_at = e.first, last_met_at = e.last
        from (select person_id, min(occurred_at) as first, max(occurred_at) as last from app.encounters group by person_id) e
       where p.city = '13.71' and p.person_id = e.person_id`,
    cases: `
      insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level, stage, state, assess_by, closed_at, changed_at)
      select '13.71', ('01900000-0000-7003-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'K-2025-' || lpad(n::text, 7, '0'),
             ('01900000-0000-7001-8000-' || lpad(to_hex(n * 6), 12, '0'))::uuid, 'DINSOS_KOTA',
             ('01900000-0000-7006-8000-' || lpad(to_hex(n % ${workers}), 12, '0'))::uuid, now() - make_interval(days => n % 900), 'ENCOUNTER',
             (array['LOW', 'MEDIUM', 'HIGH'])[1 + n % 3], 'INTERVENTION', case when n % 2 = 0 then 'open' else 'closed' end, current_date + n % 30,
             case when n % 2 = 0 then null else now() - make_interval(days => n % 300) end, now() - make_interval(secs => n * 61)
        from generate_series(0, ${cases - 1}) n`,
    'team of cases': `
      insert into app.case_workers (city, case_id, staff_id, person_id, from_at) select city, case_id, worker_id, person_id, opened_at from app.cases`,
    reach: `
      insert into app.reach (city, person_id, source, source_id, level, identity, staff_id, agency_code, role)
      select city, person_id, 'case', case_id, 'full', true, worker_id, null, null from app.cases
      union all
      select city, person_id, 'case', case_id, 'full', true, null, agency_code, 'supervisor' from app.cases`,
  };
}

/**
 * Works out the board's figures as the job does it: after a load, and when a kept city is older than a way of counting.
 * In few large steps: every step touches most cells, so that four small ones take twice the time of one.
 */
export async function foldFigures({ jobs, say }: Pick<Load, 'jobs' | 'say'>): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const folded = await asService(jobs, { city: '13.71', purpose: 'jobs' }, async (client) => {
      const found = await client.query<{ n: number }>('select app.fold_figures(400000) as n');
      return found.rows[0]?.n ?? 0;
    });
    if (folded === 0) break;
  }
  await asService(jobs, { city: '13.71', purpose: 'jobs' }, (client) =>
    client.query('select app.count_match_shares()'),
  );
  say(`figures and frequencies ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}
