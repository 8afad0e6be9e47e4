// Who is at the custody desk on the morning the demonstration is loaded.

import { addDays } from '#platform/calendar.ts';
import { bringToDesk, type Holder } from '../custody.ts';
import { askFeared } from '../custody-steps.ts';
import { meetAdult, meetChild } from '../encounters.ts';
import { closeOperation } from '../operations.ts';
import { type Child, createGuest } from '../people.ts';
import { dateOf, instantText, minute, type Scene } from '../scene.ts';
import { belongings } from '../texts.ts';
import { metAgainLastNight } from './last-night.ts';
import { meetingIn, patrolAt } from './patrol.ts';

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
  const holder = bringToDesk(scene, met, { at: arrived });
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
  const holder = bringToDesk(scene, met, {
    at: arrived,
    kept: { belongings: belongings.slice(0, 2), returnDue: addDays(dateOf(scene, arrived), 2) },
  });
  closeOperation(scene, operation, arrived);
  steps(scene, holder, [
    ['RIGHTS_EXPLAINED', 'DONE', 6],
    ['NEEDS_SEEN', 'DONE', 25],
    ['SOCIAL_SERVICE_TOLD', 'REACHED', 40],
    ['GUARDIAN_TOLD', 'WRONG_NUMBER', 30],
    ['GUARDIAN_TOLD', 'REACHED', 240],
    ['BELONGINGS_LISTED', 'DONE', 20],
  ]);
  askFeared(scene, { at: holder.since + 70 * minute, by: 'yenti.mako', person: met.person, share: 0 });
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
  const holder = bringToDesk(scene, met, { at: arrived });
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
  bringToDesk(scene, man, { at: arrived });
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
  bringToDesk(scene, mother, { at: arrivedToo });
  const holder = bringToDesk(scene, babyMet, { at: arrivedToo });
  closeOperation(scene, operation, arrivedToo - 60 * minute);
  steps(scene, holder, [['SOCIAL_SERVICE_TOLD', 'REACHED', 12]]);
  return baby;
}
