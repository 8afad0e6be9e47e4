import { type Static, Type } from 'typebox';
import { type NoticeKind, noticeKinds } from '#platform/notices/kinds.ts';
import { Cursor, Day, Instant, Nullable, OneOf, PageOf, Uuid } from '#platform/schemas.ts';

export type { NoticeKind };
export { noticeKinds };

const kinds = Object.keys(noticeKinds) as NoticeKind[];

/** One notice; its words are made on the screen from kind, day and number. */
export const Notice = Type.Object({
  noticeId: Uuid,
  kind: OneOf(kinds),
  onId: Uuid,
  /** Where it leads. */
  link: Type.String(),
  day: Nullable(Day),
  number: Nullable(Type.Integer()),
  createdAt: Instant,
  readAt: Nullable(Instant),
});
export type Notice = Static<typeof Notice>;
export const NoticePage = PageOf(Notice);

export const noticeViews = ['unread', 'all'] as const;
export type NoticeView = (typeof noticeViews)[number];
export const NoticeListQuery = Type.Object({
  show: Type.Optional(OneOf(noticeViews)),
  after: Type.Optional(Cursor),
});

/** How many are unread; 100: a hundred or more. */
export const Unread = Type.Object({ unread: Type.Integer() });
export type Unread = Static<typeof Unread>;

export const MarkRead = Type.Object(
  { noticeIds: Type.Array(Uuid, { minItems: 1, maxItems: 50, uniqueItems: true }) },
  { additionalProperties: false },
);
export const MarkAllRead = Type.Object({}, { additionalProperties: false });
