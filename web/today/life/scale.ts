import { fromInput, shortDate, wallClock } from '#web/platform/format.ts';

/** Left and right edge of everything that is drawn through time, in the drawing's own units. */
export const edge = { left: 118, right: 1104, width: 1120 } as const;

/** Places a moment between two edges. */
export type Scale = (moment: number) => number;

/** A scale from a stretch of time to a stretch of the drawing. */
export function scaleOf(time: { from: number; to: number }, left: number, right: number): Scale {
  const span = Math.max(1, time.to - time.from);
  return (moment) =>
    Math.round((left + Math.min(1, Math.max(0, (moment - time.from) / span)) * (right - left)) * 10) / 10;
}

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
