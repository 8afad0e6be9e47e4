import { sql } from 'kysely';
import {
  type MeetingAbility,
  type MeetingTies,
  mayDoWithMeeting,
  meetingAbilities,
  meetingStandingsOf,
} from '#meetings/access.ts';
import type {
  Meeting,
  MeetingKind,
  MeetingState,
  MeetingSummary,
  MeetingView,
  Speaker,
} from '#meetings/schema/meetings.ts';
import { basisColumns } from '#operations/queries.ts';
import type { LegalBasis } from '#operations/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';

type SummaryRow = {
  meeting_id: string;
  kind: MeetingKind;
  title: string;
  place: string;
  starts_at: Date;
  ends_at: Date;
  host_agency: string;
  state: MeetingState;
  invited: number;
  coming: number;
  delegated: number;
  declined: number;
  represented: number;
};

const columns = sql`
  m.meeting_id, m.kind, m.title, m.place, m.starts_at, m.ends_at, m.host_agency, m.state, k.*`;

// Counted in one pass for the meetings of a page.
const counts = sql`
  left join lateral (
    select count(*)::int as invited,
           count(*) filter (where i.state = 'coming')::int as coming,
           count(*) filter (where i.state = 'delegated')::int as delegated,
           count(*) filter (where i.state = 'declined')::int as declined,
           count(f.invitation_id)::int as represented
      from invitations i
      left join attendance_for f on f.city = i.city and f.invitation_id = i.invitation_id
     where i.city = m.city and i.meeting_id = m.meeting_id and i.withdrawn_at is null) k on true`;

const statesOf = {
  open: ['planned', 'invited', 'held'],
  past: ['closed', 'cancelled'],
  all: null,
} satisfies Record<MeetingView, readonly MeetingState[] | null>;

type PageKey = { readonly at: string; readonly meetingId: string };

/** Meetings that are open to the viewer, the latest first; 50 a page. */
export async function listMeetings(
  tx: Tx,
  show: MeetingView,
  after: PageKey | null,
): Promise<MeetingSummary[]> {
  const found = await sql<SummaryRow>`
    with page as (
      select m.city, m.meeting_id
        from meetings m
       where m.city = (select app.city())
         and (m.starts_at, m.meeting_id) < (${after?.at ?? 'infinity'}::timestamptz, ${after?.meetingId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
         and (${statesOf[show]}::text[] is null or m.state = any (${statesOf[show]}::text[]))
       order by m.starts_at desc, m.meeting_id desc
       limit 51)
    select ${columns}
      from page join meetings m using (city, meeting_id) ${counts}
     order by m.starts_at desc, m.meeting_id desc`.execute(tx);
  return found.rows.map(summaryOf);
}

export type TiedMeeting = MeetingTies & {
  readonly state: MeetingState;
  readonly kind: MeetingKind;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly version: number;
};

/** What the viewer is to a meeting, and how it stands; null when it does not exist for the viewer. */
export async function findMeetingTies(tx: Tx, meetingId: string): Promise<TiedMeeting | null> {
  const found = await sql<TiedMeeting>`
    select m.state, m.kind, m.version, m.starts_at as "startsAt", m.ends_at as "endsAt", m.host_agency as "hostAgency",
           exists (select 1 from invitations i where i.city = m.city and i.meeting_id = m.meeting_id
             and i.agency_code = (select app.viewer_agency()) and i.withdrawn_at is null) as invited
      from meetings m
     where m.city = (select app.city()) and m.meeting_id = ${meetingId}`.execute(tx);
  return found.rows[0] ?? null;
}

type MeetingRow = SummaryRow & {
  theme: string;
  aims: string[];
  reply_by: Date | null;
  opened_by: string;
  letter_number: string;
  cancel_reason: string;
  invented: boolean;
  version: number;
  follows_id: string | null;
  follows_title: string | null;
  follows_at: Date | null;
  is_invited: boolean;
};

/** One meeting with its speakers, legal bases and what the viewer may do with it. */
export async function findMeeting(tx: Tx, viewer: Viewer, meetingId: string): Promise<Meeting | null> {
  const found = await sql<MeetingRow>`
    select ${columns}, m.theme, m.aims, m.reply_by, m.opened_by, m.letter_number, m.cancel_reason, m.invented, m.version,
           f.meeting_id as follows_id, f.title as follows_title, f.starts_at as follows_at,
           exists (select 1 from invitations i where i.city = m.city and i.meeting_id = m.meeting_id
             and i.agency_code = (select app.viewer_agency()) and i.withdrawn_at is null) as is_invited
      from meetings m
      left join meetings f on f.city = m.city and f.meeting_id = m.follows_id ${counts}
     where m.city = (select app.city()) and m.meeting_id = ${meetingId}`.execute(tx);
  const row = found.rows[0];
  if (!row) return null;
  const held = meetingStandingsOf(viewer, { hostAgency: row.host_agency, invited: row.is_invited });
  const all: readonly MeetingAbility[] = Object.keys(meetingAbilities).filter(
    (it): it is MeetingAbility => it in meetingAbilities,
  );
  return {
    ...summaryOf(row),
    theme: row.theme,
    aims: row.aims,
    replyBy: row.reply_by?.toISOString() ?? null,
    openedBy: row.opened_by,
    letterNumber: row.letter_number,
    cancelReason: row.cancel_reason,
    invented: row.invented,
    follows:
      row.follows_id && row.follows_title && row.follows_at
        ? { meetingId: row.follows_id, title: row.follows_title, startsAt: row.follows_at.toISOString() }
        : null,
    legalBases: await listBases(tx, meetingId),
    speakers: await listSpeakers(tx, meetingId),
    version: row.version,
    standing: held[0] ?? 'reader',
    abilities: all.filter((ability) => mayDoWithMeeting(viewer, held, { ability, state: row.state })),
  };
}

function summaryOf(row: SummaryRow): MeetingSummary {
  const { invited, coming, delegated, declined, represented } = row;
  return {
    meetingId: row.meeting_id,
    kind: row.kind,
    title: row.title,
    place: row.place,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    hostAgency: row.host_agency,
    state: row.state,
    counts: { invited, coming, delegated, declined, represented },
  };
}

async function listSpeakers(tx: Tx, meetingId: string): Promise<Speaker[]> {
  const found = await sql<Speaker>`
    select speaker_id as "speakerId", office, name, topic
      from meeting_speakers
     where city = (select app.city()) and meeting_id = ${meetingId}
     order by position`.execute(tx);
  return found.rows;
}

async function listBases(tx: Tx, meetingId: string): Promise<LegalBasis[]> {
  const found = await sql<LegalBasis>`
    select ${basisColumns}
      from meeting_legal_bases l join legal_bases b on b.city = l.city and b.legal_basis_id = l.legal_basis_id
     where l.city = (select app.city()) and l.meeting_id = ${meetingId}
     order by b.year, b.number`.execute(tx);
  return found.rows;
}
