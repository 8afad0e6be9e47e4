import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';

/** A copy of the key store holds the keys of identities erased since: it may not live longer than this. */
export const keyCopyDays = 30;

const files = ['ring.json', 'identities.keys', 'erasures.jsonl'] as const;
const named = /^rangkul-keys-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
const day = 86_400_000;

/** Copies the key folder into a dated folder below `target`, and removes copies there that have grown too old. */
export function copyKeys(
  folder: string,
  target: string,
  now: Date,
): { folder: string; pruned: number; days: number } {
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const copy = join(target, `rangkul-keys-${stamp}`);
  mkdirSync(copy, { mode: 0o700 });
  for (const name of files) {
    if (!existsSync(join(folder, name))) continue;
    const path = join(copy, name);
    copyFileSync(join(folder, name), path);
    chmodSync(path, 0o600);
    syncFile(path);
  }
  return { folder: copy, pruned: pruneCopies(target, now), days: keyCopyDays };
}

/** Removes the copies of a key store that are older than `keyCopyDays`; answers how many. */
export function pruneCopies(target: string, now: Date): number {
  let pruned = 0;
  for (const name of readdirSync(target)) {
    const [, year, month, date, hour, minute, second] = named.exec(name) ?? [];
    if (!year) continue;
    const at = Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`);
    if (now.getTime() - at <= keyCopyDays * day) continue;
    rmSync(join(target, name), { recursive: true, force: true });
    pruned++;
  }
  return pruned;
}

/** The key files that others than their owner may read, and the mode they should have. */
export function checkKeyFiles(folder: string): { file: string; mode: string; wanted: string }[] {
  const wanted: [string, string][] = [
    [folder, '700'],
    ...files.map((name): [string, string] => [join(folder, name), '600']),
  ];
  return wanted.flatMap(([file, mode]) => {
    if (process.platform === 'win32' || !existsSync(file)) return [];
    const found = statSync(file).mode & 0o777;
    return found & 0o077 ? [{ file, mode: found.toString(8), wanted: mode }] : [];
  });
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
