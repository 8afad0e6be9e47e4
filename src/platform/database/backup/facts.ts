// What is compared between a database and its backup: rows in each table, and the head of the audit log of each city.
import pg from 'pg';
import { verifyAudit } from '#platform/audit/seal.ts';
import { type Connection, openPool } from '#platform/database/connection.ts';

export type Facts = {
  /** Rows by table, `app.persons`. */
  readonly rows: Readonly<Record<string, number>>;
  readonly heads: readonly { readonly city: string; readonly sealNo: number; readonly root: string }[];
  readonly steps: readonly string[];
};

/** Counts a database. `everyPage` reads each page of each table, so that a damaged one shows by its checksum. */
export async function readFacts(
  connection: Connection,
  options: { everyPage?: boolean } = {},
): Promise<Facts> {
  const client = new pg.Client({ ...connection, user: connection.superuser });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    if (options.everyPage)
      for (const way of ['indexonlyscan', 'indexscan', 'bitmapscan'])
        await client.query(`set local enable_${way} = off`);
    const tables = await client.query<{ name: string }>(
      `select n.nspname || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app', 'jobs', 'portal') and c.relkind = 'r' order by 1`,
    );
    const rows: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const found = await client.query<{ n: number }>(`select count(*) as n from ${name}`);
      rows[name] = found.rows[0]?.n ?? 0;
    }
    const heads = await client.query<{ city: string; sealNo: number; root: string }>(
      `select distinct on (city) city, seal_no as "sealNo", encode(root, 'hex') as root from app.audit_seals order by city, seal_no desc`,
    );
    const steps = await client.query<{ name: string }>(
      `select name from migrations.steps where name <> 'current' order by name`,
    );
    return { rows, heads: heads.rows, steps: steps.rows.map((row) => row.name) };
  } finally {
    await client.end();
  }
}

/** What a copy lacks of a database counted before and after it was made; nothing when it is whole. */
export function lackOf(copy: Facts, before: Facts, after: Facts): string | null {
  for (const [table, first] of Object.entries(before.rows)) {
    const last = after.rows[table] ?? first;
    const found = copy.rows[table];
    // Rows may come and go while the copy is made; in a quiet database the number is exact.
    const slack = first === last ? 0 : Math.abs(last - first) + 50;
    if (found === undefined || found < Math.min(first, last) - slack || found > Math.max(first, last) + slack)
      return `${table}: ${found ?? 'no table'}, expected ${first}${last === first ? '' : ` to ${last}`}`;
  }
  return null;
}

/** The first city whose audit log in this database is broken, or does not go on from the head given. */
export async function brokenAudit(
  connection: Connection,
  secret: Buffer,
  heads: Facts['heads'],
): Promise<string | null> {
  const jobs = openPool(connection, { role: 'rangkul_jobs', secret, max: 1 }, () => undefined);
  try {
    for (const { city, ...head } of heads) {
      const { broken } = await verifyAudit(jobs, city, head);
      if (broken) return `audit ${city}: seal ${broken.sealNo}, ${broken.why}`;
    }
    return null;
  } finally {
    await jobs.end();
  }
}
