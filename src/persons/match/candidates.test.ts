import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asService, hashToken, newToken } from '#platform/database/service.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { tokenKeyOf } from '../names/token-key.ts';
import { findCandidates } from './candidates.ts';
import type { MatchIdentity } from './identity.ts';
import { tokensOfPerson } from './person-tokens.ts';
import { queryOf } from './query-tokens.ts';
import { scoreCandidates } from './score.ts';
import { personsNamed } from './search.ts';

const key = tokenKeyOf(new Uint8Array(32).fill(9));
const rizki = {
  names: ['Muhammad Rizki Pratama'],
  aliases: ['Iki'],
  sex: 'male',
  birthFrom: '2012-03-05',
  birthTo: '2012-03-05',
  mother: ['Yulia Wati'],
  father: ['Syafrizal'],
  origin: '13.05',
} as const satisfies MatchIdentity;
const brother = {
  ...rizki,
  names: ['Fajar Hidayat'],
  aliases: [],
  birthFrom: '2010-01-01',
  birthTo: '2010-12-31',
};
const stranger = {
  names: ['Dewi Lestari'],
  sex: 'female',
  mother: ['Murni'],
  origin: '13.71.01.1002',
} as const;

let app: TestApp;
const ids = { rizki: uuidv7(), brother: uuidv7(), stranger: uuidv7() };
beforeAll(async () => {
  app = await openTestApp();
  await record(ids.rizki, rizki);
  await record(ids.brother, brother);
  await record(ids.stranger, stranger);
});
afterAll(() => app.close());

async function record(personId: string, identity: MatchIdentity): Promise<void> {
  const { rows, coarse, signature } = tokensOfPerson(identity, key);
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, birth_from, birth_to, origin_area) values ('13.71', $1, $2, $3, $4, $5)`,
    [
      personId,
      identity.sex ?? 'unknown',
      identity.birthFrom ?? null,
      identity.birthTo ?? null,
      identity.origin ?? null,
    ],
  );
  await app.admin.query(
    `insert into app.person_tokens (city, person_id, token, field, coarse)
     select '13.71', $1, token, field, $2 from unnest($3::bigint[], $4::smallint[]) as t (token, field)`,
    [personId, coarse, rows.map((row) => String(row.token)), rows.map((row) => row.field)],
  );
  await app.admin.query(
    `insert into app.person_signatures (city, person_id, marks) values ('13.71', $1, $2)`,
    [personId, signature],
  );
}

async function atWork<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const token = newToken();
  await app.admin.query(
    `insert into sec.sessions (token_hash, city, staff_id, agency_code, role, expires_at)
     select $1, city, staff_id, agency_code, role, now() + interval '1 hour' from app.staff where username = 'sari.peksos'`,
    [hashToken(token)],
  );
  return app.database.transaction().execute(async (tx) => {
    await sql`select set_config('app.token', ${token}, true)`.execute(tx);
    return work(tx);
  });
}

async function met(typed: MatchIdentity) {
  const query = queryOf(typed, key, { home: '13.71' });
  const { rows, register } = await atWork((tx) => findCandidates(tx, query));
  return { rows, hints: scoreCandidates(query, rows, register) };
}

test('another spelling finds the child first, its brother after it and no stranger', async () => {
  const { rows, hints } = await met({
    names: ['M. Rizqy'],
    sex: 'male',
    birthFrom: '2011-07-11',
    birthTo: '2014-07-10',
    mother: ['Joelia Wati'],
    father: ['Sjafrizal'],
  });

  expect(hints.map(({ personId }) => personId)).toEqual([ids.rizki, ids.brother]);
  expect(hints[0]?.fields).toEqual({ name: 'yes', sex: 'yes', age: 'yes', mother: 'yes', father: 'yes' });
  expect(hints[1]?.fields).toMatchObject({ name: 'no', age: 'near' });
  expect(rows.map(({ sexAgrees, ageGap }) => [sexAgrees, ageGap])).toEqual(
    expect.arrayContaining([
      [true, 0],
      [true, 1],
    ]),
  );
});

test('what the database answers is what the records in memory would', async () => {
  const query = queryOf({ ...rizki, companions: ['Boy'] }, key, { home: '13.71' });

  const { rows } = await atWork((tx) => findCandidates(tx, query));
  const signature = new Set(tokensOfPerson(rizki, key).signature);

  const answered = rows.find(({ personId }) => personId === ids.rizki);
  expect([...(answered?.agrees ?? [])].sort()).toEqual(
    [...new Set(query.marks.filter((mark) => signature.has(mark)))].sort(),
  );
});

test('a sex and an age corrected later are what the next look compares', async () => {
  const query = queryOf(rizki, key, { home: '13.71' });
  const look = () =>
    atWork(async (tx) => (await findCandidates(tx, query)).rows.find((it) => it.personId === ids.rizki));
  const set = (sex: string | undefined, from: string | undefined, to: string | undefined) =>
    app.admin.query('update app.persons set sex = $2, birth_from = $3, birth_to = $4 where person_id = $1', [
      ids.rizki,
      sex ?? 'unknown',
      from ?? null,
      to ?? null,
    ]);
  const before = await look();

  await set('female', '2001-01-01', '2001-12-31');
  const corrected = await look();
  await set(rizki.sex, rizki.birthFrom ?? undefined, rizki.birthTo ?? undefined);

  expect(before).toMatchObject({ sexAgrees: true, ageGap: 0 });
  expect(corrected?.sexAgrees).toBe(false);
  expect(corrected?.ageGap).toBeGreaterThan(8);
  expect(await look()).toEqual(before);
});

test('nothing is looked up when nobody is at work', async () => {
  const query = queryOf(rizki, key);

  const nobody = await app.database.transaction().execute((tx) => findCandidates(tx, query));
  const worker = await atWork((tx) => findCandidates(tx, query));

  expect(nobody.rows).toEqual([]);
  expect(worker.rows.length).toBeGreaterThan(0);
});

test('a search finds by every word and only whom the viewer reaches', async () => {
  const search = (text: string) => atWork((tx) => personsNamed(tx, text, { key, atMost: 20 }));
  const before = await search('rizki');
  await app.admin.query(
    `insert into app.reach (city, person_id, source, source_id, level, staff_id)
     select '13.71', p, 'case', gen_random_uuid(), 'full', staff_id from app.staff, unnest($1::uuid[]) p where username = 'sari.peksos'`,
    [[ids.rizki, ids.stranger]],
  );

  expect(before).toEqual([]);
  expect(await search('Mhd. Riski')).toEqual([ids.rizki]);
  expect(await search('rizki pratama')).toEqual([ids.rizki]);
  expect(await search('rizki lestari')).toEqual([]);
  expect(await search('lestari')).toEqual([ids.stranger]);
  expect(await search('fajar')).toEqual([]);
  await app.admin.query(
    `insert into app.person_token_counts (city, token, n) select '13.71', token, 5000 from app.person_tokens where field = 1
       on conflict (city, token) do update set n = 5000`,
  );
  expect(await search('rizki pratama')).toEqual([ids.rizki]);
  expect(await search('rizki lestari')).toEqual([]);
  expect(await search('fajar')).toEqual([]);
});

test('the nightly count tells a common name from a rare one', async () => {
  for (let at = 0; at < 40; at += 1)
    await record(uuidv7(), { names: ['Andi'], mother: [`Ibu ${'abcdefgh'[at % 8]}ina`] });

  await asService(app.jobs, { city: '13.71', purpose: 'jobs' }, (client) =>
    client.query('select app.count_match_shares()'),
  );
  const query = queryOf({ names: ['Andi'], mother: ['Zulmaini'] }, key);
  const { register } = await atWork((tx) => findCandidates(tx, query));
  const shareOf = (word: string, field: string) =>
    register.shares[
      query.asked.findIndex((one) => one.field === field && one.word === 0 && one.closeness === word)
    ] ?? 0;

  expect(register.population).toBe(43);
  expect(shareOf('same', 'name')).toBeCloseTo(40 / 43, 2);
  expect(shareOf('same', 'mother')).toBe(0);
});
