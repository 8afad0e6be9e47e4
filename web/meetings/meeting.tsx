import { messages } from '#meetings/messages/meetings.ts';
import type { Meeting } from '#meetings/schema/meetings.ts';
import { AgendaCard } from '#web/meetings/agenda-card.tsx';
import { AttendanceCard } from '#web/meetings/attendance-card.tsx';
import { CarriedCard } from '#web/meetings/carried-card.tsx';
import { ConferenceCard } from '#web/meetings/conference-card.tsx';
import { DecisionsCard } from '#web/meetings/decisions-card.tsx';
import { DocumentsCard } from '#web/meetings/documents-card.tsx';
import { InvitationsCard } from '#web/meetings/invitations-card.tsx';
import { MeetingActs } from '#web/meetings/meeting-acts.tsx';
import { MinutesCard } from '#web/meetings/minutes-card.tsx';
import { OutcomesCard } from '#web/meetings/outcomes-card.tsx';
import { PapersCard } from '#web/meetings/papers-card.tsx';
import { SpeakersCard } from '#web/meetings/speakers-card.tsx';
import { MeetingStateTag, meetingTime } from '#web/meetings/words.tsx';
import { basisWords } from '#web/operations/words.tsx';
import { dateTime, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useAbility } from '#web/platform/session.tsx';
import { type Query, useQuery } from '#web/platform/use-query.ts';
import { Aside, Card, Facts, Row, Split, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';

/** One meeting: what it is for, who is asked, who came, what was put before it and decided. */
export function Screen({ params }: ScreenProps) {
  const query = useQuery<Meeting>(`meetings/${params.meetingId}`);
  return (
    <Page
      title={query.data?.title ?? t(messages.meeting)}
      crumbs={[{ label: t(messages.place), href: '/rapat' }]}
    >
      <Loaded query={query} what={t(messages.one)}>
        {(meeting) => <OneMeeting meeting={meeting} query={query} />}
      </Loaded>
    </Page>
  );
}

/** What every card of a meeting's page is given. */
export type MeetingCard = { meeting: Meeting; query: Query<Meeting> };

// Each card is a file of its own and one line here, in the order in which a meeting needs them.
function OneMeeting({ meeting, query }: MeetingCard) {
  const readsOutcomes = useAbility('/meetings/:meetingId/outcomes');
  return (
    <Split>
      <Stack>
        <FactsCard meeting={meeting} />
        {meeting.kind === 'CASE_CONFERENCE' ? <ConferenceCard meeting={meeting} /> : null}
        <InvitationsCard meeting={meeting} query={query} />
        <AttendanceCard meeting={meeting} />
        <AgendaCard meetingId={meeting.meetingId} />
        {meeting.follows ? <CarriedCard meetingId={meeting.meetingId} /> : null}
        <DecisionsCard meetingId={meeting.meetingId} />
        {readsOutcomes ? <OutcomesCard meetingId={meeting.meetingId} /> : null}
        <MinutesCard meetingId={meeting.meetingId} />
      </Stack>
      <Aside label={t(messages.meeting)}>
        <MeetingActs meeting={meeting} query={query} />
        <SpeakersCard meeting={meeting} />
        <PapersCard meetingId={meeting.meetingId} />
        <DocumentsCard meetingId={meeting.meetingId} />
      </Aside>
    </Split>
  );
}

function FactsCard({ meeting }: { meeting: Meeting }) {
  const agencies = useAgencies();
  const { follows } = meeting;
  return (
    <Card>
      <Row apart>
        <MeetingStateTag state={meeting.state} />
        <span className="meta">{t(messages[meeting.kind])}</span>
      </Row>
      {meeting.state === 'cancelled' ? (
        <Notice tone="warning" icon="x" title={t(messages.cancelled)}>
          {meeting.cancelReason}
        </Notice>
      ) : null}
      {meeting.invented ? <Notice tone="neutral">{t(messages.invented)}</Notice> : null}
      {meeting.theme ? <p>{meeting.theme}</p> : null}
      <Facts
        facts={[
          ...(meeting.aims.length > 0
            ? [[t(messages.aims), <Aims key="aims" meeting={meeting} />] as const]
            : []),
          [t(messages.when), meetingTime(meeting)],
          [t(messages.where), meeting.place],
          [t(messages.host), agencies.nameOf(meeting.hostAgency)],
          ...(meeting.openedBy ? [[t(messages.openedBy), meeting.openedBy] as const] : []),
          ...(meeting.replyBy ? [[t(messages.replyBy), dateTime(meeting.replyBy)] as const] : []),
          ...(meeting.legalBases.length > 0
            ? [[t(messages.bases), meeting.legalBases.map(basisWords).join('; ')] as const]
            : []),
          ...(follows
            ? [
                [
                  t(messages.follows),
                  <Link key="follows" href={`/rapat/${follows.meetingId}`}>
                    {follows.title}, {shortDate(follows.startsAt)}
                  </Link>,
                ] as const,
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Aims({ meeting }: { meeting: Meeting }) {
  return (
    <ol>
      {meeting.aims.map((aim) => (
        <li key={aim}>{aim}</li>
      ))}
    </ol>
  );
}
