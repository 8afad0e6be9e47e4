import { createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { handOver, makeOwnFolder, type RunAs } from '#platform/database/embedded/place.ts';
import { readBackup } from './file.ts';

export type Unpacking = {
  readonly path: string;
  readonly backupKey: Buffer;
  /** A folder that is ours and empty. */
  readonly into: string;
  readonly runAs: RunAs | undefined;
};

/** Writes the files of a backup into a folder, for the database's user alone. */
export async function unpackBackup({ path, backupKey, into, runAs }: Unpacking): Promise<void> {
  await makeOwnFolder(into, runAs);
  await readBackup(path, backupKey, async ({ path: name, bytes }) => {
    const target = join(into, name);
    if (name.endsWith('/')) return makeFolder(target, into, runAs);
    await makeFolder(dirname(target), into, runAs);
    await pipeline(
      Readable.from(bytes),
      createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true }),
    );
    await handOver(target, runAs);
  });
}

async function makeFolder(path: string, root: string, runAs: RunAs | undefined): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (!first) return;
  for (let made = path.replace(/\/$/, ''); made.length > root.length; made = dirname(made)) {
    await chmod(made, 0o700);
    await handOver(made, runAs);
  }
}
