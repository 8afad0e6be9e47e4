import { sql } from 'kysely';
import { countHeld } from '#custody/queries.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';
import { mayCount } from '#today/access.ts';
import type { Figures } from '#today/schema/today.ts';

/** The figures beside the list, each only for whom it is. */
export async function readFigures(tx: Tx, viewer: Viewer, world: World): Promise<Figures> {
  const held = mayCount(viewer, 'held') ? await countHeld(tx, viewer, world) : null;
  return {
    ...(mayCount(viewer, 'cases') ? { cases: await countCases(tx, world.now()) } : {}),
    ...(held ? { held: { children: held.children, adults: held.adults, overLimit: held.overLimit } } : {}),
    ...(mayCount(viewer, 'breaches') ? { breaches: await countBreaches(tx) } : {}),
    ...(mayCount(viewer, 'office') ? { office: await readOffice(tx) } : {}),
    ...(mayCount(viewer, 'log') ? { log: await readLog(tx) } : {}),
  };
}

async function countCases(tx: Tx, now: Date): Promise<NonNullable<Figures['cases']>> {
  const found = await sql<NonNullable<Figures['cases']>>`
    select (count(*) filter (where c.state = 'open'))::int as open,
           (count(*) filter (where c.state = 'open' and c.risk_level = 'HIGH'))::int as "highRisk",
           (count(*) filter (where c.state = 'closed' and c.next_due_on < 'infinity'))::int as aftercare,
           (count(*) filter (where c.state = 'closed' and c.next_due_on < app.local_date(${now})))::int as "aftercareLate"
      from cases c
     where c.city = (select app.city()) and c.state in ('open', 'closed')
       and (c.worker_id = (select app.viewer_staff())
         or (c.agency_code = (select app.viewer_agency()) and (select app.viewer_role()) = 'supervisor'))`.execute(
    tx,
  );
  return found.rows[0] ?? { open: 0, highRisk: 0, aftercare: 0, aftercareLate: 0 };
}

async function countBreaches(tx: Tx): Promise<NonNullable<Figures['breaches']>> {
  const found = await sql<NonNullable<Figures['breaches']>>`
    select count(*)::int as open, (count(*) filter (where f.paused_since is not null))::int as paused,
           count(b.referral_id)::int as late, (count(*) filter (where b.escalated))::int as escalated
      from referrals f left join referral_breach b on b.city = f.city and b.referral_id = f.referral_id
     where f.city = (select app.city()) and f.state in ('sent', 'accepted')`.execute(tx);
  return found.rows[0] ?? { open: 0, late: 0, escalated: 0, paused: 0 };
}

type OfficeRow = {
  last_backup_at: Date | null;
  last_verified_at: Date | null;
  failed_at: Date | null;
  failed: string | null;
  audit: string | null;
  codes_open: number;
  active: number;
  invited: number;
  suspended: number;
};

async function readOffice(tx: Tx): Promise<NonNullable<Figures['office']>> {
  const found = await sql<OfficeRow>`
    select b.last_backup_at, b.last_verified_at, f.taken_at as failed_at, f.failed, a.audit, s.active, s.invited, s.suspended,
           (select count(*)::int from app.code_states() k where k.used_at is null and k.expires_at > now()) as codes_open
      from (select max(x.taken_at) filter (where x.failed is null) as last_backup_at, max(x.verified_at) as last_verified_at
              from backups x where x.city is null or x.city = (select app.city())) b
      left join lateral (select x.taken_at, x.failed from backups x
             where (x.city is null or x.city = (select app.city())) and x.failed is not null
               and x.taken_at > coalesce(b.last_backup_at, '-infinity')
             order by x.taken_at desc limit 1) f on true
      left join lateral (select x.audit from backups x
             where (x.city is null or x.city = (select app.city())) and x.failed is null and x.kind = 'embedded'
             order by x.taken_at desc limit 1) a on true
     cross join (select (count(*) filter (where y.state = 'active'))::int as active,
                        (count(*) filter (where y.state = 'invited'))::int as invited,
                        (count(*) filter (where y.state = 'suspended'))::int as suspended
                   from staff y where y.city = (select app.city())) s`.execute(tx);
  const row = found.rows[0];
  return {
    lastBackupAt: row?.last_backup_at?.toISOString() ?? null,
    lastVerifiedAt: row?.last_verified_at?.toISOString() ?? null,
    failedAt: row?.failed_at?.toISOString() ?? null,
    failed: row?.failed ?? null,
    auditBroken: row?.audit ?? null,
    codesOpen: row?.codes_open ?? 0,
    staff: { active: row?.active ?? 0, invited: row?.invited ?? 0, suspended: row?.suspended ?? 0 },
  };
}

type LogRow = { unsealed: number; oldest: Date | null; last_seal: Date | null };
type Line = { rule: string; ranAt: Date; afterMonths: number; done: number; held: number; dueSoon: number };
type Glass = {
  breakId: string;
  caseNumber: string;
  staff: string;
  agencyCode: string;
  reason: string;
  openedAt: Date;
  reviewedAt: Date | null;
};

async function readLog(tx: Tx): Promise<NonNullable<Figures['log']>> {
  const seals = await sql<LogRow>`
    with last as (
      select x.sealed_at, x.before_txid from audit_seals x where x.city = (select app.city()) order by x.seal_no desc limit 1)
    select count(*)::int as unsealed, min(r.recorded_at) as oldest, (select sealed_at from last) as last_seal
      from audit_rows r
     where r.city = (select app.city()) and r.txid >= coalesce((select before_txid from last), '0'::xid8)`.execute(
    tx,
  );
  const retention = await sql<Line>`
    select rule, ran_at as "ranAt", after_months as "afterMonths", done, held, due_soon as "dueSoon"
      from retention_runs
     where city = (select app.city()) and run_id = (select x.run_id from retention_runs x
       where x.city = (select app.city()) order by x.ran_at desc limit 1)
     order by rule`.execute(tx);
  const glass = await sql<Glass>`
    select b.break_id as "breakId", b.case_number as "caseNumber", f.name as staff, f.agency_code as "agencyCode", b.reason,
           b.opened_at as "openedAt", b.reviewed_at as "reviewedAt"
      from break_glass b join staff f on f.city = b.city and f.staff_id = b.staff_id
     where b.city = (select app.city())
     order by b.opened_at desc
     limit 10`.execute(tx);
  const row = seals.rows[0];
  return {
    unsealed: row?.unsealed ?? 0,
    oldestUnsealedAt: row?.oldest?.toISOString() ?? null,
    lastSealAt: row?.last_seal?.toISOString() ?? null,
    retention: retention.rows.map((it) => ({ ...it, ranAt: it.ranAt.toISOString() })),
    glass: glass.rows.map((it) => ({
      ...it,
      openedAt: it.openedAt.toISOString(),
      reviewedAt: it.reviewedAt?.toISOString() ?? null,
    })),
  };
}
