import { sql } from 'kysely';
import { requireCode } from '#areas/queries.ts';
import { cityDate } from '#platform/calendar.ts';
import { command, type Sent } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { moveReferral, takeReferral } from '#referrals/commands/take.ts';
import type { ReferralAct } from '#referrals/rules.ts';
import {
  AcceptReferral,
  CompleteReferral,
  DeclineReferral,
  ReferralChanged,
  WithdrawReferral,
} from '#referrals/schema.ts';

const desks = ['partner_desk', 'custody_desk', 'social_worker', 'supervisor', 'area_desk'] as const;

const told = (act: string) => (input: { referralId: string }, result: ReferralChanged) => ({
  act,
  on: { kind: 'referral', id: input.referralId },
  persons: [result.personId],
});

/** The agency takes it on. */
export const acceptReferral = command({
  name: 'referrals/accept',
  summary: 'Accept a referral',
  may: desks,
  input: AcceptReferral,
  result: ReferralChanged,
  audit: told('referral.accepted'),
  run: (tx, viewer, input, sent) =>
    answer(tx, viewer, sent, { act: 'accept', referralId: input.referralId, text: input.note ?? '' }),
});

/** The agency can't, and says why; the child's name leaves its screens at once. */
export const declineReferral = command({
  name: 'referrals/decline',
  summary: 'Decline a referral, with a reason',
  may: desks,
  input: DeclineReferral,
  result: ReferralChanged,
  audit: told('referral.declined'),
  run: async (tx, viewer, input, sent) => {
    const { referralId, reasonCode, text } = input;
    await requireCode(tx, {
      list: 'referral_decline_reason',
      code: reasonCode,
      day: cityDate(sent.world.now(), viewer.city.timeZone),
      field: 'reasonCode',
      words: { text, field: 'text' },
    });
    return answer(tx, viewer, sent, { act: 'decline', referralId, reasonCode, text });
  },
});

/** The agency has done it and writes the result; the referral closes. */
export const completeReferral = command({
  name: 'referrals/complete',
  summary: 'Write the result of a referral',
  may: desks,
  input: CompleteReferral,
  result: ReferralChanged,
  audit: told('referral.completed'),
  run: (tx, viewer, input, sent) =>
    answer(tx, viewer, sent, { act: 'complete', referralId: input.referralId, text: input.result }),
});

/** The case team takes its question back. */
export const withdrawReferral = command({
  name: 'referrals/withdraw',
  summary: 'Take a referral back',
  may: ['social_worker', 'supervisor'],
  input: WithdrawReferral,
  result: ReferralChanged,
  audit: told('referral.withdrawn'),
  run: (tx, viewer, input, sent) =>
    answer(tx, viewer, sent, { act: 'withdraw', referralId: input.referralId, text: input.reason }),
});

type Answering = Exclude<ReferralAct, 'pause' | 'resume'>;
const becomes = {
  accept: 'accepted',
  decline: 'declined',
  complete: 'completed',
  withdraw: 'withdrawn',
} as const satisfies Record<Answering, string>;

type Given = {
  readonly act: Answering;
  readonly referralId: string;
  readonly text: string;
  readonly reasonCode?: string;
};

async function answer(tx: Tx, viewer: Viewer, sent: Sent, given: Given): Promise<ReferralChanged> {
  const taken = await takeReferral(tx, viewer, { act: given.act, referralId: given.referralId });
  // By the server's time, like the clock that it is measured against.
  const at = sent.world.now();
  const state = becomes[given.act];
  await sql`
    insert into referral_answers (answer_id, referral_id, kind, reason_code, text, answered_at)
    values (${uuidv7()}, ${given.referralId}, ${state}, ${given.reasonCode ?? ''}, ${given.text}, ${at})`.execute(
    tx,
  );
  // An answer ends a pause: what was waited for has come, or is waited for no longer.
  if (taken.pausedSince)
    await sql`
      update referral_pauses set to_at = greatest(from_at, ${at}::timestamptz)
       where city = (select app.city()) and referral_id = ${given.referralId} and to_at is null`.execute(tx);
  return moveReferral(tx, viewer, taken, { state, at, wasPaused: taken.pausedSince !== null });
}
