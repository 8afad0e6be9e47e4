import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type AccessWorld, makeAccessWorld, type Relation } from '#test/access/world.ts';
import { type Body, type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { cast } from '#test/cast.ts';

let app: TestApp;
let world: AccessWorld;
beforeAll(async () => {
  app = await openTestApp();
  world = await makeAccessWorld(app);
}, 120_000);
afterAll(() => app.close());

const childOf = (relation: Relation) => world.children.find((child) => child.relation === relation);
const staffId = async (username: CastName): Promise<string> => {
  const found = await app.admin.query('select staff_id from app.staff where username = $1', [username]);
  return found.rows[0].staff_id;
};
const todayOf = async (username: CastName, cursor?: string): Promise<Body> => {
  const reply = await (await app.as(username)).get(`/api/today${cursor ? `?after=${cursor}` : ''}`);
  if (reply.status !== 200) throw new Error(`${username}: ${reply.text}`);
  return reply.body;
};
const kindsOf = (body: Body): string[] => [...new Set<string>(body.items.map((it: Body) => it.kind))].sort();

test('every role has its Hari ini, and what runs out first stands first', async () => {
  for (const { username } of cast) {
    const { items } = await todayOf(username);
    const at = items.map((it: Body) => it.at);
    expect([username, at]).toEqual([username, [...at].sort()]);
  }
});

test('each role is asked only for what is its own', async () => {
  const expected: Partial<Record<CastName, string[]>> = {
    'rina.lapangan': ['met', 'operation'],
    'doni.lapangan': [],
    'beni.mako': ['custody'],
    'yeni.rumahsinggah': [],
    'hadi.dinkes': ['referralIn'],
    'nita.disdik': [],
    'arif.kuranji': ['plan'],
    'lina.kecamatan': [],
    'uni.lkaam': [],
    'putri.ppd': ['glass'],
    'joko.auditor': [],
    'agus.admin': [],
  };
  for (const [username, kinds] of Object.entries(expected)) {
    const member = cast.find((it) => it.username === username)?.username;
    if (member) expect([username, kindsOf(await todayOf(member))]).toEqual([username, kinds]);
  }
  expect(kindsOf(await todayOf('sari.peksos'))).toEqual(expect.arrayContaining(['glassTold', 'met']));
  expect(kindsOf(await todayOf('budi.peksos'))).toEqual(expect.arrayContaining(['plan', 'referralOut']));
  expect(kindsOf(await todayOf('dewi.penyelia'))).toEqual(expect.arrayContaining(['glass', 'review']));
});

test('whoever stands on Hari ini can be opened, as the same person, by the same viewer', async () => {
  let opened = 0;
  for (const { username } of cast) {
    const { items } = await todayOf(username);
    for (const { person } of items) {
      if (!person) continue;
      const single = await (await app.as(username)).get(`/api/persons/${person.personId}`);
      expect([username, single.status]).toEqual([username, 200]);
      expect(single.body.person).toEqual(person);
      opened += 1;
    }
  }
  expect(opened).toBeGreaterThan(8);
});

test('every identity it shows is in the log, in one row', async () => {
  const before = await app.admin.query('select coalesce(max(audit_id), 0) as last from app.audit_rows');

  const { items } = await todayOf('budi.peksos');

  const named = items.flatMap((it: Body) => (it.person?.kind === 'known' ? [it.person.personId] : []));
  const rows = await app.admin.query(
    'select act, persons from app.audit_rows where audit_id > $1 order by audit_id',
    [before.rows[0].last],
  );
  expect(named.length).toBeGreaterThan(0);
  expect(rows.rows).toHaveLength(1);
  expect(rows.rows[0].act).toBe('today.listed');
  expect([...rows.rows[0].persons].sort()).toEqual([...new Set(named)].sort());
});

test('a child held by the desk has its first missing step, and is late when the hour is over', async () => {
  const { items } = await todayOf('beni.mako');

  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    kind: 'custody',
    late: true,
    code: 'GUARDIAN_TOLD',
    agencyCode: 'SATPOL_PP',
  });
  expect(items[0].custodian).toMatchObject({ kind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });
});

test('the partner sees whom the referral discloses and nothing of custody or case', async () => {
  const { items } = await todayOf('hadi.dinkes');

  const named = items.find((it: Body) => it.person.personId === childOf('referredToDinkes')?.personId);
  const nameless = items.find((it: Body) => it.person.personId === childOf('referredNameless')?.personId);
  expect(named.person.kind).toBe('known');
  expect(nameless.person.kind).toBe('restricted');
  expect(items.every((it: Body) => it.custodian === undefined && it.caseId === null)).toBe(true);
});

test('who reviews an emergency opening reads its reason and no child; the team of the child is told', async () => {
  const [review] = (await todayOf('putri.ppd')).items;
  const told = (await todayOf('sari.peksos')).items.find((it: Body) => it.kind === 'glassTold');

  expect(review).toMatchObject({ kind: 'glass', person: null, text: 'anak sakit di rumah sakit' });
  expect(told.person.personId).toBe(childOf('brokenGlass')?.personId);
  expect(told.staff).toBe('Budi Peksos');
});

test('the coordinator is told of an escalated breach by initials, the unit that asked by name', async () => {
  const referral = childOf('referredToDinkes')?.ids.referralId;
  const late = "due_at = now() - interval '9 days', escalates_at = now() - interval '5 days'";
  await app.admin.query(`update app.referrals set ${late} where referral_id = $1`, [referral]);

  const city = (await todayOf('eko.kesra')).items.find((it: Body) => it.id === referral);
  const unit = (await todayOf('dewi.penyelia')).items.find((it: Body) => it.kind === 'breach');
  const desk = (await todayOf('hadi.dinkes')).items[0];

  expect(city).toMatchObject({ kind: 'breach', late: true, agencyCode: 'DINKES' });
  expect(city.person).toMatchObject({ kind: 'restricted', initials: 'Z. Q.' });
  expect(unit.person.kind).toBe('known');
  expect(desk).toMatchObject({ id: referral, late: true });
  expect(desk.workingDays).toBeLessThan(0);
});

test('how many wait is one number for every page, and a paused clock is counted apart', async () => {
  const { admin } = app;
  const countsOf = async (username: CastName) => {
    const beside = await (await app.as(username)).get('/api/today/waiting');
    const { items, waiting } = await todayOf(username);
    expect([username, beside.status, beside.body]).toEqual([username, 200, waiting]);
    const sum = (of: string) => waiting.reduce((all: number, it: Body) => all + it[of], 0);
    return { items: items.length, waits: sum('waits'), late: sum('late'), apart: sum('apart') };
  };
  for (const { username } of cast) {
    const { items, ...counts } = await countsOf(username);
    expect([username, counts.waits + counts.apart]).toEqual([username, items]);
  }
  const before = await countsOf('hadi.dinkes');
  const [referral] = (await todayOf('hadi.dinkes')).items.filter((it: Body) => it.kind === 'referralIn');
  await admin.query('update app.referrals set paused_since = now() where referral_id = $1', [referral.id]);
  const paused = await countsOf('hadi.dinkes');
  await admin.query('update app.referrals set paused_since = null where referral_id = $1', [referral.id]);

  expect(before).toMatchObject({ apart: 0 });
  expect(before.waits).toBeGreaterThan(0);
  expect(paused).toMatchObject({ items: before.items, waits: before.waits - 1, apart: 1 });
});

test('a request to be erased stands on the Hari ini of the unit that decides, by its number, until it is decided', async () => {
  const child = childOf('sariCase');
  const number = await app.admin.query('select case_number from app.cases where case_id = $1', [
    child?.ids.caseId,
  ]);
  const reference: string = number.rows[0].case_number;
  const requestId = uuidv7();
  const asked = async (username: CastName) =>
    (await todayOf(username)).items.filter((it: Body) => it.kind === 'erasure');
  await (await app.as('putri.ppd')).does('retention/ask-erasure', {
    requestId,
    reference,
    askedFor: 'GUARDIAN',
    reason: 'Surat ibu 24 November 2026',
  });

  const waiting = await asked('dewi.penyelia');
  const others = await Promise.all(
    cast.filter((it) => it.username !== 'dewi.penyelia').map((it) => asked(it.username)),
  );
  await app.admin.query(`update app.erasure_requests set deciding_agency = 'DINKES' where request_id = $1`, [
    requestId,
  ]);
  const elsewhere = await asked('dewi.penyelia');
  await app.admin.query(
    `update app.erasure_requests set deciding_agency = 'DINSOS_KOTA' where request_id = $1`,
    [requestId],
  );
  await (await app.as('dewi.penyelia')).does('retention/decide-erasure', {
    requestId,
    carryOut: false,
    reason: 'Kasus masih berjalan.',
  });

  expect(waiting).toHaveLength(1);
  expect(waiting[0]).toMatchObject({
    id: requestId,
    text: reference,
    code: 'GUARDIAN',
    staff: 'Putri PPD',
    person: null,
  });
  expect(others.flat()).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(await asked('dewi.penyelia')).toEqual([]);
});

test('a child whose case is closed and who is met again comes to the last worker, not to the officer', async () => {
  const child = childOf('sariCase');
  await app.admin.query(`update app.cases set state = 'closed', closed_at = now() where case_id = $1`, [
    child?.ids.caseId,
  ]);
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, operation_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     values ('13.71', $1, $2, $3, now(), $4, 'SATPOL_PP', 'ENFORCEMENT', 'BUSKING', 'MARKET', 'UNDER_18')`,
    [uuidv7(), child?.personId, childOf('runningOperation')?.ids.operationId, await staffId('rina.lapangan')],
  );

  const worker = (await todayOf('sari.peksos')).items.find((it: Body) => it.kind === 'contact');
  const officer = (await todayOf('rina.lapangan')).items;

  expect(worker).toMatchObject({ person: { personId: child?.personId }, count: 0, late: false });
  expect(kindsOf({ items: officer })).toEqual(['met', 'operation']);
  expect(officer.filter((it: Body) => it.kind === 'met')).toHaveLength(2);
});

test('more than fifty come page by page, each once and in order', async () => {
  await app.admin.query(
    `insert into app.belongings (city, belonging_id, person_id, what, kept_by, return_due)
     select '13.71', gen_random_uuid(), $1, 'gitar ' || n, 'SATPOL_PP', (now() at time zone 'Asia/Jakarta')::date + 1 + (n % 5) from generate_series(1, 117) n`,
    [childOf('heldAtMako')?.personId],
  );

  const first = await todayOf('beni.mako');
  const second = await todayOf('beni.mako', first.next);
  const third = await todayOf('beni.mako', second.next);

  const all = [first, second, third].flatMap((page) => page.items);
  expect([first, second, third].map((page) => page.items.length)).toEqual([50, 50, 18]);
  expect(third.next).toBeNull();
  expect(first.waiting.find((it: Body) => it.kind === 'belonging').waits).toBe(101);
  expect(second.waiting).toEqual([]);
  expect(new Set(all.map((it: Body) => `${it.kind}:${it.id}`)).size).toBe(118);
  expect(all.map((it: Body) => it.at)).toEqual(all.map((it: Body) => it.at).sort());
  expect(all[0].kind).toBe('custody');
});

test('the administrator reads the state of backup, codes and staff, and no child', async () => {
  const never = await todayOf('agus.admin');
  await app.admin.query(
    `insert into app.backups (city, taken_at, kind, verified_at) values (null, now() - interval '1 day', 'embedded', now() - interval '1 day')`,
  );
  await app.admin.query(
    `insert into app.backups (city, taken_at, kind, failed) values (null, now(), 'embedded', 'no space left')`,
  );

  const { figures } = await todayOf('agus.admin');

  expect(never.figures.office.lastBackupAt).toBeNull();
  expect(figures.office.lastVerifiedAt).not.toBeNull();
  expect(figures.office).toMatchObject({ failed: 'no space left', codesOpen: 0, auditBroken: null });
  await app.admin.query(
    `insert into app.backups (city, taken_at, kind, verified_at, audit) values (null, now(), 'embedded', now(), 'audit 13.71: seal 3, count')`,
  );
  expect((await todayOf('agus.admin')).figures.office).toMatchObject({
    failed: null,
    auditBroken: 'audit 13.71: seal 3, count',
  });
  expect(figures.office.staff.active).toBe(cast.length);
});

test('those who watch over the log see whether it is sealed and who broke the glass', async () => {
  for (const username of ['putri.ppd', 'joko.auditor'] as const) {
    const { figures } = await todayOf(username);
    expect(figures.log.unsealed).toBeGreaterThan(0);
    expect([username, figures.log.glass.length]).toEqual([username, 1]);
    expect(JSON.stringify(figures)).not.toContain(world.canary('brokenGlass', 'name'));
  }
});
