import { sql } from 'kysely';
import { requireCode } from '#areas/queries.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { moveReferral, takeReferral } from '#referrals/commands/take.ts';
import { PauseReferral, ReferralChanged, ResumeReferral } from '#referrals/schema.ts';

/** Stops the clock for a reason that the agency can't help. */
export const pauseReferral = command({
  name: 'referrals/pause',
  summary: 'Pause the clock of a referral, with a reason',
  may: ['partner_desk', 'custody_desk', 'social_worker', 'supervisor', 'area_desk'],
  input: PauseReferral,
  result: ReferralChanged,
  audit: (input, result) => ({
    act: 'referral.paused',
    on: { kind: 'referral', id: input.referralId },
    persons: [result.personId],
    detail: { reason: input.reasonCode },
  }),
  run: async (tx, viewer, input, sent) => {
    const { referralId, reasonCode, reason = '' } = input;
    await requireCode(tx, {
      list: 'referral_pause_reason',
      code: reasonCode,
      day: cityDate(sent.world.now(), viewer.city.timeZone),
      field: 'reasonCode',
      words: { text: reason, field: 'reason' },
    });
    const taken = await takeReferral(tx, viewer, { act: 'pause', referralId });
    const at = sent.world.now();
    await sql`
      insert into referral_pauses (pause_id, referral_id, from_at, reason_code, reason)
      values (${uuidv7()}, ${referralId}, ${at}, ${reasonCode}, ${reason})`.execute(tx);
    await sql`
      update referrals set paused_since = ${at}, version = version + 1
       where city = (select app.city()) and referral_id = ${referralId}`.execute(tx);
    const { state, dueAt, version, personId } = taken;
    return { referralId, state, dueAt: dueAt.toISOString(), version: version + 1, personId };
  },
});

/** Lets the clock run on; it is due later by the working time of the pause. */
export const resumeReferral = command({
  name: 'referrals/resume',
  summary: 'Let the clock of a referral run on',
  may: ['partner_desk', 'custody_desk', 'social_worker', 'supervisor', 'area_desk'],
  input: ResumeReferral,
  result: ReferralChanged,
  audit: (input, result) => ({
    act: 'referral.resumed',
    on: { kind: 'referral', id: input.referralId },
    persons: [result.personId],
  }),
  run: async (tx, viewer, { referralId }, sent) => {
    const taken = await takeReferral(tx, viewer, { act: 'resume', referralId });
    await sql`
      update referral_pauses set to_at = ${sent.world.now()}
       where city = (select app.city()) and referral_id = ${referralId} and to_at is null`.execute(tx);
    return moveReferral(tx, viewer, taken, { state: taken.state, at: sent.world.now(), wasPaused: true });
  },
});
