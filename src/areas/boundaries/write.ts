import type pg from 'pg';
import type { Boundaries } from '#areas/boundaries/shapes.ts';

/** The codes of the city's villages. */
export async function readVillages(client: pg.ClientBase): Promise<Set<string>> {
  const found = await client.query<{ code: string }>(
    `select area_code as code from areas where area_code like (select app.city()) || '.%' and kind = 'village'`,
  );
  return new Set(found.rows.map((row) => row.code));
}

/** Puts boundaries in place of those that are there; false when the very same are there already. */
export async function storeBoundaries(
  client: pg.ClientBase,
  { shapes, given, kept }: Boundaries,
  source: string,
): Promise<boolean> {
  const rows = JSON.stringify([...shapes].map(([code, shape]) => ({ code, shape })));
  const found = await client.query<{ same: boolean }>(
    `select count(*) = (select count(*) from jsonb_to_recordset($1::jsonb) as n (code text, shape jsonb))
            and bool_and(coalesce(s.shape = n.shape and s.source = $2, false)) as same
       from area_shapes s
       left join jsonb_to_recordset($1::jsonb) as n (code text, shape jsonb) on n.code = s.area_code
      where s.city = (select app.city())`,
    [rows, source],
  );
  if (found.rows[0]?.same) return false;
  await client.query('delete from area_shapes where city = (select app.city())');
  await client.query(
    `insert into area_shapes (area_code, shape, source)
     select n.code, n.shape, $2 from jsonb_to_recordset($1::jsonb) as n (code text, shape jsonb)`,
    [rows, source],
  );
  await writeAct(client, 'areas.boundaries-stored', { areas: shapes.size, given, kept, source });
  return true;
}

/** Takes the city's boundaries away; false when there are none. */
export async function removeBoundaries(client: pg.ClientBase): Promise<boolean> {
  const done = await client.query('delete from area_shapes where city = (select app.city())');
  if (done.rowCount === 0) return false;
  await writeAct(client, 'areas.boundaries-removed', { areas: done.rowCount ?? 0 });
  return true;
}

async function writeAct(client: pg.ClientBase, act: string, detail: Record<string, unknown>): Promise<void> {
  await client.query(`insert into audit_rows (act, on_kind, on_id, detail) values ($1, 'areas', '', $2)`, [
    act,
    JSON.stringify(detail),
  ]);
}
