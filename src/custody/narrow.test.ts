// What a custody tells of another time of the child's life, or to somebody who may not read it at all; and what must not depend on who looks.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Body, type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { handingOver, type Met, meet, takenIn, takingIn } from '#test/custody-scene.ts';

let app: TestApp;
/** With the application's lock opened wide: here the database alone must still hold. */
let open: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  open = await openTestApp({
    lock: {
      mayUse: () => true,
      personStanding: sql`(select p.city, p.person_id, 'caseTeam' as standing, p.person_id as because from app.persons p)`,
      standingAllows: () => true,
      discloseAs: (_standing, widest) => widest,
    },
  });
});
afterAll(async () => {
  await open.close();
  await app.close();
});

let cases = 7300;
/** A case of Dinsos, out of which the child is referred to an agency. */
async function refer(on: TestApp, personId: string, agency: string): Promise<void> {
  const caseId = uuidv7();
  await on.admin.query(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
     select '13.71', $1, $2, $3, agency_code, staff_id, now(), 'CUSTODY', 'LOW' from app.staff where username = 'budi.peksos'`,
    [caseId, `K-2026-${cases++}`, personId],
  );
  await on.admin.query(
    `insert into app.referrals (city, referral_id, case_id, person_id, from_agency, to_agency, duty_code, discloses, sent_at, sent_by, clock_days, due_at)
     select '13.71', $1, $2, $3, 'DINSOS_KOTA', $4, 'HEALTH_CHECK', '{name,age}', now(), staff_id, 3, now() + interval '3 days' from app.staff where username = 'budi.peksos'`,
    [uuidv7(), caseId, personId, agency],
  );
}

/** Somebody of another team meets the child again, injured. */
const metHurt = (met: Met, injury: string, after = '0 minutes') =>
  app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class, injury)
     select '13.71', $1, $2, now() + $4::interval, staff_id, agency_code, 'OUTREACH', 'BUSKING', 'MARKET', 'UNDER_18', $3 from app.staff where username = 'sari.peksos'`,
    [uuidv7(), met.personId, injury, after],
  );

test('an injury that a colleague recorded later is urgent on the board of the desk that has the child', async () => {
  const met = await meet(app);
  const rina = await app.as('rina.lapangan');
  const to = handingOver(await takenIn(rina, met), { endKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });
  await rina.does('custody/hand-over', to);
  const beni = await app.as('beni.mako');
  const held = async () => (await beni.get(`/api/custody/${to.toCustodyId}`)).body.held.hold.urgencies;

  expect(await held()).toEqual([]);
  await metHurt(met, 'SERIOUS');
  expect(await held()).toContain('hurt');
});

test('an injury from before the child was taken in stays hidden from the desk', async () => {
  const met = await meet(app);
  const rina = await app.as('rina.lapangan');
  const to = handingOver(await takenIn(rina, met), { endKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });
  await rina.does('custody/hand-over', to);
  await metHurt(met, 'SERIOUS', '-20 days');

  expect(
    (await (await app.as('beni.mako')).get(`/api/custody/${to.toCustodyId}`)).body.held.hold.urgencies,
  ).toEqual([]);
});

test('a dispute is for those who may read the chain, not for an agency the child was referred to', async () => {
  for (const on of [app, open]) {
    const met = await meet(on, { minutesAgo: 60 });
    const [rina, doni] = [await on.as('rina.lapangan'), await on.as('doni.lapangan')];
    await takenIn(rina, met);
    await doni.tries('custody/take-in', takingIn(met, { custodianKind: 'POLICE', agencyCode: 'POLRI' }));
    await refer(on, met.personId, 'RUMAH_SINGGAH_AIR_PACAH');
    const seen = async (username: CastName) =>
      (await (await on.as(username)).get('/api/custody/disputed')).text.includes(met.personId);

    expect(await seen('rina.lapangan')).toBe(true);
    expect(await seen('yeni.rumahsinggah')).toBe(false);
  }
});

test('a team finds the dispute about whom it met also when another record stands for the person', async () => {
  const met = await meet(app, { minutesAgo: 60 });
  const head = await meet(app, { team: ['beni.mako'] });
  const [rina, doni] = [await app.as('rina.lapangan'), await app.as('doni.lapangan')];
  const first = await takenIn(rina, met);
  await doni.tries('custody/take-in', takingIn(met, { custodianKind: 'POLICE', agencyCode: 'POLRI' }));
  await app.admin.query(
    `insert into app.person_merges (city, person_id, stands_for, merged_by) select '13.71', $1, $2, staff_id from app.staff where username = 'dewi.penyelia'`,
    [met.personId, head.personId],
  );
  const { body } = await rina.get('/api/custody/disputed');
  const found = body.items.filter((it: Body) => it.claims.some((claim: Body) => claim.claimId === first));

  expect(found.map((it: Body) => [it.person.personId, it.claims.length, it.maySettle])).toEqual([
    [met.personId, 2, true],
  ]);
  expect((await (await app.as('sari.peksos')).get('/api/custody/disputed')).text).not.toContain(first);
});

test('what was kept in an earlier custody exists neither in the record nor to be returned; what this one keeps does', async () => {
  const met = await meet(app);
  const [earlier, theirs, ours] = [uuidv7(), uuidv7(), uuidv7()];
  await app.admin.query(
    `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, agency_code, started_at, ended_at, end_kind)
     values ('13.71', $1, $2, 'SHELTER', 'RUMAH_SINGGAH_AIR_PACAH', now() - interval '20 days', now() - interval '19 days', 'HOME_WITH_PARENT')`,
    [earlier, met.personId],
  );
  await app.admin.query(
    `insert into app.belongings (city, belonging_id, person_id, custody_id, what, kept_by) values ('13.71', $1, $2, $3, 'Zqgitar', 'RUMAH_SINGGAH_AIR_PACAH')`,
    [theirs, met.personId, earlier],
  );
  const rina = await app.as('rina.lapangan');
  const first = await takenIn(rina, met);
  const kept = [{ belongingId: ours, what: 'Zqtas', returnDue: '2099-01-01' }];
  const to = handingOver(first, { endKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP', belongings: kept });
  await rina.does('custody/hand-over', to);
  const beni = await app.as('beni.mako');
  const { text } = await beni.get(`/api/custody/${to.toCustodyId}`);
  const alone = await beni.tries('custody/return-belonging', { belongingId: theirs });
  await beni.does('custody/hand-over', handingOver(to.toCustodyId, { returned: [theirs, ours] }));
  const back = await app.admin.query(
    'select belonging_id from app.belongings where person_id = $1 and returned_at is not null',
    [met.personId],
  );

  expect([text.includes('Zqtas'), text.includes('Zqgitar')]).toEqual([true, false]);
  expect(alone.status).toBe(404);
  expect(back.rows).toEqual([{ belonging_id: ours }]);
  await refer(app, met.personId, 'RUMAH_SINGGAH_AIR_PACAH');
  const keeper = await app.as('yeni.rumahsinggah');
  expect((await keeper.tries('custody/return-belonging', { belongingId: theirs })).status).toBe(200);
});

test('an encounter names the custodian of its own chain, also on another record of the person, and none of a later contact', async () => {
  const met = await meet(app, { minutesAgo: 90 });
  const [rina, doni] = [await app.as('rina.lapangan'), await app.as('doni.lapangan')];
  const told = async () => (await rina.get(`/api/encounters/${met.encounterId}`)).body.custody;

  await app.admin.query(
    `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, agency_code, started_at)
     values ('13.71', $1, $2, 'SHELTER', 'RUMAH_SINGGAH_AIR_PACAH', now())`,
    [uuidv7(), met.personId],
  );
  expect(await told()).toBeNull();
  await app.admin.query('delete from app.custody_intervals where person_id = $1', [met.personId]);
  const first = await takenIn(rina, met);
  expect(await told()).toMatchObject({ custodianKind: 'FIELD_TEAM' });
  await doni.does('custody/hand-over', handingOver(first));
  expect(await told()).toMatchObject({ agencyCode: 'DINSOS_KOTA' });

  const other = await meet(app, { team: ['beni.mako'] });
  await app.admin.query('update app.custody_intervals set person_id = $2 where person_id = $1', [
    met.personId,
    other.personId,
  ]);
  expect(await told()).toBeNull();
  await app.admin.query(
    `insert into app.person_merges (city, person_id, stands_for, merged_by) select '13.71', $1, $2, staff_id from app.staff where username = 'dewi.penyelia'`,
    [other.personId, met.personId],
  );
  expect(await told()).toMatchObject({ agencyCode: 'DINSOS_KOTA' });
});
