import { afterAll, beforeAll, expect, test } from 'vitest';
import { asService } from '#platform/database/service.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
const children = { ani: uuidv7(), budi: uuidv7(), citra: uuidv7(), adult: uuidv7() };

beforeAll(async () => {
  app = await openTestApp();
  app.setNow(new Date('2026-11-24T03:00:00Z'));
  await asService(app.jobs, { city: '13.71', purpose: 'setup' }, async (client) => {
    for (const id of Object.values(children))
      await client.query(`insert into persons (person_id, initials, named) values ($1, 'A. S.', true)`, [id]);
    const meet = (who: string, at: string, more: Record<string, string> = {}) =>
      client.query(
        `insert into encounters (encounter_id, person_id, occurred_at, approach, activity, location_type, area_code, age_class)
         values ($1, $2, $3, $4, $5, 'MARKET', $6, $7)`,
        [
          uuidv7(),
          who,
          at,
          more.approach ?? 'OUTREACH',
          more.activity ?? 'BUSKING',
          more.area ?? '13.71.09.1007',
          more.age ?? 'UNDER_18',
        ],
      );
    await meet(children.ani, '2026-06-30T17:30:00Z');
    await meet(children.ani, '2026-07-20T03:00:00Z', { activity: 'HAWKING' });
    await meet(children.ani, '2026-09-01T03:00:00Z', { approach: 'ENFORCEMENT', area: '13.71.03.1005' });
    await meet(children.budi, '2025-02-01T03:00:00Z');
    await meet(children.budi, '2026-07-05T03:00:00Z', { activity: 'PORTER' });
    await meet(children.citra, '2026-06-30T16:30:00Z', { age: 'UNKNOWN' });
    await meet(children.adult, '2026-07-10T03:00:00Z', { age: 'ADULT', activity: 'PORTER' });
    // Records begin in the year before last: the year before is whole, and can be compared with.
    await meet(children.adult, '2024-06-10T03:00:00Z', { age: 'ADULT' });
    const held = (kind: string, from: string, to: string | null) =>
      client.query(
        `insert into custody_intervals (custody_id, person_id, custodian_kind, agency_code, started_at, ended_at) values ($1, $2, $3, $4, $5, $6)`,
        [
          uuidv7(),
          children.ani,
          kind,
          kind === 'SHELTER' ? 'RUMAH_SINGGAH_AIR_PACAH' : 'SATPOL_PP',
          from,
          to,
        ],
      );
    await held('FIELD_TEAM', '2026-09-01T03:00:00Z', '2026-09-01T04:00:00Z');
    await held('ENFORCEMENT', '2026-09-01T04:00:00Z', '2026-09-01T09:30:00Z');
    await held('SHELTER', '2026-09-01T09:30:00Z', null);
  });
});
afterAll(() => app.close());

test('children and encounters are counted apart, each child once, in the months of the city', async () => {
  const coordinator = await app.as('eko.kesra');
  const { status, body } = await coordinator.get('/api/indicators/board?period=2026');
  expect(status).toBe(200);
  expect(body.met).toEqual({ children: 2, encounters: 4, new: 1, returned: 1 });
  expect(body.classes.UNKNOWN).toMatchObject({ children: 1, encounters: 1 });
  expect(body.classes.ADULT).toMatchObject({ children: 1, encounters: 1 });
  const july = body.months.find((it: { month: string }) => it.month === '2026-07');
  expect(july).toMatchObject({ children: 2, encounters: 3, new: 1, returned: 1 });
  expect(body.areas).toContainEqual(['13.71.09', 3, 2, 0]);
  expect(body.areas).toContainEqual(['13.71.03.1005', 1, 1, 0]);
  expect(body.care.handover).toEqual({ medianHours: 6.5, of: 1 });
  expect(body.comparison.verdict).toBe('tooFew');
});

test('an encounter at 00.30 on 1 July counts in July, one at 23.30 on 30 June in June', async () => {
  const coordinator = await app.as('eko.kesra');
  const unknown = await coordinator.get('/api/indicators/board?period=2026-06&ageClass=UNKNOWN');
  expect(unknown.body.met.encounters).toBe(1);
  const june = await coordinator.get('/api/indicators/board?period=2026-06');
  expect(june.body.met.encounters).toBe(0);
});

test('the five groups follow the dated mapping: an adult porter is outside them, a child is not', async () => {
  const coordinator = await app.as('eko.kesra');
  const child = await coordinator.get('/api/indicators/board?period=2026-07');
  expect(child.body.groups.map((it: { code: string }) => it.code).toSorted()).toEqual([
    'BUSKER',
    'HAWKER',
    'STREET_CHILD',
  ]);
  const adult = await coordinator.get('/api/indicators/board?period=2026-07&ageClass=ADULT');
  expect(adult.body.groups).toMatchObject([{ code: 'NONE', children: 1 }]);
});

test('place and approach narrow every figure on encounters', async () => {
  const coordinator = await app.as('eko.kesra');
  const { body } = await coordinator.get(
    '/api/indicators/board?period=2026&place=13.71.03&approach=ENFORCEMENT',
  );
  expect(body.met).toMatchObject({ children: 1, encounters: 1 });
  expect(body.areas.map((it: [string]) => it[0])).toEqual(['13.71.03', '13.71.03.1005']);
});

test('activities and groups are counted by the approach that is asked for', async () => {
  const coordinator = await app.as('eko.kesra');
  const sumsOf = async (approach: string) => {
    const path = `/api/indicators/board?period=2026${approach && `&approach=${approach}`}`;
    const { body } = await coordinator.get(path);
    const sum = (rows: { encounters: number }[]) => rows.reduce((all, row) => all + row.encounters, 0);
    return { all: body.met.encounters, activities: sum(body.activities), groups: sum(body.groups) };
  };
  const every = await sumsOf('');
  const each = [];
  for (const approach of ['OUTREACH', 'ENFORCEMENT', 'REPORT', 'WALK_IN']) each.push(await sumsOf(approach));

  expect(every.all).toBeGreaterThan(0);
  expect(each.filter((one) => one.all > 0).length).toBeGreaterThan(1);
  for (const one of [every, ...each]) expect([one.activities, one.groups]).toEqual([one.all, one.all]);
  expect(each.reduce((sum, one) => sum + one.activities, 0)).toBe(every.activities);
});

test('a figure is never stale: the next reading has the encounter just recorded, before any fold', async () => {
  const coordinator = await app.as('eko.kesra');
  const before = await coordinator.get('/api/indicators/month-area?year=2026&ageClass=UNDER_18');
  await asService(app.jobs, { city: '13.71', purpose: 'setup' }, (client) =>
    client.query(
      `insert into encounters (encounter_id, person_id, occurred_at, approach, activity, location_type, area_code, age_class)
       values ($1, $2, '2026-10-10T03:00:00Z', 'REPORT', 'BUSKING', 'MARKET', '13.71.03.1005', 'UNDER_18')`,
      [uuidv7(), children.budi],
    ),
  );
  const after = await coordinator.get('/api/indicators/month-area?year=2026&ageClass=UNDER_18');
  const october = (body: { areas: [string, number[]][] }) =>
    body.areas.find(([code]) => code === '13.71.03.1005')?.[1][9] ?? 0;
  expect(october(after.body)).toBe(october(before.body) + 1);
});

test('an area desk sees the figures of its own area and no other', async () => {
  const desk = await app.as('lina.kecamatan');
  const own = await desk.get('/api/indicators/board?period=2026');
  expect(own.body).toMatchObject({ place: '13.71.09', care: null });
  expect(own.body.met).toMatchObject({ children: 2, encounters: 3 });
  expect(own.body.areas.every(([code]: [string]) => code.startsWith('13.71.09'))).toBe(true);
  expect((await desk.get('/api/indicators/board?period=2026&place=13.71.03')).status).toBe(404);
  expect((await desk.get('/api/indicators/board?period=2026&place=13.71')).status).toBe(404);
  const matrix = await desk.get('/api/indicators/month-area?year=2026');
  expect(matrix.body.areas.map(([code]: [string]) => code)).toEqual(['13.71.09.1007']);
});

test('a number opens its records: initials for the coordinator, nobody for those without a standing, none for the auditor', async () => {
  const coordinator = await app.as('eko.kesra');
  const returned = await coordinator.get('/api/indicators/records?figure=returned&period=2026');
  expect(returned.body.items.map((it: { person: { personId: string } }) => it.person.personId)).toEqual([
    children.budi,
  ]);
  expect(returned.body.items[0].person).toMatchObject({ kind: 'restricted', initials: 'A. S.' });
  expect(returned.text).not.toContain('"name"');
  const fresh = await coordinator.get('/api/indicators/records?figure=new&period=2026');
  expect(fresh.body.items).toHaveLength(1);
  const events = await coordinator.get('/api/indicators/records?figure=encounters&period=2026-07');
  expect(events.body.items).toHaveLength(3);
  const held = await coordinator.get('/api/indicators/records?figure=handover&period=2026');
  expect(held.body.items).toMatchObject([{ code: '65' }]);

  const supervisor = await app.as('dewi.penyelia');
  expect((await supervisor.get('/api/indicators/records?figure=children&period=2026')).body.items).toEqual(
    [],
  );
  const auditor = await app.as('joko.auditor');
  expect((await auditor.get('/api/indicators/board?period=2026')).body.opensRecords).toBe(false);
  expect((await auditor.get('/api/indicators/records?figure=children&period=2026')).status).toBe(403);
});

test('those without a city’s view come to no figures', async () => {
  for (const username of ['rina.lapangan', 'hadi.dinkes', 'uni.lkaam', 'agus.admin'] as const) {
    const client = await app.as(username);
    expect((await client.get('/api/indicators/board?period=2026')).status).toBe(403);
    expect((await client.get('/api/indicators/month-area?year=2026')).status).toBe(403);
  }
});

test('every figure has a definition in both languages with its source', async () => {
  const { body } = await (await app.as('joko.auditor')).get('/api/indicators/definitions');
  expect(body.items.length).toBeGreaterThanOrEqual(14);
  for (const it of body.items)
    for (const text of [it.title.id, it.title.en, it.text.id, it.text.en, it.source])
      expect(text.length).toBeGreaterThan(4);
});

test('a table leaves as CSV that says it is made up in a demonstration', async () => {
  const coordinator = await app.as('eko.kesra');
  const { body } = await coordinator.get('/api/indicators/table?table=months&period=2026');
  expect(body.name).toBe('rangkul-months-2026-13.71-under_18.csv');
  expect(body.csv.split('\r\n')[0]).toContain('DATA CONTOH');
  expect(body.csv).toContain('2026-07,1,0,1,2,3,0,0');
});

test('the first answer of the board is small', async () => {
  const { text } = await (await app.as('eko.kesra')).get('/api/indicators/board?period=2026');
  expect(text.length).toBeLessThan(20_000);
});

test('who turns 18 in the year counts where met as a child and where met as an adult, never more than was met', async () => {
  const turned = uuidv7();
  await asService(app.jobs, { city: '13.71', purpose: 'setup' }, async (client) => {
    await client.query(`insert into persons (person_id) values ($1)`, [turned]);
    for (const [at, age, area] of [
      ['2025-03-01T03:00:00Z', 'UNDER_18', '13.71.01.1001'],
      ['2025-09-01T03:00:00Z', 'ADULT', '13.71.02.1001'],
      ['2025-09-05T03:00:00Z', 'ADULT', '13.71.02.1001'],
    ])
      await client.query(
        `insert into encounters (encounter_id, person_id, occurred_at, approach, activity, location_type, area_code, age_class)
         values ($1, $2, $3, 'OUTREACH', 'BUSKING', 'MARKET', $4, $5)`,
        [uuidv7(), turned, at, area, age],
      );
  });
  const coordinator = await app.as('eko.kesra');
  const met = async (ageClass: string, place: string) => {
    const cut = `period=2025&ageClass=${ageClass}&place=${place}`;
    const { children, encounters } = (await coordinator.get(`/api/indicators/board?${cut}`)).body.met;
    const list = await coordinator.get(`/api/indicators/records?figure=children&${cut}`);
    return [children, encounters, list.body.items.length];
  };

  expect(await met('UNDER_18', '13.71.01')).toEqual([1, 1, 1]);
  expect(await met('UNDER_18', '13.71.02')).toEqual([0, 0, 0]);
  expect(await met('ADULT', '13.71.01')).toEqual([0, 0, 0]);
  expect(await met('ADULT', '13.71.02')).toEqual([1, 2, 1]);
});

test('a place or code the city never had is refused on its field; one it has, with nothing to count, is answered', async () => {
  const coordinator = await app.as('eko.kesra');
  const asked = async (path: string) => {
    const { status, body } = await coordinator.get(`/api/indicators/${path}`);
    return [status, body.code, body.field];
  };
  const place = [422, 'area-of-another-city', 'place'];
  const code = (field: string) => [422, 'figure-code-unknown', field];

  for (const wrong of ['13.71.99', '13.71.09.9999', '31.71', '13'])
    expect(await asked(`board?place=${wrong}`)).toEqual(place);
  expect(await asked('board?approach=DANCING')).toEqual(code('approach'));
  expect(await asked('month-area?approach=DANCING')).toEqual(code('approach'));
  expect(await asked('table?table=months&place=13.71.99')).toEqual(place);
  expect(await asked('records?figure=children&place=13.71.99')).toEqual(place);
  expect(await asked('records?figure=children&activity=FLYING')).toEqual(code('activity'));
  expect(await asked('records?figure=children&group=FLYING')).toEqual(code('group'));
  for (const right of [
    'board?place=13.71',
    'board?place=13.71.11&approach=WALK_IN',
    'month-area?approach=WALK_IN',
    'records?figure=children&place=13.71.11&activity=BEGGING&group=NONE',
  ])
    expect((await asked(right)).slice(0, 2)).toEqual([200, undefined]);
});
