// Makes the database once. Killed half-way, the next start begins anew: nothing counts until the folder has its name.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { StartRefusal } from '#platform/start-refusal.ts';
import { type DataFolder, refusalFor, syncFolder } from './folder.ts';
import type { ServerFiles } from './server-files.ts';

export const superuser = 'postgres';
export const databaseName = 'rangkul';

const halfMade = 'postgres-half-made-';

/** Makes PostgreSQL's own folder: checksums, UTF-8, and an order of text that no system library can change. */
export async function makePostgresFolder(data: DataFolder, server: ServerFiles): Promise<void> {
  // A name of its own each time: the initdb of a killed start may still be writing under the old one.
  const half = join(data.place.dataFolder, `${halfMade}${randomBytes(4).toString('hex')}`);
  try {
    await clearHalfMade(data.place.dataFolder);
    await runInitdb({ data, server, half });
    await rename(half, data.postgres);
    await syncFolder(data.place.dataFolder);
  } catch (error) {
    await rm(half, { recursive: true, force: true }).catch(() => undefined);
    throw refusalFor(error, data.place.dataFolder);
  }
}

async function clearHalfMade(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(halfMade));
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
}

async function runInitdb(options: { data: DataFolder; server: ServerFiles; half: string }): Promise<void> {
  const { data, server, half } = options;
  const { runAs } = data.place;
  const child = spawn(
    join(server.folder, 'bin', 'initdb'),
    [
      `--pgdata=${half}`,
      `--username=${superuser}`,
      `--pwfile=${data.password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ],
    {
      cwd: data.place.dataFolder,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
    },
  );
  const { code, complaint } = await ended(child);
  if (code === 0) return;
  if (/No space left|Disk quota/.test(complaint)) {
    throw Object.assign(new Error(complaint), { code: 'ENOSPC' });
  }
  const reason = complaint.trim().split('\n')[0] || `initdb: ${code}`;
  throw new StartRefusal('database-failed', { reason, log: data.log });
}

function ended(child: ChildProcess): Promise<{ code: number | null; complaint: string }> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    child.stderr?.on('data', (chunk) => {
      complaint += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, complaint }));
  });
}

/** Makes the database `rangkul` when it is missing; true when it was. */
export async function ensureDatabase(options: {
  host: string;
  port: number;
  password: string;
}): Promise<boolean> {
  const client = new pg.Client({ ...options, user: superuser, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select datname from pg_database where datname = $1', [databaseName]);
    if (found.rowCount) return false;
    await client.query(
      `create database ${databaseName} template template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'`,
    );
    return true;
  } finally {
    await client.end();
  }
}
