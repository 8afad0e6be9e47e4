// Every number of the board of the demonstration city against the records it opens.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstration } from '#demo/load/demonstration.ts';
import { foldAll } from '#indicators/fold.ts';
import { ageClasses } from '#platform/schemas.ts';
import { type Body, type Client, openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
let coordinator: Client;
beforeAll(async () => {
  app = await openTestApp();
  await app.admin.query('delete from app.staff');
  await loadDemonstration({
    jobs: app.jobs,
    world: { keys: app.keys, now: () => new Date() },
    city: '13.71',
    say: () => undefined,
  });
  await foldAll(app.jobs, '13.71');
  coordinator = await app.as('fauzan.kesra' as 'eko.kesra');
}, 120_000);
afterAll(() => app.close());

const thisYear = new Date().getFullYear();
const years = [thisYear - 3, thisYear - 2, thisYear - 1, thisYear].map(String);
const approaches = ['', 'OUTREACH', 'ENFORCEMENT', 'REPORT', 'WALK_IN'];

type Asked = Record<string, string>;
const addressOf = (path: string, asked: Asked) => {
  const given = Object.entries(asked).filter(([, value]) => value !== '');
  return `/api/indicators/${path}?${new URLSearchParams(Object.fromEntries(given))}`;
};
const ask = async (path: string, asked: Asked): Promise<Body> => {
  const reply = await coordinator.get(addressOf(path, asked));
  if (reply.status !== 200) throw new Error(`${path} ${JSON.stringify(asked)}: ${reply.text}`);
  return reply.body;
};

async function recordsOf(asked: Asked): Promise<Body[]> {
  const items: Body[] = [];
  let after = '';
  for (;;) {
    const page = await ask('records', { ...asked, after });
    items.push(...page.items);
    if (!page.next) return items;
    after = page.next;
  }
}

type Cell = { children: number; encounters: number };
type Shown = { readonly where: string; readonly cell: Cell };

function cellsOf(board: Body, where: string): Shown[] {
  const named = (list: string, rows: (Cell & { code?: string; month?: string })[]) =>
    rows.map((row) => ({ where: `${where} ${list} ${row.code ?? row.month}`, cell: row }));
  return [
    { where, cell: board.met },
    ...named('month', board.months),
    ...named('activity', board.activities),
    ...named('group', board.groups),
    ...named('approach', board.approaches),
    ...board.areas.map(([code, encounters, children]: [string, number, number]) => ({
      where: `${where} area ${code}`,
      cell: { encounters, children },
    })),
  ];
}

test('nowhere more children than encounters: by year, month, area, approach, activity and group', async () => {
  const shown: Shown[] = [];
  for (const ageClass of ageClasses)
    for (const approach of approaches)
      for (const year of years) {
        const cut = { ageClass, approach };
        const where = `${ageClass} ${approach} ${year}`;
        shown.push(...cellsOf(await ask('board', { ...cut, period: year }), where));
        const { areas } = await ask('month-area', { ...cut, year });
        for (const [code, encounters, children] of areas as [string, number[], number[]][])
          for (const [n, met] of encounters.entries())
            shown.push({
              where: `${where} ${code} month ${n + 1}`,
              cell: { encounters: met, children: children[n] ?? 0 },
            });
      }

  expect(shown.filter(({ cell }) => cell.children > 0).length).toBeGreaterThan(3000);
  expect(shown.filter(({ cell }) => cell.encounters > cell.children).length).toBeGreaterThan(100);
  expect(shown.filter(({ cell }) => cell.children > cell.encounters)).toEqual([]);
  expect(shown.filter(({ cell }) => cell.encounters > 0 && cell.children === 0)).toEqual([]);
}, 120_000);

test('a year is compared only with one that was recorded from its beginning', async () => {
  const verdictOf = async (period: string) => (await ask('board', { period })).comparison.verdict;

  expect(await verdictOf(String(thisYear))).toBe('told');
  expect(await verdictOf(String(thisYear - 2))).toBe('partBefore');
});

type Number = { readonly asked: Asked; readonly n: number; readonly inTime?: number };

function numbersOf(board: Body, cut: Asked): Number[] {
  const met = (asked: Asked, it: Body): Number[] => [
    { asked: { ...cut, ...asked, figure: 'children' }, n: it.children },
    { asked: { ...cut, ...asked, figure: 'encounters' }, n: it.encounters },
  ];
  const parts = (asked: Asked, it: Body): Number[] => [
    ...met(asked, it),
    { asked: { ...cut, ...asked, figure: 'new' }, n: it.new },
    { asked: { ...cut, ...asked, figure: 'returned' }, n: it.returned },
    { asked: { ...cut, ...asked, figure: 'continuing' }, n: it.children - it.new - it.returned },
  ];
  const { care } = board;
  const share = (figure: string, it: { n: number; of: number }, asked: Asked = {}): Number => ({
    asked: { ...cut, ...asked, figure },
    n: it.of,
    inTime: it.n,
  });
  return [
    ...parts({}, board.met),
    ...board.months.flatMap((it: Body) => parts({ period: it.month }, it)),
    ...board.areas.flatMap(([place, encounters, children]: [string, number, number]) =>
      met({ place }, { encounters, children }),
    ),
    ...board.activities.flatMap((it: Body) => met({ activity: it.code }, it)),
    ...board.groups.flatMap((it: Body) => met({ group: it.code }, it)),
    ...board.approaches.flatMap((it: Body) => met({ approach: it.code }, it)),
    { asked: { ...cut, figure: 'handover' }, n: care.handover.of },
    share('assessed', care.assessed),
    share('referral', care.referrals),
    ...care.referrals.agencies.map((it: Body) => share('referral', it, { code: it.agencyCode })),
    ...care.home.map((it: Body) => share('home', it, { code: String(it.month) })),
    { asked: { ...cut, figure: 'factor' }, n: care.factors.assessed },
    ...care.factors.items.map((it: Body) => ({
      asked: { ...cut, figure: 'factor', code: it.code },
      n: it.children,
    })),
  ];
}

test('every number of the board opens exactly as many records as it says', async () => {
  const month = `${thisYear - 1}-07`;
  const boards: Asked[] = [
    { period: String(thisYear) },
    { period: month, ageClass: 'ADULT' },
    { period: String(thisYear - 1), ageClass: 'UNKNOWN', place: '13.71.09', approach: 'ENFORCEMENT' },
  ];
  const wrong: object[] = [];
  let opened = 0;
  for (const cut of boards)
    for (const { asked, n, inTime } of numbersOf(await ask('board', cut), cut)) {
      const records = await recordsOf(asked);
      const kept = records.filter((it) => it.n === it.of).length;
      opened += n > 0 ? 1 : 0;
      if (records.length !== n || (inTime !== undefined && kept !== inTime))
        wrong.push({ asked, n, listed: records.length, inTime, kept });
      expect(new Set(records.map((it) => it.key)).size).toBe(records.length);
    }

  expect(opened).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
}, 240_000);
