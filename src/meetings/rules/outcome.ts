// Did it work? What may be said of a figure that was frozen when a decision was taken, and of the same figure now.
//
// A count is told to have changed when the difference is at least a tenth and larger than twice the standard error of
// two counts, √(n₁+n₂): counts of independent events scatter like their square root (Armitage, Berry and Matthews,
// Statistical Methods in Medical Research, 4th ed. 2002, on Poisson counts). A share is held to twice the standard error
// of two proportions (same book). That the change is due to the decision is only thinkable where it went otherwise than
// elsewhere or than a year before (HM Treasury, Magenta Book, 2020, on the counterfactual); even then it is no proof.
import type { DecisionIndicator, Measure, Verdict } from '#meetings/schema/outcome.ts';

/** What each figure is, and which way it should go. */
export const indicatorRules = {
  encounters: { kind: 'count', wants: 'less' },
  new: { kind: 'count', wants: 'less' },
  returned: { kind: 'count', wants: 'less' },
  handover: { kind: 'hours', wants: 'less' },
  assessed: { kind: 'share', wants: 'more' },
  referral: { kind: 'share', wants: 'more' },
} as const satisfies Record<DecisionIndicator, { kind: 'count' | 'hours' | 'share'; wants: 'less' | 'more' }>;

/** Fewer than this on both sides says nothing: of counts the larger, of shares and hours each. */
export const fewestToTell = 20;
const clear = 0.1;

export type Judged = {
  readonly indicator: DecisionIndicator;
  readonly before: Measure | null;
  readonly now: Measure;
  /** The same two stretches elsewhere in the city, or a year earlier; null where there is none. */
  readonly comparison: { readonly before: Measure; readonly now: Measure } | null;
  readonly target: number | null;
  /** Whole months since the decision was taken. */
  readonly months: number;
};

/** What can be said: only of whole months after the decision, and only of numbers large enough. */
export function judge(it: Judged): Verdict {
  const { before, now, target } = it;
  const { kind, wants } = indicatorRules[it.indicator];
  if (!before || before.value === null) return 'noBefore';
  if (it.months < monthsToJudge || now.value === null) return 'tooEarly';
  if (isTooFew(kind, before, now)) return 'tooFew';
  if (!hasChanged(kind, before, now)) return 'same';
  const better = wants === 'less' ? now.value < before.value : now.value > before.value;
  if (!better) return 'worse';
  if (kind === 'count' && wentAlikeElsewhere(now, before, it.comparison)) return 'asElsewhere';
  const reached = target !== null && (wants === 'less' ? now.value <= target : now.value >= target);
  return reached ? 'reached' : 'better';
}

/** Three whole months are compared with the three before the decision. */
export const monthsToJudge = 3;

function isTooFew(kind: 'count' | 'hours' | 'share', before: Measure, now: Measure): boolean {
  return kind === 'count'
    ? Math.max(before.n, now.n) < fewestToTell
    : Math.min(before.of, now.of) < fewestToTell;
}

function hasChanged(kind: 'count' | 'hours' | 'share', before: Measure, now: Measure): boolean {
  const [was, is] = [before.value ?? 0, now.value ?? 0];
  const change = Math.abs(is - was);
  if (kind === 'share') {
    const pooled = (before.n + now.n) / (before.of + now.of);
    return change > 2 * Math.sqrt(pooled * (1 - pooled) * (1 / before.of + 1 / now.of));
  }
  if (change < clear * was) return false;
  return kind === 'hours' || change > 2 * Math.sqrt(before.n + now.n);
}

/** Whether elsewhere the figure fell by as much, so that nothing is left for the decision to explain. */
function wentAlikeElsewhere(now: Measure, before: Measure, comparison: Judged['comparison']): boolean {
  if (!comparison || comparison.before.n < fewestToTell) return false;
  const expected = before.n * (comparison.now.n / comparison.before.n);
  return expected - now.n <= 2 * Math.sqrt(expected + now.n);
}
