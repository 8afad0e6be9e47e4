// Copies the files of a running PostgreSQL between pg_backup_start and pg_backup_stop, as its manual describes.
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Connection } from '#platform/database/connection.ts';
import { systemCode } from '#platform/project.ts';
import type { Piece } from './container.ts';

const chunkBytes = 512 * 1024;
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|pg_internal\.init.*|t\d+_\d+.*)$/;
const emptied = /^(pg_wal|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans|pg_replslot)$/;
const control = 'global/pg_control';

/** The files of the data folder, its log of changes since the copy began, and the label that makes them one whole. */
export async function* copyRunning(connection: Connection, dataFolder: string): AsyncGenerator<Piece> {
  const postgres = join(dataFolder, 'postgres');
  const client = new pg.Client({ ...connection, user: connection.superuser });
  // A session that breaks reports through the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Keeps the log of changes from being recycled under a long copy; goes with this session.
    await client.query(
      `select pg_create_physical_replication_slot('rangkul_backup_' || pg_backend_pid(), true, true)`,
    );
    await client.query(`select pg_backup_start('rangkul backup', true)`);
    yield* copyTree(postgres, '');
    yield fileAt(postgres, control);
    const stopped = await client.query<{ label: string; map: string; last: string }>(
      `select s.labelfile as label, s.spcmapfile as map, pg_walfile_name(s.lsn) as last from pg_backup_stop(false) s`,
    );
    const { label = '', map = '', last = '' } = stopped.rows[0] ?? {};
    const first = /START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/.exec(label)?.[1] ?? '';
    for (const name of (await readdir(join(postgres, 'pg_wal'))).sort())
      if (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= last)
        yield fileAt(postgres, `pg_wal/${name}`);
    yield { path: 'postgres/pg_wal/archive_status/', bytes: [] };
    yield { path: 'postgres/backup_label', bytes: [Buffer.from(label)] };
    if (map) yield { path: 'postgres/tablespace_map', bytes: [Buffer.from(map)] };
  } finally {
    await client.end();
  }
}

async function* copyTree(root: string, below: string): AsyncGenerator<Piece> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  for (const entry of entries) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (leftOut.test(entry.name) || path === control) continue;
    if (entry.isFile()) yield fileAt(root, path);
    if (!entry.isDirectory() || entry.name.startsWith('pgsql_tmp')) continue;
    yield { path: `postgres/${path}/`, bytes: [] };
    if (!emptied.test(path)) yield* copyTree(root, path);
  }
}

function fileAt(root: string, path: string): Piece {
  return { path: `postgres/${path}`, bytes: bytesOf(join(root, path)) };
}

// A file that PostgreSQL removed meanwhile, or one that grows, is put right by the log of changes.
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return;
  try {
    let left = (await handle.stat()).size;
    while (left > 0) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(Math.min(chunkBytes, left)));
      if (bytesRead === 0) return;
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
