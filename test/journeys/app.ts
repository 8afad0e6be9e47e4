// What every journey stands on: the real server with the built pages, on a database of its own, with the cast.

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type pg from 'pg';
import { buildApp } from '#app.ts';
import { loadDemonstration } from '#demo/load/demonstration.ts';
import type { Username } from '#demo/staff.ts';
import { foldAll } from '#indicators/fold.ts';
import { openPool } from '#platform/database/connection.ts';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { databaseOn } from '#platform/database/transaction.ts';
import { servePages } from '#platform/http/pages.ts';
import type { Keys } from '#platform/keys/ring.ts';
import { uuidv7 } from '#platform/uuid.ts';
import type { CastName } from '#test/app.ts';
import { cloneDatabase, givenServer, prepareTemplate, type TestServer } from '#test/database.ts';
import { tempFolder } from '#test/temp-folder.ts';

const webFolder = join(import.meta.dirname, '../../web/dist');

export type JourneyCity = {
  readonly url: string;
  /** The superuser's pool: to arrange what no screen can, and to look at what was stored. */
  readonly admin: pg.Pool;
  /** The pool of the jobs and the keys: to arrange by, and to run a job that a screen waits for. */
  readonly jobs: pg.Pool;
  readonly keys: Keys;
  readonly staffId: (username: CastName | Username) => string;
};

async function openJourneyServer(): Promise<TestServer & { close: () => Promise<void> }> {
  if (!existsSync(join(webFolder, 'index.html')))
    throw new Error('the pages are not built: sh bin/on24 vite build');
  const folder = tempFolder('journeys');
  const given = givenServer(process.env.TEST_DATABASE_URL);
  const embedded = given
    ? undefined
    : await startEmbedded({ dataFolder: join(folder, 'data'), say: () => undefined });
  const connection = given ?? embedded?.connection;
  if (!connection) throw new Error('no database server for the journeys');
  const server = { connection, keysFolder: join(folder, 'keys') };
  await prepareTemplate(server);
  return {
    ...server,
    close: async () => {
      await embedded?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Opened = JourneyCity & { close: () => Promise<void> };

async function openJourneyCity(server: TestServer, filling: 'cast' | 'demonstration'): Promise<Opened> {
  const clone = await cloneDatabase(server);
  const report = (error: Error) => process.stderr.write(`${error.message}\n`);
  const pool = openPool(clone.connection, { role: 'rangkul_app', secret: clone.secret, max: 8 }, report);
  const jobs = openPool(clone.connection, { role: 'rangkul_jobs', secret: clone.secret, max: 3 }, report);
  const world = { keys: clone.keys, now: () => new Date() };
  if (filling === 'demonstration') {
    await clone.admin.query('delete from app.staff');
    await loadDemonstration({ jobs, world, city: '13.71', say: () => undefined });
    await foldAll(jobs, '13.71');
  }
  const http = await buildApp({
    database: databaseOn(pool),
    jobs,
    world,
    city: { code: '13.71', demonstration: true },
    requestsPerMinute: 1_000_000,
    log: { level: 'error' },
  });
  await servePages(http, { webFolder, isFirstRun: () => false });
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  const staff = await clone.admin.query<{ username: string; staff_id: string }>(
    'select username, staff_id from app.staff',
  );
  const ids = new Map(staff.rows.map((row) => [row.username, row.staff_id]));
  return {
    url,
    admin: clone.admin,
    jobs,
    keys: clone.keys,
    staffId: (username) => ids.get(username) ?? '',
    close: async () => {
      await http.close();
      await pool.end();
      await jobs.end();
      await clone.drop();
    },
  };
}

type Fixtures = { server: TestServer; city: JourneyCity; demonstration: JourneyCity };

/** `test` with a city: `city` has the cast and nothing else, `demonstration` the three years of the demonstration. */
export const test = base.extend<object, Fixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
    async ({}, use) => {
      const server = await openJourneyServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  city: [
    async ({ server }, use) => {
      const city = await openJourneyCity(server, 'cast');
      await use(city);
      await city.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  demonstration: [
    async ({ server }, use) => {
      const city = await openJourneyCity(server, 'demonstration');
      await use(city);
      await city.close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ city }, use) => use(city.url),
});
export { expect };

/** Signs in as somebody of the cast; the browser keeps the session. */
export async function signIn(page: Page, username: CastName | Username): Promise<void> {
  const reply = await page.request.post('/api/session', { data: { cast: username } });
  expect(reply.status()).toBe(200);
}

/** Sends a command as whoever is signed in on the page: for what a journey arranges and does not show. */
export async function does(page: Page, name: string, input: unknown): Promise<unknown> {
  const reply = await page.request.post(`/api/${name}`, { data: { id: uuidv7(), input } });
  expect([name, reply.status(), await reply.text()].slice(0, 2)).toEqual([name, 200]);
  return (await reply.json()).result;
}

/** No violation of WCAG 2.2 A and AA that axe can find; headings follow each other level by level, and columns are named. */
export async function expectAccessible(page: Page): Promise<void> {
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const rules = { 'heading-order': { enabled: true }, 'empty-table-header': { enabled: true } };
  const found = await new AxeBuilder({ page }).options({ runOnly: { type: 'tag', values }, rules }).analyze();
  const said = found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join('; ')}`,
  );
  expect(said).toEqual([]);
}

/** Nothing sticks out sideways at this width. A phone widens its window to what sticks out, so that is not asked. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(wide).toBeLessThanOrEqual(0);
}

export type Taps = { readonly count: () => number };

/** Counts the fingers that touch the page, and fails when a key is pressed. */
export async function countTaps(page: Page): Promise<Taps> {
  let taps = 0;
  await page.exposeFunction('rangkulTapped', (kind: string) => {
    if (kind === 'key') throw new Error('a key was pressed');
    taps += 1;
  });
  await page.addInitScript(`
    document.addEventListener('pointerdown', () => window.rangkulTapped('tap'), true);
    document.addEventListener('keydown', () => window.rangkulTapped('key'), true);`);
  return { count: () => taps };
}
