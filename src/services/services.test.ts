import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAll } from '#indicators/fold.ts';
import { asService } from '#platform/database/service.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { dayIn, openCaseOfSari } from '#test/case-scene.ts';
import { askInput, plannedProgramme, programmeInput } from '#test/programme-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const places = async (who: Parameters<TestApp['as']>[0], programmeId: string) =>
  (await (await app.as(who)).get(`/api/programmes/${programmeId}/places`)).body.items;

test('an agency writes down its own programme, by a duty it has; everybody at work reads it, without a child in it', async () => {
  const dewi = await app.as('dewi.penyelia');
  const input = programmeInput({ areas: ['13.71.09'] });
  await dewi.does('services/plan-programme', input);
  const of = async (who: Parameters<TestApp['as']>[0], more: object) =>
    (await (await app.as(who)).tries('services/plan-programme', programmeInput({ ...more }))).body;

  const read = (await (await app.as('uni.lkaam')).get(`/api/programmes/${input.programmeId}`)).body;
  const listed = (await (await app.as('lina.kecamatan')).get('/api/programmes?areaCode=13.71.09')).body.items;
  const elsewhere = (await (await app.as('lina.kecamatan')).get('/api/programmes?areaCode=13.71.01')).body
    .items;

  expect(read).toMatchObject({ name: 'Pembinaan terpadu', state: 'running', free: 20, hostAgency: 'TNI' });
  const ids = (items: { programmeId: string }[]) => items.map((it) => it.programmeId);
  expect(ids(listed)).toContain(input.programmeId);
  expect(ids(elsewhere)).not.toContain(input.programmeId);
  expect(await of('hadi.dinkes', {})).toMatchObject({
    code: 'programme-owner-not-own',
    field: 'ownerAgency',
  });
  expect(await of('hadi.dinkes', { ownerAgency: 'DINKES' })).toMatchObject({
    code: 'programme-owner-without-duty',
    field: 'dutyCode',
  });
  expect(await of('dewi.penyelia', { endsOn: dayIn(-9) })).toMatchObject({ field: 'endsOn' });
  expect(await of('dewi.penyelia', { capacity: null })).toMatchObject({ field: 'capacity' });
  expect(await of('dewi.penyelia', { leg: 'NOTHING' })).toMatchObject({ field: 'leg' });
  expect(await of('dewi.penyelia', { areas: ['13.72.01'] })).toMatchObject({ field: 'areas' });
  const kesra = programmeInput({ ownerAgency: 'DINKES', dutyCode: 'HEALTH_CHECK', kind: 'ONGOING' });
  await (await app.as('eko.kesra')).does('services/plan-programme', kesra);
});

test('two who change a programme at the same time do not overwrite each other, and a cancelled one stays cancelled', async () => {
  const dewi = await app.as('dewi.penyelia');
  const input = await plannedProgramme(app);

  await dewi.does('services/change-programme', { ...input, capacity: 22 }, { basedOn: 1 });
  const second = await dewi.tries('services/change-programme', { ...input, capacity: 30 }, { basedOn: 1 });
  const other = await (await app.as('hadi.dinkes')).tries('services/cancel-programme', {
    programmeId: input.programmeId,
    reason: 'Bukan milik kami',
  });
  await dewi.does('services/cancel-programme', {
    programmeId: input.programmeId,
    reason: 'Tidak ada tempat',
  });
  const late = await dewi.tries('services/change-programme', input);
  const read = (await dewi.get(`/api/programmes/${input.programmeId}`)).body;

  expect([second.status, second.body.code]).toEqual([409, 'programme-changed']);
  expect(other.status).toBe(403);
  expect(late.body.code).toBe('programme-not-open');
  expect(read).toMatchObject({ state: 'cancelled', capacity: 22, mayChange: false });
});

test('who has the case asks the child and sees its name; the owner’s other desks see a number, and nobody else a place', async () => {
  const { programmeId } = await plannedProgramme(app);
  const { personId } = await openCaseOfSari(app, 'Rafli Tempat');
  const sari = await app.as('sari.peksos');
  const ask = askInput(programmeId, personId);

  const made = await sari.does('services/ask-child', ask);
  const again = await sari.tries('services/ask-child', askInput(programmeId, personId));
  const stranger = await (await app.as('budi.peksos')).tries(
    'services/ask-child',
    askInput(programmeId, personId),
  );
  const [own] = await places('sari.peksos', programmeId);
  const [byNumber] = await places('budi.peksos', programmeId);
  const dinkes = await places('hadi.dinkes', programmeId);
  const eko = await (await app.as('eko.kesra')).get(`/api/programmes/${programmeId}/places`);

  expect(made).toMatchObject({ state: 'enrolled', number: 1 });
  expect(again.body).toMatchObject({ code: 'already-enrolled', field: 'personId' });
  expect(stranger.status).toBe(404);
  expect(own.person).toMatchObject({ kind: 'known', name: 'Rafli Tempat' });
  expect(byNumber).toMatchObject({ number: 1, person: null, mayChange: false });
  expect(JSON.stringify(byNumber)).not.toContain(personId);
  expect(dinkes).toEqual([]);
  expect(eko.status).toBe(403);
});

test('a refusal is kept, is no place, changes nothing else, and the child may be asked again', async () => {
  const { programmeId } = await plannedProgramme(app, { capacity: 20 });
  const { personId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const everything = async () => {
    const tables = [
      'cases',
      'plan_lines',
      'custody_intervals',
      'referrals',
      'contact_alerts',
      'persons',
      'reach',
    ];
    const rows = await Promise.all(
      tables.map(async (table) => {
        const found = await app.admin.query(
          `select to_jsonb(t) as row from app.${table} t where person_id = $1 order by 1`,
          [personId],
        );
        return found.rows;
      }),
    );
    return JSON.stringify(rows);
  };
  const before = await everything();

  const refused = await sari.does(
    'services/ask-child',
    askInput(programmeId, personId, { childSays: 'refuses' }),
  );
  const after = await everything();
  const counted = (await sari.get(`/api/programmes/${programmeId}`)).body;
  const seenByOwner = await places('budi.peksos', programmeId);
  const seenByTeam = await places('sari.peksos', programmeId);
  const asked = await sari.does('services/ask-child', askInput(programmeId, personId));

  expect(refused).toMatchObject({ state: 'refused', number: null });
  expect(after).toBe(before);
  expect(counted).toMatchObject({ enrolled: 0, free: 20 });
  expect(seenByOwner).toEqual([]);
  expect(seenByTeam).toHaveLength(1);
  expect(asked).toMatchObject({ state: 'enrolled', number: 1 });
});

test('without the child’s own yes there is no place; a guardian’s no is a refusal', async () => {
  const { programmeId } = await plannedProgramme(app);
  const { personId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const tries = (more: object) =>
    sari.tries('services/ask-child', askInput(programmeId, personId, { ...more }));

  const notAsked = await tries({ childSays: 'not_asked' });
  const tomorrow = await tries({ askedOn: dayIn(3) });
  const guardian = await tries({ guardianSays: 'refuses' });

  expect(notAsked.body).toMatchObject({ code: 'child-not-asked', field: 'childSays' });
  expect(tomorrow.body).toMatchObject({ code: 'date-impossible', field: 'askedOn' });
  expect(guardian.body.result).toMatchObject({ state: 'refused' });
});

test('of the last place two who ask at the same moment get one', async () => {
  const { programmeId } = await plannedProgramme(app, { kind: 'ONGOING', capacity: 1 });
  const sari = await app.as('sari.peksos');
  const children = [await openCaseOfSari(app), await openCaseOfSari(app)];

  const replies = await Promise.all(
    children.map(({ personId }) => sari.tries('services/ask-child', askInput(programmeId, personId))),
  );

  expect(replies.map((it) => it.body.code ?? it.body.result.number).sort()).toEqual([1, 'programme-full']);
});

test('the owner notes attendance by day and place; the team writes how the child fares, and a place that was left is no reproach', async () => {
  const { programmeId, startsOn } = await plannedProgramme(app);
  const sari = await app.as('sari.peksos');
  const budi = await app.as('budi.peksos');
  const dewi = await app.as('dewi.penyelia');
  const [one, two] = [await openCaseOfSari(app), await openCaseOfSari(app)];
  const first = askInput(programmeId, one.personId);
  const second = askInput(programmeId, two.personId);
  for (const ask of [first, second]) await sari.does('services/ask-child', ask);
  const session = { sessionId: uuidv7(), programmeId, day: startsOn, title: 'Hari pertama' };
  await dewi.does('services/plan-session', session);
  const outside = await dewi.tries('services/plan-session', {
    ...session,
    sessionId: uuidv7(),
    day: dayIn(60),
  });
  const keep = (presences: object[]) =>
    budi.tries('services/keep-attendance', { sessionId: session.sessionId, presences });

  await keep([{ enrolmentId: first.enrolmentId, presence: 'absent' }]);
  const kept = await keep([
    { enrolmentId: first.enrolmentId, presence: 'present' },
    { enrolmentId: second.enrolmentId, presence: 'excused' },
  ]);
  const foreign = await keep([{ enrolmentId: uuidv7(), presence: 'present' }]);
  const other = await (await app.as('hadi.dinkes')).tries('services/keep-attendance', {
    sessionId: session.sessionId,
    presences: [{ enrolmentId: first.enrolmentId, presence: 'present' }],
  });
  await sari.does('services/leave-programme', {
    enrolmentId: second.enrolmentId,
    by: 'child',
    on: dayIn(0),
  });
  const outcome = { enrolmentId: first.enrolmentId, outcome: 'IN_SCHOOL', seenOn: dayIn(0) };
  const byBudi = await budi.tries('services/keep-outcome', {
    ...outcome,
    outcomeId: uuidv7(),
    afterMonths: 0,
  });
  await sari.does('services/keep-outcome', { ...outcome, outcomeId: uuidv7(), afterMonths: 0 });
  const twice = await sari.tries('services/leave-programme', {
    enrolmentId: second.enrolmentId,
    by: 'child',
    on: dayIn(0),
  });
  const roster = await places('sari.peksos', programmeId);
  const read = (await dewi.get(`/api/programmes/${programmeId}`)).body;

  expect([outside.body.field, kept.status, foreign.body.field, other.status]).toEqual([
    'day',
    200,
    'presences',
    403,
  ]);
  expect([byBudi.status, twice.body.code]).toEqual([404, 'place-ended']);
  expect(roster[0].attendance).toEqual([{ sessionId: session.sessionId, presence: 'present' }]);
  expect(roster.map((it: { state: string }) => it.state)).toEqual(['finished', 'left']);
  expect(read).toMatchObject({
    finished: 1,
    left: 1,
    outcomes: [{ afterMonths: 0, outcome: 'IN_SCHOOL', children: 1 }],
  });
});

test('a complaint about a cohort is read outside host, owner and partners, and never by them', async () => {
  const { programmeId } = await plannedProgramme(app, {
    partners: [{ agencyCode: 'DP3AP2KB', part: 'Pendampingan' }],
  });
  const sari = await app.as('sari.peksos');
  const complaint = (more: object) => ({
    complaintId: uuidv7(),
    programmeId,
    subject: 'TREATMENT',
    said: 'Dibentak saat latihan pagi.',
    saidBy: 'child',
    ...more,
  });
  const inside: unknown[] = [];
  for (const toAgency of ['DINSOS_KOTA', 'TNI', 'DP3AP2KB'])
    inside.push((await sari.tries('services/complain', complaint({ toAgency }))).body.field);
  const sent = complaint({ toAgency: 'DINKES' });
  const written = await sari.does('services/complain', sent);
  const read = (await (await app.as('hadi.dinkes')).get('/api/custody/complaints')).body.items;
  const kept = await app.admin.query(
    'select count(*)::int as n from app.complaints where about_agency = $1',
    ['TNI'],
  );

  expect(inside).toEqual(['toAgency', 'toAgency', 'toAgency']);
  expect(written.toAgency).toBe('DINKES');
  expect(read.map((it: { complaintId: string }) => it.complaintId)).toContain(sent.complaintId);
  expect(kept.rows[0].n).toBe(1);
});

test('need stands beside offer: each child once in a kecamatan, gaps and free places named, an area desk reads its own figure only', async () => {
  const child = uuidv7();
  await asService(app.jobs, { city: '13.71', purpose: 'setup' }, async (client) => {
    await client.query(`insert into persons (person_id, initials, named) values ($1, 'A. S.', true)`, [
      child,
    ]);
    for (const [days, area, age] of [
      [3, '13.71.02.1001', 'UNDER_18'],
      [40, '13.71.02.1002', 'UNDER_18'],
      [50, '13.71.03.1001', 'UNDER_18'],
      [400, '13.71.01.1001', 'UNDER_18'],
    ] as const)
      await client.query(
        `insert into encounters (encounter_id, person_id, occurred_at, approach, activity, location_type, area_code, age_class)
         values ($1, $2, now() - make_interval(days => $3), 'OUTREACH', 'BUSKING', 'MARKET', $4, $5)`,
        [uuidv7(), child, days, area, age],
      );
  });
  await foldAll(app.jobs, '13.71');
  const local = await plannedProgramme(app, {
    name: 'Pos Padang Timur',
    kind: 'ONGOING',
    endsOn: null,
    areas: ['13.71.02'],
    capacity: 30,
  });
  const needFor = async (who: Parameters<TestApp['as']>[0]) =>
    (await (await app.as(who)).get('/api/programmes/need')).body;
  const eko = await needFor('eko.kesra');
  const lina = await needFor('lina.kecamatan');
  const of = (need: typeof eko, code: string) =>
    need.areas.find((it: { areaCode: string }) => it.areaCode === code);

  expect(eko.areas).toHaveLength(11);
  expect([of(eko, '13.71.02').children, of(eko, '13.71.03').children, of(eko, '13.71.01').children]).toEqual([
    1, 1, 0,
  ]);
  expect(of(eko, '13.71.02')).toMatchObject({ programmes: [local.programmeId], capacity: 30, free: 30 });
  expect(of(eko, '13.71.03').programmes).toEqual([]);
  expect(of(eko, '13.71.03').missingLegs).toContain('PREVENTIVE');
  expect(of(lina, '13.71.02').children).toBeNull();
  expect(of(lina, '13.71.09').children).toBe(0);
  expect((await (await app.as('uni.lkaam')).get('/api/programmes/need')).status).toBe(403);
});
