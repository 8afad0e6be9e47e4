// One meeting in the street, as an officer writes it down, and what is asked about having met before.

import type { AgeClass, AgeFact, Encounter, Key, Sex } from './events.ts';
import { ageAt, type Child, firstIdentity, saidIdentity } from './people.ts';
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

type Seen = Readonly<{
  statedAge: number | null;
  assessed: readonly [number, number] | null;
  ageClass: AgeClass;
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

function seenAge(scene: Scene, age: number): Seen {
  const { random } = scene;
  const said = random.chance(age >= 18 ? 0.5 : 0.86);
  // Some say another age than last time: a contradiction that stays in the record.
  const error = random.weighted([
    [0, 84],
    [-1, 5],
    [1, 6],
    [2, 3],
    [-2, 2],
  ]);
  const statedAge = said ? Math.max(3, age + error) : null;
  const low = Math.max(1, age - random.int(1, 2));
  const guessed = !said || random.chance(0.35);
  const assessed = guessed ? ([low, low + random.int(2, 4)] as const) : null;
  return { statedAge, assessed, ageClass: classOf(statedAge, assessed) };
}

function classOf(stated: number | null, assessed: readonly [number, number] | null): AgeClass {
  if (stated !== null) return stated < 18 ? 'under_18' : 'adult';
  if (!assessed) return 'not_known';
  if (assessed[1] < 18) return 'under_18';
  return assessed[0] >= 18 ? 'adult' : 'not_known';
}

function ageFacts({ statedAge, assessed }: Seen): AgeFact[] {
  const facts: AgeFact[] = [];
  if (statedAge !== null) facts.push({ kind: 'stated', low: statedAge, high: statedAge, birthDate: null });
  if (assessed) facts.push({ kind: 'assessed', low: assessed[0], high: assessed[1], birthDate: null });
  return facts;
}

function recordOf(scene: Scene, child: Child, { meeting, seen }: { meeting: Meeting; seen: Seen }) {
  const known = child.records[0];
  const recognition = known
    ? (meeting.recognition ??
      scene.random.weighted([['same', 76] as const, ['unsure', 15] as const, ['missed', 9] as const]))
    : 'new';
  if (known && recognition === 'same') return { person: known, recognised: true, unsure: false };
  const person = scene.key('person');
  child.records.push(person);
  scene.emit({
    kind: 'person_registered',
    at: instantText(meeting.at),
    by: meeting.by,
    person,
    sex: scene.random.chance(0.985) ? child.sex : 'unknown',
    ages: ageFacts(seen),
    identity:
      meeting.says === undefined
        ? firstIdentity(scene, child, { damaged: known !== undefined })
        : saidIdentity(meeting.says),
    originArea: scene.random.chance(0.7) ? (child.origin ?? '13.71') : null,
    residenceArea: scene.random.chance(0.3) ? child.home : null,
  });
  return { person, recognised: false, unsure: recognition === 'unsure' };
}

function askMatch(
  scene: Scene,
  child: Child,
  { person, encounter, meeting }: { person: Key; encounter: Key; meeting: Meeting },
): void {
  const candidate = child.records[0];
  if (!candidate) return;
  const review = scene.key('review');
  const strength = scene.random.pick(['weak', 'likely', 'very_likely'] as const);
  const asked = meeting.at + scene.random.int(1, 6) * minute;
  scene.emit({
    kind: 'match_asked',
    at: instantText(asked),
    by: meeting.by,
    review,
    person,
    candidate,
    encounter,
    strength,
  });
  const answered = asked + scene.random.int(8, 120) * 60 * minute;
  const answer = scene.random.weighted([
    ['same', 80] as const,
    ['different', 8] as const,
    ['cannot_tell', 12] as const,
  ]);
  const reasons = {
    same: 'Nama ibu dan panggilan cocok.',
    different: 'Daerah asal dan umur berbeda.',
    cannot_tell: 'Keterangan belum cukup.',
  };
  const by = 'hendri.penyelia';
  const at = instantText(answered);
  scene.emit({ kind: 'match_answered', at, by, review, answer, reason: reasons[answer] });
  if (answer === 'same')
    scene.emit({ kind: 'persons_merged', at, by, person, standsFor: candidate, reason: reasons.same });
}

function emitEncounter(
  scene: Scene,
  {
    person,
    sex,
    activity,
    seen,
    meeting,
  }: { person: Key; sex: Sex; activity: string; seen: Seen; meeting: Meeting },
): Encounter {
  const { random } = scene;
  const rough = meeting.locationType === 'SLEEPING_PLACE' ? 'SLEEPING_ROUGH' : activity;
  const injury =
    meeting.injury ??
    random.weighted([
      ['NONE', 88],
      ['MINOR', 8],
      ['SERIOUS', 1.5],
      ['UNKNOWN', 2.5],
    ]);
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
    intoxication: random.weighted([
      ['no', 93],
      ['unsure', 5],
      ['yes', 2],
    ]),
    needs:
      injury === 'NONE'
        ? random.sample(
            ['FOOD', 'REST', 'CONTACT_FAMILY', 'SANITATION', 'SCHOOL', 'CLOTHING'],
            random.int(0, 3),
          )
        : ['FIRST_AID'],
    companions: meeting.companions,
    group: meeting.group,
    ownWords: seen.ageClass === 'adult' || random.chance(0.7) ? '' : random.pick(ownWords),
    description: random.chance(0.35) ? random.pick(descriptions) : '',
    belongings: random.chance(0.3) ? random.sample(belongings, random.int(1, 2)) : [],
  };
  scene.emit(event);
  return event;
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
