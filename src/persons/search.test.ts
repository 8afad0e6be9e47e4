import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type AccessWorld, makeAccessWorld, relations } from '#test/access/world.ts';
import { type Body, openTestApp, type TestApp } from '#test/app.ts';
import { cast } from '#test/cast.ts';

let app: TestApp;
let world: AccessWorld;
beforeAll(async () => {
  app = await openTestApp();
  world = await makeAccessWorld(app);
}, 120_000);
afterAll(() => app.close());

async function named(name: string): Promise<string> {
  const personId = uuidv7();
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, recorded_by, last_met_at) select '13.71', $1, 'male', staff_id, now() from app.staff where username = 'sari.peksos'`,
    [personId],
  );
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, now(), staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNKNOWN' from app.staff where username = 'sari.peksos'`,
    [uuidv7(), personId],
  );
  const identity = { names: [name], aliases: [], kin: [], marks: [] };
  await (await app.as('sari.peksos')).does('persons/identify', { personId, identity });
  return personId;
}

test('a name is found in another spelling, by every word that was typed, and by nobody else', async () => {
  const personId = await named('Muhammad Joesoef');
  const sari = await app.as('sari.peksos');
  const ids = async (text: string) =>
    (await sari.post('/api/persons/search', { text })).body.items.map((it: Body) => it.personId);

  expect(await ids('M. Yusuf')).toContain(personId);
  expect(await ids('yusup')).toContain(personId);
  expect(await ids('Muhammad Ikhsan')).not.toContain(personId);
  const others = await (await app.as('budi.peksos')).post('/api/persons/search', { text: 'Joesoef' });
  expect(others.body).toEqual({ items: [], more: false });
});

test('search, list and single read agree for everybody', async () => {
  for (const { username } of cast) {
    const viewer = await app.as(username);
    for (const relation of relations) {
      const { personId } = world.children.find((it) => it.relation === relation) ?? { personId: '' };
      const search = await viewer.post('/api/persons/search', { text: world.canary(relation, 'name') });
      if (search.status === 403) continue;
      const single = await viewer.get(`/api/persons/${personId}`);
      const found = search.body.items.some((it: Body) => it.personId === personId);
      expect([username, relation, found]).toEqual([
        username,
        relation,
        single.status === 200 && single.body.person.kind === 'known',
      ]);
    }
  }
});

test('a search is one row of the log, with whom it showed and without what was typed', async () => {
  await named('Zulkarnain Contoh');
  const before = await app.admin.query('select max(audit_id) as last from app.audit_rows');

  const found = await (await app.as('sari.peksos')).post('/api/persons/search', { text: 'zulkarnain' });

  const rows = await app.admin.query('select act, persons, detail from app.audit_rows where audit_id > $1', [
    before.rows[0].last,
  ]);
  expect(rows.rows).toEqual([
    { act: 'persons.searched', persons: found.body.items.map((it: Body) => it.personId), detail: {} },
  ]);
});

test('too short, too long or not a name is refused or finds nothing', async () => {
  const sari = await app.as('sari.peksos');

  expect((await sari.post('/api/persons/search', { text: 'a' })).status).toBe(400);
  expect((await sari.post('/api/persons/search', { text: 'a'.repeat(81) })).status).toBe(400);
  expect((await sari.post('/api/persons/search', { text: '%%%' })).status).toBe(400);
  expect((await sari.post('/api/persons/search', { text: '%q%z%' })).body.items).toEqual([]);
  expect((await (await app.as('eko.kesra')).post('/api/persons/search', { text: 'Joesoef' })).status).toBe(
    403,
  );
});
