import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { allowAll } from '#test/allow-all.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { name, openCase, refer } from '#test/referred-child.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('the referred agency sees exactly what the referral discloses, and nothing of it when another field was left out', async () => {
  const hadi = await app.as('hadi.dinkes');
  const { referralId, personId } = await refer(app, { discloses: ['name', 'age', 'need'] });
  const without = await refer(app, { discloses: ['sex', 'originArea', 'riskLevel'] });

  const named = (await hadi.get(`/api/referrals/${referralId}`)).body;
  const person = (await hadi.get(`/api/persons/${personId}`)).body;
  const unnamed = await hadi.get(`/api/referrals/${without.referralId}`);
  const unnamedPerson = (await hadi.get(`/api/persons/${without.personId}`)).body;

  expect(named.referral.person).toMatchObject({ kind: 'known', name, sex: 'unknown', lastMetAt: null });
  expect(named.referral.person.ageLow).toBeGreaterThan(10);
  expect(named.question).toBe('Mohon periksa batuknya.');
  expect(named.disclosed.fields).toEqual([
    { field: 'name' },
    { field: 'age' },
    { field: 'need', codes: ['FOOD', 'HEALTH'] },
  ]);
  expect(named.disclosed.withheld).toContain('kin');
  expect(named.caseId).toBeNull();
  expect(person).toMatchObject({ originArea: null, residenceArea: null, sameAs: [] });
  expect(person.details).toEqual({ names: [name] });
  expect(unnamed.text).not.toContain(name);
  expect(unnamed.body.referral.person).toMatchObject({
    kind: 'restricted',
    sex: 'male',
    ageLow: null,
    initials: null,
  });
  expect(unnamed.body.disclosed.fields).toEqual([
    { field: 'sex' },
    { field: 'originArea', text: 'Kota Padang, Sumatera Barat' },
    { field: 'riskLevel', codes: ['HIGH'] },
  ]);
  expect(unnamedPerson).toMatchObject({ originArea: '13.71', ages: [] });
  expect(unnamedPerson.details).toBeUndefined();
});

test('kin, address, assessment and own words are shown where they are disclosed', async () => {
  const hadi = await app.as('hadi.dinkes');
  const all = ['name', 'kin', 'address', 'assessmentSummary', 'ownWords'];
  const { referralId } = await refer(app, { discloses: all });

  const { disclosed } = (await hadi.get(`/api/referrals/${referralId}`)).body;

  expect(disclosed.fields).toEqual([
    { field: 'name' },
    { field: 'kin', kin: [{ relation: 'MOTHER', name: 'Ibu Contoh', phone: '0812' }] },
    { field: 'address', text: 'Jalan Contoh 1' },
    { field: 'assessmentSummary', text: 'Perlu diperiksa' },
    { field: 'ownWords', text: 'Saya mau sekolah' },
  ]);
});

test('the referred agency loses the name when the referral closes', async () => {
  const hadi = await app.as('hadi.dinkes');
  const sari = await app.as('sari.peksos');
  const { referralId, personId } = await refer(app, { discloses: ['name', 'kin', 'ownWords'] });
  const places = async () => ({
    single: await hadi.get(`/api/referrals/${referralId}`),
    queue: await hadi.get('/api/referrals/queue?show=waiting'),
    ended: await hadi.get('/api/referrals/queue?show=closed'),
    person: await hadi.get(`/api/persons/${personId}`),
    persons: await hadi.get('/api/persons'),
  });

  await hadi.does('referrals/accept', { referralId });
  const before = await places();
  await hadi.does('referrals/complete', { referralId, result: 'Sudah diperiksa, sehat.' });
  const after = await places();

  for (const place of ['single', 'queue', 'person', 'persons'] as const)
    expect([place, before[place].text.includes(name)]).toEqual([place, true]);
  expect(after.person.status).toBe(404);
  expect(after.single.status).toBe(200);
  expect(after.single.body).toMatchObject({ question: null, disclosed: null, pauses: [], caseId: null });
  expect(after.single.body.referral).toMatchObject({
    state: 'completed',
    standing: 'formerReceiver',
    person: null,
  });
  expect(after.single.body.answers.map((it: { text: string }) => it.text)).toContain(
    'Sudah diperiksa, sehat.',
  );
  const line = after.ended.body.items.find((it: { referralId: string }) => it.referralId === referralId);
  expect(line).toMatchObject({ dutyCode: 'HEALTH_CHECK', person: null });
  for (const [place, reply] of Object.entries(after)) {
    expect([place, reply.text.includes(personId)]).toEqual([place, false]);
    for (const word of [name, 'Ibu Contoh', 'Saya mau sekolah', 'batuknya'])
      if (place !== 'queue' && place !== 'persons')
        expect([place, reply.text.includes(word)]).toEqual([place, false]);
  }
  expect((await sari.get(`/api/referrals/${referralId}`)).body).toMatchObject({
    question: 'Mohon periksa batuknya.',
    referral: { person: { name } },
  });
});

test('to agencies without a part in it the referral does not exist; the coordinator sees initials and no words', async () => {
  const { referralId } = await refer(app);

  const nita = await (await app.as('nita.disdik')).get(`/api/referrals/${referralId}`);
  const budi = await (await app.as('budi.peksos')).get(`/api/referrals/${referralId}`);
  const rina = await (await app.as('rina.lapangan')).get(`/api/referrals/${referralId}`);
  const eko = await (await app.as('eko.kesra')).get(`/api/referrals/${referralId}`);

  expect([nita.status, budi.status, rina.status]).toEqual([404, 404, 403]);
  expect(eko.body.referral.person).toMatchObject({ kind: 'restricted', initials: 'R. C.' });
  expect(eko.body).toMatchObject({
    question: null,
    disclosed: null,
    answers: [],
    caseId: null,
    sentBy: null,
  });
  expect(eko.text).not.toContain(name);
});

test('every reading of an identity is recorded, and after the end there is none to record', async () => {
  const hadi = await app.as('hadi.dinkes');
  const { referralId, personId } = await refer(app);
  const looks = async () => {
    const found = await app.admin.query(
      `select count(*) as n from app.audit_rows where $1 = any (persons) and act in ('referral.opened', 'referrals.listed') and role = 'partner_desk'`,
      [personId],
    );
    return Number(found.rows[0].n);
  };

  await hadi.get(`/api/referrals/${referralId}`);
  await hadi.get('/api/referrals/queue');
  const whileOpen = await looks();
  await hadi.does('referrals/decline', { referralId, reasonCode: 'OTHER', text: 'Wilayah lain' });
  await hadi.get(`/api/referrals/${referralId}`);
  await hadi.get('/api/referrals/queue?show=closed');

  expect(whileOpen).toBe(2);
  expect(await looks()).toBe(2);
});

test('with the application lock open the database alone keeps the name, the question and the queue of others', async () => {
  const open = await openTestApp({ lock: allowAll });
  try {
    const hadi = await open.as('hadi.dinkes');
    const { referralId, personId } = await refer(open, { discloses: ['name', 'ownWords'] });
    const whileOpen = await hadi.get(`/api/referrals/${referralId}`);
    await hadi.does('referrals/decline', { referralId, reasonCode: 'NO_CAPACITY', text: 'Penuh minggu ini' });

    const afterwards = await hadi.get(`/api/referrals/${referralId}`);
    const person = await hadi.get(`/api/persons/${personId}`);
    const strangers = await Promise.all(
      (
        ['nita.disdik', 'budi.peksos', 'rina.lapangan', 'agus.admin', 'joko.auditor', 'uni.lkaam'] as const
      ).map(async (username) => (await open.as(username)).get(`/api/referrals/${referralId}`)),
    );
    const eko = await (await open.as('eko.kesra')).get(`/api/referrals/${referralId}`);

    expect(whileOpen.text).toContain(name);
    expect(whileOpen.text).toContain('batuknya');
    for (const word of [name, 'batuknya', 'Saya mau sekolah']) expect(afterwards.text).not.toContain(word);
    expect(person.status).toBe(404);
    expect(strangers.map((it) => it.status)).toEqual([404, 404, 404, 404, 404, 404]);
    for (const word of [name, 'batuknya', 'Penuh minggu ini']) expect(eko.text).not.toContain(word);
  } finally {
    await open.close();
  }
});

test('with the application lock open nobody can send a referral to his own agency, to see a child', async () => {
  const open = await openTestApp({ lock: allowAll });
  try {
    const { personId, caseId } = await openCase(open);
    const hadi = await open.as('hadi.dinkes');
    const input = {
      caseId,
      dutyCode: 'SHELTER',
      toAgency: 'DINSOS_KOTA',
      question: 'Mohon.',
      discloses: ['name'],
    };

    const sent = await hadi.tries('referrals/send', { referralId: uuidv7(), ...input });

    expect(sent.status).toBe(404);
    expect((await hadi.get(`/api/persons/${personId}`)).status).toBe(404);
  } finally {
    await open.close();
  }
});

test('the letter says what the referral discloses and no more, and can not be printed by the agency after the end', async () => {
  const hadi = await app.as('hadi.dinkes');
  const { referralId } = await refer(app, { discloses: ['name', 'age'] });
  const path = `/api/referrals/${referralId}/letter`;

  const byTeam = await (await app.as('sari.peksos')).get(path);
  const byAgency = await hadi.get(path);
  const byOther = await (await app.as('nita.disdik')).get(path);
  await hadi.does('referrals/decline', { referralId, reasonCode: 'NO_CAPACITY', text: 'Penuh minggu ini' });
  const afterwards = await hadi.get(path);

  expect([byTeam.status, byAgency.status, byOther.status, afterwards.status]).toEqual([200, 200, 404, 403]);
  for (const letter of [byTeam, byAgency]) {
    for (const word of [name, 'batuknya', 'Lembar jawaban', 'Pemeriksaan kesehatan', 'R-2', 'Dicetak oleh'])
      expect(letter.text).toContain(word);
    for (const word of ['Ibu Contoh', 'Jalan Contoh', 'Saya mau sekolah', 'laki-laki'])
      expect(letter.text).not.toContain(word);
  }
});
