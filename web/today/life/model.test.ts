import { expect, test } from 'vitest';
import type { Lifeline } from '#today/schema/lifeline.ts';
import { aheadOf, extentOf, homeNow, noonOf } from '#web/today/life/model.ts';

const now = '2026-11-24T09:00:00.000Z';
const day = 86_400_000;

const life: Lifeline = {
  sees: { encounters: 'all', custody: 'all', cases: 'all', services: 'all', aftercare: 'all' },
  now,
  custodian: null,
  met: [],
  care: [],
  gaps: [],
  cases: [],
  marks: [],
  services: [],
  visits: [],
};
const service = (
  id: string,
  dueOn: string | null,
  to: string | null = null,
): Lifeline['services'][number] => ({
  id,
  kind: 'plan',
  code: 'CARE',
  agencyCode: 'DINSOS_KOTA',
  from: '2026-11-14T03:00:00.000Z',
  to,
  state: to ? 'done' : 'open',
  dueOn,
  late: false,
});
const visit = (visitId: string, dueOn: string, doneAt: string | null = null): Lifeline['visits'][number] => ({
  visitId,
  caseId: 'case',
  month: 1,
  dueOn,
  doneAt,
  result: null,
  agencyCode: null,
});
const hold = (limitAt: string | null, setAside = false): Lifeline['care'][number] => ({
  custodyId: `until ${limitAt}`,
  kind: 'ENFORCEMENT',
  agencyCode: 'SATPOL_PP',
  facility: '',
  from: '2026-11-24T03:00:00.000Z',
  to: null,
  endKind: null,
  endsChain: false,
  limitAt,
  disputed: false,
  setAside,
  began: null,
  ended: null,
});

test('ahead is what is open and not past its day, the nearest first', () => {
  const ahead = aheadOf({
    ...life,
    care: [hold('2026-11-25T03:00:00.000Z'), hold('2026-11-24T08:59:00.000Z'), hold(null)],
    services: [
      service('today', '2026-11-24'),
      service('soon', '2026-12-05'),
      service('late', '2026-11-23'),
      service('done', '2026-12-05', now),
      service('paused', null),
      { ...service('late since this morning', '2026-11-24'), late: true },
    ],
    visits: [visit('month', '2026-12-24'), visit('made', '2026-12-01', now), visit('missed', '2026-11-01')],
  });

  expect(ahead.map((it) => it.key)).toEqual([
    'today',
    'limit until 2026-11-25T03:00:00.000Z',
    'soon',
    'month',
  ]);
  expect(ahead[0]?.at).toBe(Date.parse(now));
});

test('a hold that was set aside has no limit ahead', () => {
  expect(aheadOf({ ...life, care: [hold('2026-11-25T03:00:00.000Z', true)] })).toEqual([]);
});

test('the drawing reaches beyond today as far as something is planned, and no further than the past weighs', () => {
  const services = [service('soon', '2026-11-28')];
  const nothing = extentOf(life, []);
  const near = extentOf({ ...life, services }, []);
  const far = extentOf({ ...life, services, visits: [visit('year', '2027-11-24')] }, []);

  expect(nothing.to - Date.parse(now)).toBeLessThan(day);
  expect(near.to).toBeGreaterThan(noonOf('2026-11-28'));
  expect(far.to).toBeGreaterThan(noonOf('2026-11-28'));
  expect(far.to - Date.parse(now)).toBeLessThan(Date.parse(now) - far.from);
});

test('a child taken home is with the family now, until it is met again or somebody holds it', () => {
  const home = {
    ...hold(null),
    to: '2026-11-20T03:00:00.000Z',
    from: '2026-11-19T03:00:00.000Z',
    endKind: 'HOME_WITH_PARENT',
    endsChain: true,
    ended: { giver: 'Beni', receiver: 'Ibu Yanti', relation: 'MOTHER' },
  };
  const met = (at: string): Lifeline['met'][number] => ({
    encounterId: at,
    at,
    approach: 'OUTREACH',
    activity: 'BUSKING',
    areaCode: null,
    locationType: null,
    spotOutcome: null,
    ownWords: null,
  });

  const before = met('2026-11-19T02:00:00.000Z');
  expect(homeNow({ ...life, met: [before], care: [home] })?.after?.ended?.receiver).toBe('Ibu Yanti');
  expect(homeNow({ ...life, met: [before, met('2026-11-22T02:00:00.000Z')], care: [home] })).toBeUndefined();
  expect(homeNow({ ...life, met: [before], care: [home, hold(null)] })).toBeUndefined();
  expect(homeNow({ ...life, met: [before], care: [{ ...home, endKind: 'LEFT' }] })).toBeUndefined();
});
