import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import { type FoundReferral, referralColumns } from '#referrals/queries/lists.ts';
import type { AgencyBreaches } from '#referrals/schema.ts';

// The coordinator counts all of the city, a supervisor what the own unit asked.
const counted = sql`((select app.viewer_role()) = 'coordinator' or f.from_agency = (select app.viewer_agency()))`;

/** Open, paused, late and escalated referrals by the agency asked, the most late first. */
export async function countBreaches(tx: Tx): Promise<AgencyBreaches[]> {
  const found = await sql<AgencyBreaches>`
    select o.to_agency as "agencyCode", o.open, o.paused, coalesce(l.late, 0) as late, coalesce(l.escalated, 0) as escalated
      from (select f.to_agency, count(*) as open, count(*) filter (where f.paused_since is not null) as paused
              from referrals f
             where f.city = (select app.city()) and f.state in ('sent', 'accepted') and ${counted}
             group by f.to_agency) o
      left join (select f.to_agency, count(*) as late, count(*) filter (where f.escalated) as escalated
              from referral_breach f
             where f.city = (select app.city()) and ${counted}
             group by f.to_agency) l on l.to_agency = o.to_agency
     order by late desc, o.to_agency
     limit 200`.execute(tx);
  return found.rows;
}

/** The breaches themselves, the longest past first. */
export async function listBreaches(
  tx: Tx,
  after: { readonly at: string; readonly referralId: string } | null,
): Promise<FoundReferral[]> {
  const found = await sql<FoundReferral>`
    with late as (
      select f.city, f.referral_id
        from referral_breach f
       where f.city = (select app.city()) and ${counted}
         and (f.due_at, f.referral_id) > (${after?.at ?? '-infinity'}::timestamptz, ${after?.referralId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
       order by f.due_at, f.referral_id
       limit 51)
    select ${referralColumns}
      from late join referrals f using (city, referral_id)
     order by f.due_at, f.referral_id`.execute(tx);
  return found.rows;
}
