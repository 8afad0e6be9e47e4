// The demonstration city: three years that never happened, ending at the moment they are loaded. The same seed and the
// same moment give the same world. Nobody in it is real; every identity number ends in 0000.

import { addDays, addMonths, type WorkingCalendar } from '#platform/calendar.ts';
import type { CityFolder } from '#platform/city-folder.ts';
import type { DemoEvent, DemoWorld } from './events.ts';
import { playHistory } from './history.ts';
import { truthOf } from './people.ts';
import { createRandom } from './random.ts';
import { createScene, dateOf, instantText, type Scene, timeOn, type Village } from './scene.ts';
import { cast } from './staff.ts';
import { playToday } from './today.ts';

export type WorldOrder = Readonly<{
  folder: CityFolder;
  calendar: WorkingCalendar;
  now: Date;
  seed?: number;
}>;

const defaultSeed = 20_200_227;

/** Plays the whole world. */
export function createWorld({ folder, calendar, now, seed = defaultSeed }: WorldOrder): DemoWorld {
  const scene = createScene({
    random: createRandom(seed),
    calendar,
    villages: villagesOf(folder),
    assessmentWorkingDays: folder.settings.assessmentWorkingDays.value,
    now: now.getTime(),
  });
  const { from, to } = spanOf(scene);
  const children = playHistory(scene, { from, to });
  const guests = playToday(scene);
  return {
    city: folder.city.code,
    seed,
    from: instantText(from),
    to: instantText(now.getTime()),
    staff: cast,
    events: numberCases(scene.finish(), calendar.timeZone),
    truth: truthOf([...children, ...guests]),
  };
}

/** From the same day three years ago to two days before today; the last days are played by hand. */
function spanOf(scene: Scene): { from: number; to: number } {
  const today = dateOf(scene, scene.now);
  return {
    from: timeOn(scene, addMonths(today, -36), '00:00'),
    to: timeOn(scene, addDays(today, -2), '00:00'),
  };
}

function villagesOf(folder: CityFolder): Map<string, Village> {
  const villages = new Map<string, Village>();
  for (const { code, kind, parent, latitude, longitude } of folder.areas) {
    if (kind !== 'village' || latitude === null || longitude === null) continue;
    villages.set(code, { code, district: parent, latitude, longitude });
  }
  return villages;
}

/** K-2026-0147: the cases of a year in the order in which they were opened. */
function numberCases(events: readonly DemoEvent[], timeZone: string): DemoEvent[] {
  const counts = new Map<string, number>();
  const yearOf = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' });
  return events.map((event) => {
    if (event.kind !== 'case_opened') return event;
    const year = yearOf.format(new Date(event.at));
    const count = (counts.get(year) ?? 0) + 1;
    counts.set(year, count);
    return { ...event, caseNumber: `K-${year}-${String(count).padStart(4, '0')}` };
  });
}
