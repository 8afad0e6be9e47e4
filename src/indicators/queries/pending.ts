import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

/**
 * Folds what waits, if nobody else is at it; what still waits then is counted in by the views. Answers whether so much
 * is left that it is not counted into what is read.
 */
export async function foldSome(tx: Tx): Promise<boolean> {
  const found = await sql<{ behind: boolean }>`select app.fold_before_read() as behind`.execute(tx);
  return found.rows[0]?.behind ?? false;
}
