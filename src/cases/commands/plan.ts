import { sql } from 'kysely';
import { isAreaOfCity } from '#areas/queries.ts';
import { type CaseAbility, mayActFor, requireInCase } from '#cases/access.ts';
import {
  differing,
  idsOf,
  isOlder,
  lastChange,
  moveOn,
  requireCode,
  takeOpenCase,
  touchCase,
} from '#cases/commands/shared.ts';
import { type CaseRow, findCase } from '#cases/queries/find.ts';
import { AddPlanLine, Changed, ChangePlanLine, EndPlanLine } from '#cases/schema/acts.ts';
import { standingsTowards } from '#persons/queries.ts';
import type { Standing } from '#persons/schema.ts';
import { addMonths, cityDate } from '#platform/calendar.ts';
import { Conflict, command } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

const team = ['social_worker', 'supervisor'] as const;
const longestPlanMonths = 60;

type Line = Omit<AddPlanLine, 'caseId' | 'planLineId'>;

/** Adds a goal to the plan: the service, the agency that owes it, where, and until when. */
export const addPlanLine = command({
  name: 'cases/add-plan-line',
  summary: 'Add a goal with service, agency and due date to the plan',
  may: team,
  input: AddPlanLine,
  result: Changed,
  audit: (input, result) => ({
    act: 'case.planned',
    on: { kind: 'case', id: input.caseId },
    persons: [result.personId],
    detail: { line: input.planLineId, agency: input.agencyCode, service: input.serviceCode },
  }),
  run: async (tx, viewer, input, sent) => {
    const row = await takeOpenCase(tx, viewer, { caseId: input.caseId, ability: 'work' });
    await requireLine(tx, input, cityDate(sent.occurredAt, viewer.city.timeZone));
    await sql`
      insert into plan_lines (plan_line_id, case_id, person_id, goal, service_code, agency_code, area_code, due_on)
      values (${input.planLineId}, ${row.case_id}, ${row.person_id}, ${input.goal}, ${input.serviceCode}, ${input.agencyCode},
              ${input.areaCode ?? null}, ${input.dueOn})`.execute(tx);
    return { ...idsOf(row), version: await moveOn(tx, row, 'INTERVENTION_PLAN') };
  },
});

async function requireLine(tx: Tx, line: Line, today: string): Promise<void> {
  if (line.dueOn < today || line.dueOn > addMonths(today, longestPlanMonths))
    throw problem('date-impossible', { field: 'dueOn' });
  await requireCode(tx, 'service_component', { code: line.serviceCode, day: today });
  const agency = await sql<{ ok: boolean }>`
    select exists (select 1 from agencies where city = (select app.city()) and agency_code = ${line.agencyCode}
      and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)) as ok`.execute(
    tx,
  );
  if (!agency.rows[0]?.ok) throw problem('agency-not-valid', { field: 'agencyCode' });
  if (line.areaCode && !(await isAreaOfCity(tx, line.areaCode)))
    throw problem('area-of-another-city', { field: 'areaCode' });
}

type LineRow = {
  case_id: string;
  goal: string;
  service_code: string;
  agency_code: string;
  area_code: string | null;
  due_on: string;
  state: 'open' | 'done' | 'dropped';
  version: number;
};
type Taken = { readonly line: LineRow; readonly row: CaseRow; readonly held: readonly Standing[] };

async function takeLine(
  tx: Tx,
  viewer: Viewer,
  { planLineId, ability }: { planLineId: string; ability: CaseAbility },
): Promise<Taken> {
  const found = await sql<LineRow>`
    select case_id, goal, service_code, agency_code, area_code, due_on, state, version
      from plan_lines
     where city = (select app.city()) and plan_line_id = ${planLineId}
       for no key update`.execute(tx);
  const line = found.rows[0];
  const row = line ? await findCase(tx, line.case_id) : null;
  if (!line || !row) throw problem('not-found');
  const held = await standingsTowards(tx, viewer, row.person_id);
  requireInCase(viewer, held, ability);
  if (row.state !== 'open') throw problem('case-not-open');
  return { line, row, held };
}

/** Changes a goal that is still open. Of two who change it at once the second sees both versions. */
export const changePlanLine = command({
  name: 'cases/change-plan-line',
  summary: 'Change an open goal of the plan',
  may: team,
  input: ChangePlanLine,
  result: Changed,
  audit: (input, result) => ({
    act: result.versions ? 'case.plan-changed-in-conflict' : 'case.plan-changed',
    on: { kind: 'case', id: result.caseId },
    persons: [result.personId],
    detail: { line: input.planLineId },
  }),
  run: async (tx, viewer, input, sent) => {
    const { line, row } = await takeLine(tx, viewer, { planLineId: input.planLineId, ability: 'work' });
    const fields = differing(
      {
        goal: line.goal,
        serviceCode: line.service_code,
        agencyCode: line.agency_code,
        areaCode: line.area_code,
        dueOn: line.due_on,
      },
      {
        goal: input.goal,
        serviceCode: input.serviceCode,
        agencyCode: input.agencyCode,
        areaCode: input.areaCode,
        dueOn: input.dueOn,
      },
    );
    if (isOlder(sent.basedOn, line.version) && fields.length > 0) {
      const last = await lastChange(tx, { table: 'plan_lines', key: input.planLineId });
      return new Conflict({
        ...idsOf(row),
        version: line.version,
        versions: { ...last, fields, basedOn: String(line.version) },
      });
    }
    if (line.state !== 'open') throw problem('plan-line-ended');
    const today = cityDate(sent.occurredAt, viewer.city.timeZone);
    await requireLine(tx, input, input.dueOn === line.due_on ? line.due_on : today);
    await sql`
      update plan_lines
         set goal = ${input.goal}, service_code = ${input.serviceCode}, agency_code = ${input.agencyCode},
             area_code = ${input.areaCode ?? null}, due_on = ${input.dueOn}, version = version + 1
       where city = (select app.city()) and plan_line_id = ${input.planLineId}`.execute(tx);
    await touchCase(tx, row);
    return { ...idsOf(row), version: line.version + 1 };
  },
});

/** Says how a goal ended: done, or dropped, with the result. An area desk says it of what was given to it. */
export const endPlanLine = command({
  name: 'cases/end-plan-line',
  summary: 'Mark a goal as done or dropped, with its result',
  may: ['social_worker', 'supervisor', 'area_desk'],
  input: EndPlanLine,
  result: Changed,
  audit: (input, result) => ({
    act: `case.plan-${input.state}`,
    on: { kind: 'case', id: result.caseId },
    persons: [result.personId],
    detail: { line: input.planLineId },
  }),
  run: async (tx, viewer, input, sent) => {
    const taken = await takeLine(tx, viewer, { planLineId: input.planLineId, ability: 'endPlanLine' });
    if (!mayActFor(viewer, taken.held, taken.line.agency_code)) throw problem('not-found');
    if (taken.line.state !== 'open') throw problem('plan-line-ended');
    await sql`
      update plan_lines
         set state = ${input.state}, result = ${input.result}, done_at = ${sent.occurredAt}, done_by = app.viewer_staff(), version = version + 1
       where city = (select app.city()) and plan_line_id = ${input.planLineId}`.execute(tx);
    await touchCase(tx, taken.row);
    return { ...idsOf(taken.row), version: taken.line.version + 1 };
  },
});
