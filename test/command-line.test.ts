import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
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
