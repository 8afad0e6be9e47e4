import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import Value from 'typebox/value';
import type { Connection } from '#platform/database/connection.ts';
import { knownSteps } from '#platform/database/migrate.ts';
import { systemCode } from '#platform/project.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import { exportFormat, Manifest } from './manifest.ts';
import { ArchiveDamaged, readTar, type TarFile } from './tar.ts';

const linesAtOnce = 2000;

/** Opens an archive and hands over its manifest and the stream of its tables; refuses what is none, or too new. */
export async function openExport(
  path: string,
): Promise<{ manifest: Manifest; files: AsyncGenerator<TarFile> }> {
  const unreadable = (what: string) => new StartRefusal('archive-unreadable', { file: path, what });
  const plain = createGunzip();
  const files = readTar(plain);
  createReadStream(path)
    .on('error', (error) => plain.destroy(error))
    .pipe(plain);
  const first = await files.next().catch((error: Error) => {
    throw unreadable(error.message);
  });
  const manifest: unknown = first.done ? undefined : parse(first.value);
  if (!Value.Check(Manifest, manifest)) throw unreadable('not a Rangkul export');
  const known = new Set(knownSteps());
  const unknown = manifest.steps.find((step) => !known.has(step));
  if (manifest.format > exportFormat || unknown)
    throw new StartRefusal('backup-newer', { file: path, found: unknown ?? manifest.format });
  return { manifest, files };
}

function parse({ name, bytes }: TarFile): unknown {
  if (name !== 'manifest.json') return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Fills an empty database from an archive: all or nothing. */
export async function readExport(
  connection: Connection,
  { manifest, files }: { manifest: Manifest; files: AsyncGenerator<TarFile> },
): Promise<void> {
  const client = new pg.Client({ ...connection, user: connection.superuser });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    // No trigger runs and no reference is checked on the way in: what they made is in the archive too.
    await client.query('set local session_replication_role = replica');
    const tables = manifest.tables.map((table) => table.name);
    await client.query(`truncate ${tables.join(', ')} cascade`);
    for await (const file of files) {
      const table = /^tables\/([a-z]+\.[a-z_]+)\.\d+\.ndjson$/.exec(file.name)?.[1];
      const its = manifest.tables.find((other) => other.name === table);
      if (its) await insertLines(client, its, file.bytes.toString('utf8').trimEnd().split('\n'));
    }
    for (const { name, last } of manifest.sequences)
      await client.query('select setval($1::regclass, $2)', [name, last]);
    await compareCounts(client, manifest);
    await client.query('commit');
    await client.query('analyze');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw refusalOf(error, connection);
  } finally {
    await client.end();
  }
}

async function insertLines(
  client: pg.Client,
  { name, columns }: Manifest['tables'][number],
  lines: readonly string[],
): Promise<void> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    const part = `[${lines.slice(from, from + linesAtOnce).join(',')}]`;
    await client.query(
      `insert into ${name} (${list}) overriding system value select ${list} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
      [part],
    );
  }
}

async function compareCounts(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const { name, rows } of manifest.tables) {
    const found = await client.query<{ n: number }>(`select count(*) as n from ${name}`);
    if (found.rows[0]?.n !== rows) throw new ArchiveDamaged(`${name}: ${found.rows[0]?.n} of ${rows} rows`);
  }
}

function refusalOf(error: unknown, connection: Connection): unknown {
  if (error instanceof ArchiveDamaged)
    return new StartRefusal('archive-unreadable', { file: '', what: error.message });
  if (systemCode(error) === '42501' && error instanceof Error)
    return new StartRefusal('database-role', { user: connection.superuser, reason: error.message });
  return error;
}
