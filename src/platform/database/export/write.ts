import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import type { Keys } from '#platform/keys/ring.ts';
import { refusalOfPlace } from '#platform/refused-write.ts';
import { version } from '#platform/version.ts';
import { exportFormat, fingerprintOf, type Manifest, readme } from './manifest.ts';
import { tarEnd, tarFile } from './tar.ts';

const partBytes = 4 * 1024 * 1024;
const atOnce = 2000;

// Who is signed in at the moment is no record, and a session opened from an export would be a door.
const leftOut = ['sec.sessions', 'sec.sign_in_attempts', 'app.backups'];

export type Exported = { readonly rows: number; readonly tables: number; readonly bytes: number };

/** Writes every table of every city into one archive, as of one moment, while the city works on. */
export async function writeExport(
  backup: pg.Pool,
  keys: Keys,
  to: { path: string; now: Date },
): Promise<Exported> {
  const client = await backup.connect();
  const half = `${to.path}.half`;
  try {
    await client.query('begin isolation level repeatable read read only');
    const manifest = await makeManifest(client, keys, to.now);
    const handle = await open(half, 'w', 0o600);
    await pipeline(
      Readable.from(archive(client, manifest, to.now), { objectMode: true }),
      createGzip({ level: 5 }),
      createWriteStream('', { fd: handle, flush: true }),
    );
    await rename(half, to.path);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { rows, tables: manifest.tables.length, bytes: (await stat(to.path)).size };
  } catch (error) {
    await rm(half, { force: true });
    throw refusalOfPlace(error, to.path);
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

async function makeManifest(client: pg.PoolClient, keys: Keys, now: Date): Promise<Manifest> {
  const cities = await client.query<{ city: string; demonstration: boolean }>(
    'select city, demonstration from app.cities order by city',
  );
  const steps = await client.query<{ name: string }>(
    `select name from migrations.steps where name <> 'current' order by name`,
  );
  const sequences = await client.query<{ name: string; last: number | null }>(
    `select schemaname || '.' || sequencename as name, last_value as last from pg_sequences
      where schemaname in ('app', 'sec') order by 1`,
  );
  return {
    rangkul: 'export',
    format: exportFormat,
    made: now.toISOString(),
    version,
    steps: steps.rows.map((row) => row.name),
    keys: fingerprintOf(keys),
    demonstration: cities.rows.some((row) => row.demonstration),
    cities: cities.rows.map((row) => row.city),
    tables: await listTables(client),
    sequences: sequences.rows.flatMap(({ name, last }) => (last === null ? [] : [{ name, last }])),
  };
}

async function listTables(client: pg.PoolClient): Promise<Manifest['tables']> {
  const found = await client.query<{ name: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where n.nspname in ('app', 'sec', 'portal') and c.relkind = 'r'
      group by 1 order by 1`,
  );
  const tables = found.rows.filter((row) => !leftOut.includes(row.name));
  const counted: Manifest['tables'] = [];
  for (const { name, columns } of tables) {
    const rows = await client.query<{ n: number }>(`select count(*) as n from ${name}`);
    counted.push({ name, columns, rows: rows.rows[0]?.n ?? 0 });
  }
  return counted;
}

async function* archive(client: pg.PoolClient, manifest: Manifest, now: Date): AsyncGenerator<Buffer> {
  const text = (name: string, contents: string) => tarFile({ name, bytes: Buffer.from(contents) }, now);
  yield text('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  yield text('README.txt', readme);
  for (const { name, columns } of manifest.tables) {
    let part = 0;
    for await (const bytes of partsOf(client, name, columns)) {
      part++;
      yield tarFile({ name: `tables/${name}.${String(part).padStart(4, '0')}.ndjson`, bytes }, now);
    }
  }
  yield tarEnd;
}

// The rows stay text: a token of 64 bits does not fit JavaScript's numbers.
async function* partsOf(
  client: pg.PoolClient,
  table: string,
  columns: readonly string[],
): AsyncGenerator<Buffer> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  await client.query(
    `declare exported no scroll cursor for select to_jsonb(r)::text as line from (select ${list} from ${table}) r`,
  );
  let lines: string[] = [];
  let size = 0;
  for (;;) {
    const found = await client.query<{ line: string }>(`fetch ${atOnce} from exported`);
    for (const { line } of found.rows) {
      lines.push(line);
      size += line.length + 1;
      if (size < partBytes) continue;
      yield Buffer.from(`${lines.join('\n')}\n`);
      lines = [];
      size = 0;
    }
    if (found.rows.length < atOnce) break;
  }
  await client.query('close exported');
  if (lines.length > 0) yield Buffer.from(`${lines.join('\n')}\n`);
}
