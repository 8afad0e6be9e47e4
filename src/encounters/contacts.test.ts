// Which encounters with a child exist for whom: a standing opens those it comes from, and not what came before.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { allowAll } from '#test/allow-all.ts';
import { type Body, type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { handingOver, openOperation, takenIn } from '#test/custody-scene.ts';
import { metChild } from '#test/met-child.ts';

let app: TestApp;
let open: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  open = await openTestApp({ lock: allowAll });
});
afterAll(async () => {
  await app.close();
  await open.close();
});

const day = 86_400_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/** A child met by outreach a year ago where it sleeps, and met again today by rina's running operation. */
async function metTwice(on: TestApp, at = ago(600_000)) {
  const child = metChild();
  const earlier = { ...child, approach: 'OUTREACH', locationType: 'SLEEPING_PLACE', statedAge: 12 };
  const tika = await on.as('tika.penjangkau');
  await tika.does('encounters/record', earlier, { occurredAt: ago(300 * day) });
  await on.admin.query(
    `update app.encounters set recorded_at = now() - interval '300 days' where encounter_id = $1`,
    [earlier.encounterId],
  );
  await on.admin.query(`delete from app.reach where person_id = $1`, [child.personId]);
  const operationId = await openOperation(on, ['rina.lapangan']);
  const now = uuidv7();
  await on.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, operation_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, $3, $4, staff_id, agency_code, 'OUTREACH', 'BUSKING', 'MARKET', 'UNDER_18' from app.staff where username = 'rina.lapangan'`,
    [now, child.personId, operationId, at],
  );
  return {
    personId: child.personId,
    encounterId: now,
    earlierId: earlier.encounterId,
    operationId,
    at: new Date(at),
  };
}

/** Of the two encounters those that a viewer finds in the list, and those that open by their address. */
async function seenBy(on: TestApp, username: CastName, it: Awaited<ReturnType<typeof metTwice>>) {
  const client = await on.as(username);
  const { body } = await client.get(`/api/encounters?personId=${it.personId}`);
  const opened: string[] = [];
  for (const id of [it.encounterId, it.earlierId])
    if ((await client.get(`/api/encounters/${id}`)).status === 200) opened.push(id);
  return { listed: body.items.map((one: Body) => one.encounterId), opened };
}

const both = (it: { encounterId: string; earlierId: string }) => ({
  listed: [it.encounterId, it.earlierId],
  opened: [it.encounterId, it.earlierId],
});
const own = (it: { encounterId: string }) => ({ listed: [it.encounterId], opened: [it.encounterId] });
const none = { listed: [], opened: [] };

let cases = 5000;
async function openCase(on: TestApp, personId: string): Promise<string> {
  const caseId = uuidv7();
  await on.admin.query(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
     select '13.71', $1, $3, $2, agency_code, staff_id, now(), 'REPORT', 'LOW' from app.staff where username = 'budi.peksos'`,
    [caseId, personId, `K-2026-${cases++}`],
  );
  return caseId;
}

async function askPartner(on: TestApp, personId: string, caseId: string): Promise<void> {
  await on.admin.query(
    `insert into app.referrals (city, referral_id, case_id, person_id, from_agency, to_agency, duty_code, discloses, sent_at, sent_by, clock_days, due_at)
     select '13.71', $1, $2, $3, 'DINSOS_KOTA', 'DINKES', 'HEALTH_CHECK', '{age}', now(), staff_id, 3, now() + interval '3 days' from app.staff where username = 'budi.peksos'`,
    [uuidv7(), caseId, personId],
  );
}

async function askArea(on: TestApp, personId: string, caseId: string): Promise<void> {
  await on.admin.query(
    `insert into app.plan_lines (city, plan_line_id, case_id, person_id, goal, service_code, agency_code, area_code, due_on)
     values ('13.71', $1, $2, $3, 'kunjungan rumah', 'FAMILY_SUPPORT', 'KEL_13.71.09.1007', '13.71.09.1007', current_date + 3)`,
    [uuidv7(), caseId, personId],
  );
}

test.each([
  ['with both locks', () => app],
  ['by the database alone', () => open],
])('%s: a team sees its own encounter, a partner and an area desk none, the case team all', async (_, on) => {
  const it = await metTwice(on());
  const caseId = await openCase(on(), it.personId);
  await askPartner(on(), it.personId, caseId);
  await askArea(on(), it.personId, caseId);

  expect(await seenBy(on(), 'rina.lapangan', it)).toEqual(own(it));
  expect(await seenBy(on(), 'hadi.dinkes', it)).toEqual(none);
  expect(await seenBy(on(), 'arif.kuranji', it)).toEqual(none);
  expect(await seenBy(on(), 'budi.peksos', it)).toEqual(both(it));
  expect(await seenBy(on(), 'eko.kesra', it)).toEqual(both(it));
});

test.each([
  ['with both locks', () => app],
  ['by the database alone', () => open],
])(
  '%s: every next custodian sees the encounter its custody goes back to, and nothing before it',
  async (_, on) => {
    const it = await metTwice(on());
    const rina = await on().as('rina.lapangan');
    const custodyId = await takenIn(rina, it);
    const mako = handingOver(custodyId, { endKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });
    await rina.does('custody/hand-over', mako);
    expect(await seenBy(on(), 'beni.mako', it)).toEqual(own(it));
    const shelter = handingOver(mako.toCustodyId, {
      endKind: 'SHELTER',
      agencyCode: 'RUMAH_SINGGAH_AIR_PACAH',
    });
    await (await on().as('beni.mako')).does('custody/hand-over', shelter);

    expect(await seenBy(on(), 'beni.mako', it)).toEqual(none);
    expect(await seenBy(on(), 'yeni.rumahsinggah', it)).toEqual(own(it));
  },
);

test('the list, an encounter’s page and the lifeline show the same encounters', async () => {
  const it = await metTwice(app);
  for (const username of ['rina.lapangan', 'eko.kesra', 'budi.peksos', 'beni.mako'] as const) {
    const client = await app.as(username);
    const life = await client.get(`/api/persons/${it.personId}/lifeline`);
    const met = (life.body.met ?? []).map((one: Body) => one.encounterId).reverse();

    expect([username, (await seenBy(app, username, it)).listed]).toEqual([username, met]);
  }
});

test('an encounter that does not exist for a custodian can’t be given an outcome', async () => {
  const it = await metTwice(app);
  const custodyId = await takenIn(await app.as('rina.lapangan'), it);
  const to = handingOver(custodyId, { endKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });
  await (await app.as('rina.lapangan')).does('custody/hand-over', to);
  const beni = await app.as('beni.mako');
  const say = (encounterId: string) =>
    beni.tries('encounters/spot-outcome', { encounterId, outcome: 'STAYED' });

  expect((await say(it.earlierId)).status).toBe(404);
  expect((await say(it.encounterId)).status).toBe(200);
});

test.each([
  ['with both locks', () => app],
  ['by the database alone', () => open],
])(
  '%s: a question of likeness opens every encounter, and lets its supervisor say the outcome only of the own one',
  async (_, on) => {
    const it = await metTwice(on());
    const mine = { ...metChild(), personId: it.personId, known: true };
    await on().admin.query(
      `insert into app.match_reviews (city, review_id, person_id, candidate_person_id, strength, asked_by)
       select '13.71', $1, $2, $3, 'likely', staff_id from app.staff where username = 'rina.lapangan'`,
      [uuidv7(), it.personId, (await metTwice(on())).personId],
    );
    const dewi = await on().as('dewi.penyelia');
    await dewi.does('encounters/record', mine);
    const say = (encounterId: string) =>
      dewi.tries('encounters/spot-outcome', { encounterId, outcome: 'STAYED' });
    const saidOf = async (encounterId: string) =>
      (
        await on().admin.query('select spot_outcome from app.encounters where encounter_id = $1', [
          encounterId,
        ])
      ).rows[0]?.spot_outcome;

    expect((await say(mine.encounterId)).status).toBe(200);
    expect(await saidOf(mine.encounterId)).toBe('STAYED');
    for (const id of [it.encounterId, it.earlierId]) {
      expect((await dewi.get(`/api/encounters/${id}`)).status).toBe(200);
      expect((await say(id)).status).toBe(403);
      expect(await saidOf(id)).toBeNull();
    }
  },
);

test('what may be done with an encounter goes by the standing that opens it', async () => {
  const it = await metTwice(app);
  await app.admin.query(
    `insert into app.match_reviews (city, review_id, person_id, candidate_person_id, strength, asked_by)
     select '13.71', $1, $2, $3, 'likely', staff_id from app.staff where username = 'rina.lapangan'`,
    [uuidv7(), it.personId, (await metTwice(app)).personId],
  );
  const dewi = await app.as('dewi.penyelia');
  const mine = { ...metChild(), personId: it.personId, known: true };
  await dewi.does('encounters/record', mine);
  const may = async (id: string) => (await dewi.get(`/api/encounters/${id}`)).body.abilities;

  expect(await may(mine.encounterId)).toContain('sayOutcome');
  await dewi.does('encounters/spot-outcome', { encounterId: mine.encounterId, outcome: 'STAYED' });
  const logged = await app.admin.query(
    `select persons from app.audit_rows where act = 'encounter.outcome-said' and on_id = $1`,
    [mine.encounterId],
  );
  expect(logged.rows).toEqual([{ persons: [it.personId] }]);
  expect(await may(it.encounterId)).toEqual(['meetAgain']);
});

test('the class that protects a child counts what was said at encounters that do not exist for the viewer', async () => {
  const it = await metTwice(app);
  await app.admin.query(
    `update app.encounters set stated_age = 20, age_class = 'UNKNOWN' where encounter_id = $1`,
    [it.encounterId],
  );
  const custodyId = await takenIn(await app.as('rina.lapangan'), it);
  const { body } = await (await app.as('rina.lapangan')).get(`/api/custody/${custodyId}`);
  const team = (await (await app.as('eko.kesra')).get(`/api/persons/${it.personId}`)).body.person.ageClass;

  expect([body.held.ageClass, team]).toEqual(['UNKNOWN', 'UNKNOWN']);
});

test('the days on which a child was met are for those who may know them; others see the age that counts', async () => {
  const it = await metTwice(app);
  await app.admin.query(
    `insert into app.person_ages (city, person_id, kind, years_low, years_high, on_date) values ('13.71', $1, 'stated', 13, 13, current_date)`,
    [it.personId],
  );
  await openCase(app, it.personId);
  const agesFor = async (username: CastName) =>
    (await (await app.as(username)).get(`/api/persons/${it.personId}`)).body.ages
      .map((age: Body) => [age.kind, age.yearsLow, age.onDate !== null])
      .sort();

  expect(await agesFor('budi.peksos')).toEqual([
    ['assessed', 13, true],
    ['stated', 12, true],
    ['stated', 13, true],
  ]);
  expect(await agesFor('rina.lapangan')).toEqual([
    ['assessed', 13, false],
    ['stated', 13, false],
  ]);
});

test('a team has no standing through another record of the same child; the case team has', async () => {
  const [it, other] = [await metTwice(app), metChild()];
  await (await app.as('tika.penjangkau')).does('encounters/record', { ...other, approach: 'OUTREACH' });
  await openCase(app, it.personId);
  await app.admin.query(
    `insert into app.person_merges (city, person_id, stands_for, merged_by) select '13.71', $1, $2, staff_id from app.staff where username = 'dewi.penyelia'`,
    [it.personId, other.personId],
  );
  const status = async (username: CastName, personId: string) =>
    (await (await app.as(username)).get(`/api/persons/${personId}`)).status;

  expect(await status('rina.lapangan', it.personId)).toBe(200);
  expect(await status('rina.lapangan', other.personId)).toBe(404);
  expect(await status('budi.peksos', other.personId)).toBe(200);
  expect((await (await app.as('rina.lapangan')).get(`/api/encounters/${other.encounterId}`)).status).toBe(
    404,
  );
});

test('when a child was last met is told to those who may know every contact; to others of their own contacts only', async () => {
  const it = await metTwice(app);
  const rina = await app.as('rina.lapangan');
  const walkIn = ago(300_000);
  await openCase(app, it.personId).then((caseId) => askArea(app, it.personId, caseId));
  const mako = handingOver(await takenIn(rina, it), { endKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });
  await rina.does('custody/hand-over', mako);
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, $3, staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNKNOWN' from app.staff where username = 'tika.penjangkau'`,
    [uuidv7(), it.personId, walkIn],
  );
  const later = ago(60_000);
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, $3, staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNKNOWN' from app.staff where username = 'sari.peksos'`,
    [uuidv7(), it.personId, later],
  );
  await app.admin.query('update app.persons set last_met_at = $2 where person_id = $1', [it.personId, later]);
  const told = async (username: CastName) => {
    const client = await app.as(username);
    const listed = (await client.get('/api/persons')).body.items.find(
      (one: Body) => one.personId === it.personId,
    );
    const opened = (await client.get(`/api/persons/${it.personId}`)).body.person;
    expect([username, listed?.lastMetAt]).toEqual([username, opened.lastMetAt]);
    return opened.lastMetAt;
  };

  expect(await told('budi.peksos')).toBe(later);
  expect(await told('eko.kesra')).toBe(later);
  expect(await told('sari.peksos')).toBe(later);
  expect(await told('rina.lapangan')).toBe(it.at.toISOString());
  expect(await told('beni.mako')).toBe(it.at.toISOString());
  expect(await told('tika.penjangkau')).toBe(walkIn);
  expect(await told('arif.kuranji')).toBeNull();
});
