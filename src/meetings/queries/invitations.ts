import { sql } from 'kysely';
import type { TiedMeeting } from '#meetings/queries/meetings.ts';
import { whyNoReply } from '#meetings/rules/invitations.ts';
import type { Invitation, InvitationView, ReplyState } from '#meetings/schema/invitations.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';

type InvitationRow = {
  invitation_id: string;
  number: number;
  rule: string;
  agency_code: string | null;
  area_code: string | null;
  office: string;
  name: string;
  email: string;
  state: ReplyState;
  delegate_name: string;
  delegate_office: string;
  reply_note: string;
  replied_at: Date | null;
  withdrawn_at: Date | null;
  arrived_at: Date | null;
  dissolved: boolean;
};

const viewWhere = {
  all: sql`i.withdrawn_at is null`,
  own: sql`i.withdrawn_at is null and i.agency_code = (select app.viewer_agency())`,
  unanswered: sql`i.withdrawn_at is null and i.state = 'invited'`,
  coming: sql`i.withdrawn_at is null and i.state in ('coming', 'delegated')`,
  declined: sql`i.withdrawn_at is null and i.state = 'declined'`,
  withdrawn: sql`i.withdrawn_at is not null`,
} satisfies Record<InvitationView, unknown>;

export type InvitationListing = {
  readonly meetingId: string;
  readonly meeting: TiedMeeting;
  readonly show: InvitationView;
  readonly after: number;
  /** Sees e-mail addresses. */
  readonly isHost: boolean;
  readonly now: Date;
};

/** The invitations of a meeting by their number; 50 a page. */
export async function listInvitations(tx: Tx, viewer: Viewer, it: InvitationListing): Promise<Invitation[]> {
  const day = cityDate(it.meeting.startsAt, viewer.city.timeZone);
  const found = await sql<InvitationRow>`
    select i.invitation_id, i.number, i.rule, i.agency_code, i.area_code, i.office, i.name, i.email, i.state, i.delegate_name,
           i.delegate_office, i.reply_note, i.replied_at, i.withdrawn_at, a.arrived_at,
           coalesce(g.valid_to < ${day}::date, false) as dissolved
      from invitations i
      left join agencies g on g.city = i.city and g.agency_code = i.agency_code
      left join attendance_for f on f.city = i.city and f.invitation_id = i.invitation_id
      left join attendances a on a.city = f.city and a.attendance_id = f.attendance_id
     where i.city = (select app.city()) and i.meeting_id = ${it.meetingId} and i.number > ${it.after} and ${viewWhere[it.show]}
     order by i.number
     limit 51`.execute(tx);
  return found.rows.map((row) => ({
    invitationId: row.invitation_id,
    number: row.number,
    rule: row.rule,
    agencyCode: row.agency_code,
    areaCode: row.area_code,
    office: row.office,
    name: row.name,
    email: it.isHost ? row.email : '',
    state: row.state,
    delegateName: row.delegate_name,
    delegateOffice: row.delegate_office,
    note: row.reply_note,
    repliedAt: row.replied_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    arrivedAt: row.arrived_at?.toISOString() ?? null,
    dissolved: row.dissolved,
    mayReply:
      row.agency_code === viewer.agencyCode &&
      whyNoReply({
        meetingState: it.meeting.state,
        withdrawn: row.withdrawn_at !== null,
        startsAt: it.meeting.startsAt,
        now: it.now,
      }) === null,
  }));
}

/** Whether a meeting has this invitation. */
export async function hasInvitation(tx: Tx, meetingId: string, invitationId: string): Promise<boolean> {
  const found = await sql<{ ok: boolean }>`
    select exists (select 1 from invitations where city = (select app.city()) and meeting_id = ${meetingId}
      and invitation_id = ${invitationId}) as ok`.execute(tx);
  return found.rows[0]?.ok ?? false;
}
