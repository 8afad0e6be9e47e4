import { type RawBuilder, sql } from 'kysely';
import { cityCalendar } from '#areas/queries.ts';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import type { Standing } from '#persons/schema.ts';
import type { WorkingCalendar } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';
import { referralStandingsOf, revealReferral } from '#referrals/access.ts';
import { countedClosed, isOpen, minutesLeft } from '#referrals/rules.ts';
import type { QueueCounts, QueueView, ReferralItem, ReferralState } from '#referrals/schema.ts';

/** A referral as both locks let it through; `presentReferrals` is the only way from here to an answer. */
export type FoundReferral = {
  readonly referral_id: string;
  readonly referral_number: string;
  readonly case_id: string;
  readonly person_id: string;
  readonly from_agency: string;
  readonly to_agency: string;
  readonly duty_code: string;
  readonly discloses: string[];
  readonly plan_line_id: string | null;
  readonly sent_by: string | null;
  readonly sent_at: Date;
  readonly clock_days: number;
  readonly due_at: Date;
  readonly escalates_at: Date | null;
  readonly state: ReferralState;
  readonly paused_since: Date | null;
  readonly first_answered_at: Date | null;
  readonly closed_at: Date | null;
  readonly version: number;
  readonly answered_by: string | null;
  readonly pause_reason: string | null;
};

/** The columns of a FoundReferral, of `referrals f`. */
export const referralColumns = sql`
  f.referral_id, f.referral_number, f.case_id, f.person_id, f.from_agency, f.to_agency, f.duty_code, f.discloses, f.plan_line_id,
  f.sent_by, f.sent_at, f.clock_days, f.due_at, f.escalates_at, f.state, f.paused_since, f.first_answered_at, f.closed_at, f.version,
  (select s.name from referral_answers a join staff s on s.city = a.city and s.staff_id = a.answered_by
    where a.city = f.city and a.referral_id = f.referral_id and a.kind in ('accepted', 'declined') limit 1) as answered_by,
  (select p.reason_code from referral_pauses p
    where p.city = f.city and p.referral_id = f.referral_id and p.to_at is null limit 1) as pause_reason`;

/** Which referrals a list is about: those in my agency's queue, or those sent for my cases, for a supervisor the unit's. */
export type Side = 'toMe' | 'fromMe';

// Only where to look, so that each list is one index from its first row; whom the viewer may see is decided by
// presentReferrals, and by the database before it.
function sideOf(viewer: Viewer, side: Side): RawBuilder<unknown> {
  if (side === 'toMe') return sql`f.to_agency = (select app.viewer_agency())`;
  if (viewer.role === 'supervisor') return sql`f.from_agency = (select app.viewer_agency())`;
  return sql`f.case_id = any (array(
    select c.case_id from cases c where c.city = (select app.city()) and c.worker_id = (select app.viewer_staff())
    union
    select w.case_id from case_workers w where w.city = (select app.city()) and w.staff_id = (select app.viewer_staff()) and w.to_at is null))`;
}

const views = {
  waiting: sql`f.state in ('sent', 'accepted') and f.paused_since is null`,
  paused: sql`f.state in ('sent', 'accepted') and f.paused_since is not null`,
  closed: sql`f.closed_at is not null`,
} satisfies Record<QueueView, RawBuilder<unknown>>;

type ListKey = { readonly at: string; readonly referralId: string };

/** One page of a list, by the clock; closed ones by their end, latest first. */
export async function listReferrals(
  tx: Tx,
  viewer: Viewer,
  { side, show, after }: { side: Side; show: QueueView; after: ListKey | null },
): Promise<FoundReferral[]> {
  const order =
    show === 'closed'
      ? sql`order by f.closed_at desc, f.referral_id desc`
      : sql`order by f.due_at, f.referral_id`;
  const beyond =
    show === 'closed'
      ? sql`(f.closed_at, f.referral_id) < (${after?.at ?? 'infinity'}::timestamptz, ${after?.referralId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)`
      : sql`(f.due_at, f.referral_id) > (${after?.at ?? '-infinity'}::timestamptz, ${after?.referralId ?? '00000000-0000-0000-0000-000000000000'}::uuid)`;
  const found = await sql<FoundReferral>`
    select ${referralColumns}
      from referrals f
     where f.city = (select app.city()) and ${sideOf(viewer, side)} and ${views[show]} and ${beyond}
     ${order}
     limit 51`.execute(tx);
  return found.rows;
}

/** How many wait, are late, stand still and are over; of those that are over no more than a hundred are counted. */
export async function countReferrals(tx: Tx, viewer: Viewer, side: Side, now: Date): Promise<QueueCounts> {
  const found = await sql<QueueCounts>`
    select count(*) filter (where ${views.waiting}) as waiting,
           count(*) filter (where ${views.waiting} and f.due_at < ${now}) as late,
           count(*) filter (where ${views.paused}) as paused,
           (select count(*) from (
              select 1 from referrals f
               where f.city = (select app.city()) and ${sideOf(viewer, side)} and ${views.closed}
               limit ${countedClosed}) as ended) as closed
      from referrals f
     where f.city = (select app.city()) and ${sideOf(viewer, side)} and f.state in ('sent', 'accepted')`.execute(
    tx,
  );
  return found.rows[0] ?? { waiting: 0, late: 0, paused: 0, closed: 0 };
}

/** The referrals of one case, latest first. */
export async function listCaseReferrals(tx: Tx, caseId: string): Promise<FoundReferral[]> {
  const found = await sql<FoundReferral>`
    select ${referralColumns}
      from referrals f
     where f.city = (select app.city()) and f.case_id = ${caseId}
     order by f.sent_at desc, f.referral_id desc
     limit 50`.execute(tx);
  return found.rows;
}

/** One referral, if the database shows it to the viewer at all. */
export async function findReferral(tx: Tx, referralId: string): Promise<FoundReferral | null> {
  const found = await sql<FoundReferral>`
    select ${referralColumns}
      from referrals f
     where f.city = (select app.city()) and f.referral_id = ${referralId}`.execute(tx);
  return found.rows[0] ?? null;
}

/**
 * Referrals as this viewer may see them; those that do not exist for him are left out. `shown` are the persons whose
 * identity was opened by it.
 */
export async function presentReferrals(
  tx: Tx,
  viewer: Viewer,
  found: readonly FoundReferral[],
  world: World,
): Promise<{ items: ReferralItem[]; shown: string[] }> {
  const rows = await findPersons(tx, viewer, [...new Set(found.map((row) => row.person_id))]);
  const { persons, shown } = await disclosePersons(tx, viewer, rows, world);
  const calendar = await cityCalendar(tx, viewer.city.timeZone);
  const standings = new Map(rows.map((row) => [row.person_id, row.standings]));
  const byId = new Map(persons.map((person) => [person.personId, person]));
  const items = found.flatMap((row) => {
    const towards: readonly Standing[] = standings.get(row.person_id) ?? [];
    const [standing] = referralStandingsOf(viewer, { toAgency: row.to_agency, state: row.state }, towards);
    if (!standing) return [];
    const sees = revealReferral(viewer, standing);
    const person = sees.person === 'none' ? null : (byId.get(row.person_id) ?? null);
    const item = itemOf(row, calendar, world.now());
    return [{ ...item, answeredBy: sees.staff ? item.answeredBy : null, standing, person }];
  });
  const visible = new Set(items.flatMap((item) => (item.person ? [item.person.personId] : [])));
  return { items, shown: shown.filter((personId) => visible.has(personId)) };
}

function itemOf(row: FoundReferral, calendar: WorkingCalendar, now: Date) {
  const running = isOpen(row.state) && !row.paused_since;
  return {
    referralId: row.referral_id,
    number: row.referral_number,
    dutyCode: row.duty_code,
    fromAgency: row.from_agency,
    toAgency: row.to_agency,
    state: row.state,
    sentAt: row.sent_at.toISOString(),
    clockDays: row.clock_days,
    dueAt: row.due_at.toISOString(),
    minutesLeft: running ? minutesLeft(row.due_at, now, calendar) : null,
    pausedSince: row.paused_since?.toISOString() ?? null,
    pauseReason: row.pause_reason,
    escalated: running && row.escalates_at !== null && row.escalates_at <= now,
    answeredBy: row.answered_by,
    answeredAt: row.first_answered_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
  };
}
