import { type Locale, locale } from '#web/platform/i18n.ts';

// Dates, times and figures as people here write them, in the city's time zone wherever the phone thinks it is.

let zone = 'Asia/Jakarta';

/** Sets the time zone of the city whose records are on screen. */
export function setTimeZone(timeZone: string) {
  zone = timeZone;
}

/** The time zone of the city whose records are on screen. */
export function timeZone(): string {
  return zone;
}

/** A moment: an ISO instant, or a bare calendar date, which belongs to no time zone. */
export type When = string | number | Date;

const formats = new Map<string, Intl.DateTimeFormat>();
const bareDate = /^\d{4}-\d{2}-\d{2}$/;
const tag = { id: 'id-ID', en: 'en-GB' } satisfies Record<Locale, string>;

function intl(options: Intl.DateTimeFormatOptions, inZone: string): Intl.DateTimeFormat {
  const key = `${locale()} ${inZone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tag[locale()], { ...options, timeZone: inZone });
  formats.set(key, made);
  return made;
}

function show(when: When, options: Intl.DateTimeFormatOptions): string {
  const inZone = typeof when === 'string' && bareDate.test(when) ? 'UTC' : zone;
  return intl(options, inZone).format(new Date(when));
}

/** The parts of a moment on the wall clock of the city. */
export function wallClock(when: When) {
  const inZone = typeof when === 'string' && bareDate.test(when) ? 'UTC' : zone;
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  const parts = new Intl.DateTimeFormat('en-CA', { ...options, timeZone: inZone }).formatToParts(
    new Date(when),
  );
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
    hour: Number(part('hour')),
  };
}

/** `Selasa, 24 November 2026` */
export function longDate(when: When): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  if (locale() === 'id') return show(when, parts);
  return `${show(when, { weekday: 'long' })}, ${date(when)}`;
}

/** `24 November 2026` */
export function date(when: When): string {
  return show(when, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `24 Nov`, with the year when it is another year than now's: `24 Nov 2025` */
export function shortDate(when: When, now: When = Date.now()): string {
  const sameYear = wallClock(when).date.slice(0, 4) === wallClock(now).date.slice(0, 4);
  const day = show(when, { day: 'numeric' });
  const month = show(when, { month: 'short' }).replace('.', '').slice(0, 3);
  return sameYear ? `${day} ${month}` : `${day} ${month} ${wallClock(when).date.slice(0, 4)}`;
}

/** `November 2026` */
export function month(when: When): string {
  return show(when, { month: 'long', year: 'numeric' });
}

/** `09.40`; English `09:40` */
export function time(when: When): string {
  const clock = wallClock(when).time;
  return locale() === 'id' ? clock.replace(':', '.') : clock;
}

/** `24 Nov 09.40` */
export function dateTime(when: When, now: When = Date.now()): string {
  return `${shortDate(when, now)} ${time(when)}`;
}

/** Two moments of one stretch: `20.10–20.35`, or `9 Nov 21.30–10 Nov 08.10` across midnight. */
export function span(from: When, to: When, now: When = Date.now()): string {
  if (wallClock(from).date === wallClock(to).date) return `${dateTime(from, now)}–${time(to)}`;
  return `${dateTime(from, now)}–${dateTime(to, now)}`;
}

/** `hari ini`, `kemarin`, `besok`, else the short date */
export function day(when: When, now: When = Date.now()): string {
  const away = daysBetween(now, when);
  const near = nearDays[locale()][away];
  return near ?? shortDate(when, now);
}

const nearDays: Record<Locale, Record<number, string>> = {
  id: { [-1]: 'kemarin', 0: 'hari ini', 1: 'besok' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/** How many calendar days of the city lie between two moments. */
export function daysBetween(from: When, to: When): number {
  return Math.round((Date.parse(wallClock(to).date) - Date.parse(wallClock(from).date)) / 86_400_000);
}

const units = {
  id: { day: 'hari', hour: 'j', minute: 'm', working: 'hari kerja', year: 'th', month: 'bln' },
  en: { day: 'd', hour: 'h', minute: 'm', working: 'working days', year: 'y', month: 'mo' },
} satisfies Record<Locale, Record<string, string>>;

/** `45 m`, `2 j 10 m`, `6 j`, `14 hari`: the two largest units that matter, and no seconds */
export function duration(milliseconds: number): string {
  const words = units[locale()];
  const minutes = Math.max(0, Math.round(Math.abs(milliseconds) / 60_000));
  if (minutes < 60) return `${minutes} ${words.minute}`;
  if (minutes >= 48 * 60)
    return `${integer(Math.floor(minutes / 1440))} ${dayWord(Math.floor(minutes / 1440))}`;
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)} ${words.hour}`;
  return rest === 0 ? hours : `${hours} ${rest} ${words.minute}`;
}

function dayWord(count: number): string {
  if (locale() === 'id') return 'hari';
  return count === 1 ? 'day' : 'days';
}

/** `3 hari kerja` */
export function workingDays(count: number): string {
  if (locale() === 'en' && count === 1) return '1 working day';
  return `${integer(count)} ${units[locale()].working}`;
}

/** `sisa 3 j 25 m` before the limit, `lewat 2 j 10 m` after it, and what is long past in months or years */
export function untilDue(due: When, now: When = Date.now()): string {
  const left = new Date(due).getTime() - new Date(now).getTime();
  const long = -left / 86_400_000 > 60;
  const words = long ? longSpan(-left / 86_400_000) : duration(left);
  if (locale() === 'en') return left >= 0 ? `${words} left` : `${words} overdue`;
  return left >= 0 ? `sisa ${words}` : `lewat ${words}`;
}

/** `hari ini`, `sampai 30 Nov`, `lewat 11 hari`: how a limit stands that is a whole day, still in time while it lasts */
export function untilDay(day: string, now: When = Date.now()): string {
  const away = daysBetween(now, day);
  if (away === 0) return nearDays[locale()][0] ?? '';
  if (away > 0) return locale() === 'id' ? `sampai ${shortDate(day, now)}` : `until ${shortDate(day, now)}`;
  const words = away < -60 ? longSpan(-away) : `${integer(-away)} ${dayWord(-away)}`;
  return locale() === 'id' ? `lewat ${words}` : `${words} overdue`;
}

/** `1 bulan`, `17 bulan`, `2 tahun`: how long a number of days is when their exact count says nothing more */
export function longSpan(days: number): string {
  const months = Math.max(1, Math.floor(days / 30.4));
  const years = months >= 24;
  const count = years ? Math.floor(months / 12) : months;
  if (locale() === 'id') return `${count} ${years ? 'tahun' : 'bulan'}`;
  return `${count} ${years ? 'year' : 'month'}${count === 1 ? '' : 's'}`;
}

/** `sisa 3 hari kerja`, or for a negative count `lewat 2 hari kerja` */
export function workingDaysLeft(count: number): string {
  const words = workingDays(Math.abs(count));
  if (locale() === 'en') return count >= 0 ? `${words} left` : `${words} overdue`;
  return count >= 0 ? `sisa ${words}` : `lewat ${words}`;
}

function figure(value: number, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(tag[locale()], options).format(value);
}

/** `12.345` */
export function integer(value: number): string {
  return figure(value, 0);
}

/** `9,4` */
export function decimal(value: number, digits = 1): string {
  return figure(value, digits);
}

/** `81 %` of a share between 0 and 1 */
export function percent(share: number, digits = 0): string {
  return `${figure(share * 100, digits)} %`;
}

/** `Rp12.000` */
export function rupiah(value: number): string {
  return `Rp${new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 }).format(value)}`;
}

/** `13 th` */
export function age(years: number): string {
  return `${years} ${units[locale()].year}`;
}

/** What a native date and time input shows for a moment: the city's wall clock. */
export function toInput(when: When): string {
  const { date: day, time: clock } = wallClock(when);
  return `${day}T${clock}`;
}

/** The moment that a native date and time input means on the city's wall clock; undefined while it is incomplete. */
export function fromInput(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return undefined;
  const asUtc = Date.parse(`${text.slice(0, 16)}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const offset = Date.parse(`${toInput(asUtc)}:00Z`) - asUtc;
  // A year that is still being typed begins with noughts and is no year yet.
  return Number.isNaN(offset) ? undefined : new Date(asUtc - offset).toISOString();
}

/** What the input shows of a moment: as it was typed while that means the moment, since a year grows digit by digit. */
export function shownMoment(moment: string, typed: string): string {
  if ((fromInput(typed) ?? '') === moment) return typed;
  return moment ? toInput(moment) : '';
}

/** `AS` from `Andika Saputra`, for a tile that stands for somebody; at most two letters */
export function monogram(name: string): string {
  const words = name
    .replace(/[“”"'.,]/g, ' ')
    .trim()
    .split(/\s+/);
  const letters =
    words.length === 1 ? (words[0] ?? '').slice(0, 2) : `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}`;
  return letters.toLocaleUpperCase('id');
}
