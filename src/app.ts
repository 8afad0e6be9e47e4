// The composition root: the only file beside main.ts that knows every slice.
import { join } from 'node:path';
import type pg from 'pg';
import { routes as agencyRoutes } from '#agencies/routes.ts';
import { type FirstRun, openFirstRun } from '#agencies/session/first-run.ts';
import { sessionRoutes } from '#agencies/session/routes.ts';
import { routes as areaRoutes } from '#areas/routes.ts';
import { routes as caseRoutes } from '#cases/routes.ts';
import { routes as custodyRoutes } from '#custody/routes.ts';
import { loadDemonstration } from '#demo/load/demonstration.ts';
import { routes as encounterRoutes } from '#encounters/routes.ts';
import { foldAll } from '#indicators/fold.ts';
import { jobs as indicatorJobs } from '#indicators/jobs.ts';
import { routes as indicatorRoutes } from '#indicators/routes.ts';
import { raiseLate } from '#meetings/jobs/escalation.ts';
import { jobs as meetingJobs } from '#meetings/jobs.ts';
import { routes as meetingRoutes } from '#meetings/routes.ts';
import { jobs as noticeJobs } from '#notices/jobs.ts';
import { routes as noticeRoutes } from '#notices/routes.ts';
import { routes as operationRoutes } from '#operations/routes.ts';
import { jobs as personJobs } from '#persons/jobs.ts';
import { routes as personRoutes } from '#persons/routes.ts';
import { type ApplicationLock, applicationLock } from '#platform/access.ts';
import { passAuditHorizon } from '#platform/audit/horizon.ts';
import type { Config } from '#platform/config.ts';
import { type BackupSource, backupJob, keyCopyJob } from '#platform/database/backup/back-up.ts';
import { backupPlace } from '#platform/database/backup/place.ts';
import { type Connection, connectionOf, openPool } from '#platform/database/connection.ts';
import { type Database, databaseOn, type Viewer } from '#platform/database/transaction.ts';
import { jobs as fileJobs } from '#platform/files/jobs.ts';
import { routes as fileRoutes } from '#platform/files/routes.ts';
import { logOptions, openLog } from '#platform/http/log.ts';
import { servePages } from '#platform/http/pages.ts';
import type { Route } from '#platform/http/routes.ts';
import { buildServer } from '#platform/http/server.ts';
import { type Job, prepareQueue, startWorker } from '#platform/jobs/worker.ts';
import { replayErasures } from '#platform/keys/erasures.ts';
import { replayHolds } from '#platform/keys/holds.ts';
import { openChannels } from '#platform/notices/open.ts';
import { openCity } from '#platform/open-city.ts';
import { routes as openPageRoutes } from '#platform/open-pages/routes.ts';
import { isDemonstration, openInstallationKeys, prepareDatabase } from '#platform/prepare.ts';
import { routes as printRoutes } from '#platform/print/routes.ts';
import type { App, AppOptions } from '#platform/serve.ts';
import { routes as letterRoutes } from '#platform/typeset/verification.ts';
import type { World } from '#platform/world.ts';
import { routes as referralRoutes } from '#referrals/routes.ts';
import { jobs as retentionJobs, runRetention } from '#retention/jobs.ts';
import { routes as retentionRoutes } from '#retention/routes.ts';
import { routes as serviceRoutes } from '#services/routes.ts';
import { routes as todayRoutes } from '#today/routes.ts';

/** Every route of every slice, in the slices' order. */
export const sliceRoutes: readonly Route[] = [
  ...printRoutes,
  ...openPageRoutes,
  ...letterRoutes,
  ...fileRoutes,
  ...areaRoutes,
  ...agencyRoutes,
  ...personRoutes,
  ...operationRoutes,
  ...encounterRoutes,
  ...custodyRoutes,
  ...serviceRoutes,
  ...caseRoutes,
  ...referralRoutes,
  ...retentionRoutes,
  ...indicatorRoutes,
  ...meetingRoutes,
  ...noticeRoutes,
  ...todayRoutes,
];

/** Every background job of every slice. */
export const sliceJobs: readonly Job[] = [
  ...fileJobs,
  ...personJobs,
  ...retentionJobs,
  ...indicatorJobs,
  ...meetingJobs,
  ...noticeJobs,
];

/** What this viewer may come to, by the name of the command or the path of the read; screens show only that. */
export function abilitiesOf(viewer: Viewer): string[] {
  return sliceRoutes.flatMap((route) => {
    if (route.kind === 'public') return [];
    const [name, may] =
      route.kind === 'command' ? [route.command.name, route.command.may] : [route.path, route.may];
    return viewer.lock.mayUse(viewer.role, may) ? [name] : [];
  });
}

export type Parts = {
  readonly database: Database;
  readonly jobs: pg.Pool;
  readonly world: World;
  readonly city: { readonly code: string; readonly demonstration: boolean };
  readonly firstRun?: FirstRun;
  readonly lock?: ApplicationLock;
  readonly log?: boolean | object;
  readonly requestsPerMinute?: number;
};

/** The server of a city on open pools, not yet listening: what `serve` runs and what tests drive. */
export function buildApp(parts: Parts) {
  const lock = parts.lock ?? applicationLock;
  return buildServer({
    database: parts.database,
    lock,
    world: parts.world,
    routes: [
      ...sessionRoutes({ ...parts, lock, abilitiesOf }),
      ...(parts.firstRun?.routes ?? []),
      ...sliceRoutes,
    ],
    ...(parts.log === undefined ? {} : { log: parts.log }),
    ...(parts.requestsPerMinute === undefined ? {} : { requestsPerMinute: parts.requestsPerMinute }),
  });
}

/** Starts the application on a database that accepts connections. */
export async function startApp({ config, connection, dataFolder, webFolder, say }: AppOptions): Promise<App> {
  const at: Connection = connection ?? connectionOf(config.databaseUrl ?? '');
  const demonstration = isDemonstration(config);
  const keys = openInstallationKeys(config, dataFolder, true);
  const secret = keys.of('database roles');
  await prepareDatabase(at, secret);
  let stopping = false;
  const failed = (error: Error) => {
    // The database ends the last connections when it stops after us.
    if (!stopping) say(`Rangkul: ${error.message}`);
  };
  const pool = openPool(at, { role: 'rangkul_app', secret, max: 16 }, failed);
  const jobs = openPool(at, { role: 'rangkul_jobs', secret, max: 6 }, failed);
  const log = openLog(connection ? join(dataFolder, 'log') : `${dataFolder}.logs`);
  const world: World = {
    keys,
    now: () => new Date(),
    publicUrl: addressOf(config),
    channels: openChannels(config, keys),
  };
  await prepareQueue(jobs);
  const city = await openCity({ jobs, world, demonstration, wanted: config.city, say });
  // The board is opened in the first minute: what was just loaded is counted before, and not by the job of each minute.
  // So are the rules of retention and what is late of the meetings: the coming night is hours away.
  if (city.demonstration && (await loadDemonstration({ jobs, world, city: city.code, say }))) {
    await foldAll(jobs, city.code);
    await runRetention({ jobs, city: city.code, world });
    await raiseLate({ jobs, city: city.code, world });
  }
  await passAuditHorizon(jobs);
  await replayErasures(jobs, keys);
  await replayHolds(jobs, keys);
  const nightly = await installationJobs(config, { connection, dataFolder, keys, jobs });
  const worker =
    config.only === 'web'
      ? undefined
      : await startWorker({ jobs, city: city.code, world }, [...sliceJobs, ...nightly], say);
  const firstRun = await openFirstRun({
    jobs,
    city,
    show: (code) => say(firstRunLine(config, code)),
  });
  const server = await buildApp({
    database: databaseOn(pool),
    jobs,
    world,
    city,
    firstRun,
    log: logOptions(config.log, log),
  });
  await servePages(server, { webFolder, isFirstRun: firstRun.isOpen });
  if (config.only !== 'worker') await server.listen({ host: config.host, port: config.port });
  return {
    stop: async () => {
      stopping = true;
      await server.close();
      await worker?.stop();
      await pool.end();
      await jobs.end();
      keys.identities.close();
      await log.close();
    },
  };
}

function addressOf(config: Config): string {
  return config.publicUrl ?? `http://${config.host}:${config.port}`;
}

function firstRunLine(config: Config, code: string): string {
  const place = `${addressOf(config)}/mulai`;
  return {
    id: `Kota ini belum punya pengguna: buka ${place} dan isi kode ${code}`,
    en: `This city has no users yet: open ${place} and give the code ${code}`,
  }[config.language];
}

type Nightly = Omit<BackupSource, 'connection'> & { readonly connection: Connection | undefined };

/** What is done for the installation as a whole: with DATABASE_URL the operator makes the backups. */
async function installationJobs(config: Config, { connection, ...rest }: Nightly): Promise<Job[]> {
  const backups = async (of: Connection) => {
    const folder = await backupPlace(config, rest.dataFolder);
    return backupJob({ ...rest, connection: of }, { folder, keepDays: config.backupDays });
  };
  return [
    ...(connection ? [await backups(connection)] : []),
    ...(config.keyCopies ? [keyCopyJob(rest.keys, config.keyCopies)] : []),
  ];
}
