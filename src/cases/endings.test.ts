import { afterAll, beforeAll, expect, test } from 'vitest';
import { cityDate } from '#platform/calendar.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import {
  assessInput,
  closeAtHome,
  lineInput,
  meetAgain,
  openCaseOfSari,
  openInput,
  returnHome,
} from '#test/case-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('a return home is refused until the note, every readiness line and the assessment are there, and it says which', async () => {
  const { caseId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const refused = await sari.tries(
    'cases/close',
    returnHome(caseId, { bestInterest: 'Pulang.', readiness: { FAMILY_ACCEPTS: 'no' } }),
  );

  expect(refused.status).toBe(422);
  expect(refused.body.code).toBe('case-cannot-close');
  expect(refused.body.details.missing).toEqual([
    'assessment',
    'best_interest',
    'readiness:CHILD_PREPARED_WILLING',
    'readiness:FAMILY_ACCEPTS',
    'readiness:SUBSTITUTE_TRACED',
    'readiness:PLACE_SAFE_NEEDS_MET',
    'readiness:MONITORING_PLANNED',
  ]);

  await sari.does('cases/assess', assessInput(caseId));
  const almost = returnHome(caseId);
  const notYet = await sari.tries('cases/close', {
    ...almost,
    readiness: { ...almost.readiness, FAMILY_ACCEPTS: 'not_applicable' },
  });
  expect(notYet.body.details.missing).toEqual(['readiness:FAMILY_ACCEPTS']);
  const dots = await sari.tries('cases/close', { ...almost, bestInterest: `Pulang ${'.'.repeat(25)}` });
  expect(dots.body.details.missing).toEqual(['best_interest']);
  await sari.does('cases/close', almost);
  expect((await sari.get(`/api/cases/${caseId}`)).body).toMatchObject({
    state: 'closed',
    stage: 'AFTERCARE',
  });
});

test('what is still open is listed and stops the closing: goals, referrals, and for a return home the custodian', async () => {
  const { caseId, personId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  await sari.does('cases/assess', assessInput(caseId));
  const line = lineInput(caseId);
  await sari.does('cases/add-plan-line', line);
  const [referralId, custodyId] = [uuidv7(), uuidv7()];
  await app.admin.query(
    `insert into app.referrals (city, referral_id, case_id, person_id, from_agency, to_agency, duty_code, sent_at, clock_days, due_at)
     values ('13.71', $1, $2, $3, 'DINSOS_KOTA', 'DINKES', 'HEALTH_CHECK', now(), 3, now() + interval '5 days')`,
    [referralId, caseId, personId],
  );
  await app.admin.query(
    `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, agency_code, started_at)
     values ('13.71', $1, $2, 'SHELTER', 'RUMAH_SINGGAH_AIR_PACAH', now() - interval '1 day')`,
    [custodyId, personId],
  );

  const home = await sari.tries('cases/close', returnHome(caseId));
  const elsewhere = await sari.tries('cases/close', { ...returnHome(caseId), reason: 'ALTERNATIVE_CARE' });

  expect(home.body.details.missing).toEqual(['plan_lines', 'referrals', 'custody']);
  expect(home.body.details.looseEnds.map((it: { id: string }) => it.id).sort()).toEqual(
    [line.planLineId, referralId, custodyId].sort(),
  );
  expect(elsewhere.body.details.missing).toEqual(['plan_lines', 'referrals']);
  await sari.does('cases/end-plan-line', {
    planLineId: line.planLineId,
    state: 'done',
    result: 'Sudah sekolah.',
  });
  await app.admin.query(
    `update app.referrals set state = 'withdrawn', closed_at = now() where referral_id = $1`,
    [referralId],
  );
  await app.admin.query(`update app.custody_intervals set ended_at = now() where custody_id = $1`, [
    custodyId,
  ]);
  await sari.does('cases/close', returnHome(caseId));
});

test('a reason without a gate closes at once and plans no visit; a retired or unknown reason does not', async () => {
  const { caseId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const input = { caseId, reason: 'UNTRACEABLE', bestInterest: '', readiness: {} };
  expect((await sari.tries('cases/close', { ...input, reason: 'NOPE' })).body).toMatchObject({
    code: 'code-not-valid',
    field: 'reason',
  });
  expect((await sari.tries('cases/close', { ...input, readiness: { NOPE: 'yes' } })).body.code).toBe(
    'field-invalid',
  );
  await sari.does('cases/close', input);

  const { body } = await sari.get(`/api/cases/${caseId}`);
  expect([body.stage, body.aftercare, body.due]).toEqual(['TERMINATION', [], null]);
});

test('two close one case at once: the second sees what the first wrote beside what was typed', async () => {
  const { caseId } = await openCaseOfSari(app);
  const [sari, dewi] = [await app.as('sari.peksos'), await app.as('dewi.penyelia')];
  await sari.does('cases/close', { caseId, reason: 'UNTRACEABLE', bestInterest: '', readiness: {} });

  const second = await dewi.tries('cases/close', returnHome(caseId));

  expect(second.body.outcome).toBe('conflict');
  expect(second.body.result.versions.by).toBe('Sari Peksos');
  expect(second.body.result.versions.fields[0]).toEqual({
    field: 'reason',
    stored: 'UNTRACEABLE',
    typed: 'REUNIFIED',
  });
});

test('after a return the visits of the city’s months wait for the desk of the kelurahan, which records its own', async () => {
  const scene = await openCaseOfSari(app);
  await closeAtHome(app, scene);
  const arif = await app.as('arif.kuranji');
  const waiting = (await arif.get('/api/aftercare-visits')).body.items.filter(
    (it: { caseId: string }) => it.caseId === scene.caseId,
  );
  const [first] = waiting;

  expect(waiting.map((it: { month: number }) => it.month)).toEqual([1, 3, 6, 12]);
  expect((await (await app.as('lina.kecamatan')).get('/api/aftercare-visits')).body.items).toEqual([]);
  const visit = { visitId: first.visitId, result: 'HOME_AND_WELL', finding: 'Sekolah setiap hari.' };
  expect((await (await app.as('budi.peksos')).tries('cases/visit-afterwards', visit)).body.code).toBe(
    'not-found',
  );
  expect((await arif.tries('cases/visit-afterwards', { ...visit, result: 'NOPE' })).body).toMatchObject({
    code: 'code-not-valid',
    field: 'result',
  });
  const closed = (await (await app.as('sari.peksos')).get(`/api/cases/${scene.caseId}`)).body.closedAt;
  const early = new Date(Date.parse(closed) - 1).toISOString();
  for (const visitedAt of ['2020-01-01T00:00:00.000Z', early])
    expect((await arif.tries('cases/visit-afterwards', { ...visit, visitedAt })).body).toMatchObject({
      code: 'visit-before-closing',
      field: 'visitedAt',
    });
  await arif.does('cases/visit-afterwards', { ...visit, visitedAt: new Date().toISOString() });
  const sari = await app.as('sari.peksos');
  expect((await sari.tries('cases/visit-afterwards', visit)).body.code).toBe('visit-done');

  const seen = (await sari.get(`/api/cases/${scene.caseId}`)).body.aftercare;
  expect(seen[0]).toMatchObject({ result: 'HOME_AND_WELL', stillThere: true });
  const back = await sari.does('cases/visit-afterwards', {
    visitId: seen[1].visitId,
    result: 'BACK_ON_STREET',
    finding: 'Kembali mengamen.',
  });
  expect(back.offersReopening).toBe(true);
  await sari.does('cases/reopen', { caseId: scene.caseId, reason: 'Kembali mengamen di pasar.' });
  const open = (await sari.get(`/api/cases/${scene.caseId}`)).body;
  expect([open.state, open.stage, open.aftercare.length]).toEqual(['open', 'ASSESSMENT', 2]);
  expect(open.due).toEqual({ kind: 'reassessment', on: open.reassessBy });
  expect((await arif.get(`/api/cases/${scene.caseId}`)).status).toBe(404);
  expect((await sari.tries('cases/reopen', { caseId: scene.caseId, reason: 'Sekali lagi.' })).body.code).toBe(
    'case-not-closed',
  );
});

test('a child of a closed case met again: its last worker is alerted at once and reopens, the officer learns nothing', async () => {
  const scene = await openCaseOfSari(app);
  await closeAtHome(app, scene);
  const sari = await app.as('sari.peksos');
  const mine = async () =>
    (await sari.get('/api/case-alerts')).body.items.filter(
      (it: { caseId: string }) => it.caseId === scene.caseId,
    );
  expect(await mine()).toEqual([]);

  await meetAgain(app, scene.personId, 'tika.penjangkau');
  const [alert] = await mine();
  expect(alert).toMatchObject({
    kind: 'met_again',
    caseNumber: scene.caseNumber,
    person: { kind: 'known' },
    daysAfterClosing: 0,
  });
  expect(
    (
      await (
        await app.as('budi.peksos')
      ).tries('cases/answer-alert', {
        alertId: alert.alertId,
        answer: 'not_needed',
        reason: 'Bukan urusan saya.',
      })
    ).body.code,
  ).toBe('not-found');
  expect((await (await app.as('tika.penjangkau')).get('/api/case-alerts')).status).toBe(403);
  await sari.does('cases/answer-alert', {
    alertId: alert.alertId,
    answer: 'not_needed',
    reason: 'Ikut ibu berbelanja di pasar.',
  });
  expect(await mine()).toEqual([]);

  await meetAgain(app, scene.personId, 'tika.penjangkau');
  const [again] = await mine();
  await sari.does('cases/answer-alert', {
    alertId: again.alertId,
    answer: 'reopened',
    reason: 'Dua kali ditemui malam hari.',
  });
  expect(
    (
      await sari.tries('cases/answer-alert', {
        alertId: again.alertId,
        answer: 'reopened',
        reason: 'Dua kali ditemui.',
      })
    ).body.code,
  ).toBe('alert-answered');
  expect((await sari.get(`/api/cases/${scene.caseId}`)).body.state).toBe('open');
});

test('a child whose case is closed gets it reopened; a new case needs its reason, which also ends the alert', async () => {
  const scene = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  await closeAtHome(app, scene);
  await meetAgain(app, scene.personId, 'budi.peksos');
  const asked = async () =>
    (await sari.get('/api/case-alerts')).body.items.filter(
      (it: { caseId: string }) => it.caseId === scene.caseId,
    ).length;
  expect(await asked()).toBe(1);
  const budi = await app.as('budi.peksos');
  const input = openInput(uuidv7(), scene.personId);

  const bare = await budi.tries('cases/open', input);
  const short = await budi.tries('cases/open', { ...input, newCaseReason: 'x' });
  const withReason = await budi.does('cases/open', {
    ...input,
    newCaseReason: 'Tinggal dengan keluarga lain; kasus lama soal sekolah.',
  });

  expect(bare.status).toBe(409);
  expect(bare.body).toMatchObject({
    code: 'case-closed-before',
    field: 'newCaseReason',
    details: { caseNumber: scene.caseNumber, closedOn: cityDate(new Date(), 'Asia/Jakarta') },
  });
  expect(short.body.code).toBe('input-invalid');
  const page = await budi.get(`/api/cases/${input.caseId}`);
  expect(page.body.caseNumber).toBe(withReason.caseNumber);
  expect(page.body.notes[0].body).toContain('Tinggal dengan keluarga lain');
  expect(await asked()).toBe(0);
});
