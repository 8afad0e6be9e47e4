// How a case ends, and the visits that follow.

import { addDays, addMonths } from '#platform/calendar.ts';
import type { AftercarePlanned, DemoEvent } from './events.ts';
import type { CaseState, Child } from './people.ts';
import { dateOf, instantText, officeTime, type Scene } from './scene.ts';
import { aftercareFindings, bestInterests } from './texts.ts';

type Visit = AftercarePlanned['visits'][number];

/** The closure with its best-interest note and readiness list, and the visits at 1, 3, 6 and 12 months. */
export function closeCase(
  scene: Scene,
  child: Child,
  { caseState, at }: { caseState: CaseState; at: number },
): void {
  const { random } = scene;
  const reason = reasonFor(scene, child);
  writeClosure(scene, caseState, { at, reason, bestInterest: random.pick(bestInterests) });
  const followed = ['REUNIFIED', 'RETURNED_TO_ORIGIN', 'ALTERNATIVE_CARE', 'SELF_RELIANT'].includes(reason);
  if (!followed) return;
  const agency = visitorFor(child.home);
  for (const visit of planVisits(scene, caseState, { at, agency })) {
    // A visit that was missed is made up for within weeks; few stay open for long.
    const longAgo = visit.dueOn < addDays(dateOf(scene, scene.now), -45);
    if (!random.chance(longAgo ? 0.97 : 0.8)) continue;
    const due = new Date(`${addDays(visit.dueOn, -3)}T02:00:00Z`).getTime();
    const stillThere = random.chance(0.86);
    visitMade(scene, caseState, {
      visit,
      at: officeTime(scene, due, random.int(0, 9)),
      stillThere,
      finding: random.pick(stillThere ? aftercareFindings.home : aftercareFindings.away),
    });
  }
}

function reasonFor(scene: Scene, child: Child): string {
  if (child.origin)
    return scene.random.weighted([
      ['RETURNED_TO_ORIGIN', 8],
      ['ALTERNATIVE_CARE', 1],
      ['UNTRACEABLE', 2],
    ]);
  return scene.random.weighted([
    ['REUNIFIED', 14],
    ['ALTERNATIVE_CARE', 2],
    ['SELF_RELIANT', 1],
    ['REFERRED_OUT', 1],
    ['REFUSED', 1],
    ['UNTRACEABLE', 1],
  ]);
}

const ready = {
  CHILD_PREPARED_WILLING: true,
  FAMILY_ACCEPTS: true,
  PLACE_SAFE_NEEDS_MET: true,
  MONITORING_PLANNED: true,
} as const;

/** Writes the closure itself. */
export function writeClosure(
  scene: Scene,
  caseState: CaseState,
  { at, reason, bestInterest }: { at: number; reason: string; bestInterest: string },
): void {
  caseState.closure = scene.key('closure');
  caseState.closedAt = at;
  const { caseKey, closure, worker: by } = caseState;
  const home = reason === 'REUNIFIED' || reason === 'RETURNED_TO_ORIGIN';
  const readiness = home ? ready : {};
  const closed: DemoEvent = {
    kind: 'case_closed',
    at: instantText(at),
    by,
    closure,
    caseKey,
    reason,
    bestInterest,
    readiness,
  };
  scene.emit(closed);
  caseState.afterwards = [closed];
}

/** Plans the four visits; `dueOn` may set the day of one of them. */
export function planVisits(
  scene: Scene,
  caseState: CaseState,
  { at, agency, dueOn }: { at: number; agency: string; dueOn?: Readonly<{ month: number; date: string }> },
): Visit[] {
  const closedOn = dateOf(scene, at);
  const visits = [1, 3, 6, 12].map((month) => ({
    visit: scene.key('visit'),
    month,
    dueOn: dueOn?.month === month ? dueOn.date : addMonths(closedOn, month),
    agency,
  }));
  const { caseKey, worker: by } = caseState;
  const planned: DemoEvent = { kind: 'aftercare_planned', at: instantText(at), by, caseKey, visits };
  scene.emit(planned);
  caseState.afterwards.push(planned);
  return visits;
}

/** One visit made, by the desk of the area or by the worker. */
export function visitMade(
  scene: Scene,
  caseState: CaseState,
  { visit, at, stillThere, finding }: { visit: Visit; at: number; stillThere: boolean; finding: string },
): void {
  const areaDesk = { 'KEL_13.71.09.1006': 'eva.korong', 'KEC_13.71.09': 'zul.kuranji' }[visit.agency];
  const visited: DemoEvent = {
    kind: 'aftercare_visited',
    at: instantText(at),
    by: areaDesk ?? caseState.worker,
    visit: visit.visit,
    stillThere,
    finding,
  };
  scene.emit(visited);
  caseState.afterwards.push(visited);
}

function visitorFor(home: string | null): string {
  if (home === '13.71.09.1006') return 'KEL_13.71.09.1006';
  return home?.startsWith('13.71.09') ? 'KEC_13.71.09' : 'DINSOS_KOTA';
}
