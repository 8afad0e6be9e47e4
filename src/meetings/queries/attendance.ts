import { sql } from 'kysely';
import { markLength } from '#meetings/rules/attendance.ts';
import type { Attendance, DeskLine, Representation, Represented } from '#meetings/schema/attendance.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';

type PageKey = { readonly at: string; readonly attendanceId: string };

/** Who came, in the order in which they did; 50 a page. */
export async function listAttendances(
  tx: Tx,
  { meetingId, after, isHost }: { meetingId: string; after: PageKey | null; isHost: boolean },
): Promise<Attendance[]> {
  const found = await sql<Omit<Attendance, 'arrivedAt'> & { arrived_at: Date }>`
    select a.attendance_id as "attendanceId", a.name, a.office, a.body, a.contact, a.way, a.arrived_at,
           (select count(*)::int from attendance_for f where f.city = a.city and f.attendance_id = a.attendance_id) as invitations
      from attendances a
     where a.city = (select app.city()) and a.meeting_id = ${meetingId}
       and (a.arrived_at, a.attendance_id) > (${after?.at ?? '-infinity'}::timestamptz, ${after?.attendanceId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
     order by a.arrived_at, a.attendance_id
     limit 51`.execute(tx);
  return found.rows.map(({ arrived_at, contact, ...row }) => ({
    ...row,
    contact: isHost ? contact : '',
    arrivedAt: arrived_at.toISOString(),
  }));
}

/** The whole list for the desk, by number. */
export async function listDesk(tx: Tx, viewer: Viewer, meetingId: string): Promise<DeskLine[]> {
  const found = await sql<Omit<DeskLine, 'arrivedAt'> & { arrived_at: Date | null }>`
    select i.invitation_id as "invitationId", i.number, left(encode(i.reply_hash, 'hex'), ${markLength}::int) as mark,
           coalesce(case when ${viewer.locale} = 'id' then g.name_id else g.name_en end, '') as body, i.area_code as "areaCode", i.office, i.name,
           i.state, i.delegate_name as "delegateName", i.delegate_office as "delegateOffice", a.arrived_at, coalesce(a.name, '') as "arrivedName"
      from invitations i
      left join agencies g on g.city = i.city and g.agency_code = i.agency_code
      left join attendance_for f on f.city = i.city and f.invitation_id = i.invitation_id
      left join attendances a on a.city = f.city and a.attendance_id = f.attendance_id
     where i.city = (select app.city()) and i.meeting_id = ${meetingId} and i.withdrawn_at is null
     order by i.number`.execute(tx);
  return found.rows.map(({ arrived_at, ...row }) => ({
    ...row,
    arrivedAt: arrived_at?.toISOString() ?? null,
  }));
}

/** Which of the agencies that were invited were represented. */
export async function readRepresentation(tx: Tx, viewer: Viewer, meetingId: string): Promise<Representation> {
  const found = await sql<Represented>`
    select i.agency_code as "agencyCode", case when ${viewer.locale} = 'id' then g.name_id else g.name_en end as name, g.kind,
           coalesce(min(i.area_code), g.area_code) as "areaCode",
           case when count(f.invitation_id) filter (where i.state <> 'delegated') > 0 then 'came'
                when count(f.invitation_id) > 0 then 'delegate' else 'absent' end as presence
      from invitations i
      join agencies g on g.city = i.city and g.agency_code = i.agency_code
      left join attendance_for f on f.city = i.city and f.invitation_id = i.invitation_id
     where i.city = (select app.city()) and i.meeting_id = ${meetingId} and i.withdrawn_at is null
     group by i.agency_code, g.name_id, g.name_en, g.kind, g.area_code
     order by i.agency_code`.execute(tx);
  const people = await sql<{ n: number }>`
    select count(*)::int as n from attendances where city = (select app.city()) and meeting_id = ${meetingId}`.execute(
    tx,
  );
  return { items: found.rows, people: people.rows[0]?.n ?? 0 };
}
