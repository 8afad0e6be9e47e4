// One child's story from end to end: three meetings, a gap nobody explained, a mamak, a case closed and opened again.

import { addDays, addMonths } from '#platform/calendar.ts';
import { announceCase, askingFor, assess, note, stage } from '../cases.ts';
import { beginCustody, endCustody, type Holder, passOn, passOnWithGap } from '../custody.ts';
import { type Meeting, type Met, meetChild, staffSide } from '../encounters.ts';
import { beginOperation, closeOperation, type OperationKind } from '../operations.ts';
import { type CaseState, type Child, createGuest, identify } from '../people.ts';
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

function toDesk(scene: Scene, met: Met, minutes: number): Holder {
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
      at: met.at + minutes * minute,
      giver: staffSide('afdal.lapangan'),
      receiver: staffSide('yenti.mako'),
      basis: 'OPERATION',
    },
  });
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
  const desk = toDesk(scene, met, 55);
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
  const { caseKey, worker } = caseState;
  const closure = scene.key('closure');
  stage(scene, caseState, { at: at - 3 * day, stage: 'REINTEGRATION' });
  scene.emit({
    kind: 'case_closed',
    at: instantText(at),
    by: worker,
    closure,
    caseKey,
    reason: 'REUNIFIED',
    bestInterest: bestInterests[1],
    readiness: {
      CHILD_PREPARED_WILLING: true,
      FAMILY_ACCEPTS: true,
      PLACE_SAFE_NEEDS_MET: true,
      MONITORING_PLANNED: true,
    },
  });
  const closedOn = dateOf(scene, at);
  const visits = [1, 3, 6, 12].map((month) => ({
    visit: scene.key('visit'),
    month,
    dueOn: addMonths(closedOn, month),
    agency: 'KEC_13.71.09',
  }));
  scene.emit({ kind: 'aftercare_planned', at: instantText(at), by: worker, caseKey, visits });
  const [firstVisit] = visits;
  if (firstVisit)
    scene.emit({
      kind: 'aftercare_visited',
      at: instantText(timeOn(scene, firstVisit.dueOn, '14:00')),
      by: 'zul.kuranji',
      visit: firstVisit.visit,
      stillThere: true,
      finding: 'Tinggal dengan mamak; beberapa hari tidak hadir di PKBM.',
    });
  caseState.closure = closure;
  caseState.closedAt = at;
}

function secondCare(
  scene: Scene,
  child: Child,
  { met, caseState, morning }: { met: Met; caseState: CaseState; morning: number },
): void {
  const desk = toDesk(scene, met, 49);
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
  const { caseKey, closure, worker } = caseState;
  const alert = scene.key('alert');
  scene.emit({
    kind: 'contact_alert',
    at: instantText(met.at + minute),
    by: 'nelmi.jangkau',
    alert,
    person: met.person,
    caseKey,
    worker,
    encounter: met.encounter,
  });
  const at = instantText(morning + 30 * minute);
  scene.emit({ kind: 'contact_alert_answered', at, by: worker, alert, answer: 'reopened', reason: '' });
  scene.emit({
    kind: 'case_reopened',
    at,
    by: worker,
    caseKey,
    closure,
    reason: 'Ditemui lagi; ibu dan mamak minta bantuan sekolah.',
  });
  caseState.closedAt = Number.POSITIVE_INFINITY;
  stage(scene, caseState, { at: morning + 31 * minute, stage: 'INTAKE' });
  planAgain(scene, child, { caseState, from: morning });
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
