import { sql } from 'kysely';
import { invitationHash } from '#meetings/links.ts';
import type { ReplyAnswer, ReplyState } from '#meetings/schema/invitations.ts';
import type { MeetingState } from '#meetings/schema/meetings.ts';
import { asProblem } from '#platform/database/constraints.ts';
import type { Database } from '#platform/database/transaction.ts';
import { Problem } from '#platform/problems.ts';
import { uuidv7 } from '#platform/uuid.ts';

/** What the holder of a link is shown: one invitation and its meeting, nothing of anybody else. */
export type OpenInvitation = {
  readonly title: string;
  readonly kind: string;
  readonly theme: string;
  readonly place: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly reply_by: Date | null;
  readonly meeting_state: MeetingState;
  readonly cancel_reason: string;
  readonly meeting_id: string;
  readonly version: number;
  readonly host_id: string;
  readonly host_en: string;
  readonly office: string;
  readonly name: string;
  readonly body_id: string;
  readonly body_en: string;
  readonly state: ReplyState;
  readonly delegate_name: string;
  readonly delegate_office: string;
  readonly note: string;
  readonly withdrawn: boolean;
  readonly arrived_at: Date | null;
  readonly arrived_name: string | null;
  readonly city_name: string;
  readonly time_zone: string;
  readonly demonstration: boolean;
};

const form = /^[A-Za-z0-9_-]{43}$/;

/** The invitation behind a token; null when there is none. */
export async function openInvitation(database: Database, token: string): Promise<OpenInvitation | null> {
  if (!form.test(token)) return null;
  const found = await sql<OpenInvitation>`
    select * from app.invitation_by_link(${invitationHash(token)})`.execute(database);
  return found.rows[0] ?? null;
}

export type OpenAnswer = {
  readonly answer: ReplyAnswer;
  readonly delegateName: string;
  readonly delegateOffice: string;
  readonly note: string;
};

/** Answers; false when it is too late for that. */
export async function answerByLink(
  database: Database,
  token: string,
  { answer, now }: { answer: OpenAnswer; now: Date },
): Promise<boolean> {
  return whileOpen('reply-closed', () =>
    sql`select app.answer_by_link(${invitationHash(token)}, ${JSON.stringify(answer)}::jsonb, ${now})`.execute(
      database,
    ),
  );
}

export type Present = { readonly name: string; readonly office: string; readonly contact: string };

/** Records somebody as present; false when it is not the day for that. A second time changes nothing. */
export async function checkInByLink(
  database: Database,
  token: string,
  { who, now }: { who: Present; now: Date },
): Promise<boolean> {
  return whileOpen('check-in-closed', () =>
    sql`select * from app.check_in_by_link(${invitationHash(token)}, ${uuidv7(now.getTime())}, ${JSON.stringify(who)}::jsonb, ${now})`.execute(
      database,
    ),
  );
}

async function whileOpen(closed: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const meant = asProblem(error);
    if (meant instanceof Problem && meant.code === closed) return false;
    throw meant;
  }
}
