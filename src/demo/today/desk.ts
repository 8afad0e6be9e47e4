// Who is at the custody desk on the morning the demonstration is loaded, and the girl who was met again last night.

import { addDays } from '#platform/calendar.ts';
import { announceCase, assess, closeCase, stage } from '../cases.ts';
import { beginCustody, type Holder, passOn } from '../custody.ts';
import { type Meeting, type Met, meetAdult, meetChild, staffSide } from '../encounters.ts';
import { beginOperation, closeOperation, type Operation, type OperationKind } from '../operations.ts';
import { pathFromOutreach } from '../paths.ts';
import { type Child, createGuest, identify } from '../people.ts';
import { hotSpots } from '../places.ts';
import { dateOf, day, hour, instantText, minute, officeTime, type Scene, timeOn } from '../scene.ts';

/** Plays the last day and night. Returns the children in it. */
export function playDesk(scene: Scene): Child[] {
  return [
    overTheLimit(scene),
    nearTheLimit(scene),
    notYetNamed(scene),
    adultsAndABaby(scene),
    metAgainLastNight(scene),
  ];
}

/** A patrol of one team at one place, long over. */
function patrolAt(
  scene: Scene,
  { place, startsAt, kind = 'PATROL' }: { place: string; startsAt: number; kind?: OperationKind },
): Operation {
  const spots = hotSpots.filter((spot) => spot.place === place);
  return beginOperation(scene, { kind, startsAt, endsAt: startsAt + 50 * minute, spots });
}

function meetingIn(operation: Operation, at: number): Meeting {
  const [spot] = operation.spots;
  return {
    at,
    by: 'afdal.lapangan',
    agency: 'SATPOL_PP',
    approach: 'ENFORCEMENT',
    operation: operation.key,
    area: spot?.area ?? null,
    locationType: spot?.locationType ?? 'OTHER',
    group: null,
    companions: ['ALONE'],
    injury: 'NONE',
  };
}

function bringToDesk(scene: Scene, met: Met, at: number): Holder {
  const team = beginCustody(scene, {
    at: met.at,
    by: 'afdal.lapangan',
    person: met.person,
    encounter: met.encounter,
    kind: 'FIELD_TEAM',
    agency: 'SATPOL_PP',
  });
  return passOn(scene, team, {
    to: { kind: 'ENFORCEMENT', agency: 'SATPOL_PP', by: 'yenti.mako' },
    passing: {
      at,
      giver: staffSide('afdal.lapangan'),
      receiver: staffSide('yenti.mako'),
      basis: 'OPERATION',
    },
  });
}

function steps(
  scene: Scene,
  holder: Holder,
  done: readonly (readonly [step: string, result: string, afterMinutes: number])[],
): void {
  for (const [step, result, after] of done)
    scene.emit({
      kind: 'custody_step',
      at: instantText(holder.since + after * minute),
      by: 'yenti.mako',
      person: holder.person,
      custody: holder.custody,
      step,
      result,
      note: '',
    });
}

function overTheLimit(scene: Scene): Child {
  const arrived = scene.now - (26 * 60 + 10) * minute;
  const operation = patrolAt(scene, { place: 'Jalan Sudirman', startsAt: arrived - 100 * minute });
  const boy = createGuest(scene, arrived, {
    sex: 'male',
    age: 14,
    name: { full: 'Boy Nugraha', nicknames: ['Boi'] },
    home: null,
    origin: '13.01',
    activity: 'BUSKING',
  });
  const met = meetChild(scene, boy, {
    ...meetingIn(operation, arrived - 60 * minute),
    says: 'Boy Nugraha',
    injury: 'MINOR',
  });
  const holder = bringToDesk(scene, met, arrived);
  closeOperation(scene, operation, arrived);
  steps(scene, holder, [
    ['RIGHTS_EXPLAINED', 'DONE', 10],
    ['GUARDIAN_TOLD', 'NO_ANSWER', 35],
    ['GUARDIAN_TOLD', 'NO_ANSWER', 180],
    ['SOCIAL_SERVICE_TOLD', 'REACHED', 95],
  ]);
  return boy;
}

function nearTheLimit(scene: Scene): Child {
  const arrived = scene.now - (20 * 60 + 35) * minute;
  const operation = patrolAt(scene, {
    place: 'Jalan Permindo',
    startsAt: arrived - 90 * minute,
    kind: 'RAID',
  });
  const yogi = createGuest(scene, arrived, {
    sex: 'male',
    age: 16,
    name: { full: 'Yogi', nicknames: ['Gi'] },
    home: '13.71.06.1012',
    origin: null,
    activity: 'TRAFFIC_HELPER',
  });
  const met = meetChild(scene, yogi, {
    ...meetingIn(operation, arrived - 45 * minute),
    says: 'Yogi',
    companions: ['PEERS'],
  });
  const holder = bringToDesk(scene, met, arrived);
  closeOperation(scene, operation, arrived);
  steps(scene, holder, [
    ['RIGHTS_EXPLAINED', 'DONE', 6],
    ['NEEDS_SEEN', 'DONE', 25],
    ['SOCIAL_SERVICE_TOLD', 'REACHED', 40],
    ['GUARDIAN_TOLD', 'WRONG_NUMBER', 30],
    ['GUARDIAN_TOLD', 'REACHED', 240],
    ['BELONGINGS_LISTED', 'DONE', 20],
  ]);
  scene.emit({
    kind: 'feared_asked',
    at: instantText(holder.since + 70 * minute),
    by: 'yenti.mako',
    person: met.person,
    askedAlone: true,
    fearsSomeone: false,
    whom: '',
  });
  return yogi;
}

function notYetNamed(scene: Scene): Child {
  const arrived = scene.now - (8 * 60 + 20) * minute;
  const operation = patrolAt(scene, { place: 'Pasar Raya', startsAt: arrived - 80 * minute });
  const girl = createGuest(scene, arrived, {
    sex: 'female',
    age: 10,
    name: { full: 'Laras', nicknames: ['Laras'] },
    home: '13.71.03.1010',
    origin: null,
    activity: 'SLEEPING_ROUGH',
    documented: false,
  });
  const met = meetChild(scene, girl, {
    ...meetingIn(operation, arrived - 30 * minute),
    says: null,
    injury: 'MINOR',
  });
  const holder = bringToDesk(scene, met, arrived);
  closeOperation(scene, operation, arrived);
  steps(scene, holder, [
    ['RIGHTS_EXPLAINED', 'DONE', 8],
    ['NEEDS_SEEN', 'DONE', 15],
    ['SOCIAL_SERVICE_TOLD', 'REACHED', 30],
  ]);
  return girl;
}

/** Two adults of this morning; the baby counts as a child, together with its mother. */
function adultsAndABaby(scene: Scene): Child {
  const arrived = scene.now - 95 * minute;
  const operation = patrolAt(scene, { place: 'Simpang Haru', startsAt: arrived - 70 * minute });
  const meeting = meetingIn(operation, arrived - 40 * minute);
  const man = meetAdult(scene, { sex: 'male', age: 34, activity: 'HAWKING', meeting });
  bringToDesk(scene, man, arrived);
  const group = scene.key('group');
  const together = { ...meeting, at: meeting.at + 6 * minute, group, companions: ['OWN_CHILD'] };
  const mother = meetAdult(scene, { sex: 'female', age: 29, activity: 'BEGGING', meeting: together });
  const baby = createGuest(scene, arrived, {
    sex: 'male',
    age: 0,
    name: { full: 'Bayi', nicknames: [] },
    home: null,
    origin: '13.05',
    activity: 'ACCOMPANYING_ADULT',
    documented: false,
  });
  const babyMet = meetChild(scene, baby, { ...together, companions: ['PARENT'], says: null });
  const arrivedToo = arrived + 50 * minute;
  bringToDesk(scene, mother, arrivedToo);
  const holder = bringToDesk(scene, babyMet, arrivedToo);
  closeOperation(scene, operation, arrivedToo - 60 * minute);
  steps(scene, holder, [['SOCIAL_SERVICE_TOLD', 'REACHED', 12]]);
  return baby;
}

/** A case closed 55 days before; met again last night, and her worker is told. */
function metAgainLastNight(scene: Scene): Child {
  const closedAt = officeTime(scene, scene.now - 56 * day, 0);
  const openedAt = officeTime(scene, closedAt - 90 * day, 0);
  const sari = createGuest(scene, openedAt, {
    sex: 'female',
    age: 12,
    name: { full: 'Sari Permata', nicknames: ['Sari'] },
    home: '13.71.09.1006',
    origin: null,
    activity: 'HAWKING',
  });
  const firstAt = timeOn(scene, addDays(dateOf(scene, openedAt), -1), '16:10');
  const outreach = patrolAt(scene, {
    place: 'Simpang Balai Baru',
    startsAt: firstAt - 20 * minute,
    kind: 'OUTREACH',
  });
  const first = meetChild(scene, sari, {
    ...meetingIn(outreach, firstAt),
    by: 'nelmi.jangkau',
    agency: 'DINSOS_KOTA',
    approach: 'OUTREACH',
    says: 'Sari Permata',
  });
  closeOperation(scene, outreach, firstAt + 20 * minute);
  const path = pathFromOutreach(scene, sari, { met: first, by: 'nelmi.jangkau' });
  identify(scene, sari, { at: openedAt - hour, by: 'rina.peksos', person: first.person });
  const caseState = announceCase(scene, sari, {
    at: openedAt,
    worker: 'rina.peksos',
    person: first.person,
    openedFrom: 'custody',
    openedFromKey: path.arrival?.holder.custody ?? null,
    risk: 'MEDIUM',
    notBefore: path.endsAt,
  });
  stage(scene, caseState, { at: openedAt + 2 * day, stage: 'ASSESSMENT' });
  assess(scene, sari, { caseState, at: openedAt + 3 * day });
  stage(scene, caseState, { at: openedAt + 6 * day, stage: 'INTERVENTION' });
  closeCase(scene, sari, { caseState, at: closedAt });
  metLastNight(scene, sari);
  return sari;
}

function metLastNight(scene: Scene, sari: Child): void {
  const at = timeOn(scene, addDays(dateOf(scene, scene.now), -1), '21:25');
  const operation = patrolAt(scene, { place: 'Pasar Raya', startsAt: at - 25 * minute, kind: 'OUTREACH' });
  const met = meetChild(scene, sari, {
    ...meetingIn(operation, at),
    by: 'nelmi.jangkau',
    agency: 'DINSOS_KOTA',
    approach: 'OUTREACH',
    recognition: 'same',
  });
  const team = beginCustody(scene, {
    at,
    by: 'nelmi.jangkau',
    person: met.person,
    encounter: met.encounter,
    kind: 'FIELD_TEAM',
    agency: 'DINSOS_KOTA',
  });
  passOn(scene, team, {
    to: {
      kind: 'SHELTER',
      agency: 'RUMAH_SINGGAH_AIR_PACAH',
      facility: 'Rumah Singgah Air Pacah',
      by: 'putri.singgah',
    },
    passing: {
      at: at + 95 * minute,
      giver: staffSide('nelmi.jangkau'),
      receiver: staffSide('putri.singgah'),
      basis: 'CARE_NEED',
    },
  });
  closeOperation(scene, operation, at + 95 * minute);
  const caseState = sari.openCase;
  if (!caseState) return;
  scene.withdraw(
    caseState.afterwards.filter((one) => one.kind === 'aftercare_visited' && one.at > instantText(at)),
  );
  scene.emit({
    kind: 'contact_alert',
    at: instantText(at + minute),
    by: 'nelmi.jangkau',
    alert: scene.key('alert'),
    person: caseState.person,
    caseKey: caseState.caseKey,
    worker: caseState.worker,
    encounter: met.encounter,
  });
}
