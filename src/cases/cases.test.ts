import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import {
  assessInput,
  dayIn,
  lineInput,
  meetNamedChild,
  openCaseOfSari,
  openInput,
} from '#test/case-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const staffId = async (username: string): Promise<string> =>
  (await app.admin.query('select staff_id from app.staff where username = $1', [username])).rows[0].staff_id;

test('a case is opened with a number of the year, a worker and a day until which it is assessed', async () => {
  const { caseId, caseNumber, personId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const page = await sari.get(`/api/cases/${caseId}`);

  expect(caseNumber).toMatch(/^K-\d{4}-\d{4}$/);
  expect(page.body).toMatchObject({
    caseNumber,
    state: 'open',
    stage: 'INTAKE',
    riskLevel: 'MEDIUM',
    standing: 'caseTeam',
    worker: { name: 'Sari Peksos' },
    person: { kind: 'known', personId, name: 'Rafli Contoh' },
  });
  expect(page.body.due).toEqual({ kind: 'assessment', on: page.body.assessBy });
});

test('the day of the assessment skips weekends and the holidays of the city', async () => {
  const personId = await meetNamedChild(app, 'sari.peksos');
  await app.admin.query(
    `insert into app.holidays (city, day, name) values ('13.71', '2026-03-04', 'Hari uji') on conflict do nothing`,
  );
  const holidays = await app.admin.query(
    `select day::text from app.holidays where day between '2026-02-27' and '2026-03-20'`,
  );
  const closed = new Set(holidays.rows.map((row) => row.day));
  const sari = await app.as('sari.peksos');

  const opened = await sari.does('cases/open', openInput(uuidv7(), personId), {
    occurredAt: '2026-02-27T10:00:00+07:00',
  });

  let day = '2026-02-27';
  for (let worked = 0; worked < 5; ) {
    day = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !closed.has(day)) worked += 1;
  }
  expect(closed.has('2026-03-04')).toBe(true);
  expect(opened.assessBy).toBe(day);
  expect(opened.caseNumber.startsWith('K-2026-')).toBe(true);
});

test('numbers are given without waiting for each other, and none twice', async () => {
  const people = [];
  for (let n = 0; n < 8; n += 1) people.push(await meetNamedChild(app, 'sari.peksos'));
  const sari = await app.as('sari.peksos');

  const opened = await Promise.all(people.map((id) => sari.does('cases/open', openInput(uuidv7(), id))));

  expect(new Set(opened.map((it) => it.caseNumber)).size).toBe(8);
  const last = Math.max(...opened.map((it) => Number(it.caseNumber.split('-')[2])));
  const next = (n: number) => `K-${new Date().getFullYear()}-${String(n).padStart(4, '0')}`;
  const other = await app.admin.connect();
  await other.query('select pg_advisory_lock(hashtextextended($1, 0))', [`13.71 ${next(last + 1)}`]);
  const beside = await sari.does('cases/open', openInput(uuidv7(), await meetNamedChild(app, 'sari.peksos')));
  await other.query('select pg_advisory_unlock_all()');
  other.release();
  expect(beside.caseNumber).toBe(next(last + 2));
});

test('a child has one open case: the second worker is told its number, also behind a merge', async () => {
  const { personId, caseNumber } = await openCaseOfSari(app);
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, now(), staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNKNOWN' from app.staff where username = 'budi.peksos'`,
    [uuidv7(), personId],
  );
  const budi = await app.as('budi.peksos');
  const second = await budi.tries('cases/open', openInput(uuidv7(), personId));

  const twin = await meetNamedChild(app, 'budi.peksos', 'Rafli Kembar');
  await app.admin.query(
    `insert into app.person_merges (city, person_id, stands_for, merged_by, reason)
     select '13.71', $1, $2, staff_id, 'uji' from app.staff where username = 'dewi.penyelia'`,
    [twin, personId],
  );
  const behind = await budi.tries('cases/open', openInput(uuidv7(), twin));

  expect(second.body).toMatchObject({ code: 'case-open-already', details: { caseNumber } });
  expect(behind.body).toMatchObject({ code: 'case-open-already', details: { caseNumber } });
});

test('only those who may open a case, for a child they know, with a risk and its reason', async () => {
  const personId = await meetNamedChild(app, 'sari.peksos');
  const input = openInput(uuidv7(), personId);

  expect((await (await app.as('budi.peksos')).tries('cases/open', input)).body.code).toBe('not-found');
  expect((await (await app.as('rina.lapangan')).tries('cases/open', input)).body.code).toBe('not-allowed');
  const sari = await app.as('sari.peksos');
  expect((await sari.tries('cases/open', { ...input, riskReason: '' })).body.code).toBe('input-invalid');
  expect((await sari.tries('cases/open', { ...input, riskLevel: 'AWFUL' })).status).toBe(400);
  expect(
    (await sari.tries('cases/open', { ...input, workerId: await staffId('budi.peksos') })).body.code,
  ).toBe('not-allowed');
  await sari.does('cases/open', input);
});

test('a colleague finds nothing, the list and the page agree, and the supervisor sees the cases of the unit', async () => {
  const { caseId } = await openCaseOfSari(app);
  const names = [
    'sari.peksos',
    'dewi.penyelia',
    'budi.peksos',
    'eko.kesra',
    'hadi.dinkes',
    'beni.mako',
    'arif.kuranji',
  ] as const;
  const seen: Record<string, boolean[]> = {};
  for (const name of names) {
    const client = await app.as(name);
    const single = await client.get(`/api/cases/${caseId}`);
    const ids: string[] = [];
    for (let after = ''; ; ) {
      const page = await client.get(`/api/cases?order=changed${after ? `&after=${after}` : ''}`);
      ids.push(...page.body.items.map((it: { caseId: string }) => it.caseId));
      if (!page.body.next) break;
      after = page.body.next;
    }
    seen[name] = [single.status === 200, ids.includes(caseId)];
  }
  expect(seen).toEqual({
    'sari.peksos': [true, true],
    'dewi.penyelia': [true, true],
    'budi.peksos': [false, false],
    'eko.kesra': [true, true],
    'hadi.dinkes': [false, false],
    'beni.mako': [false, false],
    'arif.kuranji': [false, false],
  });
  expect((await (await app.as('rina.lapangan')).get(`/api/cases/${caseId}`)).body.code).toBe('not-allowed');
});

test('an assessment needs a coded factor with side, level and who said so; substance stays sealed', async () => {
  const { caseId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const factor = assessInput(caseId).factors[0];

  expect((await sari.tries('cases/assess', assessInput(caseId, { factors: [] }))).status).toBe(400);
  expect(
    (await sari.tries('cases/assess', assessInput(caseId, { factors: [{ ...factor, code: 'NOPE' }] }))).body,
  ).toMatchObject({
    code: 'code-not-valid',
    field: 'factors',
  });
  expect(
    (await sari.tries('cases/assess', assessInput(caseId, { factors: [{ ...factor, code: 'I10' }] }))).body
      .code,
  ).toBe('factor-sealed');
  expect(
    (await sari.tries('cases/assess', assessInput(caseId, { factors: [factor, factor] }))).body.code,
  ).toBe('factor-twice');
  expect(
    (await sari.tries('cases/assess', assessInput(caseId, { factors: [{ ...factor, side: 'internal' }] })))
      .body,
  ).toMatchObject({ code: 'factor-other-side', field: 'factors.0.side' });
  expect(
    (await sari.tries('cases/assess', assessInput(caseId, { factors: [{ ...factor, level: 'mega' }] })))
      .status,
  ).toBe(400);
  await sari.does('cases/assess', assessInput(caseId));

  const { body } = await sari.get(`/api/cases/${caseId}`);
  expect(body.assessments[0].factors).toEqual([factor]);
  expect([body.stage, body.due]).toEqual(['ASSESSMENT', null]);
});

test('two assess one case at once: the second gets both versions, and nothing of either is lost', async () => {
  const { caseId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const dewi = await app.as('dewi.penyelia');
  await sari.does('cases/assess', assessInput(caseId, { conclusion: 'Versi Sari.' }), { basedOn: 'none' });

  const second = await dewi.tries('cases/assess', assessInput(caseId, { conclusion: 'Versi Dewi.' }), {
    basedOn: 'none',
  });

  expect(second.status).toBe(200);
  expect(second.body.outcome).toBe('conflict');
  expect(second.body.result.versions).toMatchObject({
    by: 'Sari Peksos',
    fields: [{ field: 'conclusion', stored: 'Versi Sari.', typed: 'Versi Dewi.' }],
  });
  const page = (await sari.get(`/api/cases/${caseId}`)).body;
  expect(page.assessments.map((it: { conclusion: string }) => it.conclusion)).toEqual(['Versi Sari.']);

  await dewi.does('cases/assess', assessInput(caseId, { conclusion: 'Versi keduanya.' }), {
    basedOn: page.assessments[0].assessmentId,
  });
  expect((await sari.get(`/api/cases/${caseId}`)).body.assessments).toHaveLength(2);
});

test('two change the risk or one goal at once: the second sees what the first wrote', async () => {
  const { caseId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const dewi = await app.as('dewi.penyelia');
  const { version } = (await sari.get(`/api/cases/${caseId}`)).body;
  await sari.does(
    'cases/change-risk',
    { caseId, riskLevel: 'HIGH', riskReason: 'Sendirian di malam hari.' },
    { basedOn: version },
  );
  const risk = await dewi.tries(
    'cases/change-risk',
    { caseId, riskLevel: 'LOW', riskReason: 'Sudah di rumah.' },
    { basedOn: version },
  );

  const line = lineInput(caseId);
  await sari.does('cases/add-plan-line', line);
  const { caseId: _case, ...typed } = line;
  await sari.does('cases/change-plan-line', { ...typed, goal: 'Kembali ke kelas 5' }, { basedOn: 1 });
  const plan = await dewi.tries(
    'cases/change-plan-line',
    { ...typed, goal: 'Paket A di PKBM' },
    { basedOn: 1 },
  );

  expect(risk.body.outcome).toBe('conflict');
  expect(risk.body.result.versions).toMatchObject({ by: 'Sari Peksos' });
  expect(risk.body.result.versions.fields[0]).toEqual({ field: 'riskLevel', stored: 'HIGH', typed: 'LOW' });
  expect(plan.body.result.versions.fields).toEqual([
    { field: 'goal', stored: 'Kembali ke kelas 5', typed: 'Paket A di PKBM' },
  ]);
  await dewi.does(
    'cases/change-plan-line',
    { ...typed, goal: 'Paket A di PKBM' },
    { basedOn: plan.body.result.version },
  );
  const history = await sari.get(`/api/cases/${caseId}/history`);
  expect(history.text).toContain('Kembali ke kelas 5');
  expect(history.text).toContain('MEDIUM');
});

test('a plan line names service, agency, area and a possible day; it ends once, with a result', async () => {
  const { caseId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const wrong = [
    [{ serviceCode: 'NOPE' }, 'code-not-valid'],
    [{ agencyCode: 'NOPE' }, 'agency-not-valid'],
    [{ areaCode: '14.71.01.1001' }, 'area-of-another-city'],
    [{ dueOn: '2026-02-30' }, 'date-impossible'],
    [{ dueOn: dayIn(-3) }, 'date-impossible'],
    [{ goal: 'x'.repeat(301) }, 'input-invalid'],
  ] as const;
  for (const [more, code] of wrong)
    expect((await sari.tries('cases/add-plan-line', lineInput(caseId, more))).body.code).toBe(code);
  const line = lineInput(caseId, { areaCode: '13.71.09.1007' });
  await sari.does('cases/add-plan-line', line);
  const due = (await sari.get(`/api/cases/${caseId}`)).body.due;
  await sari.does('cases/end-plan-line', {
    planLineId: line.planLineId,
    state: 'done',
    result: 'Sudah masuk kelas.',
  });
  const again = await sari.tries('cases/end-plan-line', {
    planLineId: line.planLineId,
    state: 'dropped',
    result: 'Batal saja.',
  });

  expect(due.kind).toBe('assessment');
  expect(again.body.code).toBe('plan-line-ended');
});

test('an area desk sees its own line of a case and ends it; of the rest it sees number, stage and worker', async () => {
  const { caseId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const own = lineInput(caseId, { agencyCode: 'KEL_13.71.09.1007', goal: 'Kunjungi rumah ibu' });
  const other = lineInput(caseId, { goal: 'Rahasia bagi kelurahan' });
  await sari.does('cases/add-plan-line', own);
  await sari.does('cases/add-plan-line', other);
  const arif = await app.as('arif.kuranji');

  const seen = await arif.get(`/api/cases/${caseId}`);
  expect(seen.body.plan.map((it: { goal: string }) => it.goal)).toEqual(['Kunjungi rumah ibu']);
  expect(seen.text).not.toContain('Rahasia bagi kelurahan');
  expect(Object.keys(seen.body)).not.toContain('riskReason');
  expect(
    (
      await arif.tries('cases/end-plan-line', {
        planLineId: other.planLineId,
        state: 'done',
        result: 'Selesai.',
      })
    ).body.code,
  ).toBe('not-found');
  await arif.does('cases/end-plan-line', {
    planLineId: own.planLineId,
    state: 'done',
    result: 'Sudah dikunjungi.',
  });
  expect((await arif.get(`/api/cases/${caseId}`)).status).toBe(404);
});

test('a supervisor hands a case on with its work; the former worker sees nothing any more', async () => {
  const { caseId } = await openCaseOfSari(app);
  const dewi = await app.as('dewi.penyelia');
  const budi = await app.as('budi.peksos');
  const to = await staffId('budi.peksos');

  expect(
    (await (await app.as('sari.peksos')).tries('cases/assign', { caseId, workerId: to, reason: 'Cuti.' }))
      .body.code,
  ).toBe('not-allowed');
  expect(
    (await dewi.tries('cases/assign', { caseId, workerId: await staffId('hadi.dinkes'), reason: 'Cuti.' }))
      .body.code,
  ).toBe('worker-not-available');
  await dewi.does('cases/assign', { caseId, workerId: to, reason: 'Sari cuti melahirkan.' });

  expect((await budi.get(`/api/cases/${caseId}`)).body.worker.name).toBe('Budi Peksos');
  expect((await (await app.as('sari.peksos')).get(`/api/cases/${caseId}`)).status).toBe(404);
  await dewi.does('cases/join', { caseId, workerId: await staffId('sari.peksos'), reason: 'Mendampingi.' });
  expect((await (await app.as('sari.peksos')).get(`/api/cases/${caseId}`)).body.standing).toBe('caseTeam');
  await dewi.does('cases/leave', { caseId, workerId: await staffId('sari.peksos'), reason: 'Selesai.' });
  expect((await (await app.as('sari.peksos')).get(`/api/cases/${caseId}`)).status).toBe(404);
  const back = await dewi.does('cases/hand-on', {
    fromWorkerId: to,
    toWorkerId: await staffId('sari.peksos'),
    reason: 'Budi pindah.',
  });
  expect(back.caseIds).toContain(caseId);
  expect((await (await app.as('sari.peksos')).get(`/api/cases/${caseId}`)).status).toBe(200);
  expect((await budi.get(`/api/cases/${caseId}`)).status).toBe(404);
});

test('the team reads who looked; an earlier reading by the coordinator stands there', async () => {
  const { caseId } = await openCaseOfSari(app);
  await (await app.as('eko.kesra')).get(`/api/cases/${caseId}`);
  const sari = await app.as('sari.peksos');
  const looked = await sari.get(`/api/cases/${caseId}/looked`);

  expect(
    looked.body.items.some(
      (it: { name: string; act: string }) => it.name === 'Eko Kesra' && it.act === 'case.read',
    ),
  ).toBe(true);
  expect((await (await app.as('budi.peksos')).get(`/api/cases/${caseId}/looked`)).status).toBe(404);
});

test('the coordinator reads number, stage and dates, and not one word that was written', async () => {
  const canary = 'Zzkanari';
  const { caseId } = await openCaseOfSari(app, `Rafli ${canary}`);
  const sari = await app.as('sari.peksos');
  const text = `Kata ${canary} di sini.`;
  await sari.does(
    'cases/assess',
    assessInput(caseId, { problems: text, strengths: text, childWishes: text, conclusion: text }),
  );
  await sari.does('cases/add-plan-line', lineInput(caseId, { goal: text }));
  await sari.does('cases/note', { caseId, noteId: uuidv7(), kind: 'note', body: text });
  await sari.does('cases/change-risk', { caseId, riskLevel: 'HIGH', riskReason: text });
  const eko = await app.as('eko.kesra');

  const page = await eko.get(`/api/cases/${caseId}`);
  const list = await eko.get('/api/cases?order=changed');
  expect(page.body.person).toMatchObject({ kind: 'restricted', initials: 'R. Z.' });
  expect(page.body.stage).toBe('INTERVENTION_PLAN');
  expect([page.text.includes(canary), list.text.includes(canary)]).toEqual([false, false]);
  expect(Object.keys(page.body)).not.toContain('riskLevel');
  expect((await sari.get(`/api/cases/${caseId}`)).text.split(canary).length).toBeGreaterThan(6);
  for (const path of ['history', 'looked'])
    expect((await eko.get(`/api/cases/${caseId}/${path}`)).status).toBe(403);
});

test('a note that says it happened on no possible day is refused on the field it was typed in', async () => {
  const { caseId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const noted = async (happenedAt: string) => {
    const note = { caseId, noteId: uuidv7(), kind: 'note', body: 'Bertemu ibu di pasar.', happenedAt };
    const { status, body } = await sari.tries('cases/note', note);
    return [status, body.code, body.field];
  };

  expect(await noted('1999-12-31T03:00:00Z')).toEqual([422, 'date-impossible', 'happenedAt']);
  expect(await noted('2026-02-30T03:00:00Z')).toEqual([422, 'date-impossible', 'happenedAt']);
  expect(await noted('2026-02-28T03:00:00Z')).toEqual([200, undefined, undefined]);
});
