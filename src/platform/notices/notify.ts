// How any slice tells people at work of something; the slice notices shows and sends it.
import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import { type NoticeKind, noticeKinds } from '#platform/notices/kinds.ts';

export type { NoticeKind };

export type Told = {
  readonly kind: NoticeKind;
  readonly onId: string;
  /** What makes a second notice of this kind on this record another one, such as its day. */
  readonly key?: string;
  readonly day?: string | null;
  readonly number?: number;
  /** Everybody at work in these is told, except who does it. */
  readonly agencies: readonly string[];
  readonly at: Date;
};

/** Tells of something in the transaction of the act; telling the same again does nothing. */
export async function notify(tx: Tx, it: Told): Promise<void> {
  if (it.agencies.length === 0) return;
  await sql`
    select app.notify(${it.kind}, ${noticeKinds[it.kind]}, ${it.onId}::uuid, ${it.key ?? ''}, ${it.day ?? null}::date,
                      ${it.number ?? null}::int, ${it.agencies}::text[], ${it.at}::timestamptz)`.execute(tx);
}
