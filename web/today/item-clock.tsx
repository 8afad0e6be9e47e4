import { messages } from '#today/messages/today.ts';
import type { TodayItem } from '#today/schema/today.ts';
import { duration } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { Clock, DayClock, DueClock, useNow } from '#web/ui/clock.tsx';

/** The clock of one thing to do: hours, days, standing still, or since when it waits. */
export function ItemClock({ item }: { item: TodayItem }) {
  const now = useNow();
  if (item.paused) return <DueClock limit={{ due: item.since, paused: true }} />;
  if (item.dueAt)
    return <DueClock limit={{ due: item.dueAt, since: item.since, workingDays: item.workingDays }} />;
  if (item.dueOn) return <DayClock day={item.dueOn} />;
  const waited = waitedWords(now - new Date(item.since).getTime());
  return (
    <Clock form={now > new Date(item.at).getTime() ? 'soon' : 'open'}>
      {t(messages.clockSince, { time: waited })}
    </Clock>
  );
}

function waitedWords(milliseconds: number): string {
  const months = Math.floor(milliseconds / (30.4 * 86_400_000));
  return months < 2 ? duration(milliseconds) : t(messages.months, { count: months });
}
