// The operation that is under way when the demonstration is loaded: six children met, two with the team, two not yet decided.

import { beginCustody } from '../custody.ts';
import { type Meeting, type Met, meetAdult, meetChild } from '../encounters.ts';
import { beginOperation, type Operation } from '../operations.ts';
import { type Child, createGuest } from '../people.ts';
import { hotSpots } from '../places.ts';
import { hour, instantText, minute, type Scene } from '../scene.ts';

const startedMinutesAgo = 84;

/** Plays the operation up to now; `likely` is a child already known whom one of them may be. */
export function playOperationUnderWay(
  scene: Scene,
  likely: Readonly<{ busker: Child; seller: Child }>,
): Child[] {
  const startsAt = scene.now - startedMinutesAgo * minute;
  const operation = beginOperation(scene, {
    kind: 'JOINT',
    startsAt,
    endsAt: startsAt + 4 * hour,
    title: 'Kuranji Bersama',
    spots: hotSpots.filter((spot) =>
      ['Simpang Balai Baru', 'Simpang Ketaping', 'By Pass Sungai Sapih'].includes(spot.place),
    ),
    crew: {
      lead: 'DINSOS_KOTA',
      partners: ['SATPOL_PP', 'TKSK'],
      team: ['nelmi.jangkau', 'afdal.lapangan', 'rahma.tksk'],
    },
  });
  metSeller(scene, { operation, seller: likely.seller });
  const helper = metHelper(scene, operation);
  metBusker(scene, { operation, busker: likely.busker });
  const small = metSmallBoy(scene, operation);
  const pair = metSiblings(scene, operation);
  metFather(scene, operation);
  return [helper, small, ...pair];
}

function meetingOf(scene: Scene, operation: Operation, minutesAgo: number): Meeting {
  return {
    at: scene.now - minutesAgo * minute,
    by: 'nelmi.jangkau',
    agency: 'DINSOS_KOTA',
    approach: 'OUTREACH',
    operation: operation.key,
    area: '13.71.09.1006',
    locationType: 'TRAFFIC_LIGHT',
    group: null,
    companions: ['PEERS'],
    injury: 'NONE',
  };
}

function outcome(
  scene: Scene,
  met: Met,
  { after, what }: { after: number; what: 'stayed' | 'referred' | 'declined' },
): void {
  scene.emit({
    kind: 'spot_outcome',
    at: instantText(met.at + after * minute),
    by: 'nelmi.jangkau',
    encounter: met.encounter,
    outcome: what,
  });
}

function withTheTeam(scene: Scene, met: Met): void {
  beginCustody(scene, {
    at: met.at,
    by: 'nelmi.jangkau',
    person: met.person,
    encounter: met.encounter,
    kind: 'FIELD_TEAM',
    agency: 'DINSOS_KOTA',
  });
}

function metSeller(scene: Scene, { operation, seller }: { operation: Operation; seller: Child }): void {
  const met = meetChild(scene, seller, {
    ...meetingOf(scene, operation, 78),
    area: '13.71.09.1001',
    says: 'Nad',
    recognition: 'unsure',
  });
  outcome(scene, met, { after: 12, what: 'referred' });
}

function metHelper(scene: Scene, operation: Operation): Child {
  const meeting = {
    ...meetingOf(scene, operation, 66),
    area: '13.71.09.1001',
    locationType: 'U_TURN',
    companions: ['SIBLINGS'],
  };
  const child = createGuest(scene, meeting.at, {
    sex: 'male',
    age: 15,
    name: { full: 'Riski Anugrah', nicknames: ['Iki'] },
    home: '13.71.09.1001',
    origin: null,
    activity: 'TRAFFIC_HELPER',
  });
  outcome(scene, meetChild(scene, child, { ...meeting, by: 'rahma.tksk', agency: 'TKSK', says: 'Iki' }), {
    after: 9,
    what: 'stayed',
  });
  return child;
}

function metBusker(scene: Scene, { operation, busker }: { operation: Operation; busker: Child }): void {
  const met = meetChild(scene, busker, {
    ...meetingOf(scene, operation, 52),
    says: 'Am',
    recognition: 'unsure',
  });
  withTheTeam(scene, met);
}

function metSmallBoy(scene: Scene, operation: Operation): Child {
  const meeting = {
    ...meetingOf(scene, operation, 39),
    locationType: 'SHOP_FRONT',
    companions: ['ALONE'],
    injury: 'MINOR',
  };
  const child = createGuest(scene, meeting.at, {
    sex: 'male',
    age: 10,
    name: { full: 'Raihan', nicknames: ['Han'] },
    home: null,
    origin: '13.05',
    activity: 'SLEEPING_ROUGH',
    documented: false,
  });
  withTheTeam(scene, meetChild(scene, child, { ...meeting, says: null }));
  return child;
}

/** Neither custodian nor outcome yet: closing the operation is refused and lists them. */
function metSiblings(scene: Scene, operation: Operation): Child[] {
  const meeting = {
    ...meetingOf(scene, operation, 17),
    by: 'afdal.lapangan' as const,
    agency: 'SATPOL_PP',
    area: '13.71.09.1009',
  };
  const group = scene.key('group');
  const family = {
    home: '13.71.09.1009',
    origin: null,
    activity: 'HAWKING',
    mother: 'Yusni',
    siblingGroup: scene.key('siblings'),
  };
  const elder = createGuest(scene, meeting.at, {
    ...family,
    sex: 'male',
    age: 12,
    name: { full: 'Farhan Akbar', nicknames: ['Aan'] },
  });
  const younger = createGuest(scene, meeting.at, {
    ...family,
    sex: 'female',
    age: 9,
    name: { full: 'Fitri Akbar', nicknames: ['Fit'] },
  });
  elder.siblings.push(younger);
  younger.siblings.push(elder);
  const together = { ...meeting, group, companions: ['SIBLINGS'] };
  meetChild(scene, elder, { ...together, says: 'Aan' });
  meetChild(scene, younger, { ...together, at: meeting.at + minute, says: 'Fitri' });
  return [elder, younger];
}

function metFather(scene: Scene, operation: Operation): void {
  const meeting = { ...meetingOf(scene, operation, 28), companions: ['ALONE'] };
  outcome(scene, meetAdult(scene, { sex: 'male', age: 41, activity: 'HAWKING', meeting }), {
    after: 5,
    what: 'stayed',
  });
}
