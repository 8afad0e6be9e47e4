import { sql } from 'kysely';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { type FoundReferral, referralColumns } from '#referrals/queries/lists.ts';
import type { AgencyBreaches } from '#referrals/schema.ts';

// The coordinator counts all of the city; others those of the children of whose team they are.
const counting = (viewer: Viewer) => sql`((select app.viewer_role()) = 'coordinator' or exists (
  select 1 from ${viewer.lock.personStanding} x
   where x.city = f.city and x.person_id = f.person_id and x.standing = 'caseTeam'))`;

/** Open, paused, late and escalated referrals by the agency asked, the most late first. */
export async function countBreaches(tx: Tx, viewer: Viewer): Promise<AgencyBreaches[]> {
  const found = await sql<AgencyBreaches>`
    select f.to_agency as "agencyCode", count(*) as open,
           count(*) filter (where f.paused_since is not null) as paused,
           count(b.referral_id) as late,
           count(*) filter (where b.escalated) as escalated
      from referrals f
      left join referral_breach b on b.city = f.city and b.referral_id = f.referral_id
     where f.city = (select app.city()) and f.state in ('sent', 'accepted') and ${counting(viewer)}
     group by f.to_agency
     order by count(b.referral_id) desc, f.to_agency
     limit 200`.execute(tx);
  return found.rows;
}

/** The breaches themselves, the longest past first. */
export async function listBreaches(
  tx: Tx,
  viewer: Viewer,
  after: { readonly at: string; readonly referralId: string } | null,
): Promise<FoundReferral[]> {
  const found = await sql<FoundReferral>`
    select ${referralColumns}
      from referral_breach b
      join referrals f on f.city = b.city and f.referral_id = b.referral_id
     where b.city = (select app.city()) and ${counting(viewer)}
       and (f.due_at, f.referral_id) > (${after?.at ?? '-infinity'}::timestamptz, ${after?.referralId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
     order by f.due_at, f.referral_id
     limit 51`.execute(tx);
  return found.rows;
}
