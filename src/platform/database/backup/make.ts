import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from '#platform/database/connection.ts';
import { handOver, makeOwnFolder, placeEmbedded } from '#platform/database/embedded/place.ts';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import type { Keys } from '#platform/keys/ring.ts';
import { refusalOfFullDisk } from '#platform/refused-write.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import type { Piece } from './container.ts';
import { copyRunning } from './copy-folder.ts';
import { brokenAudit, type Facts, lackOf, readFacts } from './facts.ts';
import { type BackupFile, listBackups, nameAt, writeBackup } from './file.ts';
import { unpackBackup } from './unpack.ts';

export type BackupOptions = {
  readonly connection: Connection;
  readonly dataFolder: string;
  readonly keys: Keys;
  /** Where the backup goes. */
  readonly folder: string;
  /** Older backups in the folder are removed once the new one is verified. */
  readonly keepDays: number;
  readonly now: Date;
};

export type MadeBackup = {
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
  readonly pruned: number;
  /** What is wrong with the audit log, in the database and in its copy alike. */
  readonly audit: string | null;
};

/**
 * Backs up the embedded database while it works, and verifies the file by starting what is in it. A copy of a database
 * whose audit log is broken is kept, and so are the older ones: they are what an inquiry will ask for.
 */
export async function makeBackup(options: BackupOptions): Promise<MadeBackup> {
  const path = join(options.folder, nameAt(options.now));
  const backupKey = options.keys.of('backup');
  const before = await readFacts(options.connection);
  const postgres = Number.parseInt(
    await readFile(join(options.dataFolder, 'postgres', 'PG_VERSION'), 'utf8'),
    10,
  );
  const header = { made: options.now.toISOString(), postgres, steps: [...before.steps] };
  const bytes = await writeBackup({ path, backupKey, header, pieces: piecesOf(options) });
  const after = await readFacts(options.connection);
  const audit = await verify({ options, path, before, after }).catch(async (error: unknown) => {
    await rm(path, { force: true });
    throw error;
  });
  const rows = Object.values(after.rows).reduce((sum, n) => sum + n, 0);
  return { path, bytes, rows, pruned: audit ? 0 : await prune(options, path), audit };
}

async function* piecesOf({ connection, dataFolder }: BackupOptions): AsyncGenerator<Piece> {
  for (const name of ['password', 'rangkul.json'])
    yield { path: name, bytes: [await readFile(join(dataFolder, name))] };
  yield* copyRunning(connection, dataFolder);
}

// A second server beside the first, as its user, on the file's own contents: nothing else proves a backup. Answers what
// is wrong with the audit log of both, when it is the same in both.
async function verify(run: {
  options: BackupOptions;
  path: string;
  before: Facts;
  after: Facts;
}): Promise<string | null> {
  const { options, path, before, after } = run;
  const { runAs } = await placeEmbedded(options.dataFolder);
  const cache = join(options.dataFolder, 'cache');
  await makeOwnFolder(cache, runAs);
  const into = join(cache, `verify-${randomBytes(4).toString('hex')}`);
  try {
    await unpackBackup({ path, backupKey: options.keys.of('backup'), into, runAs });
    await handOver(into, runAs);
    const copy = await startEmbedded({ dataFolder: into, say: () => undefined, settings: trialSettings });
    try {
      const lack = lackOf(await readFacts(copy.connection, { everyPage: true }), before, after);
      if (lack) throw new StartRefusal('backup-differs', { file: path, what: lack });
      const auditOf = (connection: Connection) =>
        brokenAudit(connection, options.keys.of('database roles'), before.heads);
      const audit = await auditOf(copy.connection);
      if (audit && audit !== (await auditOf(options.connection)))
        throw new StartRefusal('backup-differs', { file: path, what: audit });
      return audit;
    } finally {
      await copy.stop();
    }
  } catch (error) {
    throw refusalOfFullDisk(error, into);
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}

const trialSettings = {
  shared_buffers: '32MB',
  max_connections: 10,
  fsync: 'off',
  autovacuum: 'off',
  max_wal_size: '256MB',
};

async function prune({ folder, keepDays, now }: BackupOptions, made: string): Promise<number> {
  const isOld = (backup: BackupFile) => now.getTime() - backup.made.getTime() > keepDays * 86_400_000;
  const old = (await listBackups(folder)).filter((backup) => backup.path !== made && isOld(backup));
  for (const backup of old) await rm(backup.path, { force: true });
  return old.length;
}
