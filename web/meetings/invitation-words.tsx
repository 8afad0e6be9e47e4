import { messages } from '#meetings/messages/invitations.ts';
import type { Invitation, ReplyState } from '#meetings/schema/invitations.ts';
import { shortDate, time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { IconName } from '#web/ui/icons.tsx';
import type { Tone } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';

const looks = {
  invited: { tone: 'neutral', icon: 'clock', word: messages.unanswered },
  coming: { tone: 'positive', icon: 'check', word: messages.coming },
  delegated: { tone: 'brand', icon: 'swap', word: messages.delegated },
  declined: { tone: 'neutral', icon: 'x', word: messages.declined },
} satisfies Record<ReplyState, { tone: Tone; icon: IconName; word: { id: string; en: string } }>;

/** What was answered, by whom, and whether somebody came. */
export function ReplyTag({ invitation }: { invitation: Invitation }) {
  const look = looks[invitation.state];
  return (
    <>
      <Tag tone={look.tone} icon={look.icon}>
        {t(look.word)}
      </Tag>
      {invitation.state === 'delegated' ? (
        <div className="meta">
          {[invitation.delegateName, invitation.delegateOffice].filter(Boolean).join(', ')}
        </div>
      ) : null}
      <div className="meta">
        {[
          invitation.repliedAt ? shortDate(invitation.repliedAt) : '',
          invitation.arrivedAt ? t(messages.arrived, { time: time(invitation.arrivedAt) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {invitation.note ? <div className="meta">“{invitation.note}”</div> : null}
    </>
  );
}

/** To whom an invitation goes: person, office and body. */
export function addressee(
  invitation: Pick<Invitation, 'name' | 'office' | 'agencyCode'>,
  nameOf: (agency: string) => string,
): string {
  const body = invitation.agencyCode ? nameOf(invitation.agencyCode) : '';
  return [invitation.name, invitation.office, body].filter(Boolean).join(', ');
}

/** Where the letter of one who is invited is fetched, once the invitation was issued with its number. */
export function letterOf(meetingId: string, { invitationId }: Pick<Invitation, 'invitationId'>): string {
  return `/api/meetings/${meetingId}/invitations/${invitationId}/letter`;
}
