import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export type CalendarFacts = {
  readonly meetingId: string;
  /** Counts the changes, so that a calendar takes the newer one. */
  readonly version: number;
  readonly title: string;
  readonly place: string;
  readonly theme: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly cancelled: boolean;
  readonly host: string;
  /** The day on which the file was asked for. */
  readonly now: Date;
  /** Where the invitation can be answered, when the file goes to who is invited. */
  readonly link?: string;
};

/** A meeting as an iCalendar file (RFC 5545): the same meeting always has the same UID, so a later file replaces it. */
export function calendarFile(it: CalendarFacts): string {
  const calendar = ical({
    prodId: { company: 'Rangkul', product: 'Rangkul', language: 'ID' },
    method: it.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${it.meetingId}@rangkul`,
    sequence: it.version,
    stamp: it.now,
    start: it.startsAt,
    end: it.endsAt,
    summary: it.title,
    location: it.place,
    description: [it.theme, it.host].filter(Boolean).join('\n'),
    status: it.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(it.link ? { url: it.link } : {}),
  });
  return calendar.toString();
}
