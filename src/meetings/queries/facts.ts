import { sql } from 'kysely';
import { listSettings } from '#areas/queries.ts';
import { cityReaders } from '#indicators/access.ts';
import { readCare } from '#indicators/queries/care.ts';
import { readAreas } from '#indicators/queries/met.ts';
import { foldSome } from '#indicators/queries/pending.ts';
import { monthAfter } from '#indicators/rules.ts';
import { isHotSpot, missesTarget } from '#meetings/rules/agenda.ts';
import type { AgendaProposal } from '#meetings/schema/agenda.ts';
import { daysBetween } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { countBreaches } from '#referrals/queries/breaches.ts';

/** Of each source no more than so many are proposed. */
const mostOfEach = 5;

/** The last whole months before a day, the earliest first. */
export function wholeMonthsBefore(today: string, count: number): string[] {
  const thisMonth = `${today.slice(0, 7)}-01`;
  return Array.from({ length: count }, (_, n) => monthAfter(thisMonth, n - count));
}

/**
 * What the city's own figures would put before a meeting: who leaves referrals unanswered, where encounters rose, who is
 * late with what it promised, which figure misses its target. Only for those who read the figures of the whole city.
 */
export async function readFacts(tx: Tx, viewer: Viewer, today: string): Promise<AgendaProposal[]> {
  if (!viewer.lock.mayUse(viewer.role, cityReaders)) return [];
  await foldSome(tx);
  return [
    ...(await breaches(tx)),
    ...(await hotSpots(tx, viewer, today)),
    ...(await overdue(tx, today)),
    ...(await offTarget(tx, today)),
  ];
}

async function breaches(tx: Tx): Promise<AgendaProposal[]> {
  return (await countBreaches(tx))
    .filter((it) => it.late > 0)
    .slice(0, mostOfEach)
    .map(({ agencyCode, late, open, escalated }) => ({
      source: 'BREACHES',
      key: agencyCode,
      figures: { late, open, escalated },
    }));
}

async function hotSpots(tx: Tx, viewer: Viewer, today: string): Promise<AgendaProposal[]> {
  const months = wholeMonthsBefore(today, 3);
  const from = months[0] ?? '';
  const to = monthAfter(from, 3);
  const cut = { place: viewer.city.code, approach: null, ageClass: 'UNDER_18' } as const;
  const now = await readAreas(tx, cut, { from, to, kind: 'month' });
  const before = await readAreas(tx, cut, {
    from: monthAfter(from, -12),
    to: monthAfter(to, -12),
    kind: 'month',
  });
  const earlier = new Map(before.map((row) => [row.place, row.encounters]));
  return now
    .filter((row) => row.place.length === 13)
    .map((row) => ({ place: row.place, now: row.encounters, before: earlier.get(row.place) ?? 0 }))
    .filter((row) => isHotSpot(row.now, row.before))
    .toSorted((a, b) => b.now - b.before - (a.now - a.before))
    .slice(0, mostOfEach)
    .map((row) => ({
      source: 'HOT_SPOT',
      key: row.place,
      figures: {
        now: row.now,
        before: row.before,
        from: from.slice(0, 7),
        to: (months[2] ?? '').slice(0, 7),
      },
    }));
}

async function overdue(tx: Tx, today: string): Promise<AgendaProposal[]> {
  const found = await sql<{ agency: string; late: number; open: number; oldest: string }>`
    select a.responsible_agency as agency, count(*) filter (where a.due_on < ${today})::int as late, count(*)::int as open,
           min(a.due_on) as oldest
      from actions a
     where a.city = (select app.city()) and a.adopted and a.closed_at is null
     group by a.responsible_agency
    having count(*) filter (where a.due_on < ${today}) > 0
     order by 2 desc, 1
     limit ${mostOfEach}`.execute(tx);
  return found.rows.map((row) => ({
    source: 'OVERDUE_ACTIONS',
    key: row.agency,
    figures: { late: row.late, open: row.open, oldestDays: daysBetween(row.oldest, today) },
  }));
}

async function offTarget(tx: Tx, today: string): Promise<AgendaProposal[]> {
  const months = wholeMonthsBefore(today, 3);
  const from = months[0] ?? '';
  const care = await readCare(tx, { from, to: monthAfter(from, 3), kind: 'month' }, 'UNDER_18');
  const settings = await listSettings(tx);
  const share = ({ n, of }: { n: number; of: number }) => (of === 0 ? null : n / of);
  const figures = [
    {
      key: 'handover',
      wants: 'less',
      setting: 'targetHandoverHours',
      value: care.handover.medianHours,
      of: care.handover.of,
    },
    {
      key: 'assessed',
      wants: 'more',
      setting: 'targetAssessedShare',
      value: share(care.assessed),
      of: care.assessed.of,
    },
    {
      key: 'referral',
      wants: 'more',
      setting: 'targetReferralShare',
      value: share(care.referrals),
      of: care.referrals.of,
    },
  ] as const;
  return figures.flatMap(({ key, wants, setting, value, of }): AgendaProposal[] => {
    const target = settings[setting];
    if (typeof target !== 'number' || value === null) return [];
    if (!missesTarget({ value, of }, { value: target, wants })) return [];
    const stretch = { from: from.slice(0, 7), to: (months[2] ?? '').slice(0, 7) };
    return [{ source: 'OFF_TARGET', key, figures: { value, target, of, ...stretch } }];
  });
}
