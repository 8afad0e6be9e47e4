// Sealed parts, emergency access, and each of the two locks by itself.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { assessInput, lineInput, openCaseOfSari } from '#test/case-scene.ts';

let app: TestApp;
let unlocked: TestApp;
let rowsOpen: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  unlocked = await openTestApp({
    lock: {
      mayUse: () => true,
      personStanding: sql`(select p.city, p.person_id, 'caseTeam'::text as standing, p.person_id as because from app.persons p)`,
      standingAllows: () => true,
      discloseAs: (_standing, widest) => widest,
    },
  });
  rowsOpen = await openTestApp();
  await rowsOpen.admin.query(`do $$ declare t text; begin
    for t in select tablename from pg_tables where schemaname = 'app' loop
      execute format('alter table app.%I disable row level security', t);
    end loop; end $$`);
});
afterAll(async () => {
  await rowsOpen.close();
  await app.close();
  await unlocked.close();
});

const sealed = 'Zzrahasia yang tersegel';
const seal = (caseId: string) => ({ caseId, sealedId: uuidv7(), kind: 'HIV', text: sealed });
const opening = (caseId: string) => ({ caseId, kind: 'HIV', reason: 'Menyiapkan rujukan puskesmas.' });

test('a sealed part is opened one by one with a reason, and each opening is recorded', async () => {
  const { caseId, personId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  await sari.does('cases/seal', seal(caseId));

  const page = await sari.get(`/api/cases/${caseId}`);
  const list = await sari.get('/api/cases?order=changed');
  expect([page.text, list.text].some((text) => text.includes('Zzrahasia') || text.includes('HIV'))).toBe(
    false,
  );
  expect((await sari.post('/api/cases/sealed', { ...opening(caseId), reason: 'perlu' })).status).toBe(400);
  const opened = await sari.post('/api/cases/sealed', opening(caseId));
  const empty = await sari.post('/api/cases/sealed', { ...opening(caseId), kind: 'OFFENCE' });

  expect(opened.body.entries).toMatchObject([{ text: sealed, writtenBy: 'Sari Peksos' }]);
  expect(empty.body.entries).toEqual([]);
  const audit = await app.admin.query(
    `select detail from app.audit_rows where act = 'case.sealed-opened' and persons @> array[$1::uuid] order by audit_id`,
    [personId],
  );
  expect(audit.rows.map((row) => row.detail)).toEqual([
    { kind: 'HIV', entries: 1 },
    { kind: 'OFFENCE', entries: 0 },
  ]);
  const reasons = await app.admin.query('select reason from app.sealed_openings where case_id = $1', [
    caseId,
  ]);
  expect(reasons.rows).toHaveLength(2);
});

test('nothing sealed lies readable in the database, and it is erased with the key of the child', async () => {
  const { caseId, personId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  await sari.does('cases/seal', seal(caseId));
  const tables = await app.admin.query<{ t: string }>(
    `select format('%I.%I', schemaname, tablename) as t from pg_tables where schemaname in ('app', 'sec')`,
  );
  const found: string[] = [];
  for (const { t } of tables.rows)
    if ((await app.admin.query(`select 1 from ${t} x where x::text ilike '%zzrahasia%' limit 1`)).rowCount)
      found.push(t);
  expect(found).toEqual([]);

  const slot = await app.admin.query('select key_slot from app.person_identities where person_id = $1', [
    personId,
  ]);
  app.keys.identities.destroy(Number(slot.rows[0].key_slot));
  const opened = await sari.post('/api/cases/sealed', opening(caseId));
  expect(opened.body).toEqual({ entries: [], unreadable: 1 });
});

test('a sealed part opens to the team alone: no colleague, officer, partner, desk, coordinator, nor by breaking glass', async () => {
  const { caseId, personId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  await sari.does('cases/seal', seal(caseId));
  await sari.does('cases/add-plan-line', lineInput(caseId, { agencyCode: 'KEL_13.71.09.1007' }));
  const budi = await app.as('budi.peksos');

  expect((await budi.post('/api/cases/sealed', opening(caseId))).status).toBe(404);
  await budi.does('cases/break-glass', { personId, reason: 'Anak dirawat malam ini.' });
  expect((await budi.post('/api/cases/sealed', opening(caseId))).body.code).toBe('not-allowed');
  for (const name of [
    'rina.lapangan',
    'beni.mako',
    'hadi.dinkes',
    'arif.kuranji',
    'eko.kesra',
    'putri.ppd',
  ] as const) {
    const reply = await (await app.as(name)).post('/api/cases/sealed', opening(caseId));
    expect([name, reply.status]).toEqual([name, 403]);
    expect(reply.text).not.toContain('Zzrahasia');
  }
  expect((await (await app.as('dewi.penyelia')).post('/api/cases/sealed', opening(caseId))).text).toContain(
    'Zzrahasia',
  );
});

test('glass is broken by case number with a reason, tells the worker, ends by the clock and is reviewed by another', async () => {
  const { caseId, caseNumber, personId } = await openCaseOfSari(app);
  const [budi, sari, dewi] = [
    await app.as('budi.peksos'),
    await app.as('sari.peksos'),
    await app.as('dewi.penyelia'),
  ];
  const break_ = (more: object) =>
    budi.tries('cases/break-glass', { caseNumber, reason: 'Anak dirawat malam ini.', ...more });

  expect((await break_({ reason: 'perlu' })).status).toBe(400);
  expect((await break_({ caseNumber: 'K-2001-9999' })).body.code).toBe('not-found');
  expect(
    (
      await (
        await app.as('rina.lapangan')
      ).tries('cases/break-glass', { caseNumber, reason: 'Ingin tahu saja dulu.' })
    ).status,
  ).toBe(403);
  expect(
    (await sari.tries('cases/break-glass', { caseNumber, reason: 'Ingin tahu saja dulu.' })).body.code,
  ).toBe('glass-not-needed');
  const broken = (await break_({})).body.result;
  const hours = (Date.parse(broken.until) - Date.now()) / 3_600_000;
  expect([broken.personId, hours > 3.9, hours <= 4.01]).toEqual([personId, true, true]);

  const seen = await budi.get(`/api/cases/${caseId}`);
  expect(seen.body).toMatchObject({ standing: 'breakGlass', person: { name: 'Rafli Contoh' } });
  expect((await budi.tries('cases/assess', assessInput(caseId))).body.code).toBe('not-allowed');
  await budi.does('cases/note', {
    caseId,
    noteId: uuidv7(),
    kind: 'contact',
    body: 'Sudah di IGD, ditemani.',
  });
  const told = (await sari.get('/api/case-alerts')).body.items.find(
    (it: { alertId: string }) => it.alertId === broken.breakId,
  );
  expect(told).toMatchObject({
    kind: 'break_glass',
    byName: 'Budi Peksos',
    caseId,
    reason: 'Anak dirawat malam ini.',
  });

  await app.admin.query(
    `update app.break_glass set opened_at = opened_at - interval '5 hours', until = now() - interval '90 minutes' where break_id = $1`,
    [broken.breakId],
  );
  await app.admin.query(
    `update app.reach set until = now() - interval '1 second' where source = 'break_glass' and source_id = $1`,
    [broken.breakId],
  );
  expect((await budi.get(`/api/cases/${caseId}`)).status).toBe(404);
  expect((await budi.get(`/api/persons/${personId}`)).status).toBe(404);

  const review = { breakId: broken.breakId, review: 'Perlu dan sesuai.' };
  expect((await budi.tries('cases/review-break-glass', review)).status).toBe(403);
  const putri = await app.as('putri.ppd');
  expect(
    (await putri.get('/api/break-glass')).body.items.map((it: { breakId: string }) => it.breakId),
  ).toContain(broken.breakId);
  await dewi.does('cases/review-break-glass', review);
  const logged = await app.admin.query(
    `select persons from app.audit_rows where act = 'glass.reviewed' and on_id = $1`,
    [broken.breakId],
  );
  expect(logged.rows).toEqual([{ persons: [personId] }]);
  expect((await dewi.tries('cases/review-break-glass', review)).body.code).toBe('glass-reviewed');
  expect(
    (await sari.get('/api/case-alerts')).body.items.some(
      (it: { alertId: string }) => it.alertId === broken.breakId,
    ),
  ).toBe(false);
  expect((await putri.get('/api/break-glass?state=reviewed')).body.items[0]).toMatchObject({
    by: 'Budi Peksos',
    caseNumber,
  });
});

test('who broke the glass does not review it', async () => {
  const { personId } = await openCaseOfSari(app);
  const breakId = uuidv7();
  await app.admin.query(
    `insert into app.break_glass (city, break_id, person_id, staff_id, reason, until)
     select '13.71', $1, $2, staff_id, 'Piket malam sendirian.', now() + interval '1 hour' from app.staff where username = 'dewi.penyelia'`,
    [breakId, personId],
  );
  const dewi = await app.as('dewi.penyelia');

  expect((await dewi.tries('cases/review-break-glass', { breakId, review: 'Sudah benar.' })).body.code).toBe(
    'glass-own',
  );
  await (await app.as('putri.ppd')).does('cases/review-break-glass', { breakId, review: 'Sudah benar.' });
});

test('with the application lock off the database alone keeps a case from whoever has no part in it', async () => {
  const canary = 'Zzkanari';
  const { caseId, personId } = await openCaseOfSari(unlocked, `Rafli ${canary}`);
  const sari = await unlocked.as('sari.peksos');
  const text = `Kata ${canary} di sini.`;
  await sari.does('cases/assess', assessInput(caseId, { problems: text }));
  await sari.does('cases/note', { caseId, noteId: uuidv7(), kind: 'note', body: text });
  await sari.does('cases/seal', { ...seal(caseId), text });
  expect((await sari.get(`/api/cases/${caseId}`)).text).toContain(canary);

  for (const name of [
    'budi.peksos',
    'rina.lapangan',
    'hadi.dinkes',
    'arif.kuranji',
    'uni.lkaam',
    'agus.admin',
    'joko.auditor',
  ] as const) {
    const viewer = await unlocked.as(name);
    const replies = [
      await viewer.get(`/api/cases/${caseId}`),
      await viewer.get(`/api/cases/${caseId}/history`),
      await viewer.get(`/api/cases/${caseId}/looked`),
      await viewer.post('/api/cases/sealed', opening(caseId)),
      await viewer.tries('cases/note', { caseId, noteId: uuidv7(), kind: 'note', body: 'Coba.' }),
      await viewer.tries('cases/change-risk', { caseId, riskLevel: 'LOW', riskReason: 'Coba.' }),
    ];
    expect([name, ...replies.map((it) => it.status)]).toEqual([name, 404, 404, 404, 404, 404, 404]);
    const lists = [
      await viewer.get(`/api/persons/${personId}/cases`),
      await viewer.get('/api/cases?order=changed'),
      await viewer.get('/api/case-alerts'),
    ];
    expect(lists.some((it) => it.text.includes(caseId) || it.text.includes(canary))).toBe(false);
  }
  const eko = await (await unlocked.as('eko.kesra')).get(`/api/cases/${caseId}`);
  expect(eko.text).not.toContain(canary);
});

test('with row security off the application alone keeps a case from whoever has no part in it', async () => {
  const canary = 'Zzkanari';
  const { caseId, personId } = await openCaseOfSari(rowsOpen, `Rafli ${canary}`);
  const sari = await rowsOpen.as('sari.peksos');
  const line = lineInput(caseId, { goal: `Kata ${canary}` });
  await sari.does('cases/add-plan-line', line);
  await sari.does('cases/seal', seal(caseId));
  expect((await sari.get(`/api/cases/${caseId}`)).text).toContain(canary);

  for (const name of ['budi.peksos', 'hadi.dinkes', 'arif.kuranji', 'beni.mako', 'eko.kesra'] as const) {
    const viewer = await rowsOpen.as(name);
    const replies = [
      await viewer.get(`/api/cases/${caseId}`),
      await viewer.get(`/api/persons/${personId}/cases`),
      await viewer.get('/api/cases?order=changed'),
      await viewer.get('/api/case-alerts'),
      await viewer.get(`/api/cases/${caseId}/history`),
      await viewer.get(`/api/cases/${caseId}/looked`),
      await viewer.post('/api/cases/sealed', opening(caseId)),
      await viewer.tries('cases/end-plan-line', {
        planLineId: line.planLineId,
        state: 'done',
        result: 'Coba.',
      }),
    ];
    expect([name, replies.some((it) => it.text.includes(canary) || it.text.includes(sealed))]).toEqual([
      name,
      false,
    ]);
    if (name !== 'eko.kesra')
      expect([name, replies.some((it) => it.text.includes(caseId))]).toEqual([name, false]);
  }
  expect((await sari.get(`/api/cases/${caseId}`)).body.plan[0].state).toBe('open');
});

test('why the risk is what it is stays with the team, by the database alone too; the level is for those who reach the case', async () => {
  const { caseId } = await openCaseOfSari(unlocked);
  const reasonFor = async (name: 'sari.peksos' | 'eko.kesra') =>
    (await (await unlocked.as(name)).get(`/api/cases/${caseId}`)).body;
  const columns = await unlocked.admin.query(
    `select has_column_privilege('rangkul_app', 'app.cases', 'risk_level', 'select') as level,
            has_column_privilege('rangkul_app', 'app.cases', 'risk_reason', 'select') as reason`,
  );

  expect((await reasonFor('sari.peksos')).riskReason).toBe('Tidur di pasar, belum sekolah.');
  expect(await reasonFor('eko.kesra')).toMatchObject({ riskLevel: 'MEDIUM', riskReason: '' });
  expect(columns.rows).toEqual([{ level: true, reason: false }]);
});
