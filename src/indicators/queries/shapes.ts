import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

/** The boundaries a city brought; nothing when it has none. */
export async function readShapes(tx: Tx) {
  const found = await sql<{ areaCode: string; shape: unknown; source: string }>`
    select area_code as "areaCode", shape, source
      from area_shapes
     where city = (select app.city())
     order by area_code`.execute(tx);
  return {
    items: found.rows.map(({ areaCode, shape }) => ({ areaCode, shape })),
    source: found.rows[0]?.source ?? '',
  };
}
