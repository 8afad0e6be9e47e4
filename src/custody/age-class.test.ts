// One rule says the age class of a person: at the encounter, at the gate of closing, for the name, and on every page.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, openTestApp, type TestApp } from '#test/app.ts';
import { openOperation, takingIn } from '#test/custody-scene.ts';
import { metChild } from '#test/met-child.ts';

let app: TestApp;
let rina: Client;
beforeAll(async () => {
  app = await openTestApp();
  rina = await app.as('rina.lapangan');
});
afterAll(() => app.close());

type Facts = Record<string, unknown>;
const years = (statedAge?: number) => ({ assessedLow: undefined, assessedHigh: undefined, statedAge });
const asAgain = (personId: string, facts: Facts) => ({ ...metChild(), ...facts, personId, known: true });
const record = (facts: Facts, client = rina) =>
  client.does('encounters/record', { ...metChild(), approach: 'OUTREACH', ...facts });
const again = (personId: string, facts: Facts) => record(asAgain(personId, facts));

test('meeting again as an adult whoever was said to be a child, or of unknown age, leaves the age unknown', async () => {
  const classes: unknown[] = [];
  const pairs: [before: Facts, now: Facts][] = [
    [years(15), years(25)],
    [years(), years(25)],
    [{ ...years(), assessedLow: 13, assessedHigh: 15 }, years(25)],
    [{ ...years(19), assessedLow: 13, assessedHigh: 15 }, years(25)],
    [years(15), years()],
    [years(15), years(16)],
    [years(25), years(26)],
    [years(25), years()],
    [years(25), years(14)],
  ];
  for (const [before, now] of pairs) {
    const first = await record(before);
    const second = await again(first.personId, now);
    classes.push([first.ageClass, second.ageClass]);
  }

  expect(classes).toEqual([
    ['UNDER_18', 'UNKNOWN'],
    ['UNKNOWN', 'UNKNOWN'],
    ['UNDER_18', 'UNKNOWN'],
    ['UNKNOWN', 'UNKNOWN'],
    ['UNDER_18', 'UNDER_18'],
    ['UNDER_18', 'UNDER_18'],
    ['ADULT', 'ADULT'],
    ['ADULT', 'ADULT'],
    ['ADULT', 'UNKNOWN'],
  ]);
});

test('the encounter keeps what the officer stated, and words of another record of the same person count', async () => {
  const child = await record(years(15));
  const adult = await record(years(25));
  const before = await again(adult.personId, years(25));
  await app.admin.query(
    `insert into app.person_merges (city, person_id, stands_for, reason, merged_by)
     select '13.71', $1, $2, 'orang sama', staff_id from app.staff where username = 'dewi.penyelia'`,
    [adult.personId, child.personId],
  );
  const after = await again(adult.personId, years(25));
  const { rows } = await app.admin.query(
    'select age_class, stated_age from app.encounters where encounter_id = $1',
    [after.encounterId],
  );

  expect([before.ageClass, rows[0]]).toEqual(['ADULT', { age_class: 'UNKNOWN', stated_age: 25 }]);
});

test('who was met without a word of age, after ages were said, was met as those ages say', async () => {
  const { personId } = await record(years(17));
  await again(personId, years());
  const classOf = async () => (await rina.get(`/api/persons/${personId}`)).body.person.ageClass;

  expect(await classOf()).toBe('UNDER_18');
  app.setNow(new Date(Date.now() + 380 * 86_400_000));
  rina = await app.as('rina.lapangan');
  const later = await classOf();
  app.setNow(null);
  expect(later).toBe('ADULT');
});

test('an operation does not close over somebody whose age is contested; over an adult it does', async () => {
  const close = async (statedBefore: number) => {
    const { personId } = await record(years(statedBefore));
    const operationId = await openOperation(app, ['rina.lapangan']);
    const { encounterId } = await again(personId, { ...years(25), operationId });
    const { body } = await rina.get(`/api/operations/${operationId}`);
    const reply = await rina.tries('operations/close', { operationId });
    return { encounterId, operationId, counts: body.counts, reply };
  };

  const contested = await close(15);
  const adult = await close(25);

  expect(contested.reply.body).toMatchObject({
    code: 'operation-unaccounted',
    details: { unaccounted: [{ encounterId: contested.encounterId, ageClass: 'UNKNOWN' }] },
  });
  expect(contested.counts).toMatchObject({ unknown: 1, adults: 0, unaccounted: 1 });
  expect(adult.reply.status).toBe(200);
  expect(adult.counts).toMatchObject({ unknown: 0, adults: 1, unaccounted: 0 });
});

test('the page of the person, lists, search, custody, Hari ini and the rule for names say one class, contested and settled', async () => {
  const name = 'Syamsuar Contohnya';
  const first = await record({ ...years(15), identity: { name } });
  const { personId } = first;
  const met = { personId, encounterId: first.encounterId, operationId: '', at: new Date(first.occurredAt) };
  const desk = await app.as('beni.mako');
  const taking = takingIn(met);
  await rina.does('custody/take-in', taking);
  await again(personId, years(25));

  const told = async () => {
    const of = (items: { personId: string; ageClass: string }[]) =>
      items.find((it) => it.personId === personId)?.ageClass;
    const held = (await rina.get(`/api/custody/${taking.custodyId}`)).body.held;
    const figures = (await desk.get('/api/today')).body.figures.held;
    const board = (await desk.get('/api/custody/board')).body.counts;
    const identity = { names: [name], aliases: [], kin: [], marks: [] };
    const named = await rina.tries('persons/identify', { personId, identity });
    const met = await again(personId, years());
    return {
      page: (await rina.get(`/api/persons/${personId}`)).body.person.ageClass,
      list: of((await rina.get('/api/persons')).body.items),
      search: of((await rina.post('/api/persons/search', { text: 'Syamsuar' })).body.items),
      custody: [held.ageClass, held.person.ageClass, held.ageContested],
      today: [figures.children, figures.adults],
      board: [board.children, board.adults],
      name: named.body.code ?? named.status,
      encounter: met.ageClass,
    };
  };

  expect(await told()).toEqual({
    page: 'UNKNOWN',
    list: 'UNKNOWN',
    search: 'UNKNOWN',
    custody: ['UNKNOWN', 'UNKNOWN', true],
    today: [1, 0],
    board: [1, 0],
    name: 200,
    encounter: 'UNKNOWN',
  });
  await app.admin.query(
    `insert into app.person_ages (city, person_id, kind, years_low, years_high, on_date, by_supervisor) values ('13.71', $1, 'assessed', 25, 25, current_date, true)`,
    [personId],
  );
  expect(await told()).toEqual({
    page: 'ADULT',
    list: 'ADULT',
    search: 'ADULT',
    custody: ['ADULT', 'ADULT', false],
    today: [0, 1],
    board: [0, 1],
    name: 'adult-name-not-needed',
    encounter: 'ADULT',
  });
});
