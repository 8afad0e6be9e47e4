import type { Insertable } from 'kysely';
import type { DB } from '#platform/database/schema.generated.ts';
import type { Tx } from '#platform/database/transaction.ts';

export type Row<T extends keyof DB> = Insertable<DB[T]>;

/** Rows by table, collected while the events are read, so that each is written once in its last state. */
export type Sheet<T extends keyof DB> = Map<string, Row<T>>;

/** The row of an identifier, to be changed by a later event; the world never speaks of a record it did not make. */
export function rowOf<T extends keyof DB>(sheet: Sheet<T>, id: string, what: string): Row<T> {
  const row = sheet.get(id);
  if (!row) throw new Error(`the demonstration world changes ${what} ${id} before making it`);
  return row;
}

/** Writes the rows of a table, a few hundred at a time. */
export async function writeRows<T extends keyof DB & string>(
  tx: Tx,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 400)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + 400) as never)
      .execute();
}
