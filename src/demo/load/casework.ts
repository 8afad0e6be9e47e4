import type { DemoEvent } from '#demo/events.ts';
import { codeOf, type Ids } from '#demo/load/ids.ts';
import { type Row, rowOf, type Sheet, writeRows } from '#demo/load/rows.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx } from '#platform/database/transaction.ts';

export type Casework = {
  readonly cases: Sheet<'cases'>;
  readonly stages: Row<'case_stages'>[];
  readonly workers: Row<'case_workers'>[];
  readonly assessments: Row<'assessments'>[];
  readonly factors: Row<'assessment_factors'>[];
  readonly lines: Sheet<'plan_lines'>;
  readonly notes: Row<'case_notes'>[];
  readonly closures: Sheet<'case_closures'>;
  readonly visits: Sheet<'aftercare_visits'>;
  readonly alerts: Sheet<'contact_alerts'>;
};

export const noCasework = (): Casework => ({
  cases: new Map(),
  stages: [],
  workers: [],
  assessments: [],
  factors: [],
  lines: new Map(),
  notes: [],
  closures: new Map(),
  visits: new Map(),
  alerts: new Map(),
});

type Take = {
  readonly work: Casework;
  readonly event: DemoEvent;
  readonly ids: Ids;
  readonly timeZone: string;
};

/** Takes in one event of case work. */
export function takeCasework(take: Take): void {
  openOrChange(take);
  assess(take);
  planAndNote(take);
  endOrReopen(take);
  alert(take);
}

function caseOf({ work, ids }: Take, key: string, at: string): Row<'cases'> {
  const row = rowOf(work.cases, ids.of(key), 'case');
  row.changed_at = at;
  return row;
}

function openOrChange(take: Take): void {
  const { work, event, ids } = take;
  if (event.kind === 'case_opened') {
    const case_id = ids.of(event.caseKey, event.at);
    work.cases.set(case_id, {
      case_id,
      case_number: event.caseNumber,
      person_id: ids.of(event.person),
      agency_code: event.agency,
      worker_id: ids.of(event.worker),
      opened_at: event.at,
      opened_from: codeOf(event.openedFrom),
      opened_from_id: ids.orNull(event.openedFromKey),
      risk_level: event.risk,
      risk_reason: event.riskReason,
      assess_by: event.assessBy,
      recorded_at: event.at,
      changed_at: event.at,
    });
    work.workers.push({
      case_id,
      staff_id: ids.of(event.worker),
      person_id: ids.of(event.person),
      from_at: event.at,
    });
  } else if (event.kind === 'case_stage') {
    const { case_id, person_id } = Object.assign(caseOf(take, event.caseKey, event.at), {
      stage: event.stage,
    });
    work.stages.push({ case_id, person_id, stage: event.stage, reached_at: event.at });
  } else if (event.kind === 'risk_changed')
    Object.assign(caseOf(take, event.caseKey, event.at), {
      risk_level: event.risk,
      risk_reason: event.reason,
    });
  else if (event.kind === 'worker_changed') {
    const row = caseOf(take, event.caseKey, event.at);
    for (const worker of work.workers)
      if (worker.case_id === row.case_id && !worker.to_at) worker.to_at = event.at;
    row.worker_id = ids.of(event.worker);
    work.workers.push({
      case_id: row.case_id,
      staff_id: row.worker_id,
      person_id: row.person_id,
      from_at: event.at,
      reason: event.reason,
    });
  }
}

function assess(take: Take): void {
  const { work, event, ids, timeZone } = take;
  if (event.kind !== 'assessment') return;
  const row = caseOf(take, event.caseKey, event.at);
  row.assessed_at ??= event.at;
  const assessment_id = ids.of(event.assessment, event.at);
  const person_id = row.person_id;
  work.assessments.push({
    assessment_id,
    case_id: row.case_id,
    person_id,
    made_at: event.at,
    made_by: ids.of(event.by),
    problems: event.problems,
    strengths: event.strengths,
    child_wishes: event.childWishes,
    conclusion: event.conclusion,
    recorded_at: event.at,
  });
  const made_on = cityDate(new Date(event.at), timeZone);
  const once = new Map(event.factors.map((factor) => [factor.code, factor]));
  for (const factor of once.values())
    work.factors.push({
      assessment_id,
      factor_code: factor.code,
      person_id,
      side: factor.side,
      level: factor.level,
      said_by: codeOf(factor.saidBy),
      evidence: factor.evidence,
      made_on,
    });
}

function planAndNote(take: Take): void {
  const { work, event, ids } = take;
  if (event.kind === 'plan_line') {
    const row = caseOf(take, event.caseKey, event.at);
    work.lines.set(ids.of(event.planLine, event.at), {
      plan_line_id: ids.of(event.planLine),
      case_id: row.case_id,
      person_id: row.person_id,
      goal: event.goal,
      service_code: event.service,
      agency_code: event.agency,
      area_code: event.area,
      due_on: event.dueOn,
      recorded_by: ids.of(event.by),
      recorded_at: event.at,
    });
  } else if (event.kind === 'plan_line_ended')
    Object.assign(rowOf(work.lines, ids.of(event.planLine), 'plan line'), {
      state: event.state,
      result: event.result,
      done_at: event.at,
      done_by: ids.of(event.by),
    });
  else if (event.kind === 'case_note') {
    const row = caseOf(take, event.caseKey, event.at);
    work.notes.push({
      note_id: ids.of(event.note, event.at),
      case_id: row.case_id,
      person_id: row.person_id,
      kind: event.noteKind,
      occurred_at: event.at,
      body: event.body,
      recorded_by: ids.of(event.by),
      recorded_at: event.at,
    });
  }
}

function endOrReopen(take: Take): void {
  const { work, event, ids } = take;
  if (event.kind === 'case_closed') {
    const row = caseOf(take, event.caseKey, event.at);
    Object.assign(row, { state: 'closed', closed_at: event.at, stage: 'TERMINATION' });
    work.closures.set(ids.of(event.closure, event.at), {
      closure_id: ids.of(event.closure),
      case_id: row.case_id,
      person_id: row.person_id,
      closed_at: event.at,
      closed_by: ids.of(event.by),
      reason: event.reason,
      best_interest: event.bestInterest,
      readiness: JSON.stringify(event.readiness),
      recorded_at: event.at,
    });
  } else if (event.kind === 'case_reopened') {
    const row = caseOf(take, event.caseKey, event.at);
    Object.assign(row, { state: 'open', closed_at: null });
    Object.assign(rowOf(work.closures, ids.of(event.closure), 'closure'), {
      reopened_at: event.at,
      reopened_by: ids.of(event.by),
      reopen_reason: event.reason,
    });
    for (const [id, visit] of work.visits)
      if (visit.case_id === row.case_id && !visit.done_at) work.visits.delete(id);
  } else if (event.kind === 'aftercare_planned') planVisits(take, event);
  else if (event.kind === 'aftercare_visited')
    Object.assign(rowOf(work.visits, ids.of(event.visit), 'visit'), {
      done_at: event.at,
      done_by: ids.of(event.by),
      still_there: event.stillThere,
      finding: event.finding,
    });
}

function planVisits({ work, ids }: Take, event: Extract<DemoEvent, { kind: 'aftercare_planned' }>): void {
  const row = rowOf(work.cases, ids.of(event.caseKey), 'case');
  row.stage = 'AFTERCARE';
  for (const visit of event.visits)
    work.visits.set(ids.of(visit.visit, event.at), {
      visit_id: ids.of(visit.visit),
      case_id: row.case_id,
      person_id: row.person_id,
      month_no: visit.month,
      due_on: visit.dueOn,
      agency_code: visit.agency,
      recorded_at: event.at,
    });
}

function alert({ work, event, ids }: Take): void {
  if (event.kind === 'contact_alert')
    work.alerts.set(ids.of(event.alert, event.at), {
      alert_id: ids.of(event.alert),
      person_id: ids.of(event.person),
      case_id: ids.of(event.caseKey),
      staff_id: ids.of(event.worker),
      encounter_id: ids.of(event.encounter),
      raised_at: event.at,
    });
  else if (event.kind === 'contact_alert_answered')
    Object.assign(rowOf(work.alerts, ids.of(event.alert), 'alert'), {
      answered_at: event.at,
      answer: event.answer,
      reason: event.reason,
    });
}

export async function writeCasework(tx: Tx, work: Casework): Promise<void> {
  await writeRows(tx, 'cases', [...work.cases.values()]);
  await writeRows(tx, 'case_stages', work.stages);
  await writeRows(tx, 'case_workers', work.workers);
  await writeRows(tx, 'assessments', work.assessments);
  await writeRows(tx, 'assessment_factors', work.factors);
  await writeRows(tx, 'plan_lines', [...work.lines.values()]);
  await writeRows(tx, 'case_notes', work.notes);
  await writeRows(tx, 'case_closures', [...work.closures.values()]);
  await writeRows(tx, 'aftercare_visits', [...work.visits.values()]);
  await writeRows(tx, 'contact_alerts', [...work.alerts.values()]);
}
