import { Type } from 'typebox';
import { noticeReaders } from '#notices/access.ts';
import { markAllRead, markRead } from '#notices/commands/notices.ts';
import { countUnread, listNotices } from '#notices/queries/notices.ts';
import { NoticeListQuery, NoticePage, Unread } from '#notices/schema/notices.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';

export const noticeRoutes: readonly Route[] = [
  query({
    path: '/notices',
    summary: 'One’s own notices, the newest first',
    may: noticeReaders,
    input: NoticeListQuery,
    result: NoticePage,
    run: async (tx, viewer, input) => {
      const after = readCursor(input.after, ['at', 'noticeId']);
      const found = await listNotices(tx, viewer, { show: input.show ?? 'all', after });
      return { show: pageOf(found, (row) => ({ at: row.createdAt, noticeId: row.noticeId })), audit: [] };
    },
  }),
  query({
    path: '/notices/unread',
    summary: 'How many of one’s own notices are unread',
    may: noticeReaders,
    input: Type.Object({}),
    result: Unread,
    run: async (tx, viewer) => ({ show: { unread: await countUnread(tx, viewer) }, audit: [] }),
  }),
  accepts(markRead),
  accepts(markAllRead),
];
