import { sql } from 'kysely';
import { listDutyHolders, listReferralDuties } from '#agencies/queries.ts';
import { requireAbility } from '#persons/access.ts';
import { standingsTowards } from '#persons/queries.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import '#referrals/commands/problems.ts';
import { clockDays, referralClock } from '#referrals/queries/clock.ts';
import { readKeptFields, writeContents } from '#referrals/queries/contents.ts';
import { findCaseToRefer, isOpenPlanLine, requireOpen } from '#referrals/queries/options.ts';
import { dueOf, fieldsWithoutName } from '#referrals/rules.ts';
import { ReferralChanged, SendReferral } from '#referrals/schema.ts';

/**
 * Asks another agency to do its part for the child of a case: by duty, into that agency's queue, never to a named
 * person. From here on the agency sees exactly the fields listed, until the referral closes.
 */
export const sendReferral = command({
  name: 'referrals/send',
  summary: 'Refer a case to the queue of another agency, by its duty',
  may: ['social_worker', 'supervisor'],
  input: SendReferral,
  result: ReferralChanged,
  audit: (input, result) => ({
    act: 'referral.sent',
    on: { kind: 'referral', id: input.referralId },
    persons: [result.personId],
    detail: { to: input.toAgency, duty: input.dutyCode, discloses: input.discloses },
  }),
  run: async (tx, viewer, input, sent) => {
    const it = await findCaseToRefer(tx, input.caseId);
    if (!it) throw problem('not-found');
    requireAbility(viewer, await standingsTowards(tx, viewer, it.person_id), 'refer');
    requireOpen(it);
    // Its clock runs from when it reached the queue, by the server: a device's word could set it back.
    const sentAt = sent.world.now();
    const day = cityDate(sentAt, viewer.city.timeZone);
    await requireDuty(tx, { ...input, ownAgency: viewer.agencyCode, day });
    if (fieldsWithoutName(input.discloses).length > 0)
      throw problem('disclosure-needs-name', { field: 'discloses' });
    const planLineId = input.planLineId ?? null;
    if (planLineId && !(await isOpenPlanLine(tx, it.case_id, planLineId)))
      throw problem('plan-line-of-another-case', { field: 'planLineId' });
    const days = (await clockDays(tx))(input.dutyCode);
    const { calendar, escalateAfter } = await referralClock(tx, viewer);
    const clock = { sentAt, clockDays: days, pauses: [] };
    const { dueAt, escalatesAt } = dueOf(clock, calendar, escalateAfter);
    await sql`
      insert into referrals (referral_id, case_id, person_id, to_agency, duty_code, discloses, plan_line_id, sent_at, clock_days, due_at, escalates_at)
      values (${input.referralId}, ${it.case_id}, ${it.person_id}, ${input.toAgency}, ${input.dutyCode}, ${input.discloses}::text[],
              ${planLineId}, ${sentAt}, ${days}, ${dueAt}, ${escalatesAt})`.execute(tx);
    const kept = await readKeptFields(tx, it.case_id, it.person_id);
    await writeContents(tx, input.referralId, { question: input.question, kept, discloses: input.discloses });
    return {
      referralId: input.referralId,
      state: 'sent' as const,
      dueAt: dueAt.toISOString(),
      version: 1,
      personId: it.person_id,
    };
  },
});

type Asked = {
  readonly dutyCode: string;
  readonly toAgency: string;
  readonly ownAgency: string;
  readonly day: string;
};

/** Refuses a duty that nobody may be asked for, and an agency that does not have it on the day. */
async function requireDuty(tx: Tx, { dutyCode, toAgency, ownAgency, day }: Asked): Promise<void> {
  await sql`select app.check_code('duty', ${dutyCode}, ${day})`.execute(tx);
  if (toAgency === ownAgency) throw problem('referral-to-itself', { field: 'toAgency' });
  const holders = await listDutyHolders(tx, dutyCode, day);
  if (!holders.includes(toAgency)) throw problem('agency-without-duty', { field: 'toAgency' });
  const duties = await listReferralDuties(tx, day);
  if (!duties.some((duty) => duty.dutyCode === dutyCode))
    throw problem('agency-without-duty', { field: 'dutyCode' });
}
