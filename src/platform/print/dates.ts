import type { Locale } from '#platform/messages.ts';

const tags = { id: 'id-ID', en: 'en-GB' } satisfies Record<Locale, string>;

export type Wall = { readonly locale: Locale; readonly timeZone: string };

/** `Selasa, 24 November 2026` on the city's calendar. */
export function paperDate(at: Date, { locale, timeZone }: Wall): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  return new Intl.DateTimeFormat(tags[locale], parts).format(at);
}

/** `24 November 2026` of a calendar day, which belongs to no time zone. */
export function paperDay(day: string, locale: Locale): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(tags[locale], parts).format(new Date(`${day}T00:00:00Z`));
}

/** `24 November 2026, 09.40`; English `24 November 2026, 09:40`. */
export function paperDateTime(at: Date, { locale, timeZone }: Wall): string {
  const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const time = new Intl.DateTimeFormat('en-GB', clock).format(at);
  return `${new Intl.DateTimeFormat(tags[locale], day).format(at)}, ${locale === 'id' ? time.replace(':', '.') : time}`;
}
