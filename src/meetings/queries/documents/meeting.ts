import { sql } from 'kysely';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

export type MeetingKind = 'RAKOR' | 'EVALUATION' | 'TECHNICAL' | 'CASE_CONFERENCE';

/** A meeting as its papers need it. */
export type PaperMeeting = {
  readonly meetingId: string;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly theme: string;
  readonly aims: readonly string[];
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly replyBy: Date | null;
  readonly hostAgency: string;
  readonly hostName: string;
  readonly openedBy: string;
  readonly state: string;
  readonly speakers: readonly { readonly name: string; readonly office: string; readonly topic: string }[];
  readonly bases: readonly string[];
};

/** The meeting's facts for a paper, whoever asks: a job, or who was let in by `openForPapers`. */
export async function meetingForPapers(
  tx: Tx,
  meetingId: string,
  locale: 'id' | 'en',
): Promise<PaperMeeting> {
  const found = await sql<PaperMeeting>`
    select m.meeting_id as "meetingId", m.kind, m.title, m.theme, m.aims, m.place, m.starts_at as "startsAt", m.ends_at as "endsAt",
           m.reply_by as "replyBy", m.host_agency as "hostAgency", m.opened_by as "openedBy", m.state,
           case when ${locale} = 'id' then a.name_id else a.name_en end as "hostName",
           coalesce((select jsonb_agg(jsonb_build_object('name', s.name, 'office', s.office, 'topic', s.topic) order by s.position)
              from meeting_speakers s where s.city = m.city and s.meeting_id = m.meeting_id), '[]') as speakers,
           coalesce((select jsonb_agg(b.number || coalesce(' (' || nullif(b.title, '') || ')', '') order by b.number)
              from meeting_legal_bases l join legal_bases b on b.city = l.city and b.legal_basis_id = l.legal_basis_id
             where l.city = m.city and l.meeting_id = m.meeting_id), '[]') as bases
      from meetings m
      join agencies a on a.city = m.city and a.agency_code = m.host_agency
     where m.city = (select app.city()) and m.meeting_id = ${meetingId}`.execute(tx);
  const row = found.rows[0];
  if (!row) throw problem('not-found');
  return row;
}

const reviewers = ['coordinator', 'auditor', 'data_protection_officer'];
const hosts = ['coordinator', 'supervisor', 'social_worker'];

/**
 * A meeting whose papers the viewer may open, and whether as one of the host, who makes them, or of a body that is invited;
 * hidden and absent are the same.
 */
export async function openForPapers(
  tx: Tx,
  viewer: Viewer,
  meetingId: string,
): Promise<{ meeting: PaperMeeting; host: boolean; guest: boolean }> {
  const meeting = await meetingForPapers(tx, meetingId, viewer.locale);
  const own = meeting.hostAgency === viewer.agencyCode;
  const reviews = meeting.kind !== 'CASE_CONFERENCE' && reviewers.includes(viewer.role);
  const guest = await isInvited(tx, meetingId, viewer.agencyCode);
  if (!own && !reviews && !guest) throw problem('not-found');
  return { meeting, guest, host: own && viewer.lock.mayUse(viewer.role, hosts as (typeof viewer.role)[]) };
}

async function isInvited(tx: Tx, meetingId: string, agencyCode: string): Promise<boolean> {
  const found = await sql<{ ok: boolean }>`
    select exists (
      select 1 from invitations i join meetings m on m.city = i.city and m.meeting_id = i.meeting_id
       where i.city = (select app.city()) and i.meeting_id = ${meetingId} and i.agency_code = ${agencyCode}
         and i.withdrawn_at is null and m.state <> 'planned') as ok`.execute(tx);
  return found.rows[0]?.ok ?? false;
}

/** The same for what only the host does. */
export async function requireHost(tx: Tx, viewer: Viewer, meetingId: string): Promise<PaperMeeting> {
  const { meeting, host } = await openForPapers(tx, viewer, meetingId);
  if (!host) throw problem('not-allowed');
  return meeting;
}
