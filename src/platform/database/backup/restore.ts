import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openPool } from '#platform/database/connection.ts';
import { syncFolder } from '#platform/database/embedded/folder.ts';
import { takeLock } from '#platform/database/embedded/lock.ts';
import { handOver, makeOwnFolder, type Place, placeEmbedded } from '#platform/database/embedded/place.ts';
import { findServerFiles } from '#platform/database/embedded/server-files.ts';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { knownSteps } from '#platform/database/migrate.ts';
import { replayErasures } from '#platform/keys/erasures.ts';
import { replayHolds } from '#platform/keys/holds.ts';
import type { Keys } from '#platform/keys/ring.ts';
import { prepareDatabase } from '#platform/prepare.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import { brokenAudit, readFacts } from './facts.ts';
import { type Header, listBackups, readHeader } from './file.ts';
import { unpackBackup } from './unpack.ts';

export type RestoreOptions = {
  /** A backup, or the folder whose newest one is taken. */
  readonly from: string;
  readonly dataFolder: string;
  readonly keys: Keys;
  /** Sets what lies in the data folder aside; without it a folder that holds data is refused. */
  readonly replace: boolean;
  readonly now: Date;
  readonly say: (line: string) => void;
};

export type Restored = {
  readonly path: string;
  readonly made: Date;
  readonly rows: number;
  readonly erasedAgain: number;
  /** Legal holds that were set again: they were not in the backup yet. */
  readonly heldAgain: number;
  /** What is wrong with the audit log that came with the backup. */
  readonly audit: string | null;
  /** Where the earlier data were put, when there were any. */
  readonly aside: string | null;
};

const files = ['postgres', 'password', 'rangkul.json'] as const;
// Not data: sockets, logs, what can be made again, and what earlier restores left.
const nothing = /^(lost\+found|run|log|cache|restoring-.*|before-restore-.*)$/;

/**
 * Puts a backup where the data belong, erases again what has been erased since, sets again the legal holds set since,
 * and ends all its sessions.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const path = await backupAt(options.from);
  const { header } = await readHeader(path);
  await refuseOther(path, header);
  const place = await placeEmbedded(options.dataFolder);
  await makeOwnFolder(place.dataFolder, place.runAs);
  const release = await takeLock(place);
  let aside: string | null = null;
  try {
    const found = (await readdir(place.dataFolder)).filter((name) => !nothing.test(name));
    if (found.length > 0 && !options.replace)
      throw new StartRefusal('restore-not-empty', { folder: place.dataFolder });
    const half = join(place.dataFolder, `restoring-${randomBytes(4).toString('hex')}`);
    await clearHalves(place.dataFolder);
    const backupKey = options.keys.of('backup');
    await unpackBackup({ path, backupKey, into: half, runAs: place.runAs }).catch(async (error: unknown) => {
      await clearHalves(place.dataFolder);
      throw error;
    });
    if (found.length > 0) aside = await setAside(place, found, options.now);
    // The folder counts as data from the last of these renames on.
    for (const name of files) await rename(join(half, name), join(place.dataFolder, name));
    await syncFolder(place.dataFolder);
    await rm(half, { recursive: true, force: true });
  } finally {
    await release();
  }
  return { path, made: new Date(header.made), aside, ...(await settle(options)) };
}

async function backupAt(from: string): Promise<string> {
  const found = await stat(from).catch(() => undefined);
  if (found?.isFile()) return from;
  const [newest] = await listBackups(from);
  if (!newest) throw new StartRefusal('backup-none', { folder: from });
  return newest.path;
}

async function refuseOther(path: string, header: Header): Promise<void> {
  const known = new Set(knownSteps());
  const unknown = header.steps.find((step) => !known.has(step));
  if (unknown) throw new StartRefusal('backup-newer', { file: path, found: unknown });
  const { major } = await findServerFiles(process);
  if (header.postgres > major)
    throw new StartRefusal('backup-newer', { file: path, found: `PostgreSQL ${header.postgres}` });
  if (header.postgres < major)
    throw new StartRefusal('data-older', { folder: path, found: header.postgres, needed: major });
}

async function clearHalves(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith('restoring-')) await rm(join(folder, name), { recursive: true, force: true });
}

async function setAside(place: Place, names: readonly string[], now: Date): Promise<string> {
  const folder = join(place.dataFolder, `before-restore-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`);
  await mkdir(folder, { mode: 0o700 });
  await handOver(folder, place.runAs);
  for (const name of names.toSorted((a, b) => orderOf(b) - orderOf(a)))
    await rename(join(place.dataFolder, name), join(folder, name));
  return folder;
}

// rangkul.json goes first: from then on a start refuses the folder instead of making a new database in it.
function orderOf(name: string): number {
  return name === 'rangkul.json' ? 1 : 0;
}

async function settle(
  options: RestoreOptions,
): Promise<Pick<Restored, 'rows' | 'erasedAgain' | 'heldAgain' | 'audit'>> {
  const { keys } = options;
  const secret = keys.of('database roles');
  const embedded = await startEmbedded({ dataFolder: options.dataFolder, say: options.say });
  try {
    await prepareDatabase(embedded.connection, secret);
    const jobs = openPool(embedded.connection, { role: 'rangkul_jobs', secret, max: 2 }, () => undefined);
    try {
      const erasedAgain = await replayErasures(jobs, keys);
      const heldAgain = await replayHolds(jobs, keys);
      await jobs.query('select app.advance_key_slots($1)', [keys.identities.end()]);
      await jobs.query('select sec.end_all_sessions(), app.new_epoch()');
      const facts = await readFacts(embedded.connection);
      const audit = await brokenAudit(embedded.connection, secret, facts.heads);
      const rows = Object.values(facts.rows).reduce((sum, n) => sum + n, 0);
      return { rows, erasedAgain, heldAgain, audit };
    } finally {
      await jobs.end();
    }
  } finally {
    await embedded.stop();
  }
}
