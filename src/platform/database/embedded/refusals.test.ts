import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { StartRefusal } from '#platform/start-refusal.ts';
import { startProgram, temporaryFolder } from '#test/processes.ts';
import { findServerFiles, makeLinks, usableServerFiles } from './server-files.ts';
import { startEmbedded } from './start.ts';

const nobody = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

async function refusalOf(folder: string): Promise<string> {
  try {
    const database = await startEmbedded({ dataFolder: folder, say: () => undefined });
    await database.stop();
    return 'started';
  } catch (error) {
    if (error instanceof StartRefusal) return error.code;
    throw error;
  }
}

/** A data folder as a stopped Rangkul of the given PostgreSQL leaves it. */
async function stoppedFolder(major: string): Promise<string> {
  const folder = join(await temporaryFolder(), 'data');
  await mkdir(join(folder, 'postgres', 'global'), { recursive: true });
  await writeFile(join(folder, 'rangkul.json'), '{"format":1}');
  await writeFile(join(folder, 'password'), 'secret');
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), `${major}\n`);
  await writeFile(join(folder, 'postgres', 'global', 'pg_control'), '');
  return folder;
}

test('a folder of a newer or an older PostgreSQL is refused and left as it is', async () => {
  const newer = await stoppedFolder('18');
  const older = await stoppedFolder('16');

  expect(await refusalOf(newer)).toBe('data-newer');
  expect(await refusalOf(older)).toBe('data-older');
  expect((await readdir(newer)).toSorted()).toEqual(['password', 'postgres', 'rangkul.json']);
});

test('a folder of a newer Rangkul is refused', async () => {
  const folder = await stoppedFolder('17');
  await writeFile(join(folder, 'rangkul.json'), '{"format":2}');

  expect(await refusalOf(folder)).toBe('data-newer');
});

test('a folder with files of others is refused and left as it is', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'thesis.odt'), 'years of work');

  expect(await refusalOf(folder)).toBe('data-foreign');
  expect(await refusalOf(join(folder, 'thesis.odt'))).toBe('data-foreign');
  expect(await readdir(folder)).toEqual(['thesis.odt']);
});

test('the empty folder of a new disk is not foreign', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'lost+found'));

  expect(await refusalOf(folder)).toBe('started');
});

test('a folder that lost a part is refused, not made anew', async () => {
  const folder = await stoppedFolder('17');
  await rm(join(folder, 'postgres', 'global', 'pg_control'));

  expect(await refusalOf(folder)).toBe('data-damaged');
  expect(await readFile(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('17\n');
});

test('a database that PostgreSQL itself cannot read is refused with its reason', async () => {
  const folder = join(await temporaryFolder(), 'data');
  expect(await refusalOf(folder)).toBe('started');
  await writeFile(join(folder, 'postgres', 'global', 'pg_control'), 'damaged');

  const refusal = await startEmbedded({ dataFolder: folder, say: () => undefined }).catch((error) => error);

  expect(refusal).toMatchObject({ code: 'database-failed' });
  expect(refusal.line.id).toContain('rangkul restore');
});

test('a folder that may not be written is refused', async () => {
  const parent = await temporaryFolder();
  await chmod(parent, 0o555);

  const program = startProgram({
    name: 'hold-database.ts',
    args: [join(parent, 'data')],
    ...(isRoot && { user: nobody }),
  });

  expect(JSON.parse(await program.firstLine)).toEqual({ refused: 'data-no-write' });
});

test.runIf(isRoot)('a folder of another user is refused', async () => {
  const folder = await stoppedFolder('17');
  await chmod(folder, 0o755);

  const program = startProgram({ name: 'hold-database.ts', args: [folder], user: nobody });

  expect(JSON.parse(await program.firstLine)).toEqual({ refused: 'data-other-owner' });
});

test.runIf(isRoot)('root is told when the database cannot reach the folder it named', async () => {
  const closed = await temporaryFolder();
  await chmod(closed, 0o700);

  expect(await refusalOf(join(closed, 'data'))).toBe('data-unreachable');
});

test.runIf(isRoot)('a disk without room is refused before anything is written', async ({ skip }) => {
  const disk = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m,mode=755', 'rangkul-test', disk], {
      stdio: 'ignore',
    });
  } catch {
    skip('this system lets nobody mount a small disk');
  }
  onTestFinished(() => {
    execFileSync('umount', [disk]);
  });

  expect(await refusalOf(join(disk, 'data'))).toBe('disk-full');
  expect(await readdir(disk)).toEqual([]);
});

test('a computer for which there is no PostgreSQL is refused', async () => {
  await expect(findServerFiles({ platform: 'sunos', arch: 'sparc' })).rejects.toMatchObject({
    code: 'no-database-server',
  });
});

test('links that npm did not make are made by us', async () => {
  const found = await findServerFiles(process);
  const folder = join(await temporaryFolder(), 'native');
  await cp(join(found.folder, 'pg-symlinks.json'), join(folder, 'pg-symlinks.json'));
  await mkdir(join(folder, 'lib'));
  await symlink('libpq.so.5.17', join(folder, 'lib', 'libpq.so'));

  await makeLinks(folder);

  expect(await readdir(join(folder, 'lib'))).toHaveLength(14);
});

test('in a tree without links that may not be written the server runs from a copy', async () => {
  const found = await findServerFiles(process);
  const parent = await temporaryFolder();
  const native = join(parent, 'native');
  await cp(found.folder, native, { recursive: true, verbatimSymlinks: true });
  await rm(join(native, 'lib', 'libicuuc.so.60'));
  await chmod(join(native, 'bin', 'postgres'), 0o700);
  const copyFolder = join(parent, 'copies');
  const runAs = isRoot ? { user: 'nobody', ...nobody } : undefined;
  await chmod(join(native, 'lib'), 0o555);
  onTestFinished(() => chmod(join(native, 'lib'), 0o755));

  const usable = await usableServerFiles({ found: { ...found, folder: native }, copyFolder, runAs });

  expect(usable.folder).toBe(join(copyFolder, `server-${found.version}`));
  expect(await readdir(join(usable.folder, 'lib'))).toContain('libicuuc.so.60');
});
