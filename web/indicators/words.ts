import { date, month } from '#web/platform/format.ts';
import { locale } from '#web/platform/i18n.ts';

/** `1 Januari–24 November 2026`, `Tahun 2025`'s days, or `Juli 2026`: what a period spans, seen from today. */
export function periodWords(period: string, today: string): string {
  if (period.length === 7) return month(`${period}-01`);
  const from = `${period}-01-01`;
  const until = `${period}-12-31`;
  const to = today < until && today >= from ? today : until;
  const first = date(from).replace(` ${period}`, '');
  return `${first}–${date(to)}`;
}

/** `Januari–Oktober 2026` of two first days of months, or one month alone. */
export function monthsWords(from: string, to: string): string {
  if (!from) return '';
  if (from === to) return month(from);
  return `${month(from).replace(` ${from.slice(0, 4)}`, '')}–${month(to)}`;
}

/** `Jan`, in the language in use. */
export function shortMonth(of: string): string {
  const tag = locale() === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' })
    .format(new Date(`${of.slice(0, 7)}-01`))
    .slice(0, 3);
}

/** The years that may be chosen, newest first, back to the one of the first record. */
export function yearsUpTo(today: string, begins: string | null | undefined): string[] {
  const year = Number(today.slice(0, 4));
  const back = begins ? Math.max(0, year - Number(begins.slice(0, 4))) : 0;
  return Array.from({ length: back + 1 }, (_, n) => String(year - n));
}
