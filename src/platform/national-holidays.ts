// Indonesia's public holidays by the date-holidays package. It knows no joint leave, and its Islamic dates can be a day
// off: the city's own list is laid on top. Loading the package takes 40 MB, so it is loaded at first use, and what it
// says is kept in the database.

import { addDays, type CalendarDate } from './calendar.ts';

export type CityHolidayKind = 'holiday' | 'joint_leave' | 'city' | 'workday';
export type Holiday = Readonly<{ date: CalendarDate; kind: CityHolidayKind; nameId: string; nameEn: string }>;

/** The public holidays of whole years, one row per date. */
export async function nationalHolidays(fromYear: number, toYear: number): Promise<Holiday[]> {
  const { default: Holidays } = await import('date-holidays');
  const indonesian = new Holidays('ID', { languages: ['id'] });
  const english = new Holidays('ID', { languages: ['en'] });
  const rows = new Map<CalendarDate, Holiday>();
  for (let year = fromYear; year <= toYear; year += 1) {
    const names = new Map(english.getHolidays(year).map((one) => [`${one.date}${one.rule}`, one.name]));
    for (const one of indonesian.getHolidays(year)) {
      if (one.type !== 'public') continue;
      const nameEn = names.get(`${one.date}${one.rule}`) ?? one.name;
      for (const date of datesOf(one.date, one.start, one.end)) {
        if (!rows.has(date)) rows.set(date, { date, kind: 'holiday', nameId: one.name, nameEn });
      }
    }
  }
  return [...rows.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function datesOf(date: string, start: Date, end: Date): CalendarDate[] {
  const first = date.slice(0, 10);
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
  return Array.from({ length: days }, (_, n) => addDays(first, n));
}

/** The days on which offices are closed: the package's, corrected and completed by the city's own list. */
export function closedDays(national: readonly Holiday[], city: readonly Holiday[]): Set<CalendarDate> {
  const closed = new Set(national.map((one) => one.date));
  for (const one of city) {
    if (one.kind === 'workday') closed.delete(one.date);
    else closed.add(one.date);
  }
  return closed;
}
