import { useSession } from '#web/platform/session.tsx';
import { BreachesPage } from '#web/referrals/breaches.tsx';
import { firstSideOf, ReferralLists } from '#web/referrals/lists.tsx';

/** Where everybody's way through referrals begins: the queue, what one's unit sent, or for the coordinator what is late. */
export function Screen() {
  const { role } = useSession().staff;
  if (role === 'coordinator') return <BreachesPage />;
  return <ReferralLists side={firstSideOf(role)} here="/rujukan" />;
}
