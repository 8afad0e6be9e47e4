// What the board says by its figures. Pure, so that the sentence on top can be held to its numbers by a test.
import type { Comparison, Met } from '#indicators/schema.ts';

export type Span = {
  readonly kind: 'year' | 'month';
  /** First day, and the first day after it. */
  readonly from: string;
  readonly to: string;
  /** The twelve months the trend shows, as first days. */
  readonly trend: readonly string[];
  /** The complete months that are compared with the same ones a year before; empty while none is over. */
  readonly compared: readonly string[];
};

/** The first day of the month that lies some months later. */
export function monthAfter(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
}

/** What a period of the board spans, seen from a day. */
export function spanOf(period: string, today: string): Span {
  const kind = period.length === 4 ? 'year' : 'month';
  const from = kind === 'year' ? `${period}-01-01` : `${period}-01`;
  const to = monthAfter(from, kind === 'year' ? 12 : 1);
  const thisMonth = `${today.slice(0, 7)}-01`;
  const trend = Array.from({ length: 12 }, (_, n) => monthAfter(to, n - 12));
  const own = kind === 'year' ? trend : [from];
  return { kind, from, to, trend, compared: own.filter((month) => month < thisMonth) };
}

/** Fewer than this on either side says nothing. */
export const fewest = 20;
const clear = 0.1;

function directionOf(now: number, before: number, noise: number): 'up' | 'down' | 'flat' {
  const change = now - before;
  if (Math.abs(change) < clear * before || Math.abs(change) < noise) return 'flat';
  return change > 0 ? 'up' : 'down';
}

/** A month counts as whole when its records begin within its first days: not every city works on New Year's Day. */
const firstDays = 7;

// Whether records were kept through the months a year before; `begins` is the day of the very first one.
function isWhole(months: readonly string[], begins: string | null): boolean {
  const from = monthAfter(months[0] ?? '', -12);
  return begins !== null && begins < `${from.slice(0, 8)}${String(firstDays + 1).padStart(2, '0')}`;
}

/**
 * More children, or more encounters per child? A change is told when it is at least a tenth and larger than chance
 * would make it (twice the standard error of counts); with fewer than 20 children on either side nothing is told, nor
 * where records begin only within the year before.
 */
export function compare(
  { now, before }: { now: Met; before: Met },
  months: readonly string[],
  begins: string | null,
): Comparison {
  const from = months[0] ?? '';
  const shown = { from, to: months.at(-1) ?? '', now, before };
  const silent = { children: 'flat', perChild: 'flat' } as const;
  if (months.length === 0) return { ...shown, verdict: 'notOver', ...silent };
  if (before.children === 0) return { ...shown, verdict: 'noBefore', ...silent };
  if (!isWhole(months, begins)) return { ...shown, verdict: 'partBefore', ...silent };
  if (Math.min(now.children, before.children) < fewest) return { ...shown, verdict: 'tooFew', ...silent };
  const expected = (before.encounters / before.children) * now.children;
  return {
    ...shown,
    verdict: 'told',
    children: directionOf(now.children, before.children, 2 * Math.sqrt(now.children + before.children)),
    perChild: directionOf(now.encounters, expected, 2 * Math.sqrt(now.encounters + expected)),
  };
}

/** The median of values counted by value: the middle one, or halfway between the two middle ones. */
export function medianOf(counts: readonly { readonly value: number; readonly n: number }[]): number | null {
  const sorted = counts.filter((one) => one.n > 0).toSorted((a, b) => a.value - b.value);
  const all = sorted.reduce((sum, one) => sum + one.n, 0);
  if (all === 0) return null;
  const valueAt = (rank: number) => {
    let seen = 0;
    for (const one of sorted) {
      seen += one.n;
      if (rank < seen) return one.value;
    }
    return sorted.at(-1)?.value ?? 0;
  };
  return (valueAt(Math.floor((all - 1) / 2)) + valueAt(Math.floor(all / 2))) / 2;
}

/** Bounds of the map's five classes above zero, made so that each holds about as many kelurahan as the next. */
export function mapClasses(counts: readonly number[]): number[] {
  const found = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  const bounds: number[] = [];
  for (let n = 1; n <= 5; n += 1) {
    const bound = found[Math.ceil((found.length * n) / 5) - 1];
    if (bound !== undefined && bound !== bounds.at(-1)) bounds.push(bound);
  }
  return bounds;
}

/** The class of a count: 0 for none, else 1 to 5; the darkest is always that of the highest counts. */
export function mapClass(count: number, bounds: readonly number[]): 0 | 1 | 2 | 3 | 4 | 5 {
  if (count === 0) return 0;
  const at = bounds.findIndex((bound) => count <= bound);
  const lifted = (at === -1 ? bounds.length : at + 1) + 5 - bounds.length;
  if (lifted <= 1) return 1;
  if (lifted === 2) return 2;
  if (lifted === 3) return 3;
  return lifted === 4 ? 4 : 5;
}
