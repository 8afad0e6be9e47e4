// The open cases of today: some late, some waiting for an answer, some to be visited.

import { addDays, addMonths } from '#platform/calendar.ts';
import { workingTimeBetween } from '#platform/working-time.ts';
import { planVisits, visitMade, writeClosure } from '../case-endings.ts';
import { announceCase, askingFor, assess, note, stage } from '../cases.ts';
import { meetChild } from '../encounters.ts';
import { identify } from '../identities.ts';
import { pathFromOutreach } from '../paths.ts';
import { type CaseState, type Child, createGuest } from '../people.ts';
import { type PlanTemplate, planTemplates } from '../plan-templates.ts';
import { emitPlanLine, homeVisitFor, refer } from '../referrals.ts';
import { dateOf, day, hour, minute, officeTime, type Scene, timeOn } from '../scene.ts';
import { bestInterests } from '../texts.ts';
import { aftercare, type GuestAftercare, type GuestCase, openCases, type Standing } from './guests.ts';

/** Plays the cases on the desks. */
export function playOpenCases(scene: Scene): Child[] {
  return [
    ...openCases.map((guest) => playOpenCase(scene, guest)),
    ...aftercare.map((guest) => playAftercare(scene, guest)),
  ];
}

function playOpenCase(scene: Scene, guest: GuestCase): Child {
  const openedAt = officeTime(scene, scene.now - (guest.openedDaysAgo + 1) * day, 0);
  const { child, caseState } = arrive(scene, { ...guest, openedAt });
  if (!guest.assessed) {
    for (const standing of guest.referrals)
      sendToday(scene, child, { caseState, standing, notBefore: openedAt + hour });
    return child;
  }
  const assessedAt = officeTime(scene, openedAt, 2);
  const plannedAt = officeTime(scene, assessedAt, 1);
  stage(scene, caseState, { at: assessedAt - 30 * minute, stage: 'ASSESSMENT' });
  assess(scene, child, { caseState, at: assessedAt });
  stage(scene, caseState, { at: plannedAt, stage: 'INTERVENTION_PLAN' });
  stage(scene, caseState, { at: plannedAt + 4 * hour, stage: 'INTERVENTION' });
  note(scene, caseState, plannedAt + 2 * hour);
  for (const standing of guest.referrals)
    sendToday(scene, child, { caseState, standing, notBefore: plannedAt + 30 * minute });
  return child;
}

type Arriving = Pick<GuestCase, 'name' | 'nickname' | 'sex' | 'age' | 'home' | 'worker' | 'risk'> &
  Partial<Pick<GuestCase, 'origin' | 'activity'>> & { openedAt: number };

/** Met two days before by the outreach team, taken to the social service, named, and a case opened. */
function arrive(scene: Scene, guest: Arriving): { child: Child; caseState: CaseState } {
  const at = timeOn(scene, addDays(dateOf(scene, guest.openedAt), -1), '16:20');
  const child = createGuest(scene, at, {
    sex: guest.sex,
    age: guest.age,
    name: { full: guest.name, nicknames: [guest.nickname] },
    home: guest.home,
    origin: guest.origin ?? null,
    activity: guest.activity ?? 'HAWKING',
  });
  const met = meetChild(scene, child, {
    at,
    by: 'nelmi.jangkau',
    agency: 'DINSOS_KOTA',
    approach: 'OUTREACH',
    operation: null,
    area: '13.71.09.1006',
    locationType: 'TRAFFIC_LIGHT',
    group: null,
    companions: ['PEERS'],
    says: guest.name,
    injury: 'NONE',
  });
  const path = pathFromOutreach(scene, child, { met, by: 'nelmi.jangkau' });
  identify(scene, child, { at: guest.openedAt - 30 * minute, by: guest.worker, person: met.person });
  const caseState = announceCase(scene, child, {
    at: guest.openedAt,
    worker: guest.worker,
    person: met.person,
    openedFrom: 'custody',
    openedFromKey: path.arrival?.holder.custody ?? null,
    risk: guest.risk,
    notBefore: path.endsAt,
  });
  return { child, caseState };
}

function templateFor(duty: string, child: Child): PlanTemplate {
  const template =
    duty === 'HOME_VISIT' ? homeVisitFor(child.home) : planTemplates.find((one) => one.duty === duty);
  if (!template) throw new Error(`no plan template for ${duty}`);
  return template;
}

function sendToday(
  scene: Scene,
  child: Child,
  { caseState, standing, notBefore }: { caseState: CaseState; standing: Standing; notBefore: number },
): void {
  const template = templateFor(standing.duty, child);
  const dueAt = {
    today: officeClose(scene, 0),
    tomorrow: officeClose(scene, 1),
    overdue: officeClose(scene, -2),
    later: officeClose(scene, Math.max(2, template.clockDays - 2)),
  }[standing.due];
  const sentAt = Math.max(notBefore, startFor(scene, dueAt, template.clockDays));
  const asking = askingFor(scene, child, { caseState, at: sentAt });
  const planLine = emitPlanLine(scene, asking, { at: Math.max(notBefore, sentAt - hour), template });
  refer(scene, asking, { at: sentAt, template, planLine, fate: standing.fate });
}

/** Half past three on the working day so many working days from today. */
function officeClose(scene: Scene, workingDays: number): number {
  let time = timeOn(scene, dateOf(scene, scene.now), '15:30');
  const oneDay = workingDays < 0 ? -day : day;
  const isOpen = (at: number) =>
    workingTimeBetween(new Date(at), new Date(at + minute), { calendar: scene.calendar }) > 0;
  while (!isOpen(time)) time += oneDay;
  for (let left = Math.abs(workingDays); left > 0; left -= 1) {
    do time += oneDay;
    while (!isOpen(time));
  }
  return time;
}

/** When a clock of so many working days must have begun to run out at this time. */
function startFor(scene: Scene, dueAt: number, clockDays: number): number {
  let at = dueAt;
  const length = clockDays * day;
  while (workingTimeBetween(new Date(at), new Date(dueAt), { calendar: scene.calendar }) < length) at -= day;
  return at;
}

function playAftercare(scene: Scene, guest: GuestAftercare): Child {
  const dueOn = addDays(dateOf(scene, scene.now), guest.dueInDays);
  const closedOn = addMonths(dueOn, -guest.month);
  const closedAt = timeOn(scene, closedOn, '10:20');
  const openedAt = officeTime(scene, closedAt - 60 * day, 0);
  const { child, caseState } = arrive(scene, { ...guest, openedAt, risk: 'MEDIUM' });
  stage(scene, caseState, { at: openedAt + 2 * day, stage: 'ASSESSMENT' });
  assess(scene, child, { caseState, at: openedAt + 2 * day + hour });
  stage(scene, caseState, { at: openedAt + 5 * day, stage: 'INTERVENTION' });
  stage(scene, caseState, { at: closedAt - 4 * day, stage: 'REINTEGRATION' });
  writeClosure(scene, caseState, { at: closedAt, reason: 'REUNIFIED', bestInterest: bestInterests[0] });
  const { agency, month } = guest;
  const visits = planVisits(scene, caseState, { at: closedAt, agency, dueOn: { month, date: dueOn } });
  for (const visit of visits.filter((one) => one.month < month)) {
    const at = timeOn(scene, visit.dueOn, '14:10');
    visitMade(scene, caseState, { visit, at, stillThere: true, finding: 'Di rumah, bersekolah.' });
  }
  return child;
}
