import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { servePages } from '#platform/http/pages.ts';
import { tempFolder } from '#test/temp-folder.ts';

test('a file named by its contents is kept for good, every other one is asked for again', async () => {
  const webFolder = tempFolder('pages-test');
  mkdirSync(join(webFolder, 'assets'));
  for (const file of ['index.html', 'too-old.js', 'assets/main-AbC123.js'])
    writeFileSync(join(webFolder, file), 'x');
  writeFileSync(join(webFolder, 'assets/main-AbC123.js.br'), 'small');
  const server = fastify();
  await servePages(server, { webFolder, isFirstRun: () => false });
  const ask = (url: string) => server.inject({ url, headers: { 'accept-encoding': 'br' } });

  const hashed = await ask('/assets/main-AbC123.js');
  expect(hashed.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
  });
  expect(hashed.body).toBe('small');
  for (const path of ['/', '/papan', '/too-old.js'])
    expect((await ask(path)).headers['cache-control']).toBe('no-cache');
  await server.close();
  rmSync(webFolder, { recursive: true });
});
