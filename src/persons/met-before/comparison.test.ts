import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function record(identity: object, originArea: string | null = null): Promise<string> {
  const personId = uuidv7();
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, birth_from, birth_to, origin_area, recorded_by, last_met_at)
     select '13.71', $1, 'male', '2012-01-01', '2013-12-31', $2, staff_id, now() from app.staff where username = 'sari.peksos'`,
    [personId, originArea],
  );
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, now(), staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNDER_18' from app.staff where username = 'sari.peksos'`,
    [uuidv7(), personId],
  );
  await (await app.as('sari.peksos')).does('persons/identify', {
    personId,
    identity: { names: [], aliases: [], kin: [], marks: [], ...identity },
  });
  return personId;
}

async function askAbout(newer: string, older: string): Promise<string> {
  const reviewId = uuidv7();
  await app.admin.query(
    `insert into app.match_reviews (city, review_id, person_id, candidate_person_id, strength, asked_by)
     select '13.71', $1, $2, $3, 'likely', staff_id from app.staff where username = 'tika.penjangkau'`,
    [reviewId, newer, older],
  );
  return reviewId;
}

async function pair(): Promise<{ newer: string; older: string; reviewId: string }> {
  const older = await record(
    {
      names: ['Djoefri Soekarnain'],
      kin: [
        { relation: 'MOTHER', name: 'Nurhajati' },
        { relation: 'FATHER', name: 'Syahril' },
      ],
      marks: ['luka lama di siku kiri'],
      nik: '1371010101120000',
    },
    '13.05',
  );
  const newer = await record({
    names: ['Jufri Sukarnain'],
    aliases: ['Buyuang'],
    kin: [
      { relation: 'MOTHER', name: 'Nurhayati' },
      { relation: 'FATHER', name: 'Zulkarnain' },
    ],
    marks: ['luka lama di siku kiri'],
  });
  return { newer, older, reviewId: await askAbout(newer, older) };
}

test('the supervisor reads both records of a question and how each field compares; the look is audited', async () => {
  const { newer, older, reviewId } = await pair();
  const dewi = await app.as('dewi.penyelia');

  const seen = await dewi.get(`/api/match-reviews/${reviewId}`);
  const audited = await app.admin.query(
    `select r.persons from app.audit_rows r join app.staff s using (staff_id)
      where r.act = 'review.compared' and s.username = 'dewi.penyelia' and r.on_id = $1`,
    [reviewId],
  );

  expect(seen.status).toBe(200);
  expect(seen.body.fields).toEqual({
    name: 'yes',
    alias: 'no',
    sex: 'yes',
    age: 'yes',
    mother: 'yes',
    father: 'no',
    marks: 'yes',
  });
  expect([seen.body.person.person.name, seen.body.candidate.person.name]).toEqual([
    'Jufri Sukarnain',
    'Djoefri Soekarnain',
  ]);
  expect(seen.body.candidate.details.nikLastFour).toBe('0000');
  expect(seen.text).not.toContain('1371010101120000');
  expect(audited.rows.map((row) => row.persons.toSorted())).toEqual([[newer, older].toSorted()]);
});

test('nobody else reads it, and the supervisor no longer once it was answered with "another child"', async () => {
  const { reviewId } = await pair();
  const read = async (who: 'sari.peksos' | 'rina.lapangan' | 'eko.kesra' | 'dewi.penyelia') =>
    (await (await app.as(who)).get(`/api/match-reviews/${reviewId}`)).status;
  const others = [await read('sari.peksos'), await read('rina.lapangan'), await read('eko.kesra')];
  const before = await read('dewi.penyelia');

  await (await app.as('dewi.penyelia')).does('persons/decide-review', {
    reviewId,
    answer: 'different',
    reason: 'ayahnya lain',
  });

  expect(others).toEqual([403, 403, 403]);
  expect(before).toBe(200);
  expect(await read('dewi.penyelia')).toBe(404);
});

test('a record in which too little is known to decide is compared all the same', async () => {
  const reviewId = await askAbout(
    await record({ aliases: ['Am'] }),
    await record({ names: ['Ilham Mulyadi'] }),
  );

  const seen = await (await app.as('dewi.penyelia')).get(`/api/match-reviews/${reviewId}`);

  expect(seen.body.fields).toEqual({ alias: 'near', sex: 'yes', age: 'yes' });
});
