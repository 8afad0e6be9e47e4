// An adult's name is kept only when they ask for a service or accompany a child, by whichever command it would come.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { metChild } from '#test/met-child.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const adult = { statedAge: 34, assessedLow: 30, assessedHigh: 40 };
const child = { statedAge: 12 };
/** Nothing is said of the age: a document settles it. */
const ageless = { statedAge: undefined, assessedLow: undefined, assessedHigh: undefined };
const unknown = { statedAge: 16, assessedLow: 18, assessedHigh: 22 };
const nothing = { names: [] as string[], aliases: [] as string[], kin: [], marks: [] };
const named = { ...nothing, names: ['Seseorang Contoh'] };

async function meet(age: object): Promise<string> {
  const sari = await app.as('sari.peksos');
  const { personId } = await sari.does('encounters/record', { ...metChild(), ...age });
  return personId;
}
const refusalOf = (it: { status: number; body: { code?: string; field?: string } }) => [
  it.status,
  it.body.code,
  it.body.field,
];
const sealed = async (personId: string) =>
  (await app.admin.query('select 1 from app.person_identities where person_id = $1', [personId])).rowCount;

test('identify: no name, nickname or NIK of an adult without the reason; with it, and of others, yes', async () => {
  const sari = await app.as('sari.peksos');
  const personId = await meet(adult);
  const identify = (identity: object, more = {}) =>
    sari.tries('persons/identify', { personId, identity, ...more });

  for (const identity of [
    named,
    { ...nothing, aliases: ['Pak Sese'] },
    { ...named, nik: '1371010101900000' },
  ])
    expect(refusalOf(await identify(identity))).toEqual([422, 'adult-name-not-needed', 'identity']);
  expect(await sealed(personId)).toBe(0);

  for (const nameReason of ['ASKS_SERVICE', 'ACCOMPANIES_CHILD'])
    expect((await identify(named, { nameReason })).status).toBe(200);
  expect((await sari.get(`/api/persons/${personId}`)).body.person.name).toBe('Seseorang Contoh');
  expect(refusalOf(await identify({ ...named, names: ['Lain Contoh'] }))[1]).toBe('adult-name-not-needed');
  for (const age of [child, unknown, { assessedLow: undefined, assessedHigh: undefined }])
    expect(
      (await sari.tries('persons/identify', { personId: await meet(age), identity: named })).status,
    ).toBe(200);
});

test('identify: a document settles the age, a doubt between what was said and seen protects', async () => {
  const sari = await app.as('sari.peksos');
  const personId = await meet(ageless);
  await sari.does('persons/state-age', { personId, kind: 'documented', birthDate: '1990-01-01' });

  const refused = await sari.tries('persons/identify', { personId, identity: named });

  expect(refusalOf(refused)[1]).toBe('adult-name-not-needed');
});

test('record: a name, a nickname or kin of an adult needs the reason', async () => {
  const sari = await app.as('sari.peksos');
  const record = (identity: object, more = {}) =>
    sari.tries('encounters/record', { ...metChild(), ...adult, identity, ...more });

  for (const identity of [
    { name: 'Seseorang Contoh' },
    { aliases: ['Sese'] },
    { kin: [{ relation: 'SIBLING', name: 'Adik Contoh' }] },
  ])
    expect(refusalOf(await record(identity))).toEqual([422, 'adult-name-not-needed', 'identity']);
  expect((await record({ name: 'Seseorang Contoh' }, { nameReason: 'ACCOMPANIES_CHILD' })).status).toBe(200);
});

test('an age that makes a named person an adult needs the reason: by itself, and by meeting again', async () => {
  const sari = await app.as('sari.peksos');
  const personId = await meet({ ...ageless, identity: { name: 'Entah Contoh' } });
  const age = { personId, kind: 'documented', birthDate: '1990-01-01' };
  const again = { ...metChild(), ...adult, personId, known: true };

  const stated = await sari.tries('persons/state-age', age);
  await sari.does('persons/state-age', { ...age, nameReason: 'ASKS_SERVICE' });
  const met = await sari.tries('encounters/record', again);
  const { body } = await sari.get(`/api/persons/${personId}`);
  const withReason = await sari.tries('encounters/record', { ...again, nameReason: 'ASKS_SERVICE' });
  const contested = {
    ...again,
    encounterId: uuidv7(),
    personId: await meet({ ...unknown, identity: { name: 'Belum Contoh' } }),
  };
  const stay = await sari.does('encounters/record', contested);
  const unnamed = await sari.tries('persons/state-age', { ...age, personId: await meet(unknown) });

  expect(refusalOf(stated)).toEqual([422, 'adult-name-not-needed', 'nameReason']);
  expect(refusalOf(met)).toEqual([422, 'adult-name-not-needed', 'nameReason']);
  expect(body.ages).toHaveLength(1);
  expect([withReason.status, stay.ageClass, unnamed.status]).toEqual([200, 'UNKNOWN', 200]);
});

test('a look for likeness, its answer and a joining write no name to anybody', async () => {
  const sari = await app.as('sari.peksos');
  const dewi = await app.as('dewi.penyelia');
  const personId = await meet(adult);
  const known = await meet({ ...child, identity: { name: 'Nasrullah Contoh' } });
  const look = await sari.post('/api/persons/met-before', {
    names: ['Nasrullah Contoh'],
    aliases: [],
    sex: 'male',
    ageLow: 12,
  });
  const answer = { lookId: look.body.lookId, personId };

  await sari.does('persons/answer-match', { ...answer, choice: 'new', reviewId: uuidv7() });
  const reviewId = uuidv7();
  await app.admin.query(
    `insert into app.match_reviews (city, review_id, person_id, candidate_person_id, strength, asked_by)
     select '13.71', $1, $2, $3, 'likely', staff_id from app.staff where username = 'sari.peksos'`,
    [reviewId, personId, known],
  );
  const joined = await dewi.does('persons/decide-review', { reviewId, answer: 'same', reason: 'orang sama' });

  expect(joined.merged).toBe(true);
  expect(await sealed(personId)).toBe(0);
});

test('no other file seals a name than the two commands above and the demonstration’s loader', () => {
  const callers = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) =>
      /\b(?:writeIdentity|prepareIdentity)\(|insert into person_identities/.test(
        readFileSync(join('src', name), 'utf8'),
      ),
    );

  expect(callers.toSorted()).toEqual([
    'demo/load/people.ts',
    'encounters/commands/record.ts',
    'persons/commands.ts',
    'persons/identities.ts',
  ]);
});
