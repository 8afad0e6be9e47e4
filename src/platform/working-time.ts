// The clocks that count working days: every hour of a working day counts, no hour of another day, no hour of a pause.

import {
  addDays,
  cityDate,
  isWorkingDay,
  type Pause,
  startOfCityDay,
  type WorkingCalendar,
} from './calendar.ts';

type Span = Readonly<{ from: number; to: number }>;

const day = 24 * 60 * 60_000;
/** Beyond this many days without a single working hour a calendar is taken to be wrong. */
const longestGapDays = 400;

/** Milliseconds of working time between two instants, without the pauses; zero when the second is earlier. */
export function workingTimeBetween(
  from: Date,
  to: Date,
  { calendar, pauses = [] }: { calendar: WorkingCalendar; pauses?: readonly Pause[] },
): number {
  let sum = 0;
  const last = cityDate(to, calendar.timeZone);
  for (let date = cityDate(from, calendar.timeZone); date <= last; date = addDays(date, 1)) {
    if (!isWorkingDay(date, calendar)) continue;
    const span = { from: from.getTime(), to: to.getTime() };
    for (const part of workingSpans(date, { calendar, pauses, within: span })) sum += part.to - part.from;
  }
  return sum;
}

/**
 * When a clock of n working days runs out. The clock stands still on other days and in pauses;
 * an open pause stops it, and then there is no such instant (null).
 */
export function dueAfterWorkingDays(
  from: Date,
  days: number,
  { calendar, pauses = [] }: { calendar: WorkingCalendar; pauses?: readonly Pause[] },
): Date | null {
  if (days <= 0) return from;
  let left = days * day;
  let idleDays = 0;
  const within = { from: from.getTime(), to: Number.POSITIVE_INFINITY };
  for (let date = cityDate(from, calendar.timeZone); idleDays < longestGapDays; date = addDays(date, 1)) {
    idleDays += 1;
    if (!isWorkingDay(date, calendar)) continue;
    for (const part of workingSpans(date, { calendar, pauses, within })) {
      const length = part.to - part.from;
      if (length >= left) return new Date(part.from + left);
      left -= length;
      idleDays = 0;
    }
  }
  return null;
}

/** The same clock without pauses: always an instant. */
export function addWorkingDays(from: Date, days: number, calendar: WorkingCalendar): Date {
  const due = dueAfterWorkingDays(from, days, { calendar });
  if (!due) throw new Error('the calendar has no working day within a year');
  return due;
}

function workingSpans(
  date: string,
  { calendar, pauses, within }: { calendar: WorkingCalendar; pauses: readonly Pause[]; within: Span },
): Span[] {
  const start = startOfCityDay(date, calendar.timeZone).getTime();
  const end = startOfCityDay(addDays(date, 1), calendar.timeZone).getTime();
  let open: Span[] = [{ from: Math.max(start, within.from), to: Math.min(end, within.to) }];
  for (const pause of pauses) {
    const to = pause.to ? pause.to.getTime() : Number.POSITIVE_INFINITY;
    open = open.flatMap((span) => [
      { from: span.from, to: Math.min(span.to, pause.from.getTime()) },
      { from: Math.max(span.from, to), to: span.to },
    ]);
    open = open.filter((span) => span.to > span.from);
  }
  return open.filter((span) => span.to > span.from);
}
