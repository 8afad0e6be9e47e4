import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type CastName, openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  await fillRegister();
});
afterAll(() => app.close());

async function meet(username: CastName, hoursAgo = 1): Promise<string> {
  const personId = uuidv7();
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, birth_from, birth_to, recorded_by, recorded_at, last_met_at)
     select '13.71', $1, 'male', '2012-01-01', '2013-12-31', staff_id, now() - make_interval(hours => $3), now() from app.staff where username = $2`,
    [personId, username, hoursAgo],
  );
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, now(), now() - make_interval(hours => $4), staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNDER_18' from app.staff where username = $3`,
    [uuidv7(), personId, username, hoursAgo],
  );
  return personId;
}

const person = (name: string, mother: string) => ({
  names: [name],
  aliases: [],
  kin: [{ relation: 'MOTHER', name: mother }],
  marks: [],
});

// Sixty others, so that names have frequencies; and the one that is looked for, met by Budi.
async function fillRegister(): Promise<void> {
  const sari = await app.as('sari.peksos');
  const first = ['Rafi', 'Dodi', 'Hendra', 'Yoga', 'Ilham', 'Fajar'];
  const last = [
    'Saputra',
    'Pratama',
    'Chaniago',
    'Tanjung',
    'Piliang',
    'Sikumbang',
    'Koto',
    'Jambak',
    'Guci',
    'Melayu',
  ];
  for (const a of first)
    for (const b of last.slice(0, 4))
      await sari.does('persons/identify', {
        personId: await meet('sari.peksos'),
        identity: person(`${a} ${b}`, `Ibu ${b}`),
      });
}

const typed = { names: ['Zulfikri Mandahiling'], aliases: [], sex: 'male', ageLow: 13, mother: 'Rosmanidar' };
const recorded = person('Djoelfikri Mandahiliang', 'Rosmanidar');

test('an officer without standing learns that someone is known and which typed fields agree, and nothing else', async () => {
  const budi = await app.as('budi.peksos');
  const known = await meet('budi.peksos');
  await budi.does('persons/identify', {
    personId: known,
    identity: { ...recorded, names: ['Zulfikri Mandahiling'] },
  });
  const rina = await app.as('rina.lapangan');

  const seen = await rina.post('/api/persons/met-before', typed);
  const own = await budi.post('/api/persons/met-before', typed);

  expect(seen.body.hints[0]).toMatchObject({
    kind: 'someone',
    place: 1,
    fields: { name: 'yes', mother: 'yes' },
  });
  expect(Object.keys(seen.body.hints[0]).sort()).toEqual(['fields', 'kind', 'place', 'strength']);
  expect(seen.text).not.toContain(known);
  expect(own.body.hints[0]).toMatchObject({
    kind: 'person',
    person: { personId: known, name: 'Zulfikri Mandahiling' },
  });
});

test('old spelling and a slip still find the child', async () => {
  const sari = await app.as('sari.peksos');
  const known = await meet('sari.peksos');
  await sari.does('persons/identify', {
    personId: known,
    identity: person('Djoefri Soekarnain', 'Nurhajati'),
  });

  const { body } = await sari.post('/api/persons/met-before', {
    names: ['Jufri Sukarnain'],
    aliases: [],
    sex: 'male',
    ageLow: 13,
    mother: 'Nurhayati',
  });

  expect(body.hints[0]).toMatchObject({ kind: 'person', person: { personId: known } });
});

test('too little typed is said to be not decidable, and nothing is hinted', async () => {
  const rina = await app.as('rina.lapangan');

  const { body } = await rina.post('/api/persons/met-before', {
    names: ['Zulfikri'],
    aliases: [],
    sex: 'male',
    ageLow: 13,
  });

  expect(body).toMatchObject({ decidable: false, hints: [] });
});

test('each look is audited and counts against the day’s budget', async () => {
  const doni = await app.as('doni.lapangan');
  await app.admin.query(`update app.settings set value = '2' where key = 'matchLooksPerOfficerPerDay'`);

  const answers = [];
  for (let n = 0; n < 3; n++) answers.push(await doni.post('/api/persons/met-before', typed));
  await app.admin.query(`update app.settings set value = '60' where key = 'matchLooksPerOfficerPerDay'`);
  const rows = await app.admin.query(
    `select detail from app.audit_rows where act = 'persons.looked-for' and staff_id = (select staff_id from app.staff where username = 'doni.lapangan')`,
  );

  expect(answers.map((it) => it.status)).toEqual([200, 200, 429]);
  expect(answers[2]?.body.code).toBe('looks-used-up');
  expect(rows.rowCount).toBe(2);
});

test('eighty looks at once: exactly the day’s sixty pass, and each of them is audited', async () => {
  const yeni = await app.as('yeni.rumahsinggah');

  const answers = await Promise.all(
    Array.from({ length: 80 }, () => yeni.post('/api/persons/met-before', typed)),
  );
  const passed = answers.filter((it) => it.status === 200);
  const rows = await app.admin.query(
    `select 1 from app.audit_rows where act = 'persons.looked-for' and staff_id = (select staff_id from app.staff where username = 'yeni.rumahsinggah')`,
  );

  expect(passed).toHaveLength(60);
  expect(answers.filter((it) => it.status === 429)).toHaveLength(20);
  expect(rows.rowCount).toBe(60);
  expect(passed.map((it) => it.body.looksLeft).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 60 }, (_, n) => n),
  );
});

test('a look is answered once: a repeat changes nothing, at once or later, and another answer is refused', async () => {
  const budi = await app.as('budi.peksos');
  const tika = await app.as('tika.penjangkau');
  const known = await meet('budi.peksos');
  await budi.does('persons/identify', { personId: known, identity: person('Yarmanto Sikumbang', 'Nurlela') });
  const newer = await meet('tika.penjangkau');
  const look = async () =>
    (
      await tika.post('/api/persons/met-before', {
        names: ['Yarmanto Sikumbang'],
        aliases: [],
        sex: 'male',
        ageLow: 13,
        mother: 'Nurlela',
        personId: newer,
      })
    ).body.lookId;
  const lookId = await look();
  const unsure = (more = {}) =>
    tika.tries('persons/answer-match', {
      lookId,
      personId: newer,
      choice: 'unsure',
      place: 1,
      reviewId: uuidv7(),
      ...more,
    });
  const asked = async () =>
    (await app.admin.query('select 1 from app.match_reviews where person_id = $1', [newer])).rowCount;

  const answers = await Promise.all([unsure(), unsure(), unsure()]);
  const later = await unsure();
  const other = await unsure({ choice: 'same' });
  const afterOne = await asked();
  const usedId = uuidv7();
  const anotherLook = await unsure({ lookId: await look(), reviewId: usedId });
  const sameReview = await unsure({ lookId: await look(), reviewId: usedId });

  expect([...answers, later].map((it) => [it.status, it.body.result?.reviews])).toEqual(
    Array(4).fill([200, 1]),
  );
  expect([other.status, other.body.code]).toEqual([409, 'look-answered']);
  expect(afterOne).toBe(1);
  expect(anotherLook.status).toBe(200);
  expect(sameReview).toMatchObject({ status: 409, body: { code: 'command-id-reused', field: 'reviewId' } });
  expect(await asked()).toBe(2);
});

test('unsure goes to the supervisor, who joins the records and takes it back; every record stays where it was', async () => {
  const tika = await app.as('tika.penjangkau');
  const dewi = await app.as('dewi.penyelia');
  const older = await meet('sari.peksos', 100);
  await app.admin.query('select 1');
  const sari = await app.as('sari.peksos');
  const seed = await meet('sari.peksos');
  await sari.does('persons/identify', { personId: seed, identity: person('Kharisman Batubara', 'Yuliarti') });
  const newer = await meet('tika.penjangkau');
  const look = await tika.post('/api/persons/met-before', {
    names: ['Karisman Batubara'],
    aliases: [],
    sex: 'male',
    ageLow: 13,
    mother: 'Juliarti',
    personId: newer,
  });
  const before = await app.admin.query(
    `select encounter_id, person_id from app.encounters where person_id = any ($1) order by 1`,
    [[seed, newer, older]],
  );

  await tika.does('persons/answer-match', {
    lookId: look.body.lookId,
    personId: newer,
    choice: 'unsure',
    place: 1,
    reviewId: uuidv7(),
  });
  const queue = await dewi.get('/api/match-reviews');
  const review = queue.body.items.find(
    (item: { person: { personId: string } }) => item.person.personId === newer,
  );
  await dewi.does('persons/decide-review', {
    reviewId: review.reviewId,
    answer: 'same',
    reason: 'ibu dan suku sama',
  });
  const merged = await dewi.get(`/api/persons/${seed}`);
  const toRecorder = await sari.get(`/api/persons/${seed}`);
  const throughOther = await sari.get(`/api/persons/${newer}`);
  const joined = await dewi.get('/api/match-reviews/joined');
  await dewi.does('persons/unmerge', { personId: newer, reason: 'ternyata saudara' });
  const apart = await dewi.get(`/api/persons/${seed}`);
  const gone = await sari.get(`/api/persons/${newer}`);
  const after = await app.admin.query(
    `select encounter_id, person_id from app.encounters where person_id = any ($1) order by 1`,
    [[seed, newer, older]],
  );

  expect(merged.body.sameAs).toContain(newer);
  expect(toRecorder.body.sameAs).toEqual([]);
  expect(throughOther.status).toBe(200);
  expect(joined.body.items).toHaveLength(1);
  expect(apart.body.sameAs).toEqual([]);
  expect(gone.status).toBe(404);
  expect(after.rows).toEqual(before.rows);
});

test('an officer who records a child twice and says so gets no weaker hint the third time', async () => {
  const sari = await app.as('sari.peksos');
  const tika = await app.as('tika.penjangkau');
  const known = await meet('sari.peksos');
  const identity = person('Wendri Batuah Sipado', 'Hasnimar');
  await sari.does('persons/identify', { personId: known, identity });
  const ask = { names: ['Wendri Batuah Sipado'], aliases: [], sex: 'male', ageLow: 13, mother: 'Hasnimar' };
  const look = async () => (await tika.post('/api/persons/met-before', ask)).body;
  const first = await look();
  const newer = await meet('tika.penjangkau');
  await tika.does('persons/identify', { personId: newer, identity });
  const unsaid = await look();

  await tika.does('persons/answer-match', {
    lookId: (await tika.post('/api/persons/met-before', { ...ask, personId: newer })).body.lookId,
    personId: newer,
    choice: 'same',
    place: 1,
    reviewId: uuidv7(),
  });
  const again = await look();

  expect(first.hints.map((it: { strength: string }) => it.strength)).toEqual(['very_likely']);
  expect(unsaid.hints[0].strength).toBe('likely');
  expect(again.hints.map((it: { strength: string }) => it.strength)).toEqual(['very_likely', 'very_likely']);
});

test('a supervisor’s second answer to one question is refused, and an officer can answer none', async () => {
  const rina = await app.as('rina.lapangan');
  const refused = await rina.tries('persons/decide-review', {
    reviewId: uuidv7(),
    answer: 'same',
    reason: 'sama',
  });
  const absent = await (await app.as('dewi.penyelia')).tries('persons/decide-review', {
    reviewId: uuidv7(),
    answer: 'same',
    reason: 'sama',
  });

  expect(refused.status).toBe(403);
  expect(absent.status).toBe(404);
});

test('marks are compared for those who care for the child, never in an enforcement operation', async () => {
  const sari = await app.as('sari.peksos');
  const known = await meet('sari.peksos');
  await sari.does('persons/identify', {
    personId: known,
    identity: { ...person('Wandri Malin', 'Asmiar'), marks: ['luka lama di siku kiri'] },
  });
  const operationId = uuidv7();
  await app.admin.query(
    `insert into app.operations (city, operation_id, kind, state, lead_agency, planned_from, planned_to) values ('13.71', $1, 'RAID', 'under_way', 'SATPOL_PP', now(), now() + interval '1 hour')`,
    [operationId],
  );
  const ask = {
    names: ['Wandri Malin'],
    aliases: [],
    sex: 'male',
    mother: 'Asmiar',
    marks: ['luka lama di siku kiri'],
  };

  const outside = await sari.post('/api/persons/met-before', ask);
  const inRaid = await sari.post('/api/persons/met-before', { ...ask, operationId });

  expect(outside.body.hints[0].fields.marks).toBe('yes');
  expect(inRaid.body.hints[0].fields.marks).toBeUndefined();
  expect(inRaid.body.duty).toBe('care');
});
