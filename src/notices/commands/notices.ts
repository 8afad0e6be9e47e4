import { sql } from 'kysely';
import { noticeReaders } from '#notices/access.ts';
import { countUnread } from '#notices/queries/notices.ts';
import { MarkAllRead, MarkRead, Unread } from '#notices/schema/notices.ts';
import { command } from '#platform/commands.ts';
import type { Viewer } from '#platform/database/transaction.ts';

const told = (act: string) => (_input: unknown, _result: unknown, viewer: Viewer) => ({
  act,
  on: { kind: 'staff', id: viewer.staffId },
});

/** Says that notices were read. Those of others do not exist for the reader and stay as they are. */
export const markRead = command({
  name: 'notices/mark-read',
  summary: 'Say that one’s own notices were read',
  may: noticeReaders,
  input: MarkRead,
  result: Unread,
  audit: told('notice.read'),
  run: async (tx, viewer, { noticeIds }, { world }) => {
    await sql`
      update notices set read_at = ${world.now()}
       where city = (select app.city()) and staff_id = ${viewer.staffId} and read_at is null
         and notice_id = any (${noticeIds}::uuid[])`.execute(tx);
    return { unread: await countUnread(tx, viewer) };
  },
});

/** Says that everything in the inbox was read; what came after the press stays unread. */
export const markAllRead = command({
  name: 'notices/mark-all-read',
  summary: 'Say that all one’s own notices were read',
  may: noticeReaders,
  input: MarkAllRead,
  result: Unread,
  audit: told('notice.all-read'),
  run: async (tx, viewer, _input, { occurredAt, world }) => {
    await sql`
      update notices set read_at = ${world.now()}
       where city = (select app.city()) and staff_id = ${viewer.staffId} and read_at is null and created_at <= ${occurredAt}`.execute(
      tx,
    );
    return { unread: await countUnread(tx, viewer) };
  },
});
