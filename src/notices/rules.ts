import type { NoticeKind } from '#platform/notices/kinds.ts';
import { noticeKinds } from '#platform/notices/kinds.ts';

/** Unread notices are counted up to here. */
export const countedNotices = 100;

const places = {
  meeting: '/rapat',
  action: '/tindak-lanjut',
} satisfies Record<(typeof noticeKinds)[NoticeKind], string>;

/** Where a notice leads. */
export function linkOf(kind: NoticeKind, onId: string): string {
  return `${places[noticeKinds[kind]]}/${onId}`;
}
