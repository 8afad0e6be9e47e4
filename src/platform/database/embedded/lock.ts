// One live Rangkul per data folder: a listening socket, which the system closes with its process, however that ends.
import { createHash, randomBytes } from 'node:crypto';
import { link, lstat, rename, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemCode } from '#platform/project.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import { makeOwnFolder, type Place } from './place.ts';

// A socket's path holds 107 bytes on Linux and 103 on macOS; PostgreSQL adds `/.s.PGSQL.5432.lock`.
const longestSocketFolder = 80;

/** The folder of this data folder's sockets: inside it, or a short one when its path is too long for a socket. */
export async function socketFolder(place: Place): Promise<string> {
  const inside = join(place.dataFolder, 'run');
  if (Buffer.byteLength(inside) <= longestSocketFolder) return inside;
  const hash = createHash('sha256').update(place.dataFolder).digest('hex').slice(0, 16);
  return join(tmpdir(), `rangkul-${hash}`);
}

/** Makes the socket folder, for our user alone: in a folder open to all, another may have put one there before. */
export async function makeSocketFolder(place: Place): Promise<string> {
  const folder = await socketFolder(place);
  await makeOwnFolder(folder, place.runAs);
  const found = await lstat(folder);
  const mine = place.runAs?.uid ?? process.getuid?.();
  if (!found.isDirectory() || found.uid !== mine) throw new StartRefusal('data-no-write', { folder });
  return folder;
}

/** Takes the folder for this process, or refuses when a live Rangkul has it. */
export async function takeLock(place: Place): Promise<() => Promise<void>> {
  const folder = await makeSocketFolder(place);
  const path = join(folder, 'rangkul');
  const own = join(folder, `lock-${randomBytes(4).toString('hex')}`);
  const server = await listen(own);
  try {
    await linkOver(own, path, place.dataFolder);
  } catch (error) {
    server.close();
    throw error;
  } finally {
    await rm(own, { force: true });
  }
  return async () => {
    await rm(path, { force: true });
    server.close();
  };
}

// Linking is atomic, so of two that start at once one finds the other's socket and asks it.
async function linkOver(own: string, path: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const failure = await link(own, path).catch((error: unknown) => error);
    if (!failure) return;
    if (systemCode(failure) !== 'EEXIST') throw failure;
    const pid = await holder(path);
    if (pid) throw new StartRefusal('data-in-use', { folder, pid });
    await setAside(path);
  }
  throw new StartRefusal('data-in-use', { folder, pid: '?' });
}

// Between asking and removing another may have taken the folder: what was moved aside is asked again.
async function setAside(path: string): Promise<void> {
  const aside = `${path}-${randomBytes(4).toString('hex')}`;
  await rename(path, aside).catch(() => undefined);
  if (await holder(aside)) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/** The process number of the live Rangkul that holds this folder, if there is one. */
export async function lockHolder(place: Place): Promise<string | undefined> {
  return holder(join(await socketFolder(place), 'rangkul'));
}

async function holder(path: string): Promise<string | undefined> {
  if (!(await stat(path).catch(() => undefined))) return undefined;
  return new Promise((resolve) => {
    const socket = connect(path);
    let text = '';
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk;
    });
    // A connection that was accepted has a live process behind it, even one too busy to answer.
    socket.on('connect', () => socket.once('close', () => resolve(text.trim() || '?')));
    socket.on('error', (error) => {
      const isDead = ['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes(systemCode(error) ?? '');
      resolve(isDead ? undefined : '?');
    });
  });
}

function listen(path: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(`${process.pid}\n`);
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve(server));
  });
}
