import { sql } from 'kysely';
import { hasReferralDesk } from '#agencies/queries.ts';
import { findPersons } from '#persons/queries.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { abilityFor, referralStandingsOf, requireReferralAbility } from '#referrals/access.ts';
import '#referrals/commands/problems.ts';
import { endedPauses, referralClock } from '#referrals/queries/clock.ts';
import { dueOf, isOpen, type ReferralAct, whyNot } from '#referrals/rules.ts';
import type { ReferralChanged, ReferralState } from '#referrals/schema.ts';

/** A referral held for writing by somebody who may. */
export type TakenReferral = {
  readonly referralId: string;
  readonly personId: string;
  readonly toAgency: string;
  readonly state: ReferralState;
  readonly sentAt: Date;
  readonly clockDays: number;
  readonly dueAt: Date;
  readonly escalatesAt: Date | null;
  readonly pausedSince: Date | null;
  readonly version: number;
};

/** Takes a referral for an act: refuses whom it does not exist for, who may not, and an act that its state does not allow. */
export async function takeReferral(
  tx: Tx,
  viewer: Viewer,
  { act, referralId }: { act: ReferralAct; referralId: string },
): Promise<TakenReferral> {
  const found = await sql<TakenReferral>`
    select referral_id as "referralId", person_id as "personId", to_agency as "toAgency", state, sent_at as "sentAt",
           clock_days as "clockDays", due_at as "dueAt", escalates_at as "escalatesAt", paused_since as "pausedSince", version
      from referrals
     where city = (select app.city()) and referral_id = ${referralId}
       for update`.execute(tx);
  const [row] = found.rows;
  if (!row) throw problem('not-found');
  const [person] = await findPersons(tx, viewer, [row.personId]);
  const held = referralStandingsOf(viewer, row, person?.standings ?? []);
  const hasDesk = await hasReferralDesk(tx, row.toAgency);
  requireReferralAbility(viewer, held, abilityFor(act, held, hasDesk));
  const refusal = whyNot(act, { state: row.state, paused: row.pausedSince !== null });
  if (refusal) throw problem(refusal);
  return row;
}

type Move = { readonly state: ReferralState; readonly at: Date; readonly wasPaused: boolean };

/** Writes the new state; after a pause the due time moves by the working time that stood still. */
export async function moveReferral(
  tx: Tx,
  viewer: Viewer,
  taken: TakenReferral,
  { state, at, wasPaused }: Move,
): Promise<ReferralChanged> {
  const { dueAt, escalatesAt } = wasPaused ? await dueAfterPauses(tx, viewer, taken) : taken;
  const closedAt = isOpen(state) ? null : at;
  const answeredAt = state === taken.state || state === 'withdrawn' ? null : at;
  await sql`
    update referrals
       set state = ${state}, due_at = ${dueAt}, escalates_at = ${escalatesAt}, paused_since = null,
           first_answered_at = coalesce(first_answered_at, ${answeredAt}::timestamptz), closed_at = ${closedAt}::timestamptz, version = version + 1
     where city = (select app.city()) and referral_id = ${taken.referralId}`.execute(tx);
  return {
    referralId: taken.referralId,
    state,
    dueAt: dueAt.toISOString(),
    version: taken.version + 1,
    personId: taken.personId,
  };
}

async function dueAfterPauses(tx: Tx, viewer: Viewer, taken: TakenReferral) {
  const { calendar, escalateAfter } = await referralClock(tx, viewer);
  const pauses = await endedPauses(tx, taken.referralId);
  return dueOf({ sentAt: taken.sentAt, clockDays: taken.clockDays, pauses }, calendar, escalateAfter);
}
