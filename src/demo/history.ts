// Three years of days, one after the other: operations, reports and walk-ins, and what becomes of those who were met.

import { addDays } from '#platform/calendar.ts';
import type { Meeting } from './encounters.ts';
import { playAdult, playChild, playSiblings } from './meetings.ts';
import {
  beginOperation,
  cancelledOperation,
  chooseSpots,
  closeOperation,
  type Operation,
  type OperationKind,
} from './operations.ts';
import { type Child, createChild, mayBeMetAgain } from './people.ts';
import type { HotSpot } from './places.ts';
import { dateOf, hour, minute, type Scene, timeOn } from './scene.ts';
import type { Username } from './staff.ts';

const clocks: Readonly<Record<OperationKind, readonly string[]>> = {
  PATROL: ['08:30', '10:00', '16:30', '19:30', '21:00'],
  OUTREACH: ['15:30', '16:30', '19:00', '20:30'],
  RAID: ['20:00', '21:30', '23:00', '23:40'],
  JOINT: ['09:00', '19:30', '22:00'],
};

/** Plays every day from the first to the last. Returns the children. */
export function playHistory(scene: Scene, { from, to }: { from: number; to: number }): Child[] {
  const children: Child[] = [];
  const last = dateOf(scene, to);
  for (let date = dateOf(scene, from); date < last; date = addDays(date, 1)) {
    const growth = 0.88 + 0.2 * ((timeOn(scene, date, '12:00') - from) / (to - from));
    playDay(scene, children, { date, growth });
  }
  return children;
}

function playDay(scene: Scene, children: Child[], { date, growth }: { date: string; growth: number }): void {
  const { random } = scene;
  const daily: readonly (readonly [OperationKind, number])[] = [
    ['PATROL', 0.13],
    ['OUTREACH', 0.08],
    ['RAID', 0.032],
    ['JOINT', 0.018],
  ];
  for (const [kind, share] of daily) {
    if (!random.chance(share * growth)) continue;
    const startsAt = timeOn(scene, date, random.pick(clocks[kind])) + random.int(0, 20) * minute;
    const spots = chooseSpots(scene, { PATROL: 2, OUTREACH: 2, RAID: 3, JOINT: 4 }[kind], startsAt);
    if (random.chance(0.03))
      cancelledOperation(scene, { kind, startsAt, endsAt: startsAt + 3 * hour, spots });
    else playOperation(scene, children, { kind, startsAt, spots });
  }
  if (random.chance(0.11 * growth)) playReport(scene, children, date);
}

function playOperation(
  scene: Scene,
  children: Child[],
  { kind, startsAt, spots }: { kind: OperationKind; startsAt: number; spots: readonly HotSpot[] },
): void {
  const { random } = scene;
  const length = { PATROL: 2, OUTREACH: 3, RAID: 3, JOINT: 4 }[kind] * hour;
  const operation = beginOperation(scene, { kind, startsAt, endsAt: startsAt + length, spots });
  const people = {
    PATROL: () => random.int(2, 7),
    OUTREACH: () => random.int(2, 8),
    RAID: () => random.int(5, 17),
    JOINT: () => random.int(10, 26),
  }[kind]();
  const outsiders = 0.1 + 0.5 * random.next();
  let lastActAt = startsAt;
  let at = startsAt;
  for (let n = 0; n < people; n += 1) {
    at += (length * (0.5 + random.next())) / (people + 1);
    const happened = Math.min(at, startsAt + length - minute);
    lastActAt = Math.max(lastActAt, playMeeting(scene, children, { operation, at: happened, outsiders }));
  }
  closeOperation(scene, operation, lastActAt);
}

function playMeeting(
  scene: Scene,
  children: Child[],
  { operation, at, outsiders }: { operation: Operation; at: number; outsiders: number },
): number {
  const { random } = scene;
  const spot = random.pick(operation.spots);
  const enforcement = operation.kind !== 'OUTREACH';
  const by = random.pick(operation.team);
  const meeting: Meeting = {
    at,
    by,
    agency: agencyOf(by),
    approach: enforcement ? 'ENFORCEMENT' : 'OUTREACH',
    operation: operation.key,
    area: random.chance(0.97) ? spot.area : null,
    locationType: spot.locationType,
    group: null,
    companions: random.chance(0.5) ? ['PEERS'] : ['ALONE'],
  };
  if (!random.chance(enforcement ? 0.38 : 0.52)) return playAdult(scene, { meeting, enforcement });
  const child = chooseChild(scene, children, { at, outsider: random.chance(outsiders) });
  if (child.met > 0 || !child.siblingGroup || child.siblings.length > 0)
    return playChild(scene, children, { child, meeting, enforcement });
  return playSiblings(scene, children, { elder: child, meeting, enforcement });
}

function chooseChild(
  scene: Scene,
  children: Child[],
  { at, outsider }: { at: number; outsider: boolean },
): Child {
  if (scene.random.chance(0.33)) {
    const again = children.filter((one) => mayBeMetAgain(scene, one, at));
    // Some come back often: a child met twice already is likelier to be met again.
    if (again.length > 5)
      return scene.random.weighted(again.slice(-220).map((one) => [one, one.met] as const));
  }
  const child = createChild(scene, at, { outsider });
  children.push(child);
  return child;
}

function playReport(scene: Scene, children: Child[], date: string): void {
  const { random } = scene;
  const at = timeOn(scene, date, '08:30') + random.int(0, 600) * minute;
  const [spot] = chooseSpots(scene, 1, at);
  const child = chooseChild(scene, children, { at, outsider: random.chance(0.25) });
  const meeting: Meeting = {
    at,
    by: 'nelmi.jangkau',
    agency: 'DINSOS_KOTA',
    approach: random.chance(0.75) ? 'REPORT' : 'WALK_IN',
    operation: null,
    area: spot?.area ?? null,
    locationType: spot?.locationType ?? 'OTHER',
    group: null,
    companions: ['ALONE'],
  };
  playChild(scene, children, { child, meeting, enforcement: false });
}

const agencies: Readonly<Record<string, string>> = { 'afdal.lapangan': 'SATPOL_PP', 'rahma.tksk': 'TKSK' };

function agencyOf(username: Username): string {
  return agencies[username] ?? 'DINSOS_KOTA';
}
