// Three years of days, one after the other: operations, reports and walk-ins, and what becomes of those who were met.

import { addDays } from '#platform/calendar.ts';
import { metAgain, openCase } from './cases.ts';
import { type Meeting, type Met, meetAdult, meetChild } from './encounters.ts';
import {
  beginOperation,
  cancelledOperation,
  chooseSpots,
  closeOperation,
  type Operation,
  type OperationKind,
} from './operations.ts';
import { type Path, pathFromEnforcement, pathFromOutreach, pathOfAdult } from './paths.ts';
import { activityFor, ageAt, type Child, createChild, mayBeMetAgain } from './people.ts';
import type { HotSpot } from './places.ts';
import { dateOf, day, hour, instantText, minute, officeTime, type Scene, timeOn } from './scene.ts';
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
    if (random.chance(0.03)) cancelledOperation(scene, { kind, startsAt, spots });
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

function playSiblings(
  scene: Scene,
  children: Child[],
  { elder, meeting, enforcement }: { elder: Child; meeting: Meeting; enforcement: boolean },
): number {
  const younger = createChild(scene, meeting.at, { outsider: false, elder });
  children.push(younger);
  const together = { ...meeting, group: scene.key('group'), companions: ['SIBLINGS'] };
  const first = playChild(scene, children, { child: elder, meeting: together, enforcement });
  const second = playChild(scene, children, {
    child: younger,
    meeting: { ...together, at: meeting.at + 2 * minute },
    enforcement,
  });
  return Math.max(first, second);
}

/** Returns when the team's own part is over. */
function playChild(
  scene: Scene,
  children: readonly Child[],
  { child, meeting, enforcement }: { child: Child; meeting: Meeting; enforcement: boolean },
): number {
  const { random } = scene;
  const met = meetChild(scene, child, meeting);
  const path = enforcement
    ? pathFromEnforcement(scene, child, met)
    : outreachPath(scene, child, { met, by: meeting.by });
  child.freeFrom = path.endsAt + day;
  if (met.recognised)
    metAgain(scene, child, { encounter: met.encounter, at: met.at, by: meeting.by, notBefore: path.endsAt });
  const hasCase = child.openCase !== null;
  if (
    !hasCase &&
    path.arrival &&
    wantsCase(scene, child, { met, path, recent: casesOfTheYear(children, met.at) })
  )
    openCase(scene, child, {
      at: officeTime(scene, path.arrival.at, 0),
      worker: path.arrival.worker,
      person: met.person,
      openedFrom: 'custody',
      openedFromKey: path.arrival.holder.custody,
      risk: riskOf(scene, child, { met, feared: path.arrival.fearsSomeone }),
      notBefore: path.endsAt,
    });
  if (!hasCase && !path.arrival && !enforcement && random.chance(0.02))
    openCase(scene, child, {
      at: officeTime(scene, met.at, 1),
      worker: random.pick(['rina.peksos', 'toni.peksos'] as const),
      person: met.person,
      openedFrom: 'encounter',
      openedFromKey: met.encounter,
      risk: riskOf(scene, child, { met, feared: false }),
      notBefore: met.at,
    });
  return Math.min(met.at + 110 * minute, path.endsAt);
}

function casesOfTheYear(children: readonly Child[], at: number): number {
  return children.filter((one) => (one.openCase?.openedAt ?? 0) > at - 365 * day).length;
}

function outreachPath(scene: Scene, child: Child, { met, by }: { met: Met; by: Username }): Path {
  const { random } = scene;
  const stays = !met.urgent && random.chance(0.82);
  if (!stays) return pathFromOutreach(scene, child, { met, by });
  const outcome = random.weighted([
    ['stayed', 5] as const,
    ['declined', 2] as const,
    ['referred', 3] as const,
  ]);
  const at = met.at + random.int(3, 25) * minute;
  scene.emit({ kind: 'spot_outcome', at: instantText(at), by, encounter: met.encounter, outcome });
  return { endsAt: at, arrival: null };
}

/** Cases a worker pair can carry within a year; the domain's measure is 25 to 60. */
const fewCases = 26;
const mostCases = 40;

function wantsCase(
  scene: Scene,
  child: Child,
  { met, path, recent }: { met: Met; path: Path; recent: number },
): boolean {
  if (met.ageClass === 'adult' || recent >= mostCases) return false;
  if (recent < fewCases && scene.random.chance(0.15)) return true;
  if (met.urgent || path.arrival?.fearsSomeone) return scene.random.chance(0.42);
  return scene.random.chance(child.met > 1 ? 0.3 : 0.17);
}

function riskOf(
  scene: Scene,
  child: Child,
  { met, feared }: { met: Met; feared: boolean },
): 'LOW' | 'MEDIUM' | 'HIGH' {
  if (feared || met.urgent || ageAt(scene, child, met.at) < 12)
    return scene.random.chance(0.6) ? 'HIGH' : 'MEDIUM';
  return scene.random.weighted([['LOW', 3] as const, ['MEDIUM', 6] as const, ['HIGH', 1] as const]);
}

function playAdult(
  scene: Scene,
  { meeting, enforcement }: { meeting: Meeting; enforcement: boolean },
): number {
  const { random } = scene;
  const age = random.weighted([
    [random.int(18, 21), 30],
    [random.int(22, 35), 40],
    [random.int(36, 60), 25],
    [random.int(61, 72), 5],
  ]);
  const sex = random.chance(0.31) ? 'female' : 'male';
  const met = meetAdult(scene, { sex, age, activity: activityFor(scene, age), meeting });
  if (enforcement && random.chance(0.45)) {
    pathOfAdult(scene, met);
    return met.at + 95 * minute;
  }
  const at = met.at + random.int(2, 15) * minute;
  scene.emit({
    kind: 'spot_outcome',
    at: instantText(at),
    by: meeting.by,
    encounter: met.encounter,
    outcome: random.pick(['stayed', 'stayed', 'declined'] as const),
  });
  return at;
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
