import { readCare } from '#indicators/queries/care.ts';
import { addUp, type MonthCell, readMonths } from '#indicators/queries/met.ts';
import { monthAfter } from '#indicators/rules.ts';
import { indicatorRules } from '#meetings/rules/outcome.ts';
import type { DecisionIndicator, Measure } from '#meetings/schema/outcome.ts';
import type { Tx } from '#platform/database/transaction.ts';

type Asked = {
  readonly indicator: DecisionIndicator;
  readonly place: string;
  readonly months: readonly string[];
};

/** A figure of children under 18 over some whole months that follow one another. */
export async function measure(tx: Tx, { indicator, place, months }: Asked): Promise<Measure> {
  const from = months[0] ?? '';
  const last = months.at(-1) ?? '';
  const stretch = { from: from.slice(0, 7), to: last.slice(0, 7) };
  if (indicatorRules[indicator].kind === 'count') {
    const cells = await readMonths(tx, { place, approach: null }, months);
    const n = countOf(indicator, cells, months);
    return { value: n, n, of: 0, ...stretch };
  }
  const care = await readCare(tx, { from, to: monthAfter(last, 1), kind: 'month' }, 'UNDER_18');
  if (indicator === 'handover')
    return { value: care.handover.medianHours, n: care.handover.of, of: care.handover.of, ...stretch };
  const { n, of } = indicator === 'assessed' ? care.assessed : care.referrals;
  return { value: of === 0 ? null : n / of, n, of, ...stretch };
}

function countOf(
  indicator: DecisionIndicator,
  cells: readonly MonthCell[],
  months: readonly string[],
): number {
  const met = addUp(cells, { months, ageClass: 'UNDER_18', kind: 'month' });
  if (indicator === 'new') return met.new;
  return indicator === 'returned' ? met.returned : met.encounters;
}

/** What is left of the whole when a part of it is taken out. */
export function rest(whole: Measure, part: Measure): Measure {
  const n = whole.n - part.n;
  return { ...whole, n, value: n };
}
