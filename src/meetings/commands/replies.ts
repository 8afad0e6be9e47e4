import { sql } from 'kysely';
import { meetingReaders } from '#meetings/access.ts';
import { takeMeeting } from '#meetings/commands/take.ts';
import { InvitationResult, ReplyToInvitation } from '#meetings/schema/invitations.ts';
import { command } from '#platform/commands.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import { lettersIn } from '#platform/letters.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'reply-closed': {
    status: 409,
    id: 'Undangan ini tidak dapat dijawab lagi: rapatnya sudah mulai atau dibatalkan, atau undangannya ditarik.',
    en: 'This invitation can no longer be answered: the meeting has begun or was cancelled, or the invitation was taken back.',
  },
  'check-in-closed': {
    status: 409,
    id: 'Daftar hadir dibuka pada hari rapat, dan ditutup bila rapat dibatalkan atau selesai.',
    en: 'Check-in opens on the days of the meeting, and closes when the meeting is cancelled or over.',
  },
  'delegate-missing': {
    status: 422,
    id: 'Tulis nama yang mewakili.',
    en: 'Write the name of the delegate.',
  },
});
constraintsOf({
  invitation_reply_open: { code: 'reply-closed' },
  check_in_open: { code: 'check-in-closed' },
});

/** The agency answers its invitation: it comes, sends somebody else, or can’t. The last answer counts. */
export const replyToInvitation = command({
  name: 'meetings/reply',
  summary: 'Answer the invitation of the own agency',
  may: meetingReaders,
  input: ReplyToInvitation,
  result: InvitationResult,
  audit: (input) => ({
    act: 'invitation.answered',
    on: { kind: 'invitation', id: input.invitationId },
    detail: { answer: input.answer },
  }),
  run: async (tx, viewer, { meetingId, invitationId, ...answer }, { world }) => {
    await takeMeeting(tx, viewer, meetingId, { ability: 'reply' });
    requireDelegate(answer);
    const done = await sql<{ ok: boolean }>`
      select app.answer_own_invitation(${invitationId}, ${JSON.stringify(answer)}::jsonb, ${world.now()}) as ok`.execute(
      tx,
    );
    if (!done.rows[0]?.ok) throw problem('not-found');
    return { meetingId, invitationId };
  },
});

/** Refuses a delegation without a name. */
export function requireDelegate(it: { readonly answer: string; readonly delegateName: string }): void {
  if (it.answer === 'delegated' && lettersIn(it.delegateName) < 2)
    throw problem('delegate-missing', { field: 'delegateName' });
}
