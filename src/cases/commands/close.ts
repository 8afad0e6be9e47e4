import { sql } from 'kysely';
import { Type } from 'typebox';
import { isAreaOfCity, listSettings } from '#areas/queries.ts';
import { mayActFor, requireInCase } from '#cases/access.ts';
import { assessBy } from '#cases/commands/open.ts';
import { changeCase, differing, extraOf, idsOf, requireCode, takeCase } from '#cases/commands/shared.ts';
import { type CaseRow, findCase, openCaseOf } from '#cases/queries/find.ts';
import { listLooseEnds } from '#cases/queries/page.ts';
import { listClosures } from '#cases/queries/parts.ts';
import { gateOf, missingBeforeClosing, type ReadinessLine } from '#cases/rules.ts';
import { AnswerAlert, Changed, CloseCase, ReopenCase, VisitAfterwards } from '#cases/schema/acts.ts';
import { standingsTowards } from '#persons/queries.ts';
import { addMonths, cityDate } from '#platform/calendar.ts';
import { Conflict, command, settleClock } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { uuidv7 } from '#platform/uuid.ts';

const team = ['social_worker', 'supervisor'] as const;

/** Closes a case when its gate lets it through; after a return the visits of the following months are planned. */
export const closeCase = command({
  name: 'cases/close',
  summary: 'Close a case: reason, best-interest note, readiness of the family',
  may: team,
  input: CloseCase,
  result: Changed,
  audit: (input, result) => ({
    act: result.versions ? 'case.closed-in-conflict' : 'case.closed',
    on: { kind: 'case', id: input.caseId },
    persons: [result.personId],
    detail: { reason: input.reason },
  }),
  run: async (tx, viewer, input, sent) => {
    const row = await takeCase(tx, viewer, { caseId: input.caseId, ability: 'work' });
    const today = cityDate(sent.occurredAt, viewer.city.timeZone);
    await requireCode(tx, 'closure_reason', { code: input.reason, day: today });
    if (input.areaCode && !(await isAreaOfCity(tx, input.areaCode)))
      throw problem('area-of-another-city', { field: 'areaCode' });
    if (row.state === 'closed') return closedMeanwhile(tx, row, input);
    const gate = gateOf(await extraOf(tx, 'closure_reason', input.reason));
    await requireGate(tx, { row, input, gate, today });
    await sql`
      insert into case_closures (closure_id, case_id, person_id, closed_at, reason, best_interest, readiness)
      values (${uuidv7()}, ${row.case_id}, ${row.person_id}, ${sent.occurredAt}, ${input.reason}, ${input.bestInterest},
              ${JSON.stringify(storedReadiness(input.readiness))}::jsonb)`.execute(tx);
    if (gate.aftercare) await planVisits(tx, { row, areaCode: input.areaCode ?? null, today });
    const stage = gate.aftercare ? 'AFTERCARE' : 'TERMINATION';
    const set = sql`state = 'closed', closed_at = ${sent.occurredAt}, stage = ${stage}`;
    return { ...idsOf(row), version: await changeCase(tx, row, set) };
  },
});

/** Somebody closed it first: what they wrote, beside what was typed. */
async function closedMeanwhile(tx: Tx, row: CaseRow, input: CloseCase) {
  const [last] = await listClosures(tx, row.case_id);
  return new Conflict({
    ...idsOf(row),
    version: row.version,
    versions: {
      by: last?.by ?? null,
      at: last?.closedAt ?? null,
      basedOn: String(row.version),
      fields: differing(
        { reason: last?.reason, bestInterest: last?.bestInterest },
        { reason: input.reason, bestInterest: input.bestInterest },
      ),
    },
  });
}

type Gated = {
  readonly row: CaseRow;
  readonly input: CloseCase;
  readonly gate: ReturnType<typeof gateOf>;
  readonly today: string;
};

async function requireGate(tx: Tx, { row, input, gate, today }: Gated): Promise<void> {
  const lines = await readinessLines(tx, today);
  for (const code of Object.keys(input.readiness))
    if (!lines.some((line) => line.code === code)) throw problem('field-invalid', { field: 'readiness' });
  const looseEnds = await listLooseEnds(tx, row.case_id);
  const missing = missingBeforeClosing({
    gate,
    readinessLines: lines,
    bestInterest: input.bestInterest,
    readiness: input.readiness,
    assessed: row.assessed_at !== null,
    looseEnds,
  });
  if (missing.length > 0) throw problem('case-cannot-close', { missing, looseEnds });
}

async function readinessLines(tx: Tx, day: string): Promise<ReadinessLine[]> {
  const found = await sql<ReadinessLine>`
    select code, coalesce((extra ->> 'mayNotApply')::boolean, false) as "mayNotApply" from codes
     where city = (select app.city()) and list = 'family_readiness'
       and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
     order by position, code`.execute(tx);
  return found.rows;
}

function storedReadiness(readiness: CloseCase['readiness']): Record<string, boolean | string> {
  return Object.fromEntries(
    Object.entries(readiness).map(([code, answer]) => [
      code,
      answer === 'not_applicable' ? answer : answer === 'yes',
    ]),
  );
}

async function planVisits(
  tx: Tx,
  { row, areaCode, today }: { row: CaseRow; areaCode: string | null; today: string },
): Promise<void> {
  const desk = await sql<{ agency_code: string }>`
    select agency_code from agencies
     where city = (select app.city()) and area_code = ${areaCode} and kind in ('VILLAGE_OFFICE', 'DISTRICT_OFFICE')
     limit 1`.execute(tx);
  const agency = desk.rows[0]?.agency_code ?? row.agency_code;
  const { aftercareMonths } = await listSettings(tx);
  const months = Array.isArray(aftercareMonths) ? aftercareMonths.map(Number) : [];
  for (const month of months)
    await sql`
      insert into aftercare_visits (visit_id, case_id, person_id, month_no, due_on, agency_code)
      values (${uuidv7()}, ${row.case_id}, ${row.person_id}, ${month}, ${addMonths(today, month)}, ${agency})
      on conflict (city, case_id, due_on) do nothing`.execute(tx);
}

/** Opens a closed case again: visits that were not made fall away, and the child is assessed anew. */
export const reopenCase = command({
  name: 'cases/reopen',
  summary: 'Reopen a closed case, with the reason',
  may: team,
  input: ReopenCase,
  result: Changed,
  audit: (input, result) => ({
    act: 'case.reopened',
    on: { kind: 'case', id: input.caseId },
    persons: [result.personId],
  }),
  run: async (tx, viewer, input, sent) => {
    const row = await takeCase(tx, viewer, { caseId: input.caseId, ability: 'work' });
    return reopen(tx, viewer, { row, reason: input.reason, at: sent.occurredAt });
  },
});

type Reopening = { readonly row: CaseRow; readonly reason: string; readonly at: Date };

async function reopen(tx: Tx, viewer: Viewer, { row, reason, at }: Reopening) {
  if (row.state !== 'closed') throw problem('case-not-closed');
  const open = await openCaseOf(tx, row.person_id);
  if (open) throw problem('case-open-already', { caseNumber: open });
  await sql`
    update case_closures set reopened_at = ${at}, reopened_by = app.viewer_staff(), reopen_reason = ${reason}
     where city = (select app.city()) and case_id = ${row.case_id} and reopened_at is null`.execute(tx);
  await sql`
    delete from aftercare_visits where city = (select app.city()) and case_id = ${row.case_id} and done_at is null`.execute(
    tx,
  );
  await sql`
    update contact_alerts set answered_at = ${at}, answer = 'reopened', reason = ${reason}
     where city = (select app.city()) and case_id = ${row.case_id} and answered_at is null`.execute(tx);
  const due = await assessBy(tx, at, viewer.city.timeZone);
  const set = sql`state = 'open', closed_at = null, stage = 'ASSESSMENT', reassess_by = ${due}`;
  return { ...idsOf(row), version: await changeCase(tx, row, set) };
}

/** Answers the alert that a child whose case is closed was met again: by reopening, or by saying why not. */
export const answerAlert = command({
  name: 'cases/answer-alert',
  summary: 'Answer an alert: reopen the case, or say why that is not needed',
  may: team,
  input: AnswerAlert,
  result: Changed,
  audit: (input, result) => ({
    act: `alert.${input.answer === 'reopened' ? 'reopened' : 'not-needed'}`,
    on: { kind: 'case', id: result.caseId },
    persons: [result.personId],
  }),
  run: async (tx, viewer, input, sent) => {
    const found = await sql<{ case_id: string; answered_at: Date | null }>`
      select case_id, answered_at from contact_alerts
       where city = (select app.city()) and alert_id = ${input.alertId} for no key update`.execute(tx);
    const alert = found.rows[0];
    if (!alert) throw problem('not-found');
    const row = await takeCase(tx, viewer, { caseId: alert.case_id, ability: 'work' });
    if (alert.answered_at) throw problem('alert-answered');
    if (input.answer === 'reopened')
      return reopen(tx, viewer, { row, reason: input.reason, at: sent.occurredAt });
    await sql`
      update contact_alerts set answered_at = ${sent.occurredAt}, answer = 'not_needed', reason = ${input.reason}
       where city = (select app.city()) and alert_id = ${input.alertId}`.execute(tx);
    return { ...idsOf(row), version: row.version };
  },
});

/** Writes down a visit after the return: by the team of the case, or by the desk of the kelurahan it was given to. */
export const visitAfterwards = command({
  name: 'cases/visit-afterwards',
  summary: 'Record an aftercare visit',
  may: ['social_worker', 'supervisor', 'area_desk'],
  input: VisitAfterwards,
  result: Type.Object({
    caseId: Type.String(),
    personId: Type.String(),
    offersReopening: Type.Boolean(),
  }),
  audit: (input, result) => ({
    act: 'case.visited-afterwards',
    on: { kind: 'case', id: result.caseId },
    persons: [result.personId],
    detail: { visit: input.visitId, result: input.result },
  }),
  run: async (tx, viewer, input, sent) => {
    const found = await sql<{ case_id: string; agency_code: string | null; done_at: Date | null }>`
      select case_id, agency_code, done_at from aftercare_visits
       where city = (select app.city()) and visit_id = ${input.visitId} for no key update`.execute(tx);
    const visit = found.rows[0];
    const row = visit ? await findCase(tx, visit.case_id) : null;
    if (!visit || !row) throw problem('not-found');
    const held = await standingsTowards(tx, viewer, row.person_id);
    requireInCase(viewer, held, 'visit');
    if (!mayActFor(viewer, held, visit.agency_code)) throw problem('not-found');
    if (visit.done_at) throw problem('visit-done');
    const at = input.visitedAt
      ? settleClock(input.visitedAt, sent.world.now(), 'visitedAt').occurredAt
      : sent.occurredAt;
    if (row.closed_at && at < row.closed_at) throw problem('visit-before-closing', { field: 'visitedAt' });
    await requireCode(tx, 'aftercare_result', {
      code: input.result,
      day: cityDate(sent.occurredAt, viewer.city.timeZone),
    });
    const extra = await extraOf(tx, 'aftercare_result', input.result);
    const stillThere = typeof extra.stillThere === 'boolean' ? extra.stillThere : null;
    await sql`
      update aftercare_visits
         set done_at = ${at}, done_by = app.viewer_staff(), result = ${input.result}, still_there = ${stillThere}, finding = ${input.finding}
       where city = (select app.city()) and visit_id = ${input.visitId}`.execute(tx);
    return { ...idsOf(row), offersReopening: extra.offersReopening === true };
  },
});
