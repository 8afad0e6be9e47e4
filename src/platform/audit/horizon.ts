import type pg from 'pg';

/**
 * Counts the database's transactions up to the last one the audit log knows. A server that was filled from an export
 * or a dump begins to count anew, and audit rows written below the last seal would look like forgeries.
 */
export async function passAuditHorizon(jobs: pg.Pool): Promise<void> {
  const found = await jobs.query<{ behind: boolean }>(
    'select coalesce(pg_snapshot_xmax(pg_current_snapshot()) <= app.audit_horizon(), false) as behind',
  );
  if (!found.rows[0]?.behind) return;
  const client = await jobs.connect();
  try {
    await client.query('set synchronous_commit = off');
    await client.query(`do $$
      declare horizon xid8 := app.audit_horizon();
      begin
        while pg_current_xact_id() <= horizon loop commit; end loop;
      end $$`);
  } finally {
    client.release(true);
  }
}
