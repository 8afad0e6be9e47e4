import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type AccessWorld, makeAccessWorld, type Relation, relations } from '#test/access/world.ts';
import { type Body, type CastName, openTestApp, type Reply, type TestApp } from '#test/app.ts';
import { assessInput } from '#test/case-scene.ts';
import { cast } from '#test/cast.ts';

let app: TestApp;
let world: AccessWorld;
beforeAll(async () => {
  app = await openTestApp();
  world = await makeAccessWorld(app);
}, 120_000);
afterAll(() => app.close());

const childOf = (relation: Relation) => {
  const child = world.children.find((it) => it.relation === relation);
  if (!child) throw new Error(relation);
  return child;
};
const lifeOf = async (username: CastName, relation: Relation): Promise<Reply> =>
  (await app.as(username)).get(`/api/persons/${childOf(relation).personId}/lifeline`);

/** Something of an earlier year of this child: met by another team, held by the shelter, sent home. */
async function earlierLife(relation: Relation): Promise<{ encounterId: string; custodyId: string }> {
  const { personId } = childOf(relation);
  const [encounterId, custodyId] = [uuidv7(), uuidv7()];
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_at, agency_code, approach, activity, location_type, area_code, age_class)
     values ('13.71', $1, $2, now() - interval '300 days', now() - interval '300 days', 'DINSOS_KOTA', 'OUTREACH', 'BUSKING', 'MARKET', '13.71.09.1007', 'UNDER_18')`,
    [encounterId, personId],
  );
  await app.admin.query(
    `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, agency_code, facility, started_at, ended_at, end_kind, encounter_id, first_contact_at)
     values ('13.71', $1, $2, 'SHELTER', 'RUMAH_SINGGAH_AIR_PACAH', 'Zqrumahlama', now() - interval '300 days', now() - interval '290 days', 'HOME_WITH_PARENT', $3, now() - interval '300 days')`,
    [custodyId, personId, encounterId],
  );
  return { encounterId, custodyId };
}

test('an officer of the running operation sees this meeting, and no other one, no count and no place of it', async () => {
  const earlier = await earlierLife('runningOperation');

  const seen = await lifeOf('rina.lapangan', 'runningOperation');
  const whole = await (await app.as('eko.kesra')).get(
    `/api/persons/${childOf('runningOperation').personId}/lifeline`,
  );

  expect(seen.body.met.map((it: Body) => it.encounterId)).toEqual([
    childOf('runningOperation').ids.encounterId,
  ]);
  expect(seen.body).toMatchObject({
    care: [],
    gaps: [],
    cases: [],
    services: [],
    visits: [],
    custodian: null,
  });
  expect(seen.text).not.toContain(earlier.encounterId);
  expect(seen.text).not.toContain('Zqrumahlama');
  expect(whole.body.met).toHaveLength(4);
  expect(whole.text).toContain('Zqrumahlama');
});

test('the desk that holds a child sees its own chain of custody and no earlier life', async () => {
  const earlier = await earlierLife('heldAtMako');

  const seen = await lifeOf('beni.mako', 'heldAtMako');

  expect(seen.body.care.map((it: Body) => it.custodyId)).toEqual([childOf('heldAtMako').ids.custodyId]);
  expect(seen.body.custodian).toMatchObject({ kind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });
  expect(seen.body.met).toEqual([]);
  expect(seen.text).not.toContain(earlier.custodyId);
  expect(seen.text).not.toContain('Zqrumahlama');
});

test('the case team sees the whole life, with the child’s own words', async () => {
  await earlierLife('sariCase');

  const seen = await lifeOf('sari.peksos', 'sariCase');

  expect(seen.text).toContain(world.canary('sariCase', 'ownWords'));
  expect(seen.text).toContain('Zqrumahlama');
  expect(seen.body.cases).toHaveLength(1);
  expect(seen.body.cases[0]).toMatchObject({ riskLevel: 'LOW', worker: 'Sari Peksos' });
  expect(seen.body.marks[0]).toMatchObject({ mark: 'opened' });
});

test('a stage is written once, when it was reached, for the team and the coordinator alike', async () => {
  const { ids } = childOf('sariCase');
  const sari = await app.as('sari.peksos');
  const move = (stage: string) => sari.does('cases/move-stage', { caseId: ids.caseId, stage });
  const stagesFor = async (username: CastName) =>
    (await lifeOf(username, 'sariCase')).body.marks
      .filter((it: Body) => it.mark === 'stage' && it.caseId === ids.caseId)
      .map((it: Body) => it.stage);
  await sari.does('cases/assess', assessInput(ids.caseId ?? ''));
  await move('INTERVENTION_PLAN');
  await move('INTERVENTION');
  await move('ASSESSMENT');

  const reached = ['ASSESSMENT', 'INTERVENTION_PLAN', 'INTERVENTION', 'ASSESSMENT'];
  expect(await stagesFor('sari.peksos')).toEqual(reached);
  expect(await stagesFor('eko.kesra')).toEqual(reached);
});

test('two records of one child are one life; unmerged they are two', async () => {
  const merged = childOf('mergedIntoSariCase');
  const before = await lifeOf('sari.peksos', 'mergedIntoSariCase');

  expect(before.body.met.length).toBe((await lifeOf('sari.peksos', 'sariCase')).body.met.length);
  expect(before.text).toContain(childOf('sariCase').ids.encounterId);
  await app.admin.query('delete from app.person_merges where person_id = $1', [merged.personId]);
  const whole = await lifeOf('sari.peksos', 'sariCase');
  expect(whole.text).not.toContain(merged.ids.encounterId);
  await app.admin.query(
    `insert into app.person_merges (city, person_id, stands_for, merged_by) select '13.71', $1, $2, staff_id from app.staff where username = 'dewi.penyelia'`,
    [merged.personId, childOf('sariCase').personId],
  );
});

test('a partner sees its own referral and nothing else of the child', async () => {
  await earlierLife('referredToDinkes');

  const { body, text } = await lifeOf('hadi.dinkes', 'referredToDinkes');

  expect(body.services.map((it: Body) => it.id)).toEqual([childOf('referredToDinkes').ids.referralId]);
  expect(body).toMatchObject({ met: [], care: [], gaps: [], cases: [], marks: [], visits: [] });
  expect(body.custodian).toBeUndefined();
  expect(text).not.toContain('Zqrumahlama');
});

test('an area desk sees its task, that there is a case, and who has the child now', async () => {
  const earlier = await earlierLife('areaTask');

  const { body, text } = await lifeOf('arif.kuranji', 'areaTask');

  expect(body.services.map((it: Body) => it.id)).toEqual([childOf('areaTask').ids.planLineId]);
  expect(body.cases[0]).toMatchObject({ stage: null, riskLevel: null, worker: null });
  expect(body).toMatchObject({ met: [], care: [], marks: [], custodian: null });
  expect(text).not.toContain(earlier.encounterId);
});

test('the coordinator sees events without a word, a name or a risk', async () => {
  const { body, text } = await lifeOf('eko.kesra', 'sariCase');

  expect(body.met.length).toBeGreaterThan(1);
  expect(body.met.every((it: Body) => it.ownWords === null)).toBe(true);
  expect(body.care.every((it: Body) => it.began === null && it.ended === null)).toBe(true);
  expect(body.cases[0]).toMatchObject({ riskLevel: null, worker: null });
  expect(text).not.toContain('Zqown');
});

test('the lifeline exists for exactly those for whom the child exists', async () => {
  for (const { username } of cast) {
    const viewer = await app.as(username);
    for (const relation of relations) {
      const path = `/api/persons/${childOf(relation).personId}`;
      const [child, life] = [await viewer.get(path), await viewer.get(`${path}/lifeline`)];
      expect([username, relation, life.status]).toEqual([username, relation, child.status]);
    }
  }
});

test('a stretch in which nobody answered is a gap until somebody explains it', async () => {
  const { personId } = childOf('brokenGlass');
  const custody = (agency: string, kind: string, from: string, to: string | null, end: string | null) =>
    app.admin.query(
      `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, agency_code, started_at, ended_at, end_kind, first_contact_at)
       values ('13.71', $1, $2, $3, $4, $5, $6, $7, '2026-07-02T14:10:00Z')`,
      [uuidv7(), personId, kind, agency, from, to, end],
    );
  await custody('SATPOL_PP', 'FIELD_TEAM', '2026-07-02T14:10:00Z', '2026-07-02T15:05:00Z', 'ENFORCEMENT');
  await custody('SATPOL_PP', 'ENFORCEMENT', '2026-07-02T15:05:00Z', '2026-07-03T02:30:00Z', 'SOCIAL_SERVICE');
  await custody(
    'DINSOS_KOTA',
    'SOCIAL_SERVICE',
    '2026-07-03T03:15:00Z',
    '2026-07-03T07:00:00Z',
    'HOME_WITH_PARENT',
  );

  const open = await lifeOf('sari.peksos', 'brokenGlass');
  await app.admin.query(
    `insert into app.custody_steps (city, step_id, person_id, kind, occurred_at, until, result, note)
     values ('13.71', $1, $2, 'GAP_EXPLAINED', '2026-07-03T02:30:00Z', '2026-07-03T03:15:00Z', '', 'mobil mogok')`,
    [uuidv7(), personId],
  );
  const explained = await lifeOf('sari.peksos', 'brokenGlass');

  const gap = { from: '2026-07-03T02:30:00.000Z', to: '2026-07-03T03:15:00.000Z' };
  expect(open.body.gaps).toEqual([{ ...gap, explained: null }]);
  expect(explained.body.gaps).toEqual([{ ...gap, explained: 'mobil mogok' }]);
});

test('what is still awaited carries its day, and a paused referral none', async () => {
  const child = childOf('sariCase');
  const [open, done, waits, paused] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const line = (id: string, state: string) =>
    app.admin.query(
      `insert into app.plan_lines (city, plan_line_id, case_id, person_id, service_code, goal, agency_code, due_on, state, done_at)
       select '13.71', $1, $2, $3, (select code from app.codes where city = '13.71' and list = 'service_component' order by code limit 1),
              'Zqgoal', 'DINSOS_KOTA', (now() at time zone 'Asia/Jakarta')::date + 9, $4, case when $4 = 'done' then now() end`,
      [id, child.ids.caseId, child.personId, state],
    );
  const refer = (id: string, pausedSince: string | null) =>
    app.admin.query(
      `insert into app.referrals select (r).* from (
         select jsonb_populate_record(r, jsonb_build_object('referral_id', $1::uuid, 'referral_number', 'Zq-' || $1, 'person_id', $2::uuid, 'case_id', $3::uuid, 'plan_line_id', null,
           'state', 'accepted', 'due_at', now() + interval '5 days', 'paused_since', $4::timestamptz)) as r
           from app.referrals r where r.state = 'sent' limit 1) x`,
      [id, child.personId, child.ids.caseId, pausedSince],
    );
  await line(open, 'open');
  await line(done, 'done');
  await refer(waits, null);
  await refer(paused, new Date().toISOString());

  const { body } = await lifeOf('sari.peksos', 'sariCase');

  const dueOf = (id: string) => body.services.find((it: Body) => it.id === id)?.dueOn;
  const day = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Asia/Jakarta' });
  expect([open, done, waits, paused].map(dueOf)).toEqual([day(9), null, day(5), null]);
});

test('a hold under the clock says until when at the latest; one that is over does not', async () => {
  const child = childOf('heldAtMako');
  const [first] = (
    await app.admin.query<{ at: Date; hours: number }>(
      `select coalesce(i.first_contact_at, i.started_at) as at, (s.value #>> '{}')::int as hours
         from app.custody_intervals i join app.settings s on s.city = i.city and s.key = 'holdLimitHours'
        where i.custody_id = $1`,
      [child.ids.custodyId],
    )
  ).rows;
  const ends = new Date((first?.at.getTime() ?? 0) + (first?.hours ?? 0) * 3_600_000).toISOString();

  const desk = await lifeOf('beni.mako', 'heldAtMako');
  const coordinator = await lifeOf('eko.kesra', 'heldAtMako');

  expect(desk.body.care.map((it: Body) => [it.custodyId, it.limitAt])).toEqual([[child.ids.custodyId, ends]]);
  expect(coordinator.body.care.find((it: Body) => it.to !== null)).toMatchObject({ limitAt: null });
});
