// The invented children and adults, as they really are; what is recorded of them is written in the events.

import { addDays, ageOn } from '#platform/calendar.ts';
import type { DemoEvent, Key, TruePerson } from './events.ts';
import { childName, fatherName, type GivenNames, mamakName, motherName, sukuName } from './names.ts';
import { homes, origins } from './places.ts';
import { dateOf, day, type Scene } from './scene.ts';

export type CaseState = {
  readonly caseKey: Key;
  readonly person: Key;
  readonly worker: 'rina.peksos' | 'toni.peksos';
  readonly openedAt: number;
  closedAt: number;
  closure: Key;
  /** What is foreseen after the closure: withdrawn when the child is met again before. */
  afterwards: DemoEvent[];
};

export type Child = {
  readonly sex: 'male' | 'female';
  readonly birthDate: string;
  readonly name: GivenNames;
  readonly mother: string;
  readonly father: string | null;
  readonly mamak: string | null;
  readonly suku: string | null;
  readonly home: string | null;
  readonly origin: string | null;
  readonly activity: string;
  readonly documented: boolean;
  readonly siblings: Child[];
  readonly siblingGroup: Key | null;
  records: Key[];
  identified: boolean;
  freeFrom: number;
  lastMet: number;
  met: number;
  openCase: CaseState | null;
};

const agesOfChildren: readonly (readonly [age: number, weight: number])[] = [
  [4, 1],
  [5, 1],
  [6, 2],
  [7, 3],
  [8, 4],
  [9, 5],
  [10, 7],
  [11, 8],
  [12, 10],
  [13, 12],
  [14, 17],
  [15, 19],
  [16, 20],
  [17, 17],
];

const activities: readonly (readonly [activity: string, weight: number])[] = [
  ['BUSKING', 24],
  ['HAWKING', 20],
  ['BEGGING', 13],
  ['TRAFFIC_HELPER', 13],
  ['COSTUME_CLOWN', 7],
  ['SCAVENGING', 6],
  ['LOITERING', 6],
  ['SILVER_MAN', 4],
  ['PORTER', 3],
  ['SLEEPING_ROUGH', 2],
  ['SHOESHINE', 1],
  ['CAR_WASHING', 1],
];

/** What someone of this age does in the street. */
export function activityFor(scene: Scene, age: number): string {
  if (age <= 5) return scene.random.pick(['ACCOMPANYING_ADULT', 'BEGGING']);
  return scene.random.weighted(activities.filter(([one]) => age >= 14 || one !== 'TRAFFIC_HELPER'));
}

/** A child not yet met, of this family or of a new one. */
export function createChild(
  scene: Scene,
  at: number,
  { outsider, elder }: { outsider: boolean; elder?: Child },
): Child {
  const { random } = scene;
  const sex = random.chance(0.29) ? 'female' : 'male';
  const age = elder
    ? Math.max(4, (ageOn(elder.birthDate, dateOf(scene, at)) ?? 10) - random.int(1, 4))
    : random.weighted(agesOfChildren);
  const local = elder ? elder.origin === null : !outsider;
  const child: Child = {
    sex,
    birthDate: addDays(dateOf(scene, at), -(age * 365.25 + random.int(3, 350)) | 0),
    name: childName(random, sex),
    mother: elder?.mother ?? motherName(random),
    father: elder ? elder.father : random.chance(0.75) ? fatherName(random) : null,
    mamak: elder ? elder.mamak : random.chance(0.5) ? mamakName(random) : null,
    suku: elder ? elder.suku : random.chance(0.55) ? sukuName(random) : null,
    home: elder ? elder.home : local ? homeIn(scene) : null,
    origin: elder ? elder.origin : local ? null : random.weighted(origins),
    activity: elder?.activity ?? activityFor(scene, age),
    documented: random.chance(0.55),
    siblings: [],
    siblingGroup: elder?.siblingGroup ?? (random.chance(0.16) ? scene.key('siblings') : null),
    records: [],
    identified: false,
    freeFrom: 0,
    lastMet: 0,
    met: 0,
    openCase: null,
  };
  if (elder) {
    elder.siblings.push(child);
    child.siblings.push(elder);
  }
  return child;
}

/** A child of a scene played by hand. */
export function createGuest(
  scene: Scene,
  at: number,
  facts: Pick<Child, 'sex' | 'name' | 'home' | 'origin' | 'activity'> & Partial<Child> & { age: number },
): Child {
  const { age, ...given } = facts;
  const chance = createChild(scene, at, { outsider: facts.origin !== null });
  const born = addDays(dateOf(scene, at), -Math.floor(age * 365.25 + scene.random.int(20, 330)));
  return { ...chance, documented: true, siblingGroup: null, ...given, birthDate: born };
}

function homeIn(scene: Scene): string {
  if (scene.random.chance(0.68)) return scene.random.weighted(homes);
  return scene.random.pick([...scene.villages.keys()]);
}

/** Age in completed years at an instant. */
export function ageAt(scene: Scene, child: Pick<Child, 'birthDate'>, at: number): number {
  return ageOn(child.birthDate, dateOf(scene, at)) ?? 0;
}

/** Whether a child was met not too long ago and is nobody's guest now. */
export function mayBeMetAgain(scene: Scene, child: Child, at: number): boolean {
  return child.freeFrom < at && child.lastMet > at - 430 * day && ageAt(scene, child, at) < 18;
}

/** What is true of each record, for tests and for measuring matches. */
export function truthOf(children: readonly Child[]): TruePerson[] {
  return children.flatMap((child) =>
    child.records.map((person, n) => ({
      person,
      sameAs: n === 0 ? null : (child.records[0] ?? null),
      siblingGroup: child.siblings.length > 0 ? child.siblingGroup : null,
      birthDate: child.birthDate,
      sex: child.sex,
    })),
  );
}
