// What the city sets itself: how long what is kept, from a day on; and the time of stored outcomes.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { runRetention } from '#retention/jobs.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { openCaseOfSari } from '#test/case-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const run = (now = new Date()) =>
  runRetention({ jobs: app.jobs, city: '13.71', world: { keys: app.keys, now: () => now } });
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const term = (more: object = {}) => ({
  rule: 'UNIDENTIFIED_DETAILS',
  months: 6,
  validFrom: dayIn(10),
  basis: 'SK Wali Kota 77 Tahun 2026',
  ...more,
});

test('the defaults are shown as defaults; a term set by the city holds from its day, with who set it and on what basis', async () => {
  const putri = await app.as('putri.ppd');
  const ruleNow = async () =>
    (await putri.get('/api/retention/rules')).body.rules.find(
      (it: { rule: string }) => it.rule === 'UNIDENTIFIED_DETAILS',
    );
  const before = await ruleNow();

  await putri.does('retention/set-term', term());
  const toCome = await ruleNow();
  await app.admin.query(
    `update app.setting_terms set valid_from = app_day.d from (select current_date - 3 as d) app_day`,
  );
  const inForce = await ruleNow();

  expect(before).toMatchObject({
    months: 12,
    setByCity: false,
    byDefault: 12,
    least: 1,
    most: 24,
    terms: [],
  });
  expect(toCome).toMatchObject({
    months: 12,
    setByCity: false,
    terms: [{ validFrom: dayIn(10), months: 6 }],
  });
  expect(inForce).toMatchObject({ months: 6, setByCity: true, since: dayIn(-3) });
  expect(inForce.terms[0]).toMatchObject({ basis: 'SK Wali Kota 77 Tahun 2026', setBy: 'Putri PPD' });
  expect((await run()).find((it) => it.rule === 'UNIDENTIFIED_DETAILS')?.months).toBe(6);
  expect((await putri.get('/api/retention/report')).text).toContain('6 bulan (ditetapkan kota)');
  const told = await app.admin.query(`select detail from app.audit_rows where act = 'retention.term-set'`);
  expect(told.rows).toEqual([{ detail: { rule: 'UNIDENTIFIED_DETAILS', months: 6, validFrom: dayIn(10) } }]);
  await app.admin.query('delete from app.setting_terms');
});

test('a term is counted ahead from its day: what it will erase stands in the next thirty days', async () => {
  const personId = uuidv7();
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, recorded_by, named, recorded_at, last_met_at)
     select '13.71', $1, 'male', staff_id, true, now() - interval '8 months', now() - interval '8 months' from app.staff where username = 'sari.peksos'`,
    [personId],
  );
  const soon = async () => (await run()).find((it) => it.rule === 'IDENTITY_WITHOUT_CASE')?.dueSoon;
  const before = await soon();
  await (await app.as('agus.admin')).does(
    'retention/set-term',
    term({ rule: 'IDENTITY_WITHOUT_CASE', validFrom: dayIn(20) }),
  );

  expect([before, await soon()]).toEqual([0, 1]);
  await app.admin.query('delete from app.setting_terms');
});

test('a term out of bounds, in the past, or on no day is refused on its field; the database refuses it too', async () => {
  const putri = await app.as('putri.ppd');
  const refusal = async (more: object) => {
    const { body } = await putri.tries('retention/set-term', term(more));
    return [body.code, body.field];
  };

  expect(await refusal({ months: 25 })).toEqual(['term-out-of-bounds', 'months']);
  expect(await refusal({ months: 0 })).toEqual(['term-out-of-bounds', 'months']);
  expect(await refusal({ validFrom: dayIn(-1) })).toEqual(['term-not-to-come', 'validFrom']);
  expect(await refusal({ validFrom: '2027-02-30' })).toEqual(['date-impossible', 'validFrom']);
  expect(await refusal({ validFrom: dayIn(3000) })).toEqual(['term-not-to-come', 'validFrom']);
  expect((await putri.tries('retention/set-term', term({ rule: 'EVERYTHING' }))).status).toBe(400);
  expect((await putri.tries('retention/set-term', term({ basis: '' }))).status).toBe(400);
  await expect(
    app.admin.query(
      `insert into app.setting_terms (city, setting, valid_from, value, basis, set_by) values ('13.71', 'retentionUnidentifiedDetailMonths', '2030-01-01', 99, 'SK 1', $1)`,
      [uuidv7()],
    ),
  ).rejects.toThrow('setting_term_bounds');
});

test('only the officer of data protection and the administrator set a term, and both read the rules; holds are not the administrator’s', async () => {
  for (const name of ['joko.auditor', 'dewi.penyelia', 'eko.kesra', 'sari.peksos'] as const)
    expect((await (await app.as(name)).tries('retention/set-term', term())).status).toBe(403);
  const agus = await app.as('agus.admin');

  expect((await agus.get('/api/retention/rules')).status).toBe(200);
  expect((await agus.get('/api/retention')).status).toBe(403);
  expect((await (await app.as('dewi.penyelia')).get('/api/retention/rules')).status).toBe(403);
});

test('two versions kept of a text lose their texts after their term, not before, not under a legal hold, and at once with an erasure', async () => {
  const sari = await app.as('sari.peksos');
  const conflicting = async (risk: string) => {
    const scene = await openCaseOfSari(app, `Rafli ${risk}`);
    const change = (riskReason: string) => ({ caseId: scene.caseId, riskLevel: 'HIGH', riskReason });
    await sari.does('cases/change-risk', change(`Pertama ${risk}`), { basedOn: 1 });
    const id = uuidv7();
    const second = await sari.tries('cases/change-risk', change(`Kedua ${risk}`), { id, basedOn: 1 });
    expect(second.body.outcome).toBe('conflict');
    return { ...scene, id };
  };
  const outcomeOf = async (id: string) =>
    JSON.stringify(
      (await app.admin.query('select outcome from app.command_log where command_id = $1', [id])).rows[0]
        .outcome,
    );
  const old = await conflicting('lama');
  const held = await conflicting('ditahan');
  const young = await conflicting('baru');
  const erased = await conflicting('hapus');
  await app.admin.query(
    `update app.command_log set recorded_at = now() - interval '7 months' where command_id = any ($1::uuid[])`,
    [[old.id, held.id]],
  );
  await (await app.as('putri.ppd')).does('retention/hold', {
    reference: held.caseNumber,
    reason: 'Permintaan PN Padang 12/2026',
  });
  const before = await outcomeOf(old.id);
  await app.admin.query(
    `update app.cases set state = 'sealed', closed_at = now() - interval '9 years', opened_at = now() - interval '9 years' where case_id = $1`,
    [erased.caseId],
  );
  await app.admin.query(
    `update app.persons set birth_from = '1990-01-01', birth_to = '1990-01-01', recorded_at = now() - interval '9 years', last_met_at = now() - interval '9 years' where person_id = $1`,
    [erased.personId],
  );
  await app.admin.query(
    `update app.encounters set occurred_at = now() - interval '9 years' where person_id = $1`,
    [erased.personId],
  );

  const runs = await run();

  expect(before).toContain('Kedua lama');
  expect(JSON.parse(await outcomeOf(old.id))).toEqual({ outcome: 'conflict', result: null });
  expect(await outcomeOf(held.id)).toContain('Kedua ditahan');
  expect(await outcomeOf(young.id)).toContain('Kedua baru');
  expect(JSON.parse(await outcomeOf(erased.id))).toEqual({ outcome: 'conflict', result: null });
  expect(runs.find((it) => it.rule === 'STORED_OUTCOMES')).toMatchObject({ months: 6, done: 1, held: 1 });
  const printed = await (await app.as('putri.ppd')).get('/api/retention/report');
  expect(printed.text).toContain('dua versi yang bertentangan');
});
