import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { openCaseOfSari } from '#test/case-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

// A walk-in that the social worker recorded herself, written straight to the tables: encounters are a later slice.
async function meetChild(username: string): Promise<string> {
  const personId = uuidv7();
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, recorded_by, last_met_at)
     select '13.71', $1, 'male', staff_id, now() from app.staff where username = $2`,
    [personId, username],
  );
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, now(), staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNKNOWN' from app.staff where username = $3`,
    [uuidv7(), personId, username],
  );
  return personId;
}

const identity = {
  names: ['Rafli Contoh'],
  aliases: ['Ucok'],
  nik: '1371010101120000',
  kin: [{ relation: 'MOTHER', name: 'Ibu Contoh' }],
  marks: [],
};

test('the worker who met a child gives it a name and reads it back; a colleague finds nothing', async () => {
  const sari = await app.as('sari.peksos');
  const personId = await meetChild('sari.peksos');

  await sari.does('persons/identify', { personId, identity });
  const own = await sari.get(`/api/persons/${personId}`);
  const others = await (await app.as('budi.peksos')).get(`/api/persons/${personId}`);
  const absent = await sari.get(`/api/persons/${uuidv7()}`);

  expect(own.status).toBe(200);
  expect(own.body.person).toMatchObject({ kind: 'known', name: 'Rafli Contoh', initials: 'R. C.' });
  expect(own.body.details.kin).toHaveLength(1);
  expect(own.body.details.nikLastFour).toBeUndefined();
  expect(others.status).toBe(404);
  expect({ ...others.body }).toEqual({ ...absent.body });
});

test('sample data takes no NIK of a real person, and says so at the field; an invented one is taken', async () => {
  const sari = await app.as('sari.peksos');
  const personId = await meetChild('sari.peksos');
  const { nik } = identity;
  const real = await sari.tries('persons/identify', {
    personId,
    identity: { ...identity, nik: `${nik.slice(0, 12)}0001` },
  });
  const written = (await sari.get(`/api/persons/${personId}`)).body.person.kind;

  expect([real.status, real.body.code, real.body.field]).toEqual([422, 'nik-not-invented', 'identity.nik']);
  expect(real.body.message).toContain('0000');
  expect(written).not.toBe('known');
  expect((await sari.tries('persons/identify', { personId, identity })).status).toBe(200);
});

test('a NIK that cannot be of the age stated is taken with a warning; one that can is taken without', async () => {
  const sari = await app.as('sari.peksos');
  // The number says 1 January 2012.
  const age = new Date().getUTCFullYear() - 2012;
  const warningsAt = async (years: number) => {
    const personId = await meetChild('sari.peksos');
    await sari.does('persons/state-age', { personId, kind: 'stated', yearsLow: years, yearsHigh: years });
    const { status, body } = await sari.tries('persons/identify', { personId, identity });
    return [status, body.result?.warnings];
  };

  expect(await warningsAt(age - 4)).toEqual([200, ['nik-age-differs', 'nik-synthetic']]);
  expect(await warningsAt(age)).toEqual([200, ['nik-synthetic']]);
});

test('the coordinator sees initials and no name anywhere in the answer', async () => {
  const sari = await app.as('sari.peksos');
  const personId = await meetChild('sari.peksos');
  await sari.does('persons/identify', { personId, identity });

  const seen = await (await app.as('eko.kesra')).get(`/api/persons/${personId}`);

  expect(seen.body.person).toMatchObject({ kind: 'restricted', initials: 'R. C.' });
  expect(seen.text).not.toContain('Rafli');
  expect((await sari.get(`/api/persons/${personId}`)).text).toContain('Rafli');
});

test('list and single read agree for everybody', async () => {
  const personId = await meetChild('sari.peksos');

  for (const username of [
    'sari.peksos',
    'budi.peksos',
    'eko.kesra',
    'rina.lapangan',
    'hadi.dinkes',
  ] as const) {
    const viewer = await app.as(username);
    const single = await viewer.get(`/api/persons/${personId}`);
    const list = await viewer.get('/api/persons');
    const listed = list.body.items.some((item: { personId: string }) => item.personId === personId);
    expect([username, listed]).toEqual([username, single.status === 200]);
  }
});

test('a repeated command id gives the stored outcome; with other contents it is refused', async () => {
  const sari = await app.as('sari.peksos');
  const personId = await meetChild('sari.peksos');
  const id = uuidv7();

  const first = await sari.does('persons/identify', { personId, identity }, { id });
  const again = await sari.does('persons/identify', { personId, identity }, { id });
  const other = await sari.tries(
    'persons/identify',
    { personId, identity: { ...identity, names: ['Lain'] } },
    { id },
  );

  expect(again).toEqual(first);
  expect(other.body.code).toBe('command-id-reused');
});

test('no name lies readable in the database', async () => {
  const sari = await app.as('sari.peksos');
  const personId = await meetChild('sari.peksos');
  await sari.does('persons/identify', { personId, identity: { ...identity, names: ['Zzkanari Qqburung'] } });

  const tables = await app.admin.query<{ t: string }>(
    `select format('%I.%I', schemaname, tablename) as t from pg_tables where schemaname in ('app', 'sec')`,
  );
  const found: string[] = [];
  for (const { t } of tables.rows) {
    const hit = await app.admin.query(`select 1 from ${t} x where x::text ilike '%kanari%' limit 1`);
    if (hit.rowCount) found.push(t);
  }

  expect(found).toEqual([]);
});

test('two who correct one identity: the second is told that it changed', async () => {
  const sari = await app.as('sari.peksos');
  const personId = await meetChild('sari.peksos');
  const { body } = await sari.get(`/api/persons/${personId}`);

  await sari.does('persons/identify', { personId, identity }, { basedOn: body.version });
  const second = await sari.tries('persons/identify', { personId, identity }, { basedOn: body.version });

  expect(second.status).toBe(409);
  expect(second.body.code).toBe('changed-meanwhile');
});

test('numbers nobody sees in full stay when an identity is corrected without them; who sees their end may drop them', async () => {
  const { personId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const { nik: _number, ...without } = identity;
  const corrects = async (input: Record<string, unknown>) => {
    await sari.does('persons/identify', { personId, ...input });
    return (await sari.get(`/api/persons/${personId}`)).body.details.nikLastFour;
  };

  const given = await corrects({ identity });
  const kept = await corrects({ identity: without });
  const dropped = await corrects({ identity: without, drop: ['nik'] });

  expect([given, kept, dropped]).toEqual(['0000', '0000', '']);
});

test('a home is written and taken away by who is shown it', async () => {
  const { personId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const homeAfter = async (residenceArea: string | null) => {
    await sari.does('persons/identify', { personId, identity, residenceArea });
    return (await sari.get(`/api/persons/${personId}`)).body.residenceArea;
  };

  expect(await homeAfter('13.71.01.1001')).toBe('13.71.01.1001');
  expect(await homeAfter(null)).toBeNull();
});
