import { useState } from 'react';
import { messages } from '#meetings/messages/invitations.ts';
import { messages as meetingMessages } from '#meetings/messages/meetings.ts';
import { paperMessages } from '#meetings/messages/papers.ts';
import type { Invitation, InvitationLink, InvitationView } from '#meetings/schema/invitations.ts';
import type { Meeting } from '#meetings/schema/meetings.ts';
import { addressee, letterOf, ReplyTag } from '#web/meetings/invitation-words.tsx';
import { IssueButton } from '#web/meetings/invitations-card.tsx';
import { AgencyForm, PersonForm, RuleForm } from '#web/meetings/invite-forms.tsx';
import type { MeetingCard } from '#web/meetings/meeting.tsx';
import { useAct } from '#web/meetings/meeting-acts.tsx';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useListed, useQuery } from '#web/platform/use-query.ts';
import { Button, OutButton } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Aside, Card, Row, Split, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Segment } from '#web/ui/tabs.tsx';
import './meetings.css';

/** Who is invited to a meeting: by rule, by agency, person by person, and what they answered. */
export function Screen({ params }: ScreenProps) {
  const query = useQuery<Meeting>(`meetings/${params.meetingId}`);
  const title = query.data?.title ?? t(meetingMessages.meeting);
  return (
    <Page
      title={t(messages.title)}
      lead={t(messages.lead)}
      crumbs={[
        { label: t(meetingMessages.place), href: '/rapat' },
        { label: title, href: `/rapat/${params.meetingId}` },
      ]}
    >
      <Loaded query={query} what={t(meetingMessages.one)}>
        {(meeting) => <Invitations meeting={meeting} query={query} />}
      </Loaded>
    </Page>
  );
}

function Invitations({ meeting, query }: MeetingCard) {
  const { meetingId } = meeting;
  const [view, setView] = useState<InvitationView>('all');
  const list = useListed<Invitation>(`meetings/${meetingId}/invitations`, { show: view });
  const mayInvite = meeting.abilities.includes('invite');
  const changed = () => {
    list.reload();
    query.reload();
  };
  const added = { meetingId, onDone: changed };
  return (
    <Split>
      <Stack>
        <Segment<InvitationView>
          label={t(messages.show)}
          value={view}
          options={[
            { value: 'all', label: t(messages.viewAll) },
            { value: 'unanswered', label: t(messages.unanswered) },
            { value: 'coming', label: t(messages.coming) },
            { value: 'declined', label: t(messages.declined) },
            { value: 'withdrawn', label: t(messages.viewWithdrawn) },
          ]}
          onChange={setView}
        />
        <Loaded query={list} what={t(messages.one)}>
          {() => <InvitationTable items={list.items} meeting={meeting} onChanged={changed} view={view} />}
        </Loaded>
        <Pager {...list} />
      </Stack>
      {mayInvite ? (
        <Aside label={t(messages.title)}>
          <IssueButton meeting={meeting} query={query} />
          <RuleForm {...added} />
          <AgencyForm {...added} host={meeting.hostAgency} />
          <PersonForm {...added} />
        </Aside>
      ) : null}
    </Split>
  );
}

type TableProps = {
  items: readonly Invitation[];
  meeting: Meeting;
  view: InvitationView;
  onChanged: () => void;
};

function InvitationTable({ items, meeting, view, onChanged }: TableProps) {
  const agencies = useAgencies();
  const [shown, setShown] = useState<{ it: Invitation; asks: 'link' | 'withdraw' } | null>(null);
  const mayInvite = meeting.abilities.includes('invite');
  if (items.length === 0)
    return (
      <EmptyState level={2} title={t(view === 'all' ? messages.none : messages.noneHere)}>
        {t(view === 'all' ? messages.noneMore : messages.noneHereMore)}
      </EmptyState>
    );
  const columns: Column<Invitation>[] = [
    { head: t(messages.number), num: true, cell: (it) => it.number },
    {
      head: t(messages.to),
      lead: true,
      cell: (it) => (
        <>
          {addressee(it, agencies.nameOf)}
          {it.dissolved ? <div className="meta">{t(messages.dissolved)}</div> : null}
        </>
      ),
    },
    { head: t(messages.answer), cell: (it) => <ReplyTag invitation={it} /> },
    ...(mayInvite && view !== 'withdrawn'
      ? [
          {
            head: t(messages.acts),
            acts: true,
            cell: (it: Invitation) => (
              <Row>
                {meeting.letterNumber ? (
                  <OutButton href={letterOf(meeting.meetingId, it)} icon="download" kind="quiet">
                    {t(paperMessages.letter)}
                  </OutButton>
                ) : null}
                <Button kind="quiet" icon="link" onClick={() => setShown({ it, asks: 'link' })}>
                  {t(messages.link)}
                </Button>
                <Button kind="quiet" icon="x" onClick={() => setShown({ it, asks: 'withdraw' })}>
                  {t(messages.withdraw)}
                </Button>
              </Row>
            ),
          },
        ]
      : []),
  ];
  const shut = () => setShown(null);
  return (
    <Card flush>
      <DataTable
        columns={columns}
        rows={items}
        rowKey={(it) => it.invitationId}
        caption={t(messages.title)}
        captionHidden
        flush
      />
      {shown?.asks === 'link' ? (
        <LinkDialog meetingId={meeting.meetingId} invitation={shown.it} onClose={shut} />
      ) : null}
      {shown?.asks === 'withdraw' ? (
        <WithdrawDialog
          meetingId={meeting.meetingId}
          invitation={shown.it}
          onClose={shut}
          onDone={onChanged}
        />
      ) : null}
    </Card>
  );
}

type OneProps = { meetingId: string; invitation: Invitation; onClose: () => void };

function LinkDialog({ meetingId, invitation, onClose }: OneProps) {
  const link = useQuery<InvitationLink>(`meetings/${meetingId}/invitations/${invitation.invitationId}/link`);
  const picture = link.data ? `data:image/svg+xml,${encodeURIComponent(link.data.picture)}` : '';
  return (
    <Dialog open onClose={onClose} title={t(messages.linkTitle)}>
      <Loaded query={link} what={t(messages.linkTitle)}>
        {({ address }) => (
          <Stack>
            <p>{t(messages.linkMore)}</p>
            <img className="qr" src={picture} alt={t(messages.linkAlt, { no: invitation.number })} />
            <p className="qr__address">{address}</p>
          </Stack>
        )}
      </Loaded>
    </Dialog>
  );
}

function WithdrawDialog({ meetingId, invitation, onClose, onDone }: OneProps & { onDone: () => void }) {
  const agencies = useAgencies();
  const { send, busy, problem } = useAct(onDone);
  const act = async () => {
    const input = { meetingId, invitationId: invitation.invitationId };
    if (await send('meetings/withdraw-invitation', input, messages.withdrawn)) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(messages.withdrawTitle)}
      foot={
        <>
          <Button onClick={onClose}>{t(messages.keep)}</Button>
          <Button kind="danger" busy={busy} onClick={() => void act()}>
            {t(messages.withdraw)}
          </Button>
        </>
      }
    >
      <p>{t(messages.withdrawMore, { no: invitation.number, to: addressee(invitation, agencies.nameOf) })}</p>
      {problem ? <ProblemNotice problem={problem} /> : null}
    </Dialog>
  );
}
