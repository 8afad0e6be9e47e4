import { sql } from 'kysely';
import { countedNotices, linkOf } from '#notices/rules.ts';
import type { Notice, NoticeKind, NoticeView } from '#notices/schema/notices.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';

type NoticeRow = {
  notice_id: string;
  kind: NoticeKind;
  on_id: string;
  day: string | null;
  number: number | null;
  created_at: Date;
  read_at: Date | null;
};
type PageKey = { readonly at: string; readonly noticeId: string };

/** The viewer's own notices, the newest first; 50 a page. */
export async function listNotices(
  tx: Tx,
  viewer: Viewer,
  { show, after }: { show: NoticeView; after: PageKey | null },
): Promise<Notice[]> {
  const found = await sql<NoticeRow>`
    select n.notice_id, n.kind, n.on_id, n.day::text as day, n.number, n.created_at, n.read_at
      from notices n
     where n.city = (select app.city()) and n.staff_id = ${viewer.staffId}
       and (n.created_at, n.notice_id) < (${after?.at ?? 'infinity'}::timestamptz, ${after?.noticeId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
       and (${show} = 'all' or n.read_at is null)
     order by n.created_at desc, n.notice_id desc
     limit 51`.execute(tx);
  return found.rows.map((row) => ({
    noticeId: row.notice_id,
    kind: row.kind,
    onId: row.on_id,
    link: linkOf(row.kind, row.on_id),
    day: row.day,
    number: row.number,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }));
}

/** How many of the viewer's own notices are unread, counted no further than a hundred. */
export async function countUnread(tx: Tx, viewer: Viewer): Promise<number> {
  const found = await sql<{ unread: number }>`
    select count(*)::int as unread
      from (select 1 from notices n
             where n.city = (select app.city()) and n.staff_id = ${viewer.staffId} and n.read_at is null
             limit ${countedNotices}) u`.execute(tx);
  return found.rows[0]?.unread ?? 0;
}
