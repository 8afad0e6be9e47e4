import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { name, openCase, refer } from '#test/referred-child.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterEach(() => app.setNow(null));
afterAll(() => app.close());

test('a referral goes by duty: an agency without that duty today is refused, tied to the field', async () => {
  const { caseId } = await openCase(app);
  const sari = await app.as('sari.peksos');
  const input = { caseId, question: 'Mohon bantuan.', discloses: [] };
  const send = (rest: object) => sari.tries('referrals/send', { referralId: uuidv7(), ...input, ...rest });

  const noDuty = await send({ dutyCode: 'SCHOOL_RETURN', toAgency: 'DINKES' });
  const own = await send({ dutyCode: 'SHELTER', toAgency: 'DINSOS_KOTA' });
  const notAsked = await send({ dutyCode: 'PUBLIC_ORDER', toAgency: 'SATPOL_PP' });
  const unknown = await send({ dutyCode: 'NO_SUCH_DUTY', toAgency: 'DINKES' });
  const kinAlone = await send({ dutyCode: 'HEALTH_CHECK', toAgency: 'DINKES', discloses: ['kin'] });
  const toPerson = await send({ dutyCode: 'HEALTH_CHECK', toAgency: 'DINKES', toStaff: 'hadi.dinkes' });

  expect(noDuty.body).toMatchObject({ code: 'agency-without-duty', field: 'toAgency' });
  expect(own.body).toMatchObject({ code: 'referral-to-itself', field: 'toAgency' });
  expect(notAsked.body).toMatchObject({ code: 'agency-without-duty', field: 'dutyCode' });
  expect(unknown.body).toMatchObject({ code: 'code-not-valid', field: 'dutyCode' });
  expect(kinAlone.body).toMatchObject({ code: 'disclosure-needs-name', field: 'discloses' });
  expect(toPerson.status).toBe(400);
});

test('the id of a referral is used once: another command with it is refused and told which field', async () => {
  const { referralId } = await refer(app);
  const { caseId } = await openCase(app);
  const sari = await app.as('sari.peksos');
  const input = {
    caseId,
    question: 'Mohon bantuan.',
    discloses: [],
    dutyCode: 'HEALTH_CHECK',
    toAgency: 'DINKES',
  };

  const again = await sari.tries('referrals/send', { ...input, referralId });
  const anew = await sari.tries('referrals/send', { ...input, referralId: uuidv7() });

  expect(again).toMatchObject({ status: 409, body: { code: 'command-id-reused', field: 'referralId' } });
  expect(anew.status).toBe(200);
});

test('only the team of the case may refer it or take the referral back', async () => {
  const { referralId, caseId } = await refer(app);
  const input = {
    referralId: uuidv7(),
    caseId,
    dutyCode: 'HEALTH_CHECK',
    toAgency: 'DINKES',
    question: 'Mohon.',
    discloses: [],
  };

  const budi = await (await app.as('budi.peksos')).tries('referrals/send', input);
  const hadi = await (await app.as('hadi.dinkes')).tries('referrals/send', {
    ...input,
    referralId: uuidv7(),
  });
  const takenBack = await (await app.as('budi.peksos')).tries('referrals/withdraw', {
    referralId,
    reason: 'Sudah tidak perlu',
  });
  await (await app.as('dewi.penyelia')).does('referrals/withdraw', {
    referralId,
    reason: 'Sudah tidak perlu',
  });

  expect([budi.status, hadi.status, takenBack.status]).toEqual([404, 403, 404]);
  const seen = await (await app.as('hadi.dinkes')).get(`/api/referrals/${referralId}`);
  expect(seen.body.referral.state).toBe('withdrawn');
  expect(seen.text).not.toContain('Sudah tidak perlu');
});

test('an answered referral can not be answered again, not even by two at the same moment', async () => {
  const hadi = await app.as('hadi.dinkes');
  const { referralId } = await refer(app);
  const decline = { referralId, reasonCode: 'NO_CAPACITY', text: 'Penuh minggu ini' };

  const tries = await Promise.all([
    hadi.tries('referrals/accept', { referralId }),
    hadi.tries('referrals/decline', decline),
    hadi.tries('referrals/accept', { referralId }),
  ]);
  const again = await hadi.tries('referrals/decline', decline);

  expect(tries.map((it) => it.status).sort()).toEqual([200, 409, 409]);
  for (const refused of [...tries.filter((it) => it.status === 409), again])
    expect(refused.body.code).toBe('referral-already-answered');
});

test('the database refuses a second answer and a reopening by itself', async () => {
  const hadi = await app.as('hadi.dinkes');
  const { referralId } = await refer(app);
  await hadi.does('referrals/decline', { referralId, reasonCode: 'NO_CAPACITY', text: 'Penuh minggu ini' });
  const write = (text: string) =>
    app.admin.query(text, [referralId]).then(
      () => 'written',
      (error: { constraint?: string }) => error.constraint,
    );

  const again = await write(
    `insert into app.referral_answers (city, answer_id, referral_id, kind, answered_at) values ('13.71', gen_random_uuid(), $1, 'accepted', now())`,
  );
  const completed = await write(
    `insert into app.referral_answers (city, answer_id, referral_id, kind, answered_at) values ('13.71', gen_random_uuid(), $1, 'completed', now())`,
  );
  const reopened = await write(
    `update app.referrals set state = 'sent', closed_at = null where referral_id = $1`,
  );

  expect([again, completed, reopened]).toEqual([
    'referral_first_answer_once',
    'referral_closed_once',
    'referral_closed_stays',
  ]);
});

test('a decline needs a reason of the list, and a result needs the acceptance', async () => {
  const hadi = await app.as('hadi.dinkes');
  const { referralId } = await refer(app);

  const noCode = await hadi.tries('referrals/decline', {
    referralId,
    reasonCode: 'BORED',
    text: 'Tidak bisa',
  });
  const early = await hadi.tries('referrals/complete', { referralId, result: 'Sudah.' });

  expect(noCode.body).toMatchObject({ code: 'code-not-valid', field: 'reasonCode' });
  expect(early.body.code).toBe('referral-not-accepted');
});

test('the clock counts working days of the city, and a pause moves it by the working time that stood still', async () => {
  const hadi = await app.as('hadi.dinkes');
  // Thursday 5 November 2026, 10.00 in Padang; three working days for a health check: Tuesday at the same time.
  app.setNow(new Date('2026-11-05T03:00:00Z'));
  const { referralId } = await refer(app);
  const sent = (await hadi.get(`/api/referrals/${referralId}`)).body.referral;

  app.setNow(new Date('2026-11-06T03:00:00Z'));
  await hadi.does('referrals/pause', { referralId, reasonCode: 'WAITING_FOR_DOCUMENT' });
  const paused = (await hadi.get(`/api/referrals/${referralId}`)).body;
  const twice = await hadi.tries('referrals/pause', { referralId, reasonCode: 'OTHER_AGENCY' });
  app.setNow(new Date('2026-11-09T03:00:00Z'));
  await (await app.as('sari.peksos')).does('referrals/resume', { referralId });
  const resumed = (await hadi.get(`/api/referrals/${referralId}`)).body;
  const resumedTwice = await hadi.tries('referrals/resume', { referralId });

  expect(sent).toMatchObject({ clockDays: 3, dueAt: '2026-11-10T03:00:00.000Z', minutesLeft: 3 * 1440 });
  expect(paused.referral).toMatchObject({ minutesLeft: null, pauseReason: 'WAITING_FOR_DOCUMENT' });
  expect(twice.body.code).toBe('referral-paused');
  // From Friday 10.00 to Monday 10.00 one working day passed.
  expect(resumed.referral).toMatchObject({ dueAt: '2026-11-11T03:00:00.000Z', pausedSince: null });
  expect(resumed.pauses).toHaveLength(1);
  expect(resumedTwice.body.code).toBe('referral-not-paused');
});

test('no device can set the clock back: the time of sending, pausing and answering is the server’s', async () => {
  const hadi = await app.as('hadi.dinkes');
  const { referralId } = await refer(app);
  const past = { occurredAt: '2020-01-01T00:00:00Z' };

  await hadi.does('referrals/pause', { referralId, reasonCode: 'OTHER_AGENCY' }, past);
  await hadi.does('referrals/accept', { referralId }, past);

  const { referral, pauses, answers } = (await hadi.get(`/api/referrals/${referralId}`)).body;
  for (const at of [pauses[0].from, answers[0].at, referral.answeredAt])
    expect(at >= referral.sentAt).toBe(true);
});

test('a pause for another reason says which', async () => {
  const hadi = await app.as('hadi.dinkes');
  const { referralId } = await refer(app);
  const pause = (reason?: string) =>
    hadi.tries('referrals/pause', { referralId, reasonCode: 'OTHER', ...(reason ? { reason } : {}) });

  expect((await pause()).body).toMatchObject({ code: 'words-missing', field: 'reason' });
  expect((await pause('  .  ')).body.code).toBe('words-missing');
  expect((await pause('Alat pemeriksaan rusak')).status).toBe(200);
});

test('an answer during a pause ends the pause', async () => {
  const hadi = await app.as('hadi.dinkes');
  const { referralId } = await refer(app);
  await hadi.does('referrals/pause', {
    referralId,
    reasonCode: 'CHILD_UNREACHABLE',
    reason: 'Belum dapat ditemui',
  });

  await hadi.does('referrals/accept', { referralId });

  const record = (await hadi.get(`/api/referrals/${referralId}`)).body;
  expect(record.referral).toMatchObject({ state: 'accepted', pausedSince: null, answeredBy: 'Hadi Dinkes' });
  expect(record.pauses[0].to).not.toBeNull();
});

test('a late referral is a breach with numbers by agency, and after some working days it goes further up; a paused one is none', async () => {
  const eko = await app.as('eko.kesra');
  const long = new Date(Date.now() - 30 * 86_400_000).toISOString();
  const late = await refer(app, { sentAt: long, dutyCode: 'SCHOOL_RETURN', toAgency: 'DISDIK' });
  const paused = await refer(app, { sentAt: long, dutyCode: 'SCHOOL_RETURN', toAgency: 'DISDIK' });
  await (await app.as('nita.disdik')).does('referrals/pause', {
    referralId: paused.referralId,
    reasonCode: 'OTHER_AGENCY',
  });

  const { body, text } = await eko.get('/api/referrals/breaches');
  const supervisor = (await (await app.as('dewi.penyelia')).get('/api/referrals/breaches')).body;
  const worker = await (await app.as('sari.peksos')).get('/api/referrals/breaches');

  expect(body.agencies.find((it: { agencyCode: string }) => it.agencyCode === 'DISDIK')).toEqual({
    agencyCode: 'DISDIK',
    open: 2,
    paused: 1,
    late: 1,
    escalated: 1,
  });
  const ids = body.items.map((it: { referralId: string }) => it.referralId);
  expect(ids).toContain(late.referralId);
  expect(ids).not.toContain(paused.referralId);
  expect(text).not.toContain(name);
  const item = body.items.find((it: { referralId: string }) => it.referralId === late.referralId);
  expect(item).toMatchObject({ escalated: true, person: { kind: 'restricted', initials: 'R. C.' } });
  expect(item.minutesLeft).toBeLessThan(0);
  expect(supervisor.items.map((it: { referralId: string }) => it.referralId)).toContain(late.referralId);
  expect(worker.status).toBe(403);
});

test('queue, sent list and single read agree, by the clock', async () => {
  const hadi = await app.as('hadi.dinkes');
  const sari = await app.as('sari.peksos');
  const { referralId } = await refer(app, {
    sentAt: new Date(Date.now() - 20 * 86_400_000).toISOString(),
  });

  const queue = (await hadi.get('/api/referrals/queue')).body;
  const sent = (await sari.get('/api/referrals/sent')).body;

  const dues = queue.items.map((it: { dueAt: string }) => it.dueAt);
  expect(dues).toEqual([...dues].sort());
  expect(queue.counts.late).toBeGreaterThan(0);
  for (const [client, list] of [
    [hadi, queue],
    [sari, sent],
  ] as const) {
    const line = list.items.find((it: { referralId: string }) => it.referralId === referralId);
    const single = (await client.get(`/api/referrals/${referralId}`)).body.referral;
    expect({ ...line, minutesLeft: 0 }).toEqual({ ...single, minutesLeft: 0 });
  }
  expect((await (await app.as('budi.peksos')).get('/api/referrals/sent')).body.items).toEqual([]);
});

test('the form offers the duties of today with their agencies, and shows what each field would say', async () => {
  const { caseId } = await openCase(app);

  const options = (await (await app.as('sari.peksos')).get(`/api/cases/${caseId}/referral-options`)).body;
  const budi = await (await app.as('budi.peksos')).get(`/api/cases/${caseId}/referral-options`);

  const health = options.duties.find((it: { dutyCode: string }) => it.dutyCode === 'HEALTH_CHECK');
  expect(health).toEqual({
    dutyCode: 'HEALTH_CHECK',
    workingDays: 3,
    agencies: [{ agencyCode: 'DINKES', basis: null, hasDesk: true }],
  });
  expect(options.duties.map((it: { dutyCode: string }) => it.dutyCode)).not.toContain('PUBLIC_ORDER');
  expect(options.fields).toContainEqual({ field: 'need', codes: ['FOOD', 'HEALTH'] });
  expect(budi.status).toBe(404);
});

test('the form of a closed case says that nothing is referred from it', async () => {
  const { caseId } = await openCase(app);
  const sari = await app.as('sari.peksos');
  const open = await sari.get(`/api/cases/${caseId}/referral-options`);
  await app.admin.query(`update app.cases set state = 'closed', closed_at = now() where case_id = $1`, [
    caseId,
  ]);
  const closed = await sari.get(`/api/cases/${caseId}/referral-options`);

  expect([open.status, closed.status, closed.body.code]).toEqual([200, 422, 'referral-case-closed']);
});

test('the reply slip of an agency without a desk is written down by the team; for one with a desk the team can not answer', async () => {
  const sari = await app.as('sari.peksos');
  const paper = await refer(app, { toAgency: 'KAN', dutyCode: 'KINSHIP_SEARCH' });
  const desk = await refer(app);

  const offered = (await sari.get(`/api/referrals/${paper.referralId}`)).body;
  await sari.does('referrals/accept', { referralId: paper.referralId });
  await sari.does('referrals/complete', {
    referralId: paper.referralId,
    result: 'Mamak ditemukan di Pariaman.',
  });
  const refused = await sari.tries('referrals/accept', { referralId: desk.referralId });
  const uni = await (await app.as('uni.lkaam')).get(`/api/referrals/${paper.referralId}`);

  expect(offered).toMatchObject({ hasDesk: false });
  expect(offered.abilities).toContain('accept');
  const { answers } = (await sari.get(`/api/referrals/${paper.referralId}`)).body;
  expect(answers.map((it: { onPaper: boolean }) => it.onPaper)).toEqual([true, true]);
  expect(refused.status).toBe(403);
  expect(uni.status).toBe(403);
});
