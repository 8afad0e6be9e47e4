import { messages } from '#today/messages/today.ts';
import type { TodayItem } from '#today/schema/today.ts';
import {
  daysBetween,
  duration,
  longSpan,
  shortDate,
  wallClock,
  workingDaysLeft,
} from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { Clock, DueClock, useNow } from '#web/ui/clock.tsx';

const longPast = 20;

/** The clock of one thing to do: hours, days, standing still, or since when it waits. */
export function ItemClock({ item }: { item: TodayItem }) {
  const now = useNow();
  if (item.paused) return <DueClock limit={{ due: item.since, paused: true }} />;
  if (item.dueAt)
    return <DueClock limit={{ due: item.dueAt, since: item.since, workingDays: item.workingDays }} />;
  if (item.dueOn) return <DayClock day={item.dueOn} workingDays={item.workingDays ?? 0} now={now} />;
  const waited = waitedWords(now - new Date(item.since).getTime());
  return (
    <Clock form={now > new Date(item.at).getTime() ? 'soon' : 'open'}>
      {t(messages.clockSince, { time: waited })}
    </Clock>
  );
}

function DayClock({ day, workingDays, now }: { day: string; workingDays: number; now: number }) {
  const today = wallClock(now).date;
  const words = () => {
    if (day === today) return t(messages.clockToday);
    if (day > today) return t(messages.clockUntil, { day: shortDate(day) });
    if (-workingDays > longPast) return t(messages.clockLate, { time: longSpan(daysBetween(day, now)) });
    if (workingDays === 0) return t(messages.clockLateSince, { day: shortDate(day) });
    return workingDaysLeft(workingDays);
  };
  const form = day === today ? 'soon' : day > today ? 'open' : 'over';
  return (
    <Clock form={form} share={form === 'soon' ? 0.2 : 0.8}>
      <time dateTime={day}>{words()}</time>
    </Clock>
  );
}

function waitedWords(milliseconds: number): string {
  const months = Math.floor(milliseconds / (30.4 * 86_400_000));
  return months < 2 ? duration(milliseconds) : t(messages.months, { count: months });
}
