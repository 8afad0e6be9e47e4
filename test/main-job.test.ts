// The main job once through, by five members of the cast through the front door: from the street to a safe place.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Client, openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const ids = {
  operationId: uuidv7(),
  named: uuidv7(),
  unnamed: uuidv7(),
  first: uuidv7(),
  second: uuidv7(),
  custody: uuidv7(),
  dinsos: uuidv7(),
  caseId: uuidv7(),
  planLineId: uuidv7(),
  referralId: uuidv7(),
};
const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const day = (days: number) => soon(24 * days).slice(0, 10);
const staffIdOf = async (client: Client) => (await client.get('/api/session')).body.staff.staffId as string;

test('an operation is planned, started, and children are met; it does not close while one is unaccounted for', async () => {
  const rina = await app.as('rina.lapangan');
  await rina.does('operations/plan', {
    operationId: ids.operationId,
    kind: 'OUTREACH',
    title: 'Kuranji sore',
    leadAgency: 'SATPOL_PP',
    partnerAgencies: ['DINSOS_KOTA'],
    team: [await staffIdOf(rina)],
    sites: [{ areaCode: '13.71.09.1006', locationType: 'TRAFFIC_LIGHT', place: 'Simpang' }],
    legalBases: ['perda-1-2025'],
    plannedFrom: soon(-1),
    plannedTo: soon(3),
    instruction: '',
  });
  await rina.does('operations/start', { operationId: ids.operationId });
  const common = {
    operationId: ids.operationId,
    known: false,
    approach: 'OUTREACH',
    activity: 'BUSKING',
    locationType: 'TRAFFIC_LIGHT',
    areaCode: '13.71.09.1006',
    sex: 'male',
    needs: [],
    companions: [],
  };
  await rina.does('encounters/record', {
    ...common,
    encounterId: ids.first,
    personId: ids.named,
    statedAge: 13,
    identity: { name: 'Zulham Piliang', kin: [{ relation: 'MOTHER', name: 'Asnimar' }] },
  });
  await rina.does('encounters/record', {
    ...common,
    encounterId: ids.second,
    personId: ids.unnamed,
    assessedLow: 9,
    assessedHigh: 11,
  });

  const refused = await rina.tries('operations/close', { operationId: ids.operationId });

  expect(refused.body.code).toBe('operation-unaccounted');
  expect(refused.text).toContain(ids.first);
  expect(refused.text).not.toContain('Zulham');
});

test('one stays with a word on it, the other is taken in and handed to the Social Service; then the operation closes and the team forgets', async () => {
  const rina = await app.as('rina.lapangan');
  const dewi = await app.as('dewi.penyelia');
  await rina.does('encounters/spot-outcome', { encounterId: ids.second, outcome: 'STAYED' });
  await rina.does('custody/take-in', {
    custodyId: ids.custody,
    personId: ids.named,
    encounterId: ids.first,
    custodianKind: 'FIELD_TEAM',
    basis: 'OPERATION',
  });
  await rina.does('custody/hand-over', {
    handoverId: uuidv7(),
    custodyId: ids.custody,
    toCustodyId: ids.dinsos,
    endKind: 'SOCIAL_SERVICE',
    agencyCode: 'DINSOS_KOTA',
    giverStaffId: await staffIdOf(rina),
    receiverStaffId: await staffIdOf(dewi),
    condition: 'TIRED',
    basis: 'OPERATION',
  });
  expect((await rina.get(`/api/persons/${ids.named}`)).text).toContain('Zulham');

  await rina.does('operations/close', { operationId: ids.operationId });

  expect((await rina.get(`/api/persons/${ids.named}`)).status).toBe(404);
});

test('a case is opened, assessed and planned; the partner sees the name only while the referral is open', async () => {
  const sari = await app.as('sari.peksos');
  const hadi = await app.as('hadi.dinkes');
  await sari.does('cases/open', {
    caseId: ids.caseId,
    personId: ids.named,
    openedFrom: 'CUSTODY',
    openedFromId: ids.dinsos,
    riskLevel: 'MEDIUM',
    riskReason: 'bekerja di jalan, jarang sekolah',
  });
  await sari.does('cases/assess', {
    caseId: ids.caseId,
    assessmentId: uuidv7(),
    factors: [
      { code: 'E01', side: 'external', level: 'micro', saidBy: 'FAMILY', evidence: 'pendapatan harian' },
    ],
    problems: 'p',
    strengths: 's',
    childWishes: 'w',
    conclusion: 'c',
  });
  await sari.does('cases/add-plan-line', {
    caseId: ids.caseId,
    planLineId: ids.planLineId,
    goal: 'Pemeriksaan kesehatan',
    serviceCode: 'THERAPY',
    agencyCode: 'DINKES',
    dueOn: day(14),
  });
  await sari.does('referrals/send', {
    referralId: ids.referralId,
    caseId: ids.caseId,
    dutyCode: 'HEALTH_CHECK',
    toAgency: 'DINKES',
    question: 'Mohon pemeriksaan kesehatan dasar.',
    discloses: ['name', 'age', 'sex'],
    planLineId: ids.planLineId,
  });

  const open = await hadi.get(`/api/referrals/${ids.referralId}`);
  await hadi.does('referrals/accept', { referralId: ids.referralId });
  await hadi.does('referrals/complete', {
    referralId: ids.referralId,
    result: 'Sehat, kontrol sebulan lagi.',
  });
  const closed = await hadi.get(`/api/referrals/${ids.referralId}`);
  const again = await hadi.tries('referrals/decline', {
    referralId: ids.referralId,
    reasonCode: 'NO_CAPACITY',
    text: 'penuh',
  });

  expect(open.text).toContain('Zulham');
  expect(closed.status).toBe(200);
  expect(closed.text).not.toContain('Zulham');
  expect(again.body.code).toBe('referral-already-answered');
});

test('home is refused until the child was asked alone; then it goes home, the case closes through its gate, and visits follow', async () => {
  const sari = await app.as('sari.peksos');
  const home = {
    handoverId: uuidv7(),
    custodyId: ids.dinsos,
    endKind: 'HOME_WITH_PARENT',
    giverStaffId: await staffIdOf(sari),
    receiverName: 'Asnimar',
    receiverRelation: 'MOTHER',
    condition: 'WELL',
    basis: 'FAMILY_REQUEST',
    statementLetter: true,
  };
  const refused = await sari.tries('custody/hand-over', home);
  await sari.does('custody/ask-fears', { custodyId: ids.dinsos, askedAlone: true, fearsSomeone: false });
  await sari.does('custody/hand-over', { ...home, handoverId: uuidv7() });
  await sari.does('cases/end-plan-line', { planLineId: ids.planLineId, state: 'done', result: 'diperiksa' });
  const early = await sari.tries('cases/close', {
    caseId: ids.caseId,
    reason: 'REUNIFIED',
    bestInterest: '',
    readiness: {},
  });
  const lists = await sari.get('/api/city/lists');
  const readiness = Object.fromEntries(
    lists.body.codes.family_readiness.map((it: { code: string }) => [it.code, 'yes']),
  );
  await sari.does('cases/close', {
    caseId: ids.caseId,
    reason: 'REUNIFIED',
    bestInterest: 'Anak ingin pulang, ibu siap, rumah aman, sekolah menerima kembali.',
    readiness,
    areaCode: '13.71.09.1007',
  });

  const page = await sari.get(`/api/cases/${ids.caseId}`);

  expect(refused.body.code).toBe('feared-persons-not-asked');
  expect(early.status).toBe(422);
  expect(page.body.state).toBe('closed');
  expect(page.body.aftercare.map((visit: { month: number }) => visit.month)).toEqual([1, 3, 6, 12]);
});

test('met again, the last worker is told at once and the officer is not; the lifeline tells it all, the board counts one child', async () => {
  const tika = await app.as('tika.penjangkau');
  const sari = await app.as('sari.peksos');
  const eko = await app.as('eko.kesra');
  const look = await tika.post('/api/persons/met-before', {
    names: ['Zulham Piliang'],
    aliases: [],
    sex: 'male',
    ageLow: 13,
    mother: 'Asnimar',
  });
  const personId = uuidv7();
  await tika.does('encounters/record', {
    encounterId: uuidv7(),
    personId,
    known: false,
    approach: 'OUTREACH',
    activity: 'BUSKING',
    locationType: 'MARKET',
    areaCode: '13.71.09.1006',
    sex: 'male',
    needs: [],
    companions: [],
    statedAge: 13,
    identity: { name: 'Zulham Piliang', kin: [{ relation: 'MOTHER', name: 'Asnimar' }] },
  });
  await tika.does('persons/answer-match', {
    lookId: look.body.lookId,
    personId,
    choice: 'same',
    place: 1,
    reviewId: uuidv7(),
  });
  const dewi = await app.as('dewi.penyelia');
  const queue = await dewi.get('/api/match-reviews');
  const review = queue.body.items.find(
    (item: { person: { personId: string } }) => item.person.personId === personId,
  );
  await dewi.does('persons/decide-review', {
    reviewId: review.reviewId,
    answer: 'same',
    reason: 'nama dan ibu sama',
  });

  const life = await sari.get(`/api/persons/${ids.named}/lifeline`);
  const today = await sari.get('/api/today');
  const board = await eko.get(`/api/indicators/board?ageClass=UNDER_18&period=${new Date().getFullYear()}`);

  expect(look.body.hints[0].kind).toBe('someone');
  expect(look.text).not.toContain(ids.named);
  expect(life.status).toBe(200);
  expect(life.body.met).toHaveLength(2);
  expect(today.text).toContain(ids.named);
  expect(today.status).toBe(200);
  expect([board.status, board.body.met?.children, board.body.met?.encounters]).toEqual([200, 2, 3]);
  expect(board.text).not.toContain('Zulham');
});
