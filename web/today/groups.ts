import { waitsForOthers } from '#today/rules.ts';
import type { TodayItem } from '#today/schema/today.ts';
import { wallClock } from '#web/platform/format.ts';

export const groupNames = ['late', 'today', 'later', 'waiting'] as const;
export type GroupName = (typeof groupNames)[number];

/** Under which heading a thing stands; what is late always stands under the first, whoever it waits for. */
export function groupOf(item: TodayItem, now: number): GroupName {
  if (item.late) return 'late';
  if (waitsForOthers(item)) return 'waiting';
  const today = wallClock(now).date;
  if (item.dueOn) return item.dueOn <= today ? 'today' : 'later';
  if (item.dueAt) return wallClock(item.dueAt).date <= today ? 'today' : 'later';
  return 'today';
}

/** The items under their headings, each in the order in which they came: by the clock. */
export function grouped(items: readonly TodayItem[], now: number): Record<GroupName, TodayItem[]> {
  const groups: Record<GroupName, TodayItem[]> = { late: [], today: [], later: [], waiting: [] };
  for (const item of items) groups[groupOf(item, now)].push(item);
  return groups;
}
