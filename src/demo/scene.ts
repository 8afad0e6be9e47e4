// The stage on which the demonstration is played: chance, the city's clock and calendar, keys, and the growing list of events.

import { addDays, cityDate, instantAt, isWorkingDay, type WorkingCalendar } from '#platform/calendar.ts';
import type { DemoEvent, InstantText, Key } from './events.ts';
import type { Random } from './random.ts';
import { cast, type Username } from './staff.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export type Village = Readonly<{ code: string; district: string; latitude: number; longitude: number }>;
export type Scene = Readonly<{
  random: Random;
  calendar: WorkingCalendar;
  villages: ReadonlyMap<string, Village>;
  assessmentWorkingDays: number;
  /** After this instant nothing has happened yet: later events are planned by chance and left out. */
  now: number;
  emit: (event: DemoEvent) => void;
  withdraw: (events: readonly DemoEvent[]) => void;
  key: (noun: string) => Key;
  finish: () => DemoEvent[];
}>;

/** An empty stage. */
export function createScene(set: Omit<Scene, 'emit' | 'withdraw' | 'key' | 'finish'>): Scene {
  const events: DemoEvent[] = [];
  const withdrawn = new Set<DemoEvent>();
  const counts = new Map<string, number>();
  return {
    ...set,
    emit: (event) => {
      events.push(event);
    },
    withdraw: (some) => {
      for (const one of some) withdrawn.add(one);
    },
    key: (noun) => {
      const next = (counts.get(noun) ?? 0) + 1;
      counts.set(noun, next);
      return `${noun}-${next}`;
    },
    finish: () => {
      const end = instantText(set.now);
      // Sorting is stable: events of the same instant stay in the order in which they were played.
      return events
        .filter((one) => !withdrawn.has(one) && one.at <= end)
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    },
  };
}

/** An instant as the events carry it, to the second. */
export function instantText(time: number): InstantText {
  return new Date(Math.floor(time / 1000) * 1000).toISOString();
}

/** A date in the city. */
export function dateOf(scene: Scene, time: number): string {
  return cityDate(new Date(time), scene.calendar.timeZone);
}

/** A clock time on a day of the city. */
export function timeOn(scene: Scene, date: string, clock: string): number {
  return instantAt(date, clock, scene.calendar.timeZone).getTime();
}

/** Some time in office hours on the first working day that begins at least this many days later. */
export function officeTime(scene: Scene, from: number, daysLater: number): number {
  let date = addDays(dateOf(scene, from), Math.max(0, daysLater));
  while (!isWorkingDay(date, scene.calendar)) date = addDays(date, 1);
  const time = timeOn(scene, date, '08:00') + scene.random.int(0, 450) * minute;
  if (time > from) return time;
  return officeTime(scene, from, daysLater + 1);
}

/** The same time, or the morning after when it falls into the small hours: families come by day. */
export function afterDawn(scene: Scene, time: number): number {
  const dawn = timeOn(scene, dateOf(scene, time), '05:30');
  return time < dawn ? dawn + scene.random.int(0, 150) * minute : time;
}

const deskOf = new Map<string, Username>(
  cast
    .filter((one) => one.role !== 'field_officer' && one.role !== 'supervisor')
    .map((one) => [one.agency, one.username]),
);

/** Who answers for an agency; the social service where an agency has no desk of its own here. */
export function deskFor(agency: string): Username {
  return deskOf.get(agency) ?? 'hendri.penyelia';
}

/** The name of a member of the cast. */
export function nameOf(username: Username): string {
  return cast.find((one) => one.username === username)?.name ?? username;
}
