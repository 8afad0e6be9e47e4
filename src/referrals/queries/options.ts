import { sql } from 'kysely';
import { listReferralDuties } from '#agencies/queries.ts';
import { disclosePersons, findPersons, openPerson } from '#persons/queries.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import type { World } from '#platform/world.ts';
import { clockDays } from '#referrals/queries/clock.ts';
import { fieldsWithValues, readKeptFields } from '#referrals/queries/contents.ts';
import { disclosableFields } from '#referrals/rules.ts';
import type { ReferralOptions } from '#referrals/schema.ts';

export type CaseToRefer = {
  readonly case_id: string;
  readonly case_number: string;
  readonly person_id: string;
  readonly state: 'open' | 'closed' | 'sealed';
};

/** The case a referral would be sent for, if the database shows it. */
export async function findCaseToRefer(tx: Tx, caseId: string): Promise<CaseToRefer | null> {
  const found = await sql<CaseToRefer>`
    select case_id, case_number, person_id, state
      from cases
     where city = (select app.city()) and case_id = ${caseId}`.execute(tx);
  return found.rows[0] ?? null;
}

/** Whether a plan line is an open one of this case. */
export async function isOpenPlanLine(tx: Tx, caseId: string, planLineId: string): Promise<boolean> {
  const found = await sql<{ ok: boolean }>`
    select exists (
      select 1 from plan_lines
       where city = (select app.city()) and case_id = ${caseId} and plan_line_id = ${planLineId} and state = 'open') as ok`.execute(
    tx,
  );
  return found.rows[0]?.ok ?? false;
}

/** Only an open case is referred: the form says so before anybody fills it in, and the command again. */
export function requireOpen(it: CaseToRefer): void {
  if (it.state !== 'open') throw problem('referral-case-closed');
}

/** All that the form for a new referral offers, with the value each field would show. */
export async function referralOptions(
  tx: Tx,
  viewer: Viewer,
  it: CaseToRefer,
  world: World,
): Promise<ReferralOptions> {
  requireOpen(it);
  const [row] = await findPersons(tx, viewer, [it.person_id]);
  if (!row) throw problem('not-found');
  const { persons } = await disclosePersons(tx, viewer, [row], world);
  const [person] = persons;
  if (!person) throw problem('not-found');
  const record = await openPerson(tx, viewer, row, world);
  const kept = await readKeptFields(tx, it.case_id, it.person_id);
  const daysOf = await clockDays(tx);
  const today = cityDate(world.now(), viewer.city.timeZone);
  const held = (await listReferralDuties(tx, today)).filter((duty) => duty.agencyCode !== viewer.agencyCode);
  const duties = Map.groupBy(held, (duty) => duty.dutyCode);
  return {
    person,
    caseNumber: it.case_number,
    duties: [...duties].map(([dutyCode, holders]) => ({
      dutyCode,
      workingDays: daysOf(dutyCode),
      agencies: holders.map(({ agencyCode, basis, hasDesk }) => ({ agencyCode, basis, hasDesk })),
    })),
    planLines: await listOpenPlanLines(tx, it.case_id),
    fields: await fieldsWithValues(tx, disclosableFields, { record, kept }),
  };
}

async function listOpenPlanLines(tx: Tx, caseId: string): Promise<ReferralOptions['planLines']> {
  const found = await sql<ReferralOptions['planLines'][number]>`
    select plan_line_id as "planLineId", goal, agency_code as "agencyCode", due_on as "dueOn"
      from plan_lines
     where city = (select app.city()) and case_id = ${caseId} and state = 'open'
     order by due_on
     limit 50`.execute(tx);
  return found.rows;
}
