// A case from its opening to the last visit after it: assessment, plan, referrals, closure, and opening again.

import { cityDate } from '#platform/calendar.ts';
import { addWorkingDays } from '#platform/working-time.ts';
import { closeCase } from './case-endings.ts';
import type { CaseOpened, Factor, Key } from './events.ts';
import { factorsOf } from './factors.ts';
import { ageAt, type CaseState, type Child } from './people.ts';
import { type Asking, makePlan } from './referrals.ts';
import { day, hour, instantText, minute, officeTime, type Scene } from './scene.ts';
import { conclusions, problems, riskReasons, sealedTexts, strengths, visitNotes, wishes } from './texts.ts';

export type Opening = Readonly<{
  at: number;
  worker: CaseState['worker'];
  person: Key;
  openedFrom: CaseOpened['openedFrom'];
  openedFromKey: Key | null;
  risk: CaseOpened['risk'];
  /** Not closed before: the child is still a guest of the shelter. */
  notBefore: number;
}>;

/** Opens a case and lets it run as far as the future goes. */
export function openCase(scene: Scene, child: Child, opening: Opening): CaseState {
  const caseState = announceCase(scene, child, opening);
  work(scene, child, { caseState, from: opening.at, notBefore: opening.notBefore });
  return caseState;
}

/** Only the opening; the rest of the case is played by the caller. */
export function announceCase(scene: Scene, child: Child, opening: Opening): CaseState {
  const caseState: CaseState = {
    caseKey: scene.key('case'),
    person: opening.person,
    worker: opening.worker,
    openedAt: opening.at,
    closedAt: Number.POSITIVE_INFINITY,
    closure: '',
    afterwards: [],
  };
  const assessBy = addWorkingDays(new Date(opening.at), scene.assessmentWorkingDays, scene.calendar);
  scene.emit({
    kind: 'case_opened',
    at: instantText(opening.at),
    by: opening.worker,
    caseKey: caseState.caseKey,
    caseNumber: '',
    person: opening.person,
    agency: 'DINSOS_KOTA',
    worker: opening.worker,
    openedFrom: opening.openedFrom,
    openedFromKey: opening.openedFromKey,
    risk: opening.risk,
    riskReason: scene.random.pick(riskReasons[opening.risk]),
    assessBy: cityDate(assessBy, scene.calendar.timeZone),
  });
  child.openCase = caseState;
  return caseState;
}

/** Stage by stage to the closure and the visits after it. */
function work(
  scene: Scene,
  child: Child,
  { caseState, from, notBefore }: { caseState: CaseState; from: number; notBefore: number },
): void {
  const { random } = scene;
  // The due day is five working days away: four cases of five are assessed in time.
  const assessedAt = officeTime(scene, from, random.chance(0.8) ? random.int(1, 5) : random.int(8, 15));
  stage(scene, caseState, { at: assessedAt - 30 * minute, stage: 'ASSESSMENT' });
  assess(scene, child, { caseState, at: assessedAt });
  const plannedAt = officeTime(scene, assessedAt, random.int(1, 6));
  stage(scene, caseState, { at: plannedAt, stage: 'INTERVENTION_PLAN' });
  const asking = askingFor(scene, child, { caseState, at: plannedAt });
  const doneAt = makePlan(scene, asking, plannedAt + 30 * minute);
  stage(scene, caseState, { at: plannedAt + day, stage: 'INTERVENTION' });
  // Cases stay open for one to seven months.
  const closedAt = officeTime(scene, Math.max(notBefore, doneAt), random.int(5, 120));
  for (let at = plannedAt + 5 * day; at < closedAt; at += random.int(12, 35) * day) {
    const noted = officeTime(scene, at, 0);
    if (noted < closedAt) note(scene, caseState, noted);
  }
  stage(scene, caseState, { at: closedAt - 2 * day, stage: 'REINTEGRATION' });
  closeCase(scene, child, { caseState, at: closedAt });
}

/** What a referral needs to know of the case it belongs to. */
export function askingFor(
  scene: Scene,
  child: Child,
  { caseState, at }: { caseState: CaseState; at: number },
): Asking {
  return {
    caseKey: caseState.caseKey,
    person: caseState.person,
    worker: caseState.worker,
    home: child.home,
    age: ageAt(scene, child, at),
  };
}

export function stage(
  scene: Scene,
  { caseKey, worker }: CaseState,
  { at, stage }: { at: number; stage: string },
): void {
  scene.emit({ kind: 'case_stage', at: instantText(at), by: worker, caseKey, stage });
}

/** An assessment with at least one factor from within or around the child. */
export function assess(
  scene: Scene,
  child: Child,
  { caseState, at }: { caseState: CaseState; at: number },
): void {
  const { random } = scene;
  const factors: Factor[] = factorsOf(scene, child);
  scene.emit({
    kind: 'assessment',
    at: instantText(at),
    by: caseState.worker,
    assessment: scene.key('assessment'),
    caseKey: caseState.caseKey,
    problems: random.pick(problems),
    strengths: random.pick(strengths),
    childWishes: random.pick(wishes),
    conclusion: random.pick(conclusions),
    factors,
  });
  if (random.chance(0.12)) {
    const field = random.pick([
      'substance',
      'sexual_violence',
      'shelter_address',
      'offence',
      'hiv',
      'pregnancy',
    ] as const);
    scene.emit({
      kind: 'sealed_written',
      at: instantText(at + hour),
      by: caseState.worker,
      sealed: scene.key('sealed'),
      caseKey: caseState.caseKey,
      field,
      body: sealedTexts[field],
    });
  }
}

export function note(scene: Scene, { caseKey, worker }: CaseState, at: number): void {
  scene.emit({
    kind: 'case_note',
    at: instantText(at),
    by: worker,
    note: scene.key('note'),
    caseKey,
    noteKind: scene.random.weighted([
      ['visit', 4] as const,
      ['contact', 4] as const,
      ['note', 2] as const,
      ['review', 1] as const,
      ['conference', 1] as const,
    ]),
    body: scene.random.pick(visitNotes),
  });
}

/**
 * A child with an open or closed case was met again. A closed case alerts the last worker, who opens it again
 * as a rule; an open one gets a note.
 */
export function metAgain(
  scene: Scene,
  child: Child,
  { encounter, at, by, notBefore }: { encounter: Key; at: number; by: string; notBefore: number },
): void {
  const caseState = child.openCase;
  if (!caseState) return;
  if (caseState.closedAt > at) {
    note(scene, caseState, officeTime(scene, at, 0));
    return;
  }
  const alert = raiseAlert(scene, caseState, { encounter, at, by });
  const { caseKey, worker, closure } = caseState;
  const answeredAt = officeTime(scene, at, 0);
  const reopens = scene.random.chance(0.82);
  scene.emit({
    kind: 'contact_alert_answered',
    at: instantText(answeredAt),
    by: worker,
    alert,
    answer: reopens ? 'reopened' : 'not_needed',
    reason: reopens ? '' : 'Sedang menjemput adiknya bersama ibu; keluarga dihubungi, keadaan baik.',
  });
  if (!reopens) return;
  withdrawAfter(scene, caseState, answeredAt);
  scene.emit({
    kind: 'case_reopened',
    at: instantText(answeredAt),
    by: worker,
    caseKey,
    closure,
    reason: 'Ditemui lagi di jalan; perlu pendampingan lagi.',
  });
  stage(scene, caseState, { at: answeredAt + minute, stage: 'INTAKE' });
  work(scene, child, { caseState, from: answeredAt, notBefore });
}

/** Tells the last worker, at once, that the child was met again. */
export function raiseAlert(
  scene: Scene,
  { caseKey, person, worker }: CaseState,
  { encounter, at, by }: { encounter: Key; at: number; by: string },
): Key {
  const alert = scene.key('alert');
  const told = instantText(at + minute);
  scene.emit({ kind: 'contact_alert', at: told, by, alert, person, caseKey, worker, encounter });
  return alert;
}

function withdrawAfter(scene: Scene, caseState: CaseState, at: number): void {
  const limit = instantText(at);
  scene.withdraw(caseState.afterwards.filter((one) => one.at > limit));
}
