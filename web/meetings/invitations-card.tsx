import { messages } from '#meetings/messages/invitations.ts';
import { paperMessages } from '#meetings/messages/papers.ts';
import type { Invitation } from '#meetings/schema/invitations.ts';
import { addressee, letterOf, ReplyTag } from '#web/meetings/invitation-words.tsx';
import type { MeetingCard } from '#web/meetings/meeting.tsx';
import { useAct } from '#web/meetings/meeting-acts.tsx';
import { ReplyForm } from '#web/meetings/reply-form.tsx';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import { type Listed, useQuery } from '#web/platform/use-query.ts';
import { Button, LinkButton, OutButton } from '#web/ui/button.tsx';
import { Card, Facts, Row, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { More } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';

/** How the invitations stand; for who is invited, the own one with its answer. */
export function InvitationsCard({ meeting, query }: MeetingCard) {
  const { counts, meetingId } = meeting;
  const isHost = meeting.standing === 'host';
  const waiting = counts.invited - counts.coming - counts.delegated - counts.declined;
  return (
    <>
      {meeting.standing === 'invited' ? <OwnInvitations meeting={meeting} query={query} /> : null}
      <Card title={t(messages.title)}>
        <Facts
          facts={[
            [t(messages.invited), integer(counts.invited)],
            [t(messages.coming), integer(counts.coming)],
            [t(messages.delegated), integer(counts.delegated)],
            [t(messages.declined), integer(counts.declined)],
            [t(messages.unanswered), integer(waiting)],
          ]}
        />
        <Row>
          {isHost && meeting.abilities.includes('invite') ? (
            <LinkButton href={`/rapat/${meetingId}/undangan`} icon="users">
              {t(messages.manage)}
            </LinkButton>
          ) : null}
          {!isHost && meeting.standing === 'reader' ? (
            <Link href={`/rapat/${meetingId}/undangan`}>{t(messages.title)}</Link>
          ) : null}
          <OutButton href={`/api/meetings/${meetingId}/calendar`} icon="calendar" kind="quiet">
            {t(messages.calendar)}
          </OutButton>
        </Row>
        <IssueButton meeting={meeting} query={query} />
      </Card>
    </>
  );
}

/** Sends the invitations out, once there is somebody to send them to. */
export function IssueButton({ meeting, query }: MeetingCard) {
  const { send, busy, problem } = useAct(query.reload);
  if (meeting.state !== 'planned' || !meeting.abilities.includes('invite')) return null;
  return (
    <Stack gap="tight">
      {problem ? <ProblemNotice problem={problem} /> : null}
      <p className="meta">{t(messages.issueMore)}</p>
      <Row>
        <Button
          kind="primary"
          icon="send"
          busy={busy}
          blocked={meeting.counts.invited === 0 && t(messages.none)}
          onClick={() =>
            void send('meetings/issue-invitations', { meetingId: meeting.meetingId }, messages.issued)
          }
        >
          {t(messages.issue)}
        </Button>
      </Row>
    </Stack>
  );
}

function OwnInvitations({ meeting, query }: MeetingCard) {
  const list = useQuery<Listed<Invitation>>(`meetings/${meeting.meetingId}/invitations`, { show: 'own' });
  const agencies = useAgencies();
  const done = () => {
    list.reload();
    query.reload();
  };
  return (
    <Card title={t(messages.ours)}>
      <Loaded query={list} what={t(messages.one)}>
        {({ items }) => (
          <Stack>
            {items.map((it) => (
              <Stack key={it.invitationId} gap="tight">
                <p>
                  <b>{addressee(it, agencies.nameOf)}</b>
                </p>
                <div>
                  <ReplyTag invitation={it} />
                </div>
                {meeting.letterNumber ? (
                  <Row>
                    <OutButton href={letterOf(meeting.meetingId, it)} icon="download" kind="quiet">
                      {t(paperMessages.letter)}
                    </OutButton>
                  </Row>
                ) : null}
                {it.mayReply && it.state === 'invited' ? (
                  <ReplyForm meetingId={meeting.meetingId} invitation={it} onDone={done} />
                ) : null}
                {it.mayReply && it.state !== 'invited' ? (
                  <More summary={t(messages.replyChange)}>
                    <ReplyForm
                      key={it.repliedAt}
                      meetingId={meeting.meetingId}
                      invitation={it}
                      onDone={done}
                    />
                  </More>
                ) : null}
              </Stack>
            ))}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}
