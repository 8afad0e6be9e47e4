import { fromInput, shortDate, wallClock } from '#web/platform/format.ts';

/** Left and right edge of everything that is drawn through time, in the drawing's own units. */
export const edge = { left: 118, right: 1104, width: 1120 } as const;

/** How wide a letter of the small texts is, about. */
export const letter = 6.7;

/** Places a moment between two edges. */
export type Scale = (moment: number) => number;

/** A scale from a stretch of time to a stretch of the drawing. */
export function scaleOf(time: { from: number; to: number }, left: number, right: number): Scale {
  const span = Math.max(1, time.to - time.from);
  return (moment) =>
    Math.round((left + Math.min(1, Math.max(0, (moment - time.from) / span)) * (right - left)) * 10) / 10;
}

/** A text on a line of texts, at one place and about so wide. */
export type Label = {
  readonly x: number;
  readonly width: number;
  readonly anchor: 'start' | 'middle' | 'end';
};

const besideEachOther = 6;

/** From where to where a text reaches. */
export function reachOf({ x, width, anchor }: Label): { left: number; right: number } {
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { left, right: left + width };
}

/** Of the texts of one line, the weightiest first, those that overlap none before them. */
export function fitting<It extends Label>(labels: readonly It[]): It[] {
  const kept: It[] = [];
  for (const label of labels) {
    const own = reachOf(label);
    const free = kept.every((it) => {
      const { left, right } = reachOf(it);
      return own.right + besideEachOther <= left || right + besideEachOther <= own.left;
    });
    if (free) kept.push(label);
  }
  return kept;
}

/** The moments at which the child changed hands: all of them ticks, and those with room for it named by their hour. */
export function hourTicks(
  moments: readonly number[],
  scale: Scale,
): { at: number; x: number; anchor: Label['anchor'] | null }[] {
  const sorted = [...new Set(moments)].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  const labels = sorted.map((at) => {
    const anchor: Label['anchor'] = at === first ? 'start' : at === last ? 'end' : 'middle';
    return { at, x: scale(at), width: hourWidth, anchor };
  });
  const weight = (at: number) => (at === first ? 0 : at === last ? 1 : 2);
  const named = new Set(fitting([...labels].sort((a, b) => weight(a.at) - weight(b.at))));
  return labels.map((it) => ({ at: it.at, x: it.x, anchor: named.has(it) ? it.anchor : null }));
}
/** How wide `09.30` is. */
export const hourWidth = 36;

const dayLong = 86_400_000;
const steps = [1, 2, 3, 6, 12] as const;

/** Where the months begin, few enough to be read: each with its label, the year where it changes. */
export function monthTicks(time: { from: number; to: number }): { at: number; label: string }[] {
  const months = (time.to - time.from) / (30.4 * dayLong);
  if (months < 2) return dayTicks(time);
  const step = steps.find((it) => months / it <= 11) ?? 24;
  const ticks: { at: number; label: string }[] = [];
  const begin = wallClock(time.from).date;
  let year = Number(begin.slice(0, 4));
  let month = Number(begin.slice(5, 7));
  let shownYear = 0;
  for (let guard = 0; guard < 600; guard += 1) {
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
    if ((month - 1) % step !== 0) continue;
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    const at = startOf(day);
    if (at > time.to) break;
    const name = shortDate(day, day).replace(/^\d+ /, '');
    ticks.push({ at, label: year === shownYear ? name : `${name} ${year}` });
    shownYear = year;
  }
  return ticks;
}

function dayTicks(time: { from: number; to: number }): { at: number; label: string }[] {
  const days = (time.to - time.from) / dayLong;
  const step = Math.max(1, Math.ceil(days / 9));
  const first = startOf(wallClock(time.from).date);
  const ticks: { at: number; label: string }[] = [];
  for (let at = first + dayLong; at <= time.to; at += step * dayLong)
    ticks.push({ at, label: shortDate(at) });
  return ticks;
}

function startOf(day: string): number {
  return Date.parse(fromInput(`${day}T00:00`) ?? day);
}
