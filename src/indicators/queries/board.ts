import { opensRecords, placeFor, seesCare } from '#indicators/access.ts';
import { requireKnown } from '#indicators/queries/asked.ts';
import { readCare } from '#indicators/queries/care.ts';
import {
  addUp,
  type Cut,
  countOperations,
  readApproaches,
  readAreas,
  readBeginning,
  readMonths,
  readSplits,
} from '#indicators/queries/met.ts';
import { foldSome } from '#indicators/queries/pending.ts';
import { type Reported, readFirstDay, reportedIn } from '#indicators/queries/reported.ts';
import { compare, monthAfter, spanOf } from '#indicators/rules.ts';
import type { Board, BoardQuestion } from '#indicators/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { ageClasses } from '#platform/schemas.ts';

/** The whole board in one answer. */
export async function readBoard(tx: Tx, viewer: Viewer, asked: BoardQuestion, now: Date): Promise<Board> {
  const place = placeFor(viewer, asked.place);
  await requireKnown(tx, asked);
  const behind = await foldSome(tx);
  const cut: Cut = { place, approach: asked.approach ?? null, ageClass: asked.ageClass ?? 'UNDER_18' };
  const today = cityDate(now, viewer.city.timeZone);
  const period = asked.period ?? today.slice(0, 4);
  const span = spanOf(period, today);
  const own = span.kind === 'year' ? span.trend : [span.from];
  const before = span.compared.map((month) => monthAfter(month, -12));
  const cells = await readMonths(tx, cut, [...new Set([...span.trend, ...before])]);
  const reported = await reportedIn(tx, cut, { from: span.trend[0] ?? span.from, to: span.to });
  const inSpan = reported.filter((one) => own.includes(one.month));
  const operations = await countOperations(tx, span.trend, {
    place: place === viewer.city.code ? null : place,
    timeZone: viewer.city.timeZone,
    approach: cut.approach,
  });
  const add = (months: readonly string[], ageClass: string, kind = span.kind) =>
    addUp(cells, { months, ageClass, kind });
  return {
    period,
    place,
    approach: cut.approach,
    ageClass: cut.ageClass,
    asOf: now.toISOString(),
    behind,
    today,
    met: add(own, cut.ageClass),
    classes: Object.fromEntries(ageClasses.map((ageClass) => [ageClass, add(own, ageClass)])),
    comparison: compare(
      { now: add(span.compared, cut.ageClass), before: add(before, cut.ageClass) },
      span.compared,
      await readBeginning(tx),
    ),
    reported: sumReported(inSpan, cut),
    months: span.trend.map((month) => ({
      month: month.slice(0, 7),
      ...add([month], cut.ageClass, 'month'),
      reported: reported.filter((one) => one.month === month).reduce((sum, one) => sum + one.ofClass, 0),
      operations: operations.get(month) ?? 0,
    })),
    ...(await readBreakdowns(tx, cut, { span, reported: inSpan, city: viewer.city.code })),
    care: seesCare(viewer) ? await readCare(tx, span, cut.ageClass) : null,
    opensRecords: opensRecords(viewer),
    begins: await readFirstDay(tx),
  };
}

type Parts = { span: ReturnType<typeof spanOf>; reported: readonly Reported[]; city: string };

async function readBreakdowns(tx: Tx, cut: Cut, { span, reported }: Parts) {
  const splits = await readSplits(tx, cut, span);
  const approaches = await readApproaches(tx, cut, span);
  const areas = await readAreas(tx, cut, span);
  const byArea = new Map(areas.map((row) => [row.place, { ...row, reported: 0 }]));
  for (const one of reported)
    for (const place of placesOf(one.areaCode)) {
      const row = byArea.get(place) ?? { place, encounters: 0, children: 0, reported: 0 };
      byArea.set(place, { ...row, reported: row.reported + one.ofClass });
    }
  return {
    areas: [...byArea.values()]
      .filter((row) => row.encounters + row.reported > 0)
      .toSorted((a, b) => (a.place < b.place ? -1 : 1))
      .map((row): [string, number, number, number] => [
        row.place,
        row.encounters,
        row.children,
        row.reported,
      ]),
    activities: withReported(
      splits.filter((row) => row.dim === 'activity'),
      reported.flatMap((one) => Object.entries(one.byActivity)),
    ),
    groups: withReported(
      splits.filter((row) => row.dim === 'group'),
      [],
    ),
    approaches: withReported(
      approaches,
      reported.map((one) => [one.approach, one.ofClass]),
    ),
  };
}

function placesOf(areaCode: string | null): string[] {
  if (!areaCode || areaCode.length < 8) return [];
  return areaCode.length === 8 ? [areaCode] : [areaCode.slice(0, 8), areaCode];
}

type Counted = { code: string; children: number; encounters: number };

function withReported(rows: readonly Counted[], reported: readonly (readonly [string, number])[]) {
  const byCode = new Map(
    rows.map(({ code, children, encounters }) => [code, { code, children, encounters, reported: 0 }]),
  );
  for (const [code, n] of reported) {
    const row = byCode.get(code) ?? { code, children: 0, encounters: 0, reported: 0 };
    if (n > 0) byCode.set(code, { ...row, reported: row.reported + n });
  }
  return [...byCode.values()];
}

function sumReported(reported: readonly Reported[], cut: Cut) {
  const sum = (of: (one: Reported) => number) => reported.reduce((all, one) => all + of(one), 0);
  return {
    operations: reported.length,
    flagged: reported.filter((one) => one.flagged).length,
    total: sum((one) => one.total),
    UNDER_18: sum((one) => one.byClass.UNDER_18),
    ADULT: sum((one) => one.byClass.ADULT),
    UNKNOWN: sum((one) => one.byClass.UNKNOWN),
    unplaced: sum((one) => ((one.areaCode ?? '').length < 13 ? one.byClass[cut.ageClass] : 0)),
  };
}
