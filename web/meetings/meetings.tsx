import { useState } from 'react';
import { messages } from '#meetings/messages/meetings.ts';
import type { MeetingSummary, MeetingView } from '#meetings/schema/meetings.ts';
import { MeetingStateTag, replyWords } from '#web/meetings/words.tsx';
import { span } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useListed } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Segment } from '#web/ui/tabs.tsx';

/** The meetings of one's agency and those it is invited to, latest first. */
export function Screen() {
  const [view, setView] = useState<MeetingView>('open');
  const list = useListed<MeetingSummary>('meetings', { show: view });
  const mayPlan = useAbility('meetings/plan');
  return (
    <Page
      title={t(messages.place)}
      lead={t(messages.lead)}
      actions={
        mayPlan ? (
          <LinkButton href="/rapat/baru" kind="primary" icon="plus">
            {t(messages.planNew)}
          </LinkButton>
        ) : null
      }
    >
      <Stack>
        <Segment<MeetingView>
          label={t(messages.show)}
          value={view}
          options={[
            { value: 'open', label: t(messages.viewOpen) },
            { value: 'past', label: t(messages.viewPast) },
            { value: 'all', label: t(messages.viewAll) },
          ]}
          onChange={setView}
        />
        <Loaded query={list} what={t(messages.one)}>
          {() => <MeetingTable items={list.items} />}
        </Loaded>
        <Pager {...list} />
      </Stack>
    </Page>
  );
}

function MeetingTable({ items }: { items: readonly MeetingSummary[] }) {
  const agencies = useAgencies();
  if (items.length === 0)
    return (
      <EmptyState level={2} title={t(messages.none)}>
        {t(messages.noneMore)}
      </EmptyState>
    );
  const columns: Column<MeetingSummary>[] = [
    {
      head: t(messages.meeting),
      lead: true,
      cell: (it) => <Link href={`/rapat/${it.meetingId}`}>{it.title}</Link>,
    },
    { head: t(messages.state), cell: (it) => <MeetingStateTag state={it.state} /> },
    { head: t(messages.when), cell: (it) => span(it.startsAt, it.endsAt) },
    { head: t(messages.where), cell: (it) => it.place },
    { head: t(messages.kind), cell: (it) => t(messages[it.kind]) },
    { head: t(messages.host), cell: (it) => agencies.nameOf(it.hostAgency) },
    { head: t(messages.replies), cell: replyWords },
  ];
  return (
    <Card flush>
      <DataTable
        columns={columns}
        rows={items}
        rowKey={(it) => it.meetingId}
        caption={t(messages.list)}
        captionHidden
        flush
      />
    </Card>
  );
}
