// A copy of everything onto a disk without room: one line, nothing that looks like a copy, and the city as it was.
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CityPlace, cityPlace } from '#test/city-server.ts';

let place: CityPlace;
let disk = '';
let mounted = false;
beforeAll(async () => {
  place = await cityPlace({ LANG: 'en_US.UTF-8' });
  disk = join(place.folder, 'disk');
  await mkdir(disk);
  await place.rangkul('keys', 'make');
  const empty = join(place.folder, 'empty.json');
  await writeFile(empty, '[]');
  await place.rangkul('import', 'operations', empty);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k,mode=755', 'rangkul-test', disk], {
      stdio: 'ignore',
    });
    mounted = true;
  } catch {
    mounted = false;
  }
}, 120_000);
afterAll(async () => {
  if (mounted) execFileSync('umount', [disk]);
  await place.remove();
});

const lines = (output: string) => output.trim().split('\n');

test('a backup and an export say in one line that the disk is full, and leave nothing that looks like one', async ({
  skip,
}) => {
  if (!mounted) skip('this system lets nobody mount a small disk');
  const backup = await place.rangkul('backup', disk);
  const afterBackup = await readdir(disk);
  const archive = await place.rangkul('export', join(disk, 'all.tar.gz'));
  const afterExport = await readdir(disk);

  for (const { code, output } of [backup, archive]) {
    expect([code, lines(output)]).toEqual([1, [expect.stringContaining('no more room')]]);
    expect(output).not.toContain('    at ');
  }
  expect([afterBackup, afterExport]).toEqual([[], []]);
  // The control: with room both are made, and the backup proves itself.
  const roomy = join(place.folder, 'roomy');
  const made = await place.rangkul('backup', roomy);
  expect([made.code, made.output]).toEqual([0, expect.stringContaining('is the same')]);
  expect(await readdir(roomy)).toHaveLength(1);
  expect((await place.rangkul('export', join(place.folder, 'all.tar.gz'))).code).toBe(0);
}, 180_000);

test('a folder that cannot be made is one line too', async () => {
  const nowhere = await place.rangkul('backup', '/dev/null/nowhere');

  expect([nowhere.code, lines(nowhere.output)]).toEqual([1, [expect.stringContaining('cannot be made')]]);
}, 60_000);
