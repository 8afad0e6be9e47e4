// Days, months and working time of a city. A date is text ('2026-07-01'), an instant is a Date; nothing here reads a clock.

export type CalendarDate = string;
export type WorkingCalendar = Readonly<{
  timeZone: string;
  /** ISO weekdays (1 = Monday) on which the city's offices work. */
  weekdays: readonly number[];
  holidays: ReadonlySet<CalendarDate>;
}>;
export type Pause = Readonly<{ from: Date; to: Date | null }>;

const minute = 60_000;
const day = 24 * 60 * minute;
const formats = new Map<string, Intl.DateTimeFormat>();

function localParts(instant: Date, timeZone: string): { date: CalendarDate; time: string } {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = value;
  return {
    date: `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}:${parts.second}`,
  };
}

/** The day of an instant as the city's wall calendar shows it. */
export function cityDate(instant: Date, timeZone: string): CalendarDate {
  return localParts(instant, timeZone).date;
}

/** The month of an instant in the city: an encounter at 00.30 on 1 July counts in July. */
export function cityMonth(instant: Date, timeZone: string): string {
  return cityDate(instant, timeZone).slice(0, 7);
}

/** The clock time of an instant in the city, as '23:59'. */
export function cityTime(instant: Date, timeZone: string): string {
  return localParts(instant, timeZone).time.slice(0, 5);
}

/** The instant at which the city's clocks show this date and time. */
export function instantAt(date: CalendarDate, time: string, timeZone: string): Date {
  const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  let guess = wall;
  // Twice is enough: the second round settles a guess that fell on the other side of a clock change.
  for (let round = 0; round < 2; round += 1) {
    const shown = localParts(new Date(guess), timeZone);
    guess += wall - Date.parse(`${shown.date}T${shown.time}Z`);
  }
  return new Date(guess);
}

const starts = new Map<string, number>();
const startsKept = 4000;

/** The first instant of a day in the city. Asked for each day of every clock in a list, so the answers are kept. */
export function startOfCityDay(date: CalendarDate, timeZone: string): Date {
  const key = `${timeZone} ${date}`;
  const known = starts.get(key);
  if (known !== undefined) return new Date(known);
  const start = instantAt(date, '00:00', timeZone);
  if (starts.size >= startsKept) starts.clear();
  starts.set(key, start.getTime());
  return start;
}

/** Whether a text is a day that exists, such as 2024-02-29 and not 2025-02-29. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

const instant =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a text is a moment that exists, with its offset: 2026-07-01T03:00Z, 2026-07-01T10:00:30.5+07:00. */
export function isInstant(text: string): boolean {
  return isCalendarDate(instant.exec(text)?.[1] ?? '');
}

/** The date a number of days later (or earlier, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** The same day some months later; the last day of the month where that day does not exist. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** Whole days from one date to another. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day);
}

/** Completed years on a date; a child born on 29 February comes of age on 1 March. Null before birth. */
export function ageOn(birth: CalendarDate, date: CalendarDate): number | null {
  if (date < birth) return null;
  const years = Number(date.slice(0, 4)) - Number(birth.slice(0, 4));
  return date.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** The ISO weekday of a date: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** Whether the city's offices work on this day. */
export function isWorkingDay(date: CalendarDate, calendar: WorkingCalendar): boolean {
  return calendar.weekdays.includes(weekdayOf(date)) && !calendar.holidays.has(date);
}
