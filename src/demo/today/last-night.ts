// The girl who was met again last night, 55 days after her case was closed.

import { addDays } from '#platform/calendar.ts';
import { closeCase } from '../case-endings.ts';
import { announceCase, assess, raiseAlert, stage } from '../cases.ts';
import { beginCustody, passOn } from '../custody.ts';
import { meetChild, staffSide } from '../encounters.ts';
import { identify } from '../identities.ts';
import { closeOperation } from '../operations.ts';
import { pathFromOutreach } from '../paths.ts';
import { type Child, createGuest } from '../people.ts';
import { dateOf, day, hour, instantText, minute, officeTime, type Scene, timeOn } from '../scene.ts';
import { meetingIn, patrolAt } from './patrol.ts';

/** A case closed 55 days before; met again last night, and her worker is told. */
export function metAgainLastNight(scene: Scene): Child {
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
  const { person, path } = firstMeeting(scene, sari, openedAt);
  const caseState = announceCase(scene, sari, {
    at: openedAt,
    worker: 'rina.peksos',
    person,
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

function firstMeeting(scene: Scene, sari: Child, openedAt: number) {
  const at = timeOn(scene, addDays(dateOf(scene, openedAt), -1), '16:10');
  const outreach = patrolAt(scene, {
    place: 'Simpang Balai Baru',
    startsAt: at - 20 * minute,
    kind: 'OUTREACH',
  });
  const met = meetChild(scene, sari, { ...meetingIn(outreach, at), ...byOutreach, says: 'Sari Permata' });
  closeOperation(scene, outreach, at + 20 * minute);
  const path = pathFromOutreach(scene, sari, { met, by: 'nelmi.jangkau' });
  identify(scene, sari, { at: openedAt - hour, by: 'rina.peksos', person: met.person });
  return { person: met.person, path };
}

const byOutreach = { by: 'nelmi.jangkau', agency: 'DINSOS_KOTA', approach: 'OUTREACH' } as const;

function metLastNight(scene: Scene, sari: Child): void {
  const at = timeOn(scene, addDays(dateOf(scene, scene.now), -1), '21:25');
  const operation = patrolAt(scene, { place: 'Pasar Raya', startsAt: at - 25 * minute, kind: 'OUTREACH' });
  const met = meetChild(scene, sari, {
    ...meetingIn(operation, at),
    ...byOutreach,
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
  raiseAlert(scene, caseState, { encounter: met.encounter, at, by: 'nelmi.jangkau' });
}
