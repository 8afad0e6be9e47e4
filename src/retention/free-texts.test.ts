// What the catalogue calls a text and belongs to a person is planted with a name, then the person is erased.
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseIdentity } from '#platform/keys/erasures.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const canary = 'Rafli Kenari';
const number = 'K-2026-0999';

/** What leads to a person: by itself, or by what was written of them. */
const ties = [
  ...['person_id', 'candidate_person_id', 'stands_for'],
  ...['case_id', 'referral_id', 'encounter_id', 'custody_id'],
];

// No one writes a name here: a code of a list, one of the words the code knows, or a number the product gave.
const coded: Record<string, readonly string[]> = {
  aftercare_visits: ['result'],
  assessment_factors: ['factor_code', 'said_by'],
  break_glass: ['case_number'],
  case_closures: ['reason'],
  case_stages: ['stage'],
  cases: ['case_number', 'stage'],
  complaints: ['subject', 'said_by'],
  custody_decisions: ['change', 'was_state'],
  custody_intervals: ['custodian_kind', 'end_kind', 'basis'],
  custody_steps: ['kind', 'result'],
  encounters: [
    'approach',
    'activity',
    'location_type',
    'condition',
    'injury',
    'needs',
    'companions',
    'agency_code',
  ],
  erasure_requests: ['reference'],
  handovers: ['end_kind', 'condition', 'basis'],
  legal_holds: ['reference'],
  persons: ['city'],
  plan_lines: ['service_code'],
  programme_outcomes: ['outcome'],
  reach: ['city', 'source', 'agency_code', 'role'],
  referral_answers: ['reason_code'],
  referral_pauses: ['reason_code'],
  referrals: ['referral_number', 'duty_code', 'discloses'],
  sealed_openings: ['kind'],
};

type Column = { table: string; column: string; type: string; free: boolean };

async function columnsOfPersons(): Promise<Column[]> {
  const found = await app.admin.query<Column>(
    `select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
            format_type(a.atttypid, null) in ('text', 'text[]', 'jsonb')
            and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and a.attnum = any (k.conkey)
              and (k.contype = 'f' or pg_get_constraintdef(k.oid) like '%(' || a.attname || ' = ANY (ARRAY[%')) as free
       from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
        and exists (select 1 from pg_attribute t where t.attrelid = c.oid and t.attname = any ($1))
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
      order by 1, a.attnum`,
    [ties],
  );
  return found.rows.map((it) => ({ ...it, free: it.free && !coded[it.table]?.includes(it.column) }));
}

const ids = new Map<string, string>();
function idOf(column: string): string {
  const id = ids.get(column) ?? uuidv7();
  ids.set(column, id);
  return id;
}

function valueFor({ column, type, free }: Column): unknown {
  if (column === 'city') return '13.71';
  if (free) return { text: canary, 'text[]': [canary], jsonb: JSON.stringify({ said: canary }) }[type];
  if (type === 'text') return number;
  if (type === 'uuid') return idOf(column === 'stands_for' ? 'person_id' : column);
  if (type.endsWith('[]')) return [];
  if (type === 'date' || type.startsWith('timestamp')) return '2026-01-01';
  return { bytea: Buffer.from('x'), boolean: false, jsonb: '{}' }[type] ?? 1;
}

// One row in every table, past the checks and triggers of the write: the erasure is what is asked here.
async function plant(client: pg.ClientBase, columns: readonly Column[]): Promise<void> {
  await client.query(
    `do $$ declare k record; begin
       for k in select conrelid::regclass as t, conname from pg_constraint
                 where contype in ('c', 'x') and connamespace = 'app'::regnamespace loop
         execute format('alter table %s drop constraint %I', k.t, k.conname);
       end loop; end $$`,
  );
  await client.query('set session_replication_role = replica');
  for (const table of new Set(columns.map((it) => it.table))) {
    const its = columns.filter((it) => it.table === table);
    await client.query(
      `insert into app.${table} (${its.map((it) => it.column).join(', ')})
       values (${its.map((it, n) => `$${n + 1}::${it.type}`).join(', ')})`,
      its.map(valueFor),
    );
  }
  await client.query('set session_replication_role = origin');
}

async function holdingTheName(columns: readonly Column[]): Promise<string[]> {
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await app.admin.query(`select 1 from app.${table} where ${column}::text like $1`, [
      `%${canary}%`,
    ]);
    if (rows.rowCount) found.push(`${table}.${column}`);
  }
  return found;
}

test('no free text of any table tied to a person outlives the erasure, nor do its old versions', async () => {
  const columns = await columnsOfPersons();
  const free = columns.filter((it) => it.free);
  const client = await app.admin.connect();
  await plant(client, columns);
  client.release();
  expect(await holdingTheName(free)).toEqual(free.map((it) => `${it.table}.${it.column}`));
  expect(free.map((it) => `${it.table}.${it.column}`)).toContain('legal_holds.lifted_reason');

  await eraseIdentity(
    { jobs: app.jobs, keys: app.keys, city: '13.71' },
    { person: idOf('person_id'), rule: 'ON_REQUEST', at: new Date() },
  );

  expect(await holdingTheName(free)).toEqual([]);
  const old = await app.admin.query('select table_name from app.history where was::text like $1', [
    `%${canary}%`,
  ]);
  expect(old.rows).toEqual([]);
  const kept = await app.admin.query(
    'select set_by, set_at, lifted_by from app.legal_holds where person_id = $1',
    [idOf('person_id')],
  );
  expect(kept.rows).toEqual([
    { set_by: idOf('set_by'), set_at: new Date('2026-01-01'), lifted_by: idOf('lifted_by') },
  ]);
});
