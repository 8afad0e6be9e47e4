// One child's story from end to end: three meetings, a gap nobody explained, a mamak, a case closed and opened again.

import { addDays } from '#platform/calendar.ts';
import { planVisits, visitMade, writeClosure } from '../case-endings.ts';
import { announceCase, askingFor, assess, note, raiseAlert, stage } from '../cases.ts';
import { bringToDesk, endCustody, passOn, passOnWithGap } from '../custody.ts';
import { askFeared } from '../custody-steps.ts';
import { type Meeting, type Met, meetChild, staffSide } from '../encounters.ts';
import { identify } from '../identities.ts';
import { beginOperation, closeOperation, type OperationKind } from '../operations.ts';
import { type CaseState, type Child, createGuest } from '../people.ts';
import { hotSpots } from '../places.ts';
import { planTemplates } from '../plan-templates.ts';
import { emitPlanLine, refer } from '../referrals.ts';
import { dateOf, day, hour, instantText, minute, officeTime, type Scene, timeOn } from '../scene.ts';
import { bestInterests } from '../texts.ts';

const mamak = { username: null, name: 'Zulkifli Dt. Rajo', relation: 'MAMAK' } as const;

/** Plays Andika's story, which ends in the shelter with a case that was opened again two weeks ago. */
export function playLifeline(scene: Scene): Child {
  const today = dateOf(scene, scene.now);
  const child = createGuest(scene, scene.now, {
    sex: 'male',
    age: 13,
    name: { full: 'Andika Saputra', nicknames: ['Am', 'Dika'] },
    home: '13.71.09.1009',
    origin: null,
    activity: 'BUSKING',
    mother: 'Ros',
    father: null,
    mamak: mamak.name,
    suku: 'Sikumbang',
  });
  const at = (daysAgo: number, clock: string) => timeOn(scene, addDays(today, -daysAgo), clock);
  const first = meet(scene, child, { at: at(255, '16:20'), kind: 'OUTREACH', place: 'Simpang Ketaping' });
  scene.emit({
    kind: 'spot_outcome',
    at: instantText(first.met.at + 12 * minute),
    by: 'nelmi.jangkau',
    encounter: first.met.encounter,
    outcome: 'stayed',
  });
  closeOperation(scene, first.operation, first.met.at);
  const second = meet(scene, child, { at: at(145, '21:10'), kind: 'JOINT', place: 'Simpang Balai Baru' });
  const caseState = firstCare(scene, child, { met: second.met, morning: at(144, '09:30') });
  closeOperation(scene, second.operation, second.met.at + 55 * minute);
  closeFirst(scene, caseState, at(55, '10:40'));
  const third = meet(scene, child, { at: at(15, '20:41'), kind: 'OUTREACH', place: 'Simpang Balai Baru' });
  secondCare(scene, child, { met: third.met, caseState, morning: at(14, '08:10') });
  closeOperation(scene, third.operation, third.met.at + 49 * minute);
  return child;
}

function meet(
  scene: Scene,
  child: Child,
  { at, kind, place }: { at: number; kind: OperationKind; place: string },
) {
  const spots = hotSpots.filter((spot) => spot.place === place);
  const operation = beginOperation(scene, { kind, startsAt: at - 41 * minute, endsAt: at + 2 * hour, spots });
  const enforcement = kind !== 'OUTREACH';
  const meeting: Meeting = {
    at,
    by: enforcement ? 'afdal.lapangan' : 'nelmi.jangkau',
    agency: enforcement ? 'SATPOL_PP' : 'DINSOS_KOTA',
    approach: enforcement ? 'ENFORCEMENT' : 'OUTREACH',
    operation: operation.key,
    area: spots[0]?.area ?? null,
    locationType: 'TRAFFIC_LIGHT',
    group: null,
    companions: ['PEERS'],
    says: 'Andika',
    recognition: 'same',
    injury: 'NONE',
  };
  return { operation, met: meetChild(scene, child, meeting) };
}

const service = { kind: 'SOCIAL_SERVICE', agency: 'DINSOS_KOTA', by: 'rina.peksos' } as const;
const shelter = {
  kind: 'SHELTER',
  agency: 'RUMAH_SINGGAH_AIR_PACAH',
  facility: 'Rumah Singgah Air Pacah',
  by: 'putri.singgah',
} as const;
const fromDesk = {
  giver: staffSide('yenti.mako'),
  receiver: staffSide('rina.peksos'),
  basis: 'OPERATION',
} as const;
const toShelter = {
  giver: staffSide('rina.peksos'),
  receiver: staffSide('putri.singgah'),
  basis: 'CARE_NEED',
} as const;

function firstCare(scene: Scene, child: Child, { met, morning }: { met: Met; morning: number }): CaseState {
  const desk = bringToDesk(scene, met, { at: met.at + 55 * minute });
  const taken = passOnWithGap(scene, desk, {
    to: service,
    passing: { at: morning, ...fromDesk },
    minutes: 45,
    explained: false,
  });
  const openedAt = taken.since + hour;
  const caseState = announceCase(scene, child, {
    at: openedAt,
    worker: 'rina.peksos',
    person: met.person,
    openedFrom: 'custody',
    openedFromKey: taken.custody,
    risk: 'MEDIUM',
    notBefore: openedAt,
  });
  const guest = passOn(scene, taken, {
    to: shelter,
    passing: { at: taken.since + 225 * minute, ...toShelter },
  });
  askFeared(scene, { at: openedAt + 90 * minute, by: 'rina.peksos', person: met.person, share: 0 });
  endCustody(scene, guest, {
    endKind: 'HOME_WITH_PARENT',
    passing: {
      at: guest.since + 13 * day + 20 * hour,
      giver: staffSide('putri.singgah'),
      receiver: mamak,
      basis: 'CASE_PLAN',
    },
  });
  identify(scene, child, { at: openedAt + 26 * day, by: 'rina.peksos', person: met.person });
  workOn(scene, child, { caseState, from: openedAt });
  return caseState;
}

function workOn(
  scene: Scene,
  child: Child,
  { caseState, from }: { caseState: CaseState; from: number },
): void {
  const assessedAt = officeTime(scene, from, 3);
  const plannedAt = officeTime(scene, assessedAt, 1);
  stage(scene, caseState, { at: assessedAt - hour, stage: 'ASSESSMENT' });
  assess(scene, child, { caseState, at: assessedAt });
  stage(scene, caseState, { at: plannedAt, stage: 'INTERVENTION_PLAN' });
  stage(scene, caseState, { at: plannedAt + day, stage: 'INTERVENTION' });
  note(scene, caseState, officeTime(scene, plannedAt, 4));
  const asking = askingFor(scene, child, { caseState, at: plannedAt });
  for (const duty of ['IDENTITY_DOCUMENTS', 'KINSHIP_SEARCH']) {
    const template = planTemplates.find((one) => one.duty === duty);
    if (!template) continue;
    const planLine = emitPlanLine(scene, asking, { at: plannedAt, template });
    refer(scene, asking, { at: plannedAt + hour, template, planLine, fate: 'in_time' });
  }
}

function closeFirst(scene: Scene, caseState: CaseState, at: number): void {
  stage(scene, caseState, { at: at - 3 * day, stage: 'REINTEGRATION' });
  writeClosure(scene, caseState, { at, reason: 'REUNIFIED', bestInterest: bestInterests[1] });
  const [visit] = planVisits(scene, caseState, { at, agency: 'KEC_13.71.09' });
  if (!visit) return;
  const finding = 'Tinggal dengan mamak; beberapa hari tidak hadir di PKBM.';
  visitMade(scene, caseState, { visit, at: timeOn(scene, visit.dueOn, '14:00'), stillThere: true, finding });
}

function secondCare(
  scene: Scene,
  child: Child,
  { met, caseState, morning }: { met: Met; caseState: CaseState; morning: number },
): void {
  const desk = bringToDesk(scene, met, { at: met.at + 49 * minute });
  const taken = passOn(scene, desk, { to: service, passing: { at: morning, ...fromDesk } });
  const clinic = passOn(scene, taken, {
    to: { kind: 'HOSPITAL', agency: 'DINKES', facility: 'Puskesmas Belimbing', by: 'rina.peksos' },
    passing: {
      at: morning + 170 * minute,
      giver: staffSide('rina.peksos'),
      receiver: { username: null, name: 'Bidan jaga', relation: '' },
      basis: 'CARE_NEED',
    },
  });
  passOn(scene, clinic, { to: shelter, passing: { at: morning + 320 * minute, ...toShelter } });
  openAgain(scene, { met, caseState, at: morning + 30 * minute });
  planAgain(scene, child, { caseState, from: morning });
}

function openAgain(
  scene: Scene,
  { met, caseState, at }: { met: Met; caseState: CaseState; at: number },
): void {
  const { caseKey, closure, worker } = caseState;
  const alert = raiseAlert(scene, caseState, { encounter: met.encounter, at: met.at, by: 'nelmi.jangkau' });
  const when = instantText(at);
  scene.emit({ kind: 'contact_alert_answered', at: when, by: worker, alert, answer: 'reopened', reason: '' });
  const reason = 'Ditemui lagi; ibu dan mamak minta bantuan sekolah.';
  scene.emit({ kind: 'case_reopened', at: when, by: worker, caseKey, closure, reason });
  caseState.closedAt = Number.POSITIVE_INFINITY;
  stage(scene, caseState, { at: at + minute, stage: 'INTAKE' });
}

function planAgain(
  scene: Scene,
  child: Child,
  { caseState, from }: { caseState: CaseState; from: number },
): void {
  const assessedAt = officeTime(scene, from, 4);
  const plannedAt = officeTime(scene, assessedAt, 1);
  stage(scene, caseState, { at: assessedAt - hour, stage: 'ASSESSMENT' });
  assess(scene, child, { caseState, at: assessedAt });
  stage(scene, caseState, { at: plannedAt, stage: 'INTERVENTION' });
  note(scene, caseState, plannedAt + 2 * hour);
  const asking = askingFor(scene, child, { caseState, at: plannedAt });
  for (const duty of ['SCHOOL_RETURN', 'HEALTH_CHECK']) {
    const template = planTemplates.find((one) => one.duty === duty);
    if (!template) continue;
    const planLine = emitPlanLine(scene, asking, { at: plannedAt, template });
    const sentAt = duty === 'HEALTH_CHECK' ? officeTime(scene, scene.now - 4 * day, 0) : plannedAt + hour;
    refer(scene, asking, { at: sentAt, template, planLine, fate: 'accepted' });
  }
}
