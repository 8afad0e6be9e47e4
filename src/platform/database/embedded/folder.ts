// What lies in a data folder, and whether we may use it. Looking changes nothing.
//   rangkul.json   whose folder this is        password  of the database's superuser, mode 600
//   postgres/      PostgreSQL's own files      log/      a week of the database's log
//   run/           sockets while running       cache/    what can be made again
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import {
  access,
  chmod,
  lstat,
  open,
  readdir,
  readFile,
  rename,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode } from '#platform/project.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import { handOver, makeOwnFolder, type Place, type RunAs } from './place.ts';

const format = 1;
const megabyte = 1024 * 1024;
const spaceNeeded = { firstStart: 600, laterStart: 64 } as const;

export type DataFolder = {
  readonly place: Place;
  readonly postgres: string;
  readonly log: string;
  readonly marker: string;
  readonly password: string;
};

/** The names inside a data folder. */
export function dataFolderAt(place: Place): DataFolder {
  const inside = (name: string) => join(place.dataFolder, name);
  return {
    place,
    postgres: inside('postgres'),
    log: inside('log'),
    marker: inside('rangkul.json'),
    password: inside('password'),
  };
}

/** `fresh` when a database has yet to be made here, `ours` when there is one this server can open; else refuses. */
export async function inspectFolder(data: DataFolder, major: number): Promise<'fresh' | 'ours'> {
  const folder = data.place.dataFolder;
  const names = await namesIn(folder);
  if (names.length === 0) return 'fresh';
  await refuseForeignOwner(data);
  if (!names.includes('rangkul.json')) throw new StartRefusal('data-foreign', { folder });

  const { format: found } = await readMarker(data);
  if (found > format) throw new StartRefusal('data-newer', { folder, found, needed: format });
  if (!names.includes('postgres')) return 'fresh';
  await refuseOtherMajor(data, major);
  return 'ours';
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !isNothing(name));
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') throw new StartRefusal('data-foreign', { folder });
    throw refusalFor(error, folder);
  }
}

// A new disk has lost+found; a start that was killed may have left the marker's half.
function isNothing(name: string): boolean {
  return name === 'lost+found' || /^rangkul\.json\.[0-9a-f]{8}$/.test(name);
}

async function refuseForeignOwner(data: DataFolder): Promise<void> {
  const owner = (await stat(data.place.dataFolder)).uid;
  const mine = data.place.runAs?.uid ?? process.getuid?.() ?? owner;
  if (data.place.runAs && owner === 0) return;
  if (owner !== mine) throw new StartRefusal('data-other-owner', { folder: data.place.dataFolder, owner });
}

async function readMarker(data: DataFolder): Promise<{ format: number }> {
  const text = await readFile(data.marker, 'utf8').catch((error: unknown) => {
    throw refusalFor(error, data.marker);
  });
  try {
    const marker: unknown = JSON.parse(text);
    if (marker && typeof marker === 'object' && 'format' in marker) return { format: Number(marker.format) };
  } catch {}
  throw new StartRefusal('data-damaged', { folder: data.place.dataFolder, what: 'rangkul.json' });
}

async function refuseOtherMajor(data: DataFolder, needed: number): Promise<void> {
  const folder = data.place.dataFolder;
  const version = await readFile(join(data.postgres, 'PG_VERSION'), 'utf8').catch(() => '');
  const found = Number.parseInt(version, 10);
  if (Number.isNaN(found)) throw new StartRefusal('data-damaged', { folder, what: 'postgres/PG_VERSION' });
  if (found < needed) throw new StartRefusal('data-older', { folder, found, needed });
  if (found > needed)
    throw new StartRefusal('data-newer', {
      folder,
      found: `PostgreSQL ${found}`,
      needed: `PostgreSQL ${needed}`,
    });
  await access(join(data.postgres, 'global', 'pg_control')).catch(() => {
    throw new StartRefusal('data-damaged', { folder, what: 'postgres/global/pg_control' });
  });
}

/** Refuses a disk on which the database would soon stop; nothing has been written yet. */
export async function refuseFullDisk(folder: string, state: 'fresh' | 'ours'): Promise<void> {
  const disk = await statfs(await nearest(folder));
  const free = Math.floor((disk.bavail * disk.bsize) / megabyte);
  const needed = state === 'fresh' ? spaceNeeded.firstStart : spaceNeeded.laterStart;
  if (free < needed) throw new StartRefusal('disk-full', { folder, needed, free });
}

async function nearest(path: string): Promise<string> {
  const there = await stat(path).catch(() => undefined);
  return there || path === dirname(path) ? path : nearest(dirname(path));
}

/** Makes the folder and marks it as ours, before anything else is written into it. */
export async function claimFolder(data: DataFolder): Promise<void> {
  const { dataFolder, runAs } = data.place;
  try {
    await makeOwnFolder(dataFolder, runAs);
    await chmod(dataFolder, 0o700);
    await access(dataFolder, constants.W_OK | constants.X_OK);
    const made = new Date().toISOString();
    await writeOnce({ path: data.marker, text: `${JSON.stringify({ format, made })}\n`, runAs });
  } catch (error) {
    throw refusalFor(error, dataFolder);
  }
}

/** Adds what every start needs; a password only before there is a database that has another. */
export async function furnishFolder(data: DataFolder, state: 'fresh' | 'ours'): Promise<void> {
  const { runAs } = data.place;
  await makeOwnFolder(data.log, runAs);
  if (state === 'fresh')
    await writeOnce({ path: data.password, text: randomBytes(24).toString('base64url'), runAs });
}

type Writing = { path: string; text: string; runAs: RunAs | undefined };

async function writeOnce(writing: Writing): Promise<void> {
  if (!(await lstat(writing.path).catch(() => undefined))) await replaceFile(writing);
}

/** Writes a file for the database's user alone, whole or not at all. */
export async function replaceFile({ path, text, runAs }: Writing): Promise<void> {
  const half = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(half, text, { mode: 0o600, flag: 'wx', flush: true });
  await handOver(half, runAs);
  await rename(half, path);
}

/** The superuser's password of this folder. */
export async function readPassword(data: DataFolder): Promise<string> {
  const text = await readFile(data.password, 'utf8').catch(() => '');
  if (text) return text;
  throw new StartRefusal('data-damaged', { folder: data.place.dataFolder, what: 'password' });
}

/** Makes a rename durable: the folder's own entry list is written to the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Turns a failed file operation into the line that says what to do; other errors stay what they are. */
export function refusalFor(error: unknown, folder: string): unknown {
  const code = systemCode(error) ?? '';
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return new StartRefusal('data-no-write', { folder });
  if (['ENOSPC', 'EDQUOT'].includes(code)) {
    return new StartRefusal('disk-full', { folder, needed: spaceNeeded.laterStart, free: 0 });
  }
  return error;
}
