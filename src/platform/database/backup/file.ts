// One backup file: written whole or not at all, read frame by frame.
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { syncFolder } from '#platform/database/embedded/folder.ts';
import { refusalOfFullDisk, refusalOfPlace } from '#platform/refused-write.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import {
  ContainerDamaged,
  containerFormat,
  fileKey,
  keyMark,
  openFrames,
  type Piece,
  packFiles,
  sealFrames,
  unpackFiles,
} from './container.ts';

const Header = Type.Object({
  rangkul: Type.Literal('backup'),
  format: Type.Integer(),
  made: Type.String(),
  postgres: Type.Integer(),
  /** The migrations in it: a Rangkul that lacks one of them is too old for it. */
  steps: Type.Array(Type.String()),
  salt: Type.String(),
  /** Which backup key opens it (`keyMark`); files of earlier versions do not say. */
  key: Type.Optional(Type.String()),
});
export type Header = Static<typeof Header>;
export type BackupFile = { readonly path: string; readonly made: Date };

const named = /^rangkul-(\d{8}T\d{6})Z\.backup$/;
const longestHeader = 64 * 1024;

/** The name of the backup that is begun now. */
export function nameAt(now: Date): string {
  return `rangkul-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.backup`;
}

/** The backups in a folder, newest first. */
export async function listBackups(folder: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .flatMap((name) => {
      const [, stamp = ''] = named.exec(name) ?? [];
      const [, y, mo, d, h, mi, s] = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(stamp) ?? [];
      return y ? [{ path: join(folder, name), made: new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`) }] : [];
    })
    .sort((a, b) => b.made.getTime() - a.made.getTime());
}

type Writing = {
  readonly path: string;
  readonly backupKey: Buffer;
  readonly header: Omit<Header, 'rangkul' | 'format' | 'salt' | 'key'>;
  readonly pieces: AsyncIterable<Piece>;
};

/** Writes a backup under its name once it is complete on the disk; answers its size. */
export async function writeBackup({ path, backupKey, header, pieces }: Writing): Promise<number> {
  const salt = randomBytes(16).toString('base64');
  const line = JSON.stringify({
    rangkul: 'backup',
    format: containerFormat,
    ...header,
    salt,
    key: keyMark(backupKey),
  } satisfies Header);
  const half = `${path}.half`;
  const handle = await begin(half).catch((error: unknown) => {
    throw refusalOfPlace(error, path);
  });
  try {
    const level = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
    await pipeline(
      Readable.from(packFiles(pieces), { objectMode: true }),
      createZstdCompress(level),
      sealFrames(fileKey(backupKey, salt), line),
      below(`${line}\n`),
      createWriteStream('', { fd: handle, flush: true }),
    );
    await rename(half, path);
    await syncFolder(dirname(path));
    return (await stat(path)).size;
  } catch (error) {
    await rm(half, { force: true });
    throw refusalOfFullDisk(error, path);
  }
}

async function begin(half: string): Promise<FileHandle> {
  await mkdir(dirname(half), { recursive: true, mode: 0o700 });
  return open(half, 'w', 0o600);
}

// The head travels with the rest, so that a disk without room for either ends in the same place.
function below(head: string) {
  return async function* (sealed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    yield Buffer.from(head);
    yield* sealed;
  };
}

/** What stands at the head of a backup file; refuses a file that is none, or one of a newer Rangkul. */
export async function readHeader(path: string): Promise<{ header: Header; line: string }> {
  const unreadable = (what: string) => new StartRefusal('backup-unreadable', { file: path, what });
  const handle = await open(path, 'r').catch((error: Error) => {
    throw unreadable(error.message);
  });
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(longestHeader), 0, longestHeader, 0);
    const end = buffer.subarray(0, bytesRead).indexOf(10);
    const line = buffer.subarray(0, Math.max(end, 0)).toString('utf8');
    const header: unknown = parse(line);
    if (!Value.Check(Header, header)) throw unreadable('not a Rangkul backup');
    if (header.format > containerFormat)
      throw new StartRefusal('backup-newer', { file: path, found: header.format });
    return { header, line };
  } finally {
    await handle.close();
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Hands each file of a backup to `put`, in the order in which they were written. */
export async function readBackup(
  path: string,
  backupKey: Buffer,
  put: (piece: Piece) => Promise<void>,
): Promise<void> {
  const { header, line } = await readHeader(path);
  if (header.key !== undefined && header.key !== keyMark(backupKey))
    throw new StartRefusal('backup-other-keys', { file: path });
  // A file that does not say which key it needs, and whose very first frame does not open: more likely the keys than the disk.
  const unreadable = (error: Error) =>
    header.key === undefined && error.message === 'frame 1'
      ? new StartRefusal('backup-other-keys', { file: path })
      : new StartRefusal('backup-unreadable', { file: path, what: error.message });
  try {
    await pipeline(
      createReadStream(path, { start: Buffer.byteLength(line) + 1, highWaterMark: 1024 * 1024 }),
      openFrames(fileKey(backupKey, header.salt), line),
      createZstdDecompress(),
      async (plain: AsyncIterable<Buffer>) => {
        for await (const piece of unpackFiles(plain)) await put(piece);
        for await (const _ of plain);
      },
    );
  } catch (error) {
    if (error instanceof ContainerDamaged) throw unreadable(error);
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ZSTD'))
      throw unreadable(error);
    throw error;
  }
}
