// Where the database lives and as whom it runs. PostgreSQL refuses root, so root lends it the user `nobody`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, lchown, mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { projectFolder, systemCode } from '#platform/project.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

export type RunAs = { readonly user: string; readonly uid: number; readonly gid: number };

export type Place = {
  readonly dataFolder: string;
  /** Where a copy of the server's files goes when the original cannot be used. */
  readonly copyFolder: string;
  readonly runAs: RunAs | undefined;
  /** True when root's clone is closed to others and the data therefore lies under /var/lib/rangkul. */
  readonly moved: boolean;
};

const openHome = '/var/lib/rangkul';
const plainUser = 'nobody';

/** Decides on folder and user without touching anything; the same answer for every command on this clone. */
export async function placeEmbedded(asked: string): Promise<Place> {
  const requested = await resolveLinks(asked);
  if (process.getuid?.() !== 0) return ordinary(requested);

  const copyFolder = join(openHome, cloneName());
  const owner = await ownerOf(requested);
  const runAs = await findUser(owner);
  const away = { dataFolder: join(copyFolder, 'data'), copyFolder, runAs, moved: true };
  // Once moved, always moved: a clone opened later to others must not begin a second, empty database.
  const mayMove = asked === join(projectFolder, 'data') && owner === undefined;
  if (mayMove && (await ownerOf(away.dataFolder))) return away;
  const toPass = (await isJustMade(requested)) ? dirname(requested) : requested;
  if (canEnter(await nearestFolder(toPass), runAs)) {
    return { dataFolder: requested, copyFolder, runAs, moved: false };
  }
  if (mayMove) return away;
  throw new StartRefusal('data-unreachable', { user: runAs.user, folder: dirname(requested) });
}

function ordinary(requested: string): Place {
  return { dataFolder: requested, copyFolder: join(requested, 'cache'), runAs: undefined, moved: false };
}

/** One folder has one name, however it is reached; the part that does not exist yet stays as given. */
export async function resolveLinks(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real || path === dirname(path)) return real ?? path;
  return join(await resolveLinks(dirname(path)), basename(path));
}

function cloneName(): string {
  const hash = createHash('sha256').update(projectFolder).digest('hex').slice(0, 8);
  return `${basename(projectFolder).replaceAll(/[^\w.-]/g, '_')}-${hash}`;
}

/** Makes a folder for the database's user alone. */
export async function makeOwnFolder(path: string, runAs: RunAs | undefined): Promise<void> {
  await makeOpenFolder(dirname(path), runAs);
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (systemCode(error) !== 'EEXIST') throw error;
  });
  await handOver(path, runAs);
}

/** Makes a folder, and the parents it lacks, that the database's user can pass through whatever root's umask is. */
export async function makeOpenFolder(path: string, runAs: RunAs | undefined): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (!first || !runAs) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755);
}

/** Gives a file or folder that root made to the database's user. */
export async function handOver(path: string, runAs: RunAs | undefined): Promise<void> {
  // Never through a link: that user might have put one where root writes.
  if (runAs) await lchown(path, runAs.uid, runAs.gid);
}

async function ownerOf(folder: string): Promise<number | undefined> {
  const found = await stat(folder).catch(() => undefined);
  return found?.uid || undefined;
}

// An invented number does not do: PostgreSQL looks its user up by name.
async function findUser(uid: number | undefined): Promise<RunAs> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = lines.find(([name, , number]) =>
    uid === undefined ? name === plainUser : number === String(uid),
  );
  const [user, , number, group] = entry ?? [];
  if (!user) throw new StartRefusal('no-plain-user', { user: uid ?? plainUser });
  return { user, uid: Number(number), gid: Number(group) };
}

// A kill between making the data folder and handing it over leaves an empty one of root's: it is handed over now.
async function isJustMade(folder: string): Promise<boolean> {
  return (await ownerOf(folder)) === undefined && (await readdir(folder).catch(() => null))?.length === 0;
}

async function nearestFolder(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() || path === dirname(path) ? path : nearestFolder(dirname(path));
}

function canEnter(folder: string, runAs: RunAs): boolean {
  const trial = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    cwd: '/',
    env: {},
    stdio: 'ignore',
    uid: runAs.uid,
    gid: runAs.gid,
  });
  return trial.status === 0;
}
