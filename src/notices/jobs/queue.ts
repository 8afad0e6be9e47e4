import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

export const sendJob = 'send-notice';

/** Has a message sent at a time; asked twice it is one job. */
export async function enqueueSend(tx: Tx, deliveryId: string, at: Date): Promise<void> {
  await sql`
    select jobs.enqueue(${sendJob}, ${JSON.stringify({ deliveryId })}::json, ${at}::timestamptz, ${`${sendJob} ${deliveryId}`})`.execute(
    tx,
  );
}
