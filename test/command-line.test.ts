import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { inProject } from '#platform/project.ts';
import { temporaryFolder } from './processes.ts';

const run = promisify(execFile);
const environment = { PATH: '/usr/local/bin:/usr/bin:/bin' };

test('the command works from every folder and through a link to a link', async () => {
  const folder = await temporaryFolder();
  await symlink(inProject('bin', 'rangkul'), join(folder, 'first'));
  await symlink('first', join(folder, 'rangkul'));

  const { stdout } = await run(join(folder, 'rangkul'), ['help'], { cwd: '/', env: environment });

  expect(stdout).toMatch(/^Usage: rangkul COMMAND\n {2}serve /);
});

test('an unknown command shows the list and fails', async () => {
  const failure = await run(inProject('bin', 'rangkul'), ['dance'], { env: environment }).catch(
    (error) => error,
  );

  expect(failure.code).toBe(2);
  expect(failure.stdout).toContain('serve');
});

test('an unknown option is one line', async () => {
  const failure = await run(inProject('bin', 'rangkul'), ['serve', '--loud'], { env: environment }).catch(
    (error) => error,
  );

  expect(failure.code).toBe(2);
  expect(failure.stderr.trim().split('\n')).toHaveLength(1);
});

const refusedBy = (folder: string, ...args: string[]) => refusedWith({}, folder, ...args);

async function refusedWith(more: Record<string, string>, folder: string, ...args: string[]): Promise<string> {
  const failure = await run(inProject('bin', 'rangkul'), args, {
    env: { ...environment, RANGKUL_DATA: join(folder, 'data'), ...more },
  }).catch((error) => error);
  expect([args[0], failure.code]).toEqual([args[0], 1]);
  expect(failure.stderr.trim().split('\n')).toHaveLength(1);
  return failure.stderr;
}

test('a real city without its keys is told so before anything is made; with them it is on its way', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'operations.json');
  await writeFile(file, '[]');
  const city = { RANGKUL_CITY: '13.71', PORT: String(20_000 + (process.pid % 10_000)) };

  for (const args of [['serve'], ['import', 'operations', file]])
    expect(await refusedWith(city, folder, ...args)).toContain('rangkul keys make');
  expect(await readdir(folder)).toEqual(['operations.json']);
  // The control: keys are all it lacked.
  const env = { ...environment, ...city, RANGKUL_DATA: join(folder, 'data') };
  await run(inProject('bin', 'rangkul'), ['keys', 'make'], { env });
  await run(inProject('bin', 'rangkul'), ['import', 'operations', file], { env });
  expect(await readdir(folder)).toContain('data');
}, 60_000);

test('an export never writes over a file that is there, unless it is told to', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'letter.txt');
  await writeFile(file, 'the only copy');

  expect(await refusedBy(folder, 'export', file)).toContain(`${file} is there already`);
  expect(await readFile(file, 'utf8')).toBe('the only copy');
  // The controls: what is asked for goes on to the data, of which there are none here.
  expect(await refusedBy(folder, 'export', file, '--replace')).toContain('no Rangkul data');
  expect(await refusedBy(folder, 'export', join(folder, 'new.tar.gz'))).toContain('no Rangkul data');
});

test('an export says in one line that its folder is not there', async () => {
  const folder = await temporaryFolder();

  expect(await refusedBy(folder, 'export', join(folder, 'nowhere', 'all.tar.gz'))).toContain('no folder');
  expect(await refusedBy(folder, 'export', '--replace', folder)).toContain('is a folder');
});

test('a backup does not go into the folder it is a copy of, however that is reached', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'data', 'sub'), { recursive: true });
  await symlink(join(folder, 'data'), join(folder, 'link'));

  for (const inside of ['data', 'data/backups', 'data/sub', 'link/backups'])
    expect(await refusedBy(folder, 'backup', join(folder, inside))).toContain('lies in the data folder');
  // The control: a folder beside it, whose name begins alike, goes on to the data.
  expect(await refusedBy(folder, 'backup', join(folder, 'data.backups'))).toContain('no Rangkul data');
});

test('the embedded database reports its own backups: nobody may say one was made', async () => {
  const folder = await temporaryFolder();

  expect(await refusedBy(folder, 'backup', '--confirm', '2026-11-24T02:00:00+07:00')).toContain(
    'only for a database of your own',
  );
});

test('a backup is reported at a moment that has been: no 31 February, nothing to come, no day without its hour', async () => {
  const folder = await temporaryFolder();
  const elsewhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' };
  const confirm = (at: string) => refusedWith(elsewhere, folder, 'backup', '--confirm', at);

  for (const at of [
    '2026-02-31',
    '2026-02-31T02:00:00+07:00',
    '2999-01-01T00:00:00Z',
    '2026-01-01',
    'yesterday',
  ])
    expect(await confirm(at)).toContain(`${at} is no moment that has been`);
  // The control: a moment that has been goes on to the database, which is not there.
  expect(await confirm('2026-02-28T02:00:00+07:00')).not.toContain('no moment');
});
