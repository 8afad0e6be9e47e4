import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

/** Whether so much waits to be folded that it is not counted into what is read. */
export async function isBehind(tx: Tx): Promise<boolean> {
  const found = await sql<{ behind: boolean }>`select app.figures_pending() > 2000 as behind`.execute(tx);
  return found.rows[0]?.behind ?? false;
}
