import { useState } from 'react';
import { messages } from '#notices/messages/notices.ts';
import { messages as settingsWords } from '#notices/messages/settings.ts';
import type { Notice, NoticeView, Unread } from '#notices/schema/notices.ts';
import { inbox, showUnread } from '#web/notices/unread.ts';
import { accepted, asProblem } from '#web/platform/api.ts';
import { date, dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useListed } from '#web/platform/use-query.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Segment } from '#web/ui/tabs.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';

/** What one was told, the newest first; opening it is reading it. */
export function Screen() {
  const [show, setShow] = useState<NoticeView>('unread');
  const list = useListed<Notice>('notices', { show });
  const toast = useToast();
  const mark = async (name: 'mark-read' | 'mark-all-read', input: object) => {
    try {
      showUnread(await accepted<Unread>(`notices/${name}`, input));
      if (name === 'mark-all-read') toast({ text: t(messages.allRead), icon: 'check' });
      list.reload();
    } catch (error) {
      toast({ text: asProblem(error).message, icon: 'alert' });
    }
  };
  const read = (noticeIds: string[]) => void mark('mark-read', { noticeIds });
  return (
    <Page
      title={t(messages.place)}
      lead={t(messages.lead)}
      actions={
        <LinkButton href={`${inbox}/atur`} icon="settings">
          {t(settingsWords.choose)}
        </LinkButton>
      }
    >
      <Stack>
        <Row apart>
          <Segment<NoticeView>
            label={t(messages.show)}
            value={show}
            onChange={setShow}
            options={[
              { value: 'unread', label: t(messages.viewUnread) },
              { value: 'all', label: t(messages.viewAll) },
            ]}
          />
          {list.items.some((it) => it.readAt === null) ? (
            <Button icon="check" onClick={() => void mark('mark-all-read', {})}>
              {t(messages.markAll)}
            </Button>
          ) : null}
        </Row>
        <Loaded query={list} what={t(messages.list)}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState level={2} title={t(show === 'unread' ? messages.noneUnread : messages.none)}>
                {t(messages.noneMore)}
              </EmptyState>
            ) : (
              <>
                <Card flush>
                  <NoticeTable items={items} read={read} />
                </Card>
                <Pager {...list} />
              </>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}

function NoticeTable(props: { items: readonly Notice[]; read: (ids: string[]) => void }) {
  const { items, read } = props;
  const columns: Column<Notice>[] = [
    {
      head: t(messages.notice),
      lead: true,
      cell: (it) => (
        <Link href={it.link} onClick={it.readAt === null ? () => read([it.noticeId]) : undefined}>
          {wordsOf(it)}
        </Link>
      ),
    },
    {
      head: t(messages.state),
      cell: (it) =>
        it.readAt === null ? <Tag tone="brand">{t(messages.unread)}</Tag> : <Tag>{t(messages.read)}</Tag>,
    },
    { head: t(messages.came), cell: (it) => dateTime(it.createdAt) },
    {
      head: t(messages.acts),
      acts: true,
      cell: (it) =>
        it.readAt === null ? (
          <Button kind="quiet" onClick={() => read([it.noticeId])}>
            {t(messages.markRead)}
          </Button>
        ) : null,
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={items}
      rowKey={(it) => it.noticeId}
      caption={t(messages.place)}
      captionHidden
    />
  );
}

function wordsOf({ kind, day: on, number }: Notice): string {
  return t(messages[kind], { day: on === null ? '' : date(on), number: number ?? 0 });
}
