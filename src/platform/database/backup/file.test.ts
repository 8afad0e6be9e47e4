import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Piece } from './container.ts';
import { listBackups, nameAt, readBackup, readHeader, writeBackup } from './file.ts';

let folder = '';
const backupKey = randomBytes(32);
const big = randomBytes(3_000_000);
const now = new Date('2026-07-01T18:30:00Z');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rangkul-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function write(pieces: readonly Piece[]): Promise<string> {
  const path = join(folder, nameAt(now));
  const all = (async function* () {
    yield* pieces;
  })();
  await writeBackup({
    path,
    backupKey,
    header: { made: now.toISOString(), postgres: 17, steps: [] },
    pieces: all,
  });
  return path;
}

async function read(path: string, key = backupKey): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  await readBackup(path, key, async ({ path: name, bytes }) => {
    const parts: Buffer[] = [];
    for await (const part of bytes) parts.push(part);
    files.set(name, Buffer.concat(parts));
  });
  return files;
}

const pieces: Piece[] = [
  { path: 'empty/', bytes: [] },
  { path: 'a', bytes: [Buffer.from('Rafli Contoh')] },
  { path: 'b/big', bytes: [big.subarray(0, 1_500_000), big.subarray(1_500_000)] },
  { path: 'none', bytes: [] },
];

test('what is written is read back, only by its owner, and no word of it stands in the file', async () => {
  const path = await write(pieces);

  const files = await read(path);

  expect([...files.keys()]).toEqual(['empty/', 'a', 'b/big', 'none']);
  expect(files.get('b/big')?.equals(big)).toBe(true);
  expect(readFileSync(path).includes('Rafli')).toBe(false);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect((await listBackups(folder)).map((it) => it.made)).toEqual([now]);
  expect((await readHeader(path)).header).toMatchObject({ rangkul: 'backup', postgres: 17 });
});

test.each([
  ['one bit of the first frame', (bytes: Buffer) => flip(bytes, 500)],
  ['one bit of the last frame', (bytes: Buffer) => flip(bytes, bytes.length - 10)],
  [
    'a word of the header',
    (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('17', '16'), 'latin1'),
  ],
  ['a cut in a frame', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
  ['a whole frame cut off the end', (bytes: Buffer) => withoutLastFrame(bytes)],
])('%s is noticed', async (_what, change) => {
  const path = await write(pieces);
  writeFileSync(path, change(readFileSync(path)));

  await expect(read(path)).rejects.toThrow(/cannot be read/);
});

test('other keys, another file, and a file of a newer Rangkul are refused', async () => {
  const path = await write(pieces);
  const other = join(folder, 'other');
  writeFileSync(other, 'not a backup');

  await expect(read(path, randomBytes(32))).rejects.toThrow(/keys .* do not fit the backup/);
  await expect(readHeader(other)).rejects.toThrow(/not a Rangkul backup/);
  writeFileSync(path, readFileSync(path, 'latin1').replace('"format":1', '"format":2'), 'latin1');
  await expect(readHeader(path)).rejects.toThrow(/newer Rangkul/);
  await expect(read(await write(pieces))).resolves.toBeDefined();
});

test('other keys are named as the reason, also for a file that does not say which it needs; damage is not', async () => {
  const path = await write(pieces);
  const whole = readFileSync(path, 'latin1');
  const [header = ''] = whole.split('\n');
  const { key, ...older } = JSON.parse(header);
  const damaged = join(folder, 'damaged');
  writeFileSync(damaged, flip(readFileSync(path), header.length + 30));
  const unmarked = join(folder, 'unmarked');
  writeFileSync(unmarked, whole.replace(header, JSON.stringify(older)), 'latin1');

  expect(key).toMatch(/^[0-9a-f]{16}$/);
  await expect(read(path, randomBytes(32))).rejects.toThrow(/keys .* do not fit/);
  await expect(read(unmarked, randomBytes(32))).rejects.toThrow(/keys .* do not fit/);
  await expect(read(damaged)).rejects.toThrow(/cannot be read \(frame 1\)/);
  expect((await read(path)).size).toBe(4);
});

test('a backup that breaks off half-way leaves no file', async () => {
  const breaking: Piece = {
    path: 'b',
    bytes: (async function* () {
      yield big;
      throw new Error('the disk went away');
    })(),
  };

  await expect(write([breaking])).rejects.toThrow('the disk went away');
  expect(readdirSync(folder)).toEqual([]);
});

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

function withoutLastFrame(bytes: Buffer): Buffer {
  const first = bytes.indexOf(10) + 1;
  let at = first;
  let last = first;
  while (at < bytes.length) {
    last = at;
    at += bytes.readUInt32BE(at) + 20;
  }
  return bytes.subarray(0, last);
}
