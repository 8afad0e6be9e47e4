import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readErasures, replayErasures } from '#platform/keys/erasures.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { runRetention } from '#retention/jobs.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

type Met = {
  monthsAgo: number;
  ageClass?: 'UNDER_18' | 'ADULT';
  inOperation?: boolean;
  born?: string;
  name?: string;
};

const run = () =>
  runRetention({ jobs: app.jobs, city: '13.71', world: { keys: app.keys, now: () => new Date() } });

// Met and named by the worker today, then put back in time, since nobody can record an encounter of years ago.
async function met({
  monthsAgo,
  ageClass = 'UNDER_18',
  inOperation = false,
  born,
  name,
}: Met): Promise<string> {
  const personId = uuidv7();
  const encounterId = uuidv7();
  const operationId = uuidv7();
  const ago = `now() - make_interval(months => ${monthsAgo})`;
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, recorded_by, birth_from, birth_to)
     select '13.71', $1, 'male', staff_id, $2::date, $2::date from app.staff where username = 'sari.peksos'`,
    [personId, born ?? null],
  );
  if (inOperation)
    await app.admin.query(
      `insert into app.operations (city, operation_id, kind, state, lead_agency, planned_from, planned_to)
       values ('13.71', $1, 'OUTREACH', 'closed', 'SATPOL_PP', ${ago}, ${ago} + interval '4 hours')`,
      [operationId],
    );
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, operation_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, $3, now(), staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', $4 from app.staff where username = 'sari.peksos'`,
    [encounterId, personId, inOperation ? operationId : null, ageClass],
  );
  await app.admin.query(
    `insert into app.encounter_texts (city, encounter_id, person_id, own_words) values ('13.71', $1, $2, 'saya mau sekolah lagi')`,
    [encounterId, personId],
  );
  await app.admin.query(
    `insert into app.encounter_points (city, encounter_id, latitude, longitude) values ('13.71', $1, -0.95, 100.36)`,
    [encounterId],
  );
  if (name) {
    await app.admin.query(
      `insert into app.reach (city, person_id, source, source_id, level, staff_id)
      select '13.71', $1, 'test', $1, 'full', staff_id from app.staff where username = 'sari.peksos'`,
      [personId],
    );
    await app.admin.query(`update app.encounters set operation_id = null where encounter_id = $1`, [
      encounterId,
    ]);
    const sari = await app.as('sari.peksos');
    await sari.does('persons/identify', {
      personId,
      identity: { names: [name], aliases: [], kin: [], marks: [] },
      nameReason: 'ASKS_SERVICE',
    });
    if (inOperation)
      await app.admin.query(`update app.encounters set operation_id = $2 where encounter_id = $1`, [
        encounterId,
        operationId,
      ]);
  }
  await app.admin.query(
    `update app.encounters set occurred_at = ${ago}, recorded_at = ${ago} where encounter_id = $1`,
    [encounterId],
  );
  await app.admin.query(
    `update app.persons set recorded_at = ${ago}, first_met_at = ${ago}, last_met_at = ${ago} where person_id = $1`,
    [personId],
  );
  return personId;
}

let cases = 0;
async function closedCase(personId: string, monthsAgo: number): Promise<string> {
  const number = `K-2019-${String(++cases).padStart(4, '0')}`;
  await app.admin.query(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level, risk_reason, state, closed_at)
     select '13.71', $1, $2, $3, agency_code, staff_id, now() - make_interval(months => $4), 'REPORT', 'LOW', 'Rafli takut pulang', 'closed', now() - make_interval(months => $4)
       from app.staff where username = 'sari.peksos'`,
    [uuidv7(), number, personId, monthsAgo],
  );
  return number;
}

async function kept(personId: string) {
  const found = await app.admin.query(
    `select p.named, exists (select 1 from app.person_identities i where i.person_id = p.person_id) as box,
            exists (select 1 from app.person_tokens t where t.person_id = p.person_id) as tokens,
            exists (select 1 from app.encounter_texts t where t.person_id = p.person_id) as words,
            exists (select 1 from app.encounter_points q join app.encounters e using (city, encounter_id) where e.person_id = p.person_id) as point,
            (select count(*)::int from app.encounters e where e.person_id = p.person_id) as encounters,
            (select max(c.state) from app.cases c where c.person_id = p.person_id) as case_state
       from app.persons p where p.person_id = $1`,
    [personId],
  );
  return found.rows[0];
}

test('an encounter without a name loses point and words after a year and stays as a count; a younger one keeps them', async () => {
  const old = await met({ monthsAgo: 13 });
  const young = await met({ monthsAgo: 11 });

  await run();

  expect(await kept(old)).toMatchObject({ words: false, point: false, encounters: 1 });
  expect(await kept(young)).toMatchObject({ words: true, point: true, encounters: 1 });
});

test('an identity without a case goes after two years without contact, its key is destroyed, and it is listed', async () => {
  const old = await met({ monthsAgo: 25, name: 'Rafli Lama' });
  const young = await met({ monthsAgo: 23, name: 'Rafli Baru' });
  const slot = await slotOf(old);
  expect(app.keys.identities.read(slot)).not.toBeNull();

  await run();

  expect(await kept(old)).toMatchObject({
    named: false,
    box: false,
    tokens: false,
    words: false,
    encounters: 1,
  });
  expect(await kept(young)).toMatchObject({ named: true, box: true, tokens: true });
  expect(app.keys.identities.read(slot)).toBeNull();
  expect(readErasures(app.keys.folder)).toContainEqual(
    expect.objectContaining({ person: old, slots: [slot], rule: 'IDENTITY_WITHOUT_CASE' }),
  );
  const history = await app.admin.query('select 1 from app.history where row_key = $1', [old]);
  expect(history.rowCount).toBe(0);
  const told = await app.admin.query(
    `select 1 from app.audit_rows where act = 'identity.erased' and $1 = any (persons)`,
    [old],
  );
  expect(told.rowCount).toBe(1);
});

test('an adult met in an operation keeps no identity beyond a year; a child met there keeps it two', async () => {
  const adult = await met({ monthsAgo: 13, ageClass: 'ADULT', inOperation: true, name: 'Orang Dewasa' });
  const child = await met({ monthsAgo: 13, inOperation: true, name: 'Anak Contoh' });

  await run();

  expect(await kept(adult)).toMatchObject({ box: false });
  expect(await kept(child)).toMatchObject({ box: true });
});

test('a closed case is sealed after two years, and erased five years after the 18th birthday', async () => {
  const grown = await met({ monthsAgo: 30, born: '1999-01-01', name: 'Sudah Dewasa' });
  const still = await met({ monthsAgo: 30, born: '2012-01-01', name: 'Masih Anak' });
  const fresh = await met({ monthsAgo: 20, born: '1999-01-01', name: 'Baru Tutup' });
  await closedCase(grown, 25);
  await closedCase(still, 25);
  await closedCase(fresh, 20);

  await run();

  expect(await kept(grown)).toMatchObject({ box: false, case_state: 'sealed' });
  expect(await kept(still)).toMatchObject({ box: true, case_state: 'sealed' });
  expect(await kept(fresh)).toMatchObject({ box: true, case_state: 'closed' });
  const words = await app.admin.query('select risk_reason from app.cases where person_id = $1', [grown]);
  expect(words.rows).toEqual([{ risk_reason: '' }]);
});

test('a legal hold stops every rule until it is lifted; the officer sees the number, not the child', async () => {
  const personId = await met({ monthsAgo: 60, born: '1999-01-01', name: 'Rafli Ditahan' });
  const reference = await closedCase(personId, 40);
  const putri = await app.as('putri.ppd');
  await putri.does('retention/hold', { reference, reason: 'Permintaan PN Padang 12/2026' });

  const runs = await run();
  const report = await putri.get('/api/retention');
  const held = await kept(personId);
  await putri.does('retention/lift', { personId, reason: 'Perkara selesai' });
  await run();

  expect(held).toMatchObject({ box: true, case_state: 'closed' });
  expect(runs.find((it) => it.rule === 'CASE_SEALED')?.held).toBe(1);
  expect(report.body.holds).toMatchObject([{ personId, reference, setBy: 'Putri PPD' }]);
  expect(report.text).not.toContain('Rafli');
  expect(await kept(personId)).toMatchObject({ box: false, case_state: 'sealed' });
});

test('only the officer of data protection holds, and only what there is', async () => {
  const personId = await met({ monthsAgo: 1 });
  const reference = await closedCase(personId, 1);
  const hold = { reference, reason: 'Permintaan keluarga' };
  const putri = await app.as('putri.ppd');

  expect((await (await app.as('joko.auditor')).tries('retention/hold', hold)).status).toBe(403);
  expect((await (await app.as('dewi.penyelia')).tries('retention/hold', hold)).status).toBe(403);
  expect((await (await app.as('dewi.penyelia')).get('/api/retention')).status).toBe(403);
  const unknown = await putri.tries('retention/hold', { ...hold, reference: 'K-0000-0000' });
  expect(unknown.body).toMatchObject({ code: 'hold-case-unknown', field: 'reference' });
  await putri.does('retention/hold', hold);
  expect((await putri.tries('retention/hold', hold)).body.code).toBe('hold-stands');
  expect((await (await app.as('joko.auditor')).get('/api/retention')).body.holds).toHaveLength(1);
});

test('the report is printed with rules, numbers and who printed it', async () => {
  const page = await (await app.as('putri.ppd')).get('/api/retention/report');

  expect(page.status).toBe(200);
  expect(page.text).toContain('24 bulan (bawaan)');
  expect(page.text).toContain('Putri PPD');
});

test('erasing again what an older backup brought back happens before anyone can look', async () => {
  const personId = await met({ monthsAgo: 25, name: 'Rafli Kembali' });
  const before = await app.admin.query('select * from app.person_identities where person_id = $1', [
    personId,
  ]);
  await run();
  const { city, key_slot, box, changed_at } = before.rows[0];
  // As a restored backup has it: the box is there again, the erasure is not known.
  await app.admin.query(
    'insert into app.person_identities (city, person_id, key_slot, box, changed_at) values ($1, $2, $3, $4, $5)',
    [city, personId, key_slot, box, changed_at],
  );
  await app.admin.query('update app.persons set named = true where person_id = $1', [personId]);
  await app.admin.query('delete from app.erasures where person_id = $1', [personId]);

  const again = await replayErasures(app.jobs, app.keys);

  expect(again).toBe(1);
  expect(await kept(personId)).toMatchObject({ named: false, box: false });
  expect(await replayErasures(app.jobs, app.keys)).toBe(0);
  const next = await app.admin.query(`select nextval('app.identity_key_slots') as slot`);
  expect(app.keys.identities.end()).toBeLessThanOrEqual(next.rows[0].slot);
});

// Columns that hold codes, numbers of things, or what names nobody; everything else has to be named by the erasure.
const harmless: Record<string, string> = {
  encounters: 'codes',
  reach: 'who may see, by id',
  audit_rows: 'ids; the record of who looked outlives the identity',
  legal_holds: 'the officer’s own words on a letter; no names',
  erasures: 'the list itself',
  erasure_requests: 'the officer’s own words on a letter; no names',
  referrals: 'codes and numbers',
  case_stages: 'which stage was reached when, by its code',
  custody_decisions: 'which custody was set aside when, by codes',
  enrolments: 'who was asked and what was said, by codes; a number in place of a name',
  programme_outcomes: 'how a child fares, by a code of a list',
};

test('every table that tells of a person is cleared by an erasure, or says why not', async () => {
  const text = readFileSync(join(import.meta.dirname, '../../migrations/current/retention.sql'), 'utf8');
  const body =
    /function app\.erase_identity[\s\S]*?\n\$\$|function app\.erase_identity[\s\S]*?end \$\$/.exec(
      text,
    )?.[0] ?? '';
  const found = await app.admin.query<{ name: string }>(
    `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attname = 'person_id'
        and exists (select 1 from pg_attribute t where t.attrelid = c.oid and t.attnum > 0 and not t.attisdropped
          and t.atttypid in ('text'::regtype, 'bytea'::regtype, 'jsonb'::regtype) and t.attname not in ('city', 'agency_code', 'area_code'))`,
  );
  const forgotten = found.rows.filter(({ name }) => !body.includes(`app.${name} `) && !(name in harmless));
  expect(found.rows.length).toBeGreaterThan(20);
  expect(forgotten).toEqual([]);
});

async function slotOf(personId: string): Promise<number> {
  const found = await app.admin.query('select key_slot from app.person_identities where person_id = $1', [
    personId,
  ]);
  return found.rows[0].key_slot;
}
