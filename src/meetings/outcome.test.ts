import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Judged, judge } from '#meetings/rules/outcome.ts';
import type { Measure } from '#meetings/schema/outcome.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { type Body, openTestApp, type TestApp } from '#test/app.ts';
import { actionInput, decisionInput, heldMeeting } from '#test/held-meeting.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterEach(() => app.setNow(null));
afterAll(() => app.close());

const count = (n: number): Measure => ({ value: n, n, of: 0, from: '2026-01', to: '2026-03' });
const share = (n: number, of: number): Measure => ({ value: n / of, n, of, from: '2026-01', to: '2026-03' });
const judged = (more: Partial<Judged>) =>
  judge({
    indicator: 'encounters',
    before: count(60),
    now: count(20),
    comparison: null,
    target: null,
    months: 3,
    ...more,
  });

test('it is told only of whole months after the decision, of numbers large enough, and beyond chance', () => {
  expect(judged({})).toBe('better');
  expect(judged({ target: 20 })).toBe('reached');
  expect(judged({ months: 2 })).toBe('tooEarly');
  expect(judged({ before: null })).toBe('noBefore');
  expect(judged({ before: count(12), now: count(2) })).toBe('tooFew');
  expect(judged({ before: count(31), now: count(19) })).toBe('same');
  expect(judged({ now: count(110) })).toBe('worse');
});

test('what fell as much elsewhere is not put down to the decision', () => {
  expect(judged({ comparison: { before: count(300), now: count(100) } })).toBe('asElsewhere');
  expect(judged({ comparison: { before: count(300), now: count(290) } })).toBe('better');
  expect(judged({ comparison: { before: count(10), now: count(1) } })).toBe('better');
});

test('a share is held to the scatter of shares, and hours to twenty children on each side', () => {
  const of = (before: Measure, now: Measure) => judged({ indicator: 'referral', before, now, target: 0.7 });
  expect(of(share(52, 100), share(74, 100))).toBe('reached');
  expect(of(share(52, 100), share(60, 100))).toBe('same');
  expect(of(share(5, 12), share(10, 12))).toBe('tooFew');
  expect(of(share(74, 100), share(40, 100))).toBe('worse');
  const hours = (value: number, n: number): Measure => ({ ...count(n), value, of: n });
  expect(judged({ indicator: 'handover', before: hours(20, 30), now: hours(11, 30) })).toBe('better');
  expect(judged({ indicator: 'handover', before: hours(20, 30), now: hours(19, 30) })).toBe('same');
  expect(judged({ indicator: 'handover', before: hours(20, 19), now: hours(11, 30) })).toBe('tooFew');
});

const place = '13.71.09.1007';

/** Encounters of new children in a kelurahan, in the middle of a month. */
async function met(month: string, n: number): Promise<void> {
  for (let each = 0; each < n; each += 1) {
    const personId = uuidv7();
    await app.admin.query(
      `insert into app.persons (city, person_id, sex, named, recorded_at) values ('13.71', $1, 'male', false, $2::timestamptz)`,
      [personId, `${month}-15T05:00:00Z`],
    );
    await app.admin.query(
      `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_at, agency_code, approach, activity, location_type, area_code, age_class)
       values ('13.71', $1, $2, $3::timestamptz, $3::timestamptz, 'DINSOS_KOTA', 'OUTREACH', 'BUSKING', 'MARKET', $4, 'UNDER_18')`,
      [uuidv7(), personId, `${month}-15T05:00:00Z`, place],
    );
  }
}

test('the figure is frozen at adoption and compared with the same place months later, beside the rest of the city', async () => {
  await met('2025-02', 40);
  await met('2025-06', 8);
  app.setNow(new Date('2025-04-10T03:00:00Z'));
  const eko = await app.as('eko.kesra');
  const meetingId = await heldMeeting(app, { invited: ['LKAAM'] });
  const decision = decisionInput(meetingId, { indicator: 'encounters', indicatorArea: place, target: 10 });
  await eko.does('decisions/draft', decision);
  await eko.does('decisions/add-action', actionInput(decision.decisionId));
  await eko.does('decisions/adopt', { decisionId: decision.decisionId });
  const early = (await eko.get(`/api/meetings/${meetingId}/outcomes`)).body.items[0];
  // What comes in late about the months before changes nothing of what was frozen.
  await met('2025-02', 5);
  app.setNow(new Date('2025-08-10T03:00:00Z'));
  const [late] = (await eko.get(`/api/meetings/${meetingId}/outcomes`)).body.items;
  const byGuest = await (await app.as('uni.lkaam')).get(`/api/meetings/${meetingId}/outcomes`);
  const frozen = (await (await app.as('uni.lkaam')).get(`/api/meetings/${meetingId}/decisions`)).body
    .items[0];

  expect(early).toMatchObject({ verdict: 'tooEarly', before: { n: 40, from: '2025-01', to: '2025-03' } });
  expect(late).toMatchObject({
    verdict: 'reached',
    before: { n: 40 },
    now: { n: 8, from: '2025-05', to: '2025-07' },
    comparedWith: 'elsewhere',
    comparison: { before: { n: 0 }, now: { n: 0 } },
    target: 10,
  });
  expect(byGuest.status).toBe(403);
  expect(frozen.before.n).toBe(40);
});

test('what a decision is measured by is checked at its fields', async () => {
  const eko = await app.as('eko.kesra');
  const meetingId = await heldMeeting(app);
  const refused = async (changes: Record<string, unknown>) => {
    const { body }: { body: Body } = await eko.tries('decisions/draft', decisionInput(meetingId, changes));
    return [body.code, body.field];
  };

  expect(await refused({ indicator: 'referral', indicatorArea: place })).toEqual([
    'decision-figure-of-city',
    'indicatorArea',
  ]);
  expect(await refused({ indicator: 'encounters', indicatorArea: '31.71' })).toEqual([
    'action-area-unknown',
    'indicatorArea',
  ]);
  expect(await refused({ indicator: 'referral', target: 85 })).toEqual(['decision-target-share', 'target']);
  expect(await refused({ indicator: 'referral', target: 0.85 })).toEqual([undefined, undefined]);
});
