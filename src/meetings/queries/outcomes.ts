import { sql } from 'kysely';
import { cityReaders } from '#indicators/access.ts';
import { readBeginning } from '#indicators/queries/met.ts';
import { foldSome } from '#indicators/queries/pending.ts';
import { monthAfter } from '#indicators/rules.ts';
import { findDecidingMeeting } from '#meetings/queries/decisions.ts';
import { wholeMonthsBefore } from '#meetings/queries/facts.ts';
import { measure, rest } from '#meetings/queries/measures.ts';
import { indicatorRules, judge, monthsToJudge } from '#meetings/rules/outcome.ts';
import type { DecisionIndicator, Measure, Outcome } from '#meetings/schema/outcome.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

type Row = {
  decision_id: string;
  number: number;
  decision: string;
  indicator: DecisionIndicator;
  indicator_area: string | null;
  target: string | null;
  before_value: Measure | null;
  adopted_at: Date;
};

/** Whether this viewer reads how figures went: they are the whole city's. */
export function readsOutcomes(viewer: Viewer): boolean {
  return viewer.lock.mayUse(viewer.role, cityReaders);
}

/** Of each adopted decision of a meeting that names a figure: before, now, what to compare with, and what may be said. */
export async function listOutcomes(
  tx: Tx,
  viewer: Viewer,
  { meetingId, today }: { meetingId: string; today: string },
): Promise<Outcome[]> {
  if (!(await findDecidingMeeting(tx, meetingId))) throw problem('not-found');
  await foldSome(tx);
  const found = await sql<Row>`
    select decision_id, number, decision, indicator, indicator_area, target::text, before_value, adopted_at
      from decisions
     where city = (select app.city()) and meeting_id = ${meetingId} and state = 'adopted' and indicator <> ''
     order by number`.execute(tx);
  const begins = await readBeginning(tx);
  const outcomes: Outcome[] = [];
  for (const row of found.rows) outcomes.push(await outcomeOf(tx, viewer, row, { today, begins }));
  return outcomes;
}

type Asked = { readonly today: string; readonly begins: string | null };

async function outcomeOf(tx: Tx, viewer: Viewer, row: Row, { today, begins }: Asked): Promise<Outcome> {
  const { indicator } = row;
  const place = row.indicator_area ?? viewer.city.code;
  const months = wholeMonthsBefore(today, monthsToJudge);
  const now = await measure(tx, { indicator, place, months });
  const before = row.before_value;
  const compared = before
    ? await comparison(tx, { indicator, place, before, now, begins, city: viewer.city.code })
    : null;
  const target = row.target === null ? null : Number(row.target);
  const adopted = cityDate(row.adopted_at, viewer.city.timeZone);
  const since = wholeMonthsSince(adopted, months);
  const verdict = judge({ indicator, before, now, comparison: compared?.two ?? null, target, months: since });
  return {
    decisionId: row.decision_id,
    number: row.number,
    decision: row.decision,
    indicator,
    indicatorArea: row.indicator_area,
    target,
    adoptedAt: row.adopted_at.toISOString(),
    before,
    now,
    comparedWith: compared?.kind ?? null,
    comparison: compared?.two ?? null,
    verdict,
  };
}

/** How many of the months that are looked at now lie wholly after the day of the decision. */
function wholeMonthsSince(day: string, months: readonly string[]): number {
  return months.filter((month) => month > day).length;
}

type Comparing = {
  readonly indicator: DecisionIndicator;
  readonly place: string;
  readonly city: string;
  readonly before: Measure;
  readonly now: Measure;
  readonly begins: string | null;
};

/** The rest of the city for a part of it; for the whole city the same months a year before, where there are records. */
async function comparison(tx: Tx, it: Comparing) {
  const { indicator, place, city } = it;
  if (indicatorRules[indicator].kind === 'count' && place !== city) {
    // The part is read anew: what came in late since the decision is in the city's count, but not in the frozen one.
    const elsewhere = async (months: readonly string[]) =>
      rest(
        await measure(tx, { indicator, place: city, months }),
        await measure(tx, { indicator, place, months }),
      );
    const two = { before: await elsewhere(monthsOf(it.before)), now: await elsewhere(monthsOf(it.now)) };
    return { kind: 'elsewhere' as const, two };
  }
  const yearBefore = (of: Measure) => monthsOf(of).map((month) => monthAfter(month, -12));
  const first = yearBefore(it.before)[0] ?? '';
  if (!it.begins || it.begins > first) return null;
  const two = {
    before: await measure(tx, { indicator, place, months: yearBefore(it.before) }),
    now: await measure(tx, { indicator, place, months: yearBefore(it.now) }),
  };
  return { kind: 'yearBefore' as const, two };
}

function monthsOf({ from, to }: Measure): string[] {
  const months = [`${from}-01`];
  while ((months.at(-1) ?? '') < `${to}-01`) months.push(monthAfter(months.at(-1) ?? '', 1));
  return months;
}
