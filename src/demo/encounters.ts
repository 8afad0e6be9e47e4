// One meeting in the street, as an officer writes it down, and what is asked about having met before.

import { ageFacts, type Seen, seenAge } from './ages.ts';
import type { AgeClass, Encounter, Key, Sex } from './events.ts';
import { ageAt, type Child } from './people.ts';
import { askMatch, recordOf } from './recognition.ts';
import { instantText, minute, nameOf, type Scene } from './scene.ts';
import type { Username } from './staff.ts';
import { belongings, descriptions, ownWords } from './texts.ts';

export type Meeting = Readonly<{
  at: number;
  by: Username;
  agency: string;
  approach: Encounter['approach'];
  operation: Key | null;
  area: string | null;
  locationType: string;
  group: Key | null;
  companions: readonly string[];
  /** What is typed and decided in a scene played by hand; by chance otherwise. */
  says?: string | null;
  recognition?: 'same' | 'unsure';
  injury?: string;
}>;

export type Met = Readonly<{
  encounter: Key;
  person: Key;
  at: number;
  ageClass: AgeClass;
  /** Hurt, very young or otherwise in need of help at once. */
  urgent: boolean;
  /** Recognised as the child met before, so that the earlier case is known. */
  recognised: boolean;
}>;

/** A meeting with a child, new or met before. */
export function meetChild(scene: Scene, child: Child, meeting: Meeting): Met {
  const seen = seenAge(scene, ageAt(scene, child, meeting.at));
  const record = recordOf(scene, child, { meeting, seen });
  const encounter = emitEncounter(scene, {
    person: record.person,
    sex: child.sex,
    activity: child.activity,
    seen,
    meeting,
  });
  if (record.unsure)
    askMatch(scene, child, { person: record.person, encounter: encounter.encounter, meeting });
  child.met += 1;
  child.lastMet = meeting.at;
  child.freeFrom = meeting.at;
  return {
    encounter: encounter.encounter,
    person: record.person,
    at: meeting.at,
    ageClass: seen.ageClass,
    urgent:
      encounter.injury === 'SERIOUS' || encounter.condition === 'SICK' || ageAt(scene, child, meeting.at) < 9,
    recognised: record.recognised,
  };
}

/** A meeting with an adult: age class, sex and activity, no name. */
export function meetAdult(
  scene: Scene,
  {
    sex,
    age,
    activity,
    meeting,
  }: { sex: 'male' | 'female'; age: number; activity: string; meeting: Meeting },
): Met {
  const seen = seenAge(scene, age);
  const person = scene.key('person');
  scene.emit({
    kind: 'person_registered',
    at: instantText(meeting.at),
    by: meeting.by,
    person,
    sex,
    ages: ageFacts(seen),
    identity: null,
    originArea: null,
    residenceArea: null,
  });
  const encounter = emitEncounter(scene, { person, sex, activity, seen, meeting });
  return {
    encounter: encounter.encounter,
    person,
    at: meeting.at,
    ageClass: seen.ageClass,
    urgent: false,
    recognised: false,
  };
}

type Noted = Readonly<{ person: Key; sex: Sex; activity: string; seen: Seen; meeting: Meeting }>;

function emitEncounter(scene: Scene, { person, sex, activity, seen, meeting }: Noted): Encounter {
  const { random } = scene;
  const rough = meeting.locationType === 'SLEEPING_PLACE' ? 'SLEEPING_ROUGH' : activity;
  const injury = meeting.injury ?? injuryOf(scene);
  const event: Encounter = {
    kind: 'encounter',
    at: instantText(meeting.at),
    by: meeting.by,
    encounter: scene.key('encounter'),
    person,
    operation: meeting.operation,
    agency: meeting.agency,
    recordedAt: instantText(Math.min(meeting.at + writtenAfter(scene), scene.now)),
    approach: meeting.approach,
    activity: rough,
    locationType: meeting.locationType,
    area: meeting.area,
    point: pointIn(scene, meeting.area),
    ageClass: seen.ageClass,
    sex,
    statedAge: seen.statedAge,
    assessed: seen.assessed,
    condition: conditionOf(scene),
    injury,
    intoxication: intoxicationOf(scene),
    needs: needsOf(scene, injury),
    companions: meeting.companions,
    group: meeting.group,
    ownWords: seen.ageClass === 'adult' || random.chance(0.7) ? '' : random.pick(ownWords),
    description: random.chance(0.35) ? random.pick(descriptions) : '',
    belongings: random.chance(0.3) ? random.sample(belongings, random.int(1, 2)) : [],
  };
  scene.emit(event);
  return event;
}

function injuryOf(scene: Scene): string {
  return scene.random.weighted([
    ['NONE', 88],
    ['MINOR', 8],
    ['SERIOUS', 1.5],
    ['UNKNOWN', 2.5],
  ]);
}

function intoxicationOf(scene: Scene): Encounter['intoxication'] {
  return scene.random.weighted([
    ['no', 93],
    ['unsure', 5],
    ['yes', 2],
  ]);
}

function needsOf(scene: Scene, injury: string): string[] {
  if (injury === 'MINOR' || injury === 'SERIOUS') return ['FIRST_AID'];
  const common = ['FOOD', 'REST', 'CONTACT_FAMILY', 'SANITATION', 'SCHOOL', 'CLOTHING'];
  return scene.random.sample(common, scene.random.int(0, 3));
}

function conditionOf(scene: Scene): string {
  return scene.random.weighted([
    ['WELL', 62],
    ['TIRED', 15],
    ['HUNGRY', 10],
    ['COLD_OR_WET', 4],
    ['SICK', 3],
    ['FRIGHTENED', 3],
    ['UPSET', 2],
    ['UNKNOWN', 1],
  ]);
}

function writtenAfter(scene: Scene): number {
  const { random } = scene;
  return random.weighted([
    [random.int(1, 15) * minute, 91],
    [random.int(120, 600) * minute, 6],
    [random.int(1500, 7000) * minute, 3],
  ]);
}

function pointIn(scene: Scene, area: string | null): Encounter['point'] {
  const village = area ? scene.villages.get(area) : undefined;
  if (!village || scene.random.chance(0.08)) return null;
  const jitter = () => (scene.random.next() - 0.5) * 0.008;
  return { latitude: village.latitude + jitter(), longitude: village.longitude + jitter() };
}

/** The giving or receiving side of a hand-over that is a member of the cast. */
export function staffSide(username: Username) {
  return { username, name: nameOf(username), relation: '' };
}
