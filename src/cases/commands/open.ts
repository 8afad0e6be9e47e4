import { sql } from 'kysely';
import { Type } from 'typebox';
import { isCaseWorker } from '#agencies/queries.ts';
import { cityCalendar, numberSetting } from '#areas/queries.ts';
import { changeCase, idsOf, takeCase } from '#cases/commands/shared.ts';
import { closedCaseOf, openCaseOf } from '#cases/queries/find.ts';
import { AssignCase, Changed, HandOnCases, OpenCase } from '#cases/schema/acts.ts';
import { requireAbility } from '#persons/access.ts';
import { standingsTowards } from '#persons/queries.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { addWorkingDays } from '#platform/working-time.ts';

/** The day until which an assessment is due that begins at an instant, by the city's own limit in working days. */
export async function assessBy(tx: Tx, from: Date, timeZone: string): Promise<string> {
  const days = await numberSetting(tx, 'assessmentWorkingDays');
  const end = addWorkingDays(from, days, await cityCalendar(tx, timeZone));
  // An end at midnight is the end of the day before.
  return cityDate(new Date(end.getTime() - 1), timeZone);
}

/** Opens a case for a child out of a custody, an encounter or a report. A child has one open case, whoever asks. */
export const openCase = command({
  name: 'cases/open',
  summary: 'Open a case out of a custody, an encounter or a report',
  may: ['social_worker', 'supervisor'],
  input: OpenCase,
  result: Type.Object({ caseId: Type.String(), caseNumber: Type.String(), assessBy: Type.String() }),
  audit: (input, result) => ({
    act: 'case.opened',
    on: { kind: 'case', id: input.caseId },
    persons: [input.personId],
    detail: { from: input.openedFrom, number: result.caseNumber, risk: input.riskLevel },
  }),
  run: async (tx, viewer, input, sent) => {
    requireAbility(viewer, await standingsTowards(tx, viewer, input.personId), 'openCase');
    const workerId = input.workerId ?? viewer.staffId;
    if (workerId !== viewer.staffId && !viewer.lock.mayUse(viewer.role, ['supervisor']))
      throw problem('not-allowed', { field: 'workerId' });
    if (!(await isCaseWorker(tx, workerId, viewer.agencyCode)))
      throw problem('worker-not-available', { field: 'workerId' });
    const open = await openCaseOf(tx, input.personId);
    if (open) throw problem('case-open-already', { field: 'personId', caseNumber: open });
    const ended = await closedCaseOf(tx, input.personId);
    if (ended && !input.newCaseReason)
      throw problem('case-closed-before', { field: 'newCaseReason', ...ended });
    const due = await assessBy(tx, sent.occurredAt, viewer.city.timeZone);
    const caseNumber = await takeNumber(tx, sent.occurredAt);
    await sql`
      insert into cases (case_id, case_number, person_id, worker_id, opened_at, opened_from, opened_from_id, risk_level, risk_reason, assess_by)
      values (${input.caseId}, ${caseNumber}, ${input.personId}, ${workerId}, ${sent.occurredAt}, ${input.openedFrom},
              ${input.openedFromId ?? null}, ${input.riskLevel}, ${input.riskReason}, ${due})`.execute(tx);
    await sql`
      insert into case_workers (case_id, staff_id, person_id, from_at)
      values (${input.caseId}, ${workerId}, ${input.personId}, ${sent.occurredAt})`.execute(tx);
    if (ended && input.newCaseReason)
      await keepWhyNew(tx, { ...input, reason: input.newCaseReason, at: sent.occurredAt });
    return { caseId: input.caseId, caseNumber, assessBy: due };
  },
});

type WhyNew = {
  readonly caseId: string;
  readonly personId: string;
  readonly reason: string;
  readonly at: Date;
};

// The reason stands as the first note of the new case; it also answers whoever was asked to reopen the old one.
async function keepWhyNew(tx: Tx, { caseId, personId, reason, at }: WhyNew): Promise<void> {
  await sql`
    insert into case_notes (note_id, case_id, person_id, kind, occurred_at, body)
    values (${uuidv7()}, ${caseId}, ${personId}, 'note', ${at}, ${reason})`.execute(tx);
  await sql`select app.answer_alerts_of(${personId}, ${at}, ${reason})`.execute(tx);
}

async function takeNumber(tx: Tx, openedAt: Date): Promise<string> {
  const found = await sql<{ number: string }>`select app.next_case_number(${openedAt}) as number`.execute(tx);
  return found.rows[0]?.number ?? '';
}

/** Hands a case on to another worker of the unit, with what waits for its worker. */
export const assignCase = command({
  name: 'cases/assign',
  summary: 'Hand a case on to another worker',
  may: ['supervisor'],
  input: AssignCase,
  result: Changed,
  audit: (input, result) => ({
    act: 'case.handed-on',
    on: { kind: 'case', id: input.caseId },
    persons: [result.personId],
    detail: { to: input.workerId },
  }),
  run: async (tx, viewer, input, sent) => {
    const row = await takeCase(tx, viewer, { caseId: input.caseId, ability: 'assign' });
    if (!(await isCaseWorker(tx, input.workerId, viewer.agencyCode)))
      throw problem('worker-not-available', { field: 'workerId' });
    if (row.worker_id === input.workerId) return { ...idsOf(row), version: row.version };
    await moveWork(tx, {
      caseIds: [row.case_id],
      from: row.worker_id,
      to: input.workerId,
      at: sent.occurredAt,
      reason: input.reason,
    });
    return { ...idsOf(row), version: await changeCase(tx, row, sql`worker_id = ${input.workerId}`) };
  },
});

/** Hands on everything of a worker who leaves or moves: cases, open and closed, and the alerts that wait. */
export const handOnCases = command({
  name: 'cases/hand-on',
  summary: 'Hand all cases of a worker on to another',
  may: ['supervisor'],
  input: HandOnCases,
  result: Type.Object({ caseIds: Type.Array(Type.String()) }),
  audit: (input, result) => ({
    act: 'cases.handed-on',
    on: { kind: 'staff', id: input.fromWorkerId },
    detail: { to: input.toWorkerId, cases: result.caseIds },
  }),
  run: async (tx, viewer, input, sent) => {
    if (
      input.fromWorkerId === input.toWorkerId ||
      !(await isCaseWorker(tx, input.toWorkerId, viewer.agencyCode))
    )
      throw problem('worker-not-available', { field: 'toWorkerId' });
    const caseIds = await casesOfWorker(tx, viewer, input.fromWorkerId);
    await moveWork(tx, {
      caseIds,
      from: input.fromWorkerId,
      to: input.toWorkerId,
      at: sent.occurredAt,
      reason: input.reason,
    });
    await sql`
      update cases set worker_id = ${input.toWorkerId}, version = version + 1, changed_at = now()
       where city = (select app.city()) and case_id = any (${caseIds}::uuid[])`.execute(tx);
    return { caseIds };
  },
});

async function casesOfWorker(tx: Tx, viewer: Viewer, workerId: string): Promise<string[]> {
  const found = await sql<{ case_id: string }>`
    select c.case_id from cases c
     where c.city = (select app.city()) and c.worker_id = ${workerId} and c.agency_code = (select app.viewer_agency())
       and c.state in ('open', 'closed')
       and c.person_id in (select x.person_id from ${viewer.lock.personStanding} x
         where x.city = (select app.city()) and x.standing = 'caseTeam')
     order by c.case_id
     for no key update`.execute(tx);
  return found.rows.map((row) => row.case_id);
}

type Move = {
  readonly caseIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly at: Date;
  readonly reason: string;
};

// The alerts go first: after the case has its new worker, the old one's are out of everybody's reach.
async function moveWork(tx: Tx, move: Move): Promise<void> {
  await sql`
    update contact_alerts set staff_id = ${move.to}
     where city = (select app.city()) and staff_id = ${move.from} and answered_at is null and case_id = any (${move.caseIds}::uuid[])`.execute(
    tx,
  );
  await sql`
    update case_workers set to_at = greatest(from_at, ${move.at})
     where city = (select app.city()) and staff_id = ${move.from} and to_at is null and case_id = any (${move.caseIds}::uuid[])`.execute(
    tx,
  );
  await sql`
    insert into case_workers (case_id, staff_id, person_id, from_at, reason)
    select c.case_id, ${move.to}, c.person_id, ${move.at}, ${move.reason}
      from cases c
     where c.city = (select app.city()) and c.case_id = any (${move.caseIds}::uuid[])
       and not exists (select 1 from case_workers w where w.city = c.city and w.case_id = c.case_id and w.staff_id = ${move.to} and w.to_at is null)`.execute(
    tx,
  );
}

/** Adds a colleague to the team of a case, who then sees all of it. */
export const joinCase = command({
  name: 'cases/join',
  summary: 'Add a worker to the team of a case',
  may: ['supervisor'],
  input: AssignCase,
  result: Changed,
  audit: (input, result) => ({
    act: 'case.joined',
    on: { kind: 'case', id: input.caseId },
    persons: [result.personId],
    detail: { worker: input.workerId },
  }),
  run: async (tx, viewer, input, sent) => {
    const row = await takeCase(tx, viewer, { caseId: input.caseId, ability: 'assign' });
    if (!(await isCaseWorker(tx, input.workerId, viewer.agencyCode)))
      throw problem('worker-not-available', { field: 'workerId' });
    await sql`
      insert into case_workers (case_id, staff_id, person_id, from_at, reason)
      select ${row.case_id}, ${input.workerId}, ${row.person_id}, ${sent.occurredAt}, ${input.reason}
       where not exists (select 1 from case_workers w where w.city = (select app.city()) and w.case_id = ${row.case_id}
         and w.staff_id = ${input.workerId} and w.to_at is null)`.execute(tx);
    return { ...idsOf(row), version: row.version };
  },
});

/** Takes a colleague out of the team of a case; the case's own worker is replaced by handing on. */
export const leaveCase = command({
  name: 'cases/leave',
  summary: 'Take a worker out of the team of a case',
  may: ['supervisor'],
  input: AssignCase,
  result: Changed,
  audit: (input, result) => ({
    act: 'case.left',
    on: { kind: 'case', id: input.caseId },
    persons: [result.personId],
    detail: { worker: input.workerId },
  }),
  run: async (tx, viewer, input, sent) => {
    const row = await takeCase(tx, viewer, { caseId: input.caseId, ability: 'assign' });
    if (row.worker_id === input.workerId) throw problem('worker-not-available', { field: 'workerId' });
    await sql`
      update case_workers set to_at = greatest(from_at, ${sent.occurredAt}), reason = ${input.reason}
       where city = (select app.city()) and case_id = ${row.case_id} and staff_id = ${input.workerId} and to_at is null`.execute(
      tx,
    );
    return { ...idsOf(row), version: row.version };
  },
});
