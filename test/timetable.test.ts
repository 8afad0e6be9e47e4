// The nightly timetable of a running server: every job starts by itself at its hour, by the clock of its city.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sliceJobs } from '#app.ts';
import { findRunning } from '#platform/database/embedded/start.ts';
import { type Job, prepareQueue, startWorker, timetableOf } from '#platform/jobs/worker.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { type CityPlace, type CityServer, cityPlace, signIn } from '#test/city-server.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const nightly = (list: readonly Job[]) => list.filter((job) => job.nightly).map((job) => job.name);

/** The queue believes that it last looked a day ago to the minute: every hour of the night has passed since, and passed once. */
const yesterday = `update graphile_worker._private_known_crontabs
  set known_since = now() - interval '3 days', last_execution = date_trunc('minute', now() - interval '24 hours')`;

test('the hours of the night are those of the city', () => {
  const at = (zone: string) => timetableOf(sliceJobs, zone, new Date('2026-11-24T02:40:00Z'));
  const retention = (zone: string) => at(zone).find((it) => it.task === 'retention')?.match;

  expect(retention('Asia/Jakarta')).toBe('30 17 * * *');
  expect(retention('Asia/Jayapura')).toBe('30 15 * * *');
  expect(at('Asia/Jayapura').map((it) => it.task)).toEqual(
    sliceJobs.filter((job) => job.nightly || job.everyMinute).map((job) => job.name),
  );
});

test('every job of the night is started once when its hour has passed, and does its work; the minute is not made up for', async () => {
  const ran: string[] = [];
  const said: string[] = [];
  const watched = sliceJobs.map((job) => ({
    ...job,
    run: async (...given: Parameters<Job['run']>) => {
      await job.run(...given);
      ran.push(job.name);
    },
  }));
  const work = () =>
    startWorker(
      { jobs: app.jobs, city: '13.71', world: { keys: app.keys, now: () => new Date() } },
      watched,
      (line) => said.push(line),
    );
  await prepareQueue(app.jobs);
  await (await work()).stop();
  await app.admin.query(yesterday);
  const before = ran.length;

  const worker = await work();
  await expect
    .poll(() => nightly(sliceJobs).every((name) => ran.includes(name)), { timeout: 20_000 })
    .toBe(true);
  await worker.stop();

  const again = ran.slice(before);
  for (const name of nightly(sliceJobs))
    expect([name, again.filter((it) => it === name)]).toEqual([name, [name]]);
  expect(again.filter((name) => name === 'indicators-fold').length).toBeLessThan(3);
  expect(said).toEqual([]);
  const report = await app.admin.query('select 1 from app.retention_runs');
  expect(report.rowCount).toBeGreaterThan(0);
});

let place: CityPlace;
let server: CityServer;
afterAll(async () => {
  await server?.stop();
  await place?.remove();
});

async function ask(text: string): Promise<pg.QueryResult> {
  const connection = await findRunning(place.data);
  const client = new pg.Client({ ...connection, user: connection?.superuser });
  await client.connect();
  return client.query(text).finally(() => client.end());
}

async function nightPasses(environment: Record<string, string> = {}): Promise<void> {
  await ask(yesterday);
  await server.stop();
  server = await place.serve(environment);
}

test('a server in Jayapura makes its backup at night, opens it to verify, and the administrator reads so; a failed one too', async () => {
  place = await cityPlace({ RANGKUL_CITY: '99.71' });
  await place.rangkul('keys', 'make');
  server = await place.serve();
  await place.staff('99.71');
  // One session for all: it lives on through the restarts.
  const agus = await signIn(server, 'agus.admin');
  const office = async () => (await agus.get('/api/today')).body.figures.office;
  expect(await office()).toMatchObject({ lastBackupAt: null, lastVerifiedAt: null, failed: null });

  await nightPasses();
  await expect
    .poll(async () => (await office()).lastVerifiedAt, { timeout: 60_000, interval: 500 })
    .not.toBeNull();
  const made = await office();
  await nightPasses({ RANGKUL_BACKUPS: '/dev/null/nowhere' });
  await expect.poll(async () => (await office()).failed, { timeout: 60_000, interval: 500 }).not.toBeNull();

  expect(made.lastBackupAt).not.toBeNull();
  expect(made.failed).toBeNull();
  expect((await office()).lastBackupAt).toBe(made.lastBackupAt);
}, 180_000);
