import { messages } from '#meetings/messages/attendance.ts';
import { messages as meetingMessages } from '#meetings/messages/meetings.ts';
import type { Attendance } from '#meetings/schema/attendance.ts';
import { dateTime, integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useListed } from '#web/platform/use-query.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';

/** Who came to a meeting, in the order in which they did. */
export function Screen({ params }: ScreenProps) {
  const list = useListed<Attendance>(`meetings/${params.meetingId}/attendances`);
  return (
    <Page
      title={t(messages.list)}
      crumbs={[
        { label: t(meetingMessages.place), href: '/rapat' },
        { label: t(meetingMessages.meeting), href: `/rapat/${params.meetingId}` },
      ]}
    >
      <Loaded query={list} what={t(messages.one)}>
        {() => <AttendanceTable items={list.items} />}
      </Loaded>
      <Pager {...list} />
    </Page>
  );
}

function AttendanceTable({ items }: { items: readonly Attendance[] }) {
  if (items.length === 0)
    return (
      <EmptyState level={2} title={t(messages.nobody)}>
        {t(messages.nobodyMore)}
      </EmptyState>
    );
  const columns: Column<Attendance>[] = [
    { head: t(messages.name), lead: true, cell: (it) => it.name },
    { head: t(messages.position), cell: (it) => it.office || '–' },
    { head: t(messages.from), cell: (it) => it.body || '–' },
    { head: t(messages.contact), cell: (it) => it.contact || '–' },
    { head: t(messages.arrived), cell: (it) => dateTime(it.arrivedAt) },
    { head: t(messages.way), cell: (it) => t(messages[it.way]) },
    { head: t(messages.invitations), num: true, cell: (it) => integer(it.invitations) },
  ];
  return (
    <Card flush>
      <DataTable
        columns={columns}
        rows={items}
        rowKey={(it) => it.attendanceId}
        caption={t(messages.list)}
        captionHidden
        flush
      />
    </Card>
  );
}
