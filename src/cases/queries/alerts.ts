import { sql } from 'kysely';
import type { BrokenGlass, CaseAlert, DueVisit } from '#cases/schema/reads.ts';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';

type AlertRow = {
  kind: CaseAlert['kind'];
  alert_id: string;
  case_id: string | null;
  case_number: string;
  person_id: string;
  raised_at: Date;
  days: number | null;
  by_name: string | null;
  reason: string;
};

/**
 * What a case worker has to know at once: a child of hers whose case is closed was met again, or somebody without a
 * standing opened one of her children. The latter stays until it has been reviewed.
 */
export async function listAlerts(tx: Tx, viewer: Viewer, world: World) {
  const found = await sql<AlertRow>`
    select 'met_again' as kind, a.alert_id, a.case_id, c.case_number, c.person_id, a.raised_at,
           (app.local_date(a.raised_at) - app.local_date(c.closed_at))::int as days, null as by_name, '' as reason
      from contact_alerts a join cases c on c.city = a.city and c.case_id = a.case_id
     where a.city = (select app.city()) and a.staff_id = (select app.viewer_staff()) and a.answered_at is null
    union all
    select 'break_glass', b.break_id, c.case_id, c.case_number, b.person_id, b.opened_at, null, s.name, b.reason
      from cases c
      join break_glass b on b.city = c.city and b.person_id = c.person_id and b.reviewed_at is null
      join staff s on s.city = b.city and s.staff_id = b.staff_id
     where c.city = (select app.city()) and c.worker_id = (select app.viewer_staff()) and c.state in ('open', 'closed')
       and b.staff_id <> (select app.viewer_staff())
     order by raised_at desc
     limit 50`.execute(tx);
  const people = await findPersons(tx, viewer, [...new Set(found.rows.map((row) => row.person_id))]);
  const { persons, shown } = await disclosePersons(tx, viewer, people, world);
  const byId = new Map(persons.map((person) => [person.personId, person]));
  const items = found.rows.map((row): CaseAlert => {
    const person = byId.get(row.person_id);
    return {
      kind: row.kind,
      alertId: row.alert_id,
      caseId: row.case_id,
      caseNumber: row.case_number,
      raisedAt: row.raised_at.toISOString(),
      daysAfterClosing: row.days,
      byName: row.by_name,
      reason: row.reason,
      ...(person ? { person } : {}),
    };
  });
  return { items, shown };
}

type GlassRow = Omit<BrokenGlass, 'openedAt' | 'until' | 'reviewedAt'> & {
  openedAt: Date;
  until: Date;
  reviewedAt: Date | null;
  key: string;
};

/** Emergency openings: one's own, and for a supervisor or the data protection officer those to review. */
export async function listBrokenGlass(
  tx: Tx,
  state: 'waiting' | 'reviewed',
  after: { readonly at: string; readonly breakId: string } | null,
): Promise<{ rows: BrokenGlass[]; keys: { at: string; breakId: string }[] }> {
  const found = await sql<GlassRow>`
    select b.break_id as "breakId", b.case_number as "caseNumber", s.name as by, s.agency_code as "byAgency", b.reason,
           b.opened_at as "openedAt", b.until, b.reviewed_at as "reviewedAt", r.name as "reviewedBy", coalesce(b.review, '') as review,
           b.staff_id = (select app.viewer_staff()) as mine, b.opened_at::text as key
      from break_glass b
      join staff s on s.city = b.city and s.staff_id = b.staff_id
      left join staff r on r.city = b.city and r.staff_id = b.reviewed_by
     where b.city = (select app.city()) and (b.reviewed_at is null) = ${state === 'waiting'}
       and (b.staff_id = (select app.viewer_staff()) or (select app.viewer_role()) = 'data_protection_officer'
         or ((select app.viewer_role()) = 'supervisor' and s.agency_code = (select app.viewer_agency())))
       and (b.opened_at, b.break_id) < (${after?.at ?? 'infinity'}::timestamptz, ${after?.breakId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
     order by b.opened_at desc, b.break_id desc
     limit 51`.execute(tx);
  return {
    keys: found.rows.map((row) => ({ at: row.key, breakId: row.breakId })),
    rows: found.rows.map(({ key: _key, ...row }) => ({
      ...row,
      openedAt: row.openedAt.toISOString(),
      until: row.until.toISOString(),
      reviewedAt: row.reviewedAt?.toISOString() ?? null,
    })),
  };
}

type VisitRow = {
  visit_id: string;
  case_id: string;
  case_number: string;
  person_id: string;
  month_no: number;
  due_on: string;
  agency_code: string;
};

/** Visits after a return that are still to be made: of the viewer's own desk, or of the viewer's own cases. */
export async function listDueVisits(
  tx: Tx,
  viewer: Viewer,
  { after, world }: { after: { at: string; visitId: string } | null; world: World },
) {
  const found = await sql<VisitRow>`
    select v.visit_id, v.case_id, c.case_number, v.person_id, v.month_no, v.due_on, coalesce(v.agency_code, c.agency_code) as agency_code
      from aftercare_visits v join cases c on c.city = v.city and c.case_id = v.case_id
     where v.city = (select app.city()) and v.done_at is null
       and ((select app.viewer_role()) = 'area_desk' and v.agency_code = (select app.viewer_agency())
         or (select app.viewer_role()) <> 'area_desk' and c.worker_id = (select app.viewer_staff()))
       and (v.due_on, v.visit_id) > (${after?.at ?? '-infinity'}::date, ${after?.visitId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
     order by v.due_on, v.visit_id
     limit 51`.execute(tx);
  const people = await findPersons(tx, viewer, [...new Set(found.rows.map((row) => row.person_id))]);
  const { persons, shown } = await disclosePersons(tx, viewer, people, world);
  const byId = new Map(persons.map((person) => [person.personId, person]));
  const items = found.rows.flatMap((row): DueVisit[] => {
    const person = byId.get(row.person_id);
    if (!person) return [];
    return [
      {
        visitId: row.visit_id,
        caseId: row.case_id,
        caseNumber: row.case_number,
        person,
        month: row.month_no,
        dueOn: row.due_on,
        agencyCode: row.agency_code,
      },
    ];
  });
  return { items, shown };
}
