// The list of the children of one's task, page by page: complete, and telling of no contact that does not exist for the viewer.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Body, type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { meet } from '#test/custody-scene.ts';

let app: TestApp;
const opened: TestApp[] = [];
beforeEach(async () => {
  app = await openTestApp();
  opened.push(app);
});
afterAll(async () => {
  for (const one of opened) await one.close();
});

/** As many children met by sari, the first of them last: `apart` from each other, or in one moment. */
async function metBySari(count: number, apart: string): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7()).sort();
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, recorded_by, recorded_at, last_met_at)
     select '13.71', m.id, 'male', s.staff_id, now() - m.n * $2::interval, now() - m.n * $2::interval
       from unnest($1::uuid[]) with ordinality m(id, n), app.staff s where s.username = 'sari.peksos'`,
    [ids, apart],
  );
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', gen_random_uuid(), m.id, now() - m.n * $2::interval, s.staff_id, s.agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNKNOWN'
       from unnest($1::uuid[]) with ordinality m(id, n), app.staff s where s.username = 'sari.peksos'`,
    [ids, apart],
  );
  return ids;
}

async function pageOf(username: CastName, after?: string): Promise<{ ids: string[]; next: string | null }> {
  const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  const reply = await (await app.as(username)).get(`/api/persons${query}`);
  expect(reply.status).toBe(200);
  return { ids: reply.body.items.map((one: Body) => one.personId), next: reply.body.next };
}

const opens = async (username: CastName, personId: string) =>
  (await (await app.as(username)).get(`/api/persons/${personId}`)).status;

test('the pages together are the whole list, each child once, last met first', async () => {
  const ids = await metBySari(105, '1 minute');
  const first = await pageOf('sari.peksos');
  const second = await pageOf('sari.peksos', first.next ?? '');
  const third = await pageOf('sari.peksos', second.next ?? '');

  expect([first.ids.length, second.ids.length, third.ids.length, third.next]).toEqual([50, 50, 5, null]);
  expect([...first.ids, ...second.ids, ...third.ids]).toEqual(ids);
});

test('children met in one and the same moment are all on the pages', async () => {
  const ids = await metBySari(60, '0 minutes');
  const first = await pageOf('sari.peksos');
  const second = await pageOf('sari.peksos', first.next ?? '');

  expect([first.ids.length, second.ids.length]).toEqual([50, 10]);
  expect([...first.ids, ...second.ids].sort()).toEqual(ids);
});

test('the next page goes on where it was when the standing towards the last child shown is lost meanwhile', async () => {
  const ids = await metBySari(60, '1 minute');
  const first = await pageOf('sari.peksos');
  const last = first.ids.at(-1) ?? '';
  const before = await opens('sari.peksos', last);
  await app.admin.query(
    `update app.encounters set recorded_at = now() - interval '100 hours' where person_id = $1`,
    [last],
  );
  await app.admin.query('delete from app.reach where person_id = $1', [last]);

  expect([before, await opens('sari.peksos', last)]).toEqual([200, 404]);
  expect((await pageOf('sari.peksos', first.next ?? '')).ids).toEqual(ids.slice(50));
});

test('where a page ends can be read by nobody, and is taken from no other viewer', async () => {
  await metBySari(60, '1 minute');
  const { next } = await pageOf('sari.peksos');
  const encounters = (await (await app.as('sari.peksos')).get('/api/encounters')).body.next;
  const read = (cursor: string) => Buffer.from(cursor, 'base64url').toString('utf8');
  const asOther = await (await app.as('budi.peksos')).get(`/api/persons?after=${next}`);
  const made = Buffer.from(JSON.stringify({ at: 'infinity', personId: uuidv7() })).toString('base64url');
  const asMade = await (await app.as('sari.peksos')).get(`/api/persons?after=${made}`);

  expect(JSON.parse(read(encounters ?? ''))).toHaveProperty('at');
  expect(() => JSON.parse(read(next ?? ''))).toThrow();
  expect([asOther.status, asOther.body.code, asOther.body.field]).toEqual([400, 'input-invalid', 'after']);
  expect([asMade.status, asMade.body.code, asMade.body.field]).toEqual([400, 'input-invalid', 'after']);
});

test('an agency that is asked sees the children in the order of their records, whenever they were met; and goes on past one it has done', async () => {
  const ids = await metBySari(60, '1 minute');
  await app.admin.query(
    `with opened as (
       insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
       select '13.71', gen_random_uuid(), 'K-2026-' || (7000 + m.n), m.id, s.agency_code, s.staff_id, now(), 'REPORT', 'LOW'
         from unnest($1::uuid[]) with ordinality m(id, n), app.staff s where s.username = 'budi.peksos'
       returning case_id, person_id, worker_id)
     insert into app.referrals (city, referral_id, referral_number, case_id, person_id, from_agency, to_agency, duty_code, discloses, sent_at, sent_by, clock_days, due_at)
     select '13.71', gen_random_uuid(), 'R-' || o.person_id, o.case_id, o.person_id, 'DINSOS_KOTA', 'DINKES', 'HEALTH_CHECK', '{age}', now(), o.worker_id, 3, now() + interval '3 days'
       from opened o`,
    [ids],
  );
  await app.admin.query('update app.persons set last_met_at = now() where person_id = any ($1::uuid[])', [
    ids.slice(55),
  ]);
  const first = await pageOf('hadi.dinkes');
  const last = first.ids.at(-1) ?? '';
  const before = await opens('hadi.dinkes', last);
  await app.admin.query(
    `update app.referrals set state = 'completed', closed_at = now(), first_answered_at = now() where person_id = $1`,
    [last],
  );

  expect((await pageOf('eko.kesra')).ids.slice(0, 5).sort()).toEqual(ids.slice(55));
  expect(first.ids).toEqual(ids.slice(0, 50));
  expect([before, await opens('hadi.dinkes', last)]).toEqual([200, 404]);
  expect((await pageOf('hadi.dinkes', first.next ?? '')).ids).toEqual(ids.slice(50));
});

test('a team sees the children in the order of its own contacts: a later one of others moves nobody up', async () => {
  const team = ['rina.lapangan', 'doni.lapangan'];
  const before = await meet(app, { minutesAgo: 20, team });
  const after = await meet(app, { minutesAgo: 10, team });
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, now(), staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNKNOWN' from app.staff where username = 'sari.peksos'`,
    [uuidv7(), before.personId],
  );
  await app.admin.query('update app.persons set last_met_at = now() where person_id = $1', [before.personId]);

  expect((await pageOf('eko.kesra')).ids).toEqual([before.personId, after.personId]);
  expect((await pageOf('rina.lapangan')).ids).toEqual([after.personId, before.personId]);
});

test('a team that met two records of one child is not told through the date of one that the other is the same', async () => {
  const team = ['rina.lapangan', 'doni.lapangan'];
  const one = await meet(app, { minutesAgo: 20, team });
  const other = await meet(app, { minutesAgo: 10, team });
  await app.admin.query(
    `insert into app.person_merges (city, person_id, stands_for, merged_by) select '13.71', $1, $2, staff_id from app.staff where username = 'dewi.penyelia'`,
    [other.personId, one.personId],
  );
  const met = async (personId: string) =>
    (await (await app.as('rina.lapangan')).get(`/api/persons/${personId}`)).body.person.lastMetAt;

  expect(await met(one.personId)).toBe(one.at.toISOString());
  expect(await met(other.personId)).toBe(other.at.toISOString());
});
