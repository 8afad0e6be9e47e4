// A city without children for the bench of meetings: its agencies, the cast, a server, and a worker at its queue.
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { buildApp, sliceJobs } from '#app.ts';
import { makeRoles } from '#platform/database/bootstrap.ts';
import { openPool } from '#platform/database/connection.ts';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { migrate } from '#platform/database/migrate.ts';
import { asService } from '#platform/database/service.ts';
import { databaseOn } from '#platform/database/transaction.ts';
import { prepareQueue, startWorker } from '#platform/jobs/worker.ts';
import { type Keys, openKeys } from '#platform/keys/ring.ts';
import { openCity } from '#platform/open-city.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { cast } from '#test/cast.ts';

export type Coordination = {
  readonly server: FastifyInstance;
  readonly jobs: pg.Pool;
  readonly admin: pg.Pool;
  readonly keys: Keys;
  /** The cookie of a member of the cast. */
  readonly cookie: (username: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Opens it on a database server of its own below `folder`. */
export async function openCoordination(folder: string): Promise<Coordination> {
  const quiet = () => undefined;
  const report = (error: Error) => console.error(error.message);
  const embedded = await startEmbedded({ dataFolder: `${folder}/data`, say: quiet });
  const keys = openKeys(`${folder}/keys`, { make: true, demonstration: true });
  const secret = keys.of('database roles');
  await makeRoles(embedded.connection, secret);
  await migrate(embedded.connection, secret);
  const pool = openPool(embedded.connection, { role: 'rangkul_app', secret, max: 16 }, report);
  const jobs = openPool(embedded.connection, { role: 'rangkul_jobs', secret, max: 6 }, report);
  const admin = openPool(embedded.connection, { role: 'superuser', secret, max: 2 }, report);
  const world = { keys, now: () => new Date() };
  await prepareQueue(jobs);
  const city = await openCity({ jobs, world, demonstration: true, wanted: undefined, say: quiet });
  await asService(jobs, { city: city.code, purpose: 'setup' }, async (client) => {
    for (const it of cast)
      await client.query(
        `insert into staff (staff_id, username, name, agency_code, role, area_code, state) values ($1, $2, $3, $4, $5, $6, 'active')`,
        [uuidv7(), it.username, it.name, it.agencyCode, it.role, it.areaCode],
      );
  });
  const server = await buildApp({
    database: databaseOn(pool),
    jobs,
    world,
    city,
    log: { level: 'error' },
    requestsPerMinute: 10_000_000,
  });
  const worker = await startWorker({ jobs, city: city.code, world }, sliceJobs, (line) =>
    console.error(line),
  );
  return {
    server,
    jobs,
    admin,
    keys,
    cookie: async (username) => {
      const reply = await server.inject({ method: 'POST', url: '/api/session', payload: { cast: username } });
      return reply.cookies.map((it) => `${it.name}=${it.value}`).join('; ');
    },
    close: async () => {
      await worker.stop();
      await server.close();
      await Promise.all([pool.end(), jobs.end(), admin.end()]);
      keys.identities.close();
      await embedded.stop();
    },
  };
}
