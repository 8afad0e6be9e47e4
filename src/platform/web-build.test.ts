import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#test/processes.ts';
import { ensureWebBuild } from './web-build.ts';

async function smallProject(): Promise<string> {
  const project = await temporaryFolder();
  await mkdir(join(project, 'web'));
  await writeFile(join(project, 'package.json'), '{"type":"module"}');
  await writeFile(join(project, 'vite.config.ts'), "export default { root: 'web' };");
  await writeFile(join(project, 'web', 'index.html'), '<script type="module" src="./main.js"></script>');
  await writeFile(join(project, 'web', 'main.js'), "document.title = 'first';");
  return project;
}

async function ensure(project: string): Promise<{ folder: string | undefined; builds: number }> {
  let builds = 0;
  const folder = await ensureWebBuild({
    project,
    cacheFolder: join(project, 'cache'),
    say: () => {
      builds++;
    },
  });
  return { folder, builds };
}

async function scriptsOf(folder: string | undefined): Promise<string> {
  const assets = join(folder ?? '', 'assets');
  const texts = (await readdir(assets)).map((name) => readFile(join(assets, name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

test('the web app is built once, and again only when a source has changed', async () => {
  const project = await smallProject();

  const first = await ensure(project);
  const second = await ensure(project);
  await writeFile(join(project, 'web', 'main.js'), "document.title = 'second';");
  const third = await ensure(project);

  expect([first.builds, second.builds, third.builds]).toEqual([1, 0, 1]);
  expect(first.folder).toBe(join(project, 'web', 'dist'));
  expect(await scriptsOf(third.folder)).toContain('second');
  expect(await readdir(join(project, '.cache'))).toEqual([]);
});

test('a web app that cannot be built stops the start in one line and keeps what was built before', async () => {
  const project = await smallProject();
  const { folder } = await ensure(project);
  await writeFile(join(project, 'web', 'main.js'), "import './missing.js';");

  await expect(ensure(project)).rejects.toMatchObject({ code: 'web-build-failed' });
  expect(await scriptsOf(folder)).toContain('first');
});

test('a stop during the build leaves nothing half-built', async () => {
  const project = await smallProject();
  const stop = new AbortController();
  const building = ensureWebBuild({
    project,
    cacheFolder: join(project, 'cache'),
    say: () => setTimeout(() => stop.abort(), 50),
    signal: stop.signal,
  });

  await expect(building).rejects.toThrow(/abort/i);
  expect(await readdir(join(project, 'web'))).toEqual(['index.html', 'main.js']);
});

test('a project without a web app builds nothing', async () => {
  expect(await ensure(await temporaryFolder())).toEqual({ folder: undefined, builds: 0 });
});
