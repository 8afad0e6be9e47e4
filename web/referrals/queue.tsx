import { ReferralLists } from '#web/referrals/lists.tsx';

/** What other agencies asked of a case team's own agency. */
export function Screen() {
  return <ReferralLists side="queue" here="/rujukan/masuk" />;
}
