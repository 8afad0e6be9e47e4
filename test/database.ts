// A real PostgreSQL for tests: one server for the run, one migrated template, a clone of it for each test file.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { makeRoles } from '#platform/database/bootstrap.ts';
import { type Connection, connectionOf, openPool } from '#platform/database/connection.ts';
import { migrate } from '#platform/database/migrate.ts';
import { asService } from '#platform/database/service.ts';
import { type Keys, openKeys } from '#platform/keys/ring.ts';
import { openCity } from '#platform/open-city.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { cast } from '#test/cast.ts';

export type TestServer = { readonly connection: Connection; readonly keysFolder: string };

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer;
  }
}

const template = 'rangkul_template';

/** Migrates the template once; the caller keeps the server running. */
export async function prepareTemplate(server: TestServer): Promise<void> {
  const keys = openKeys(server.keysFolder, { make: true, demonstration: true });
  const admin = new pg.Client({ ...server.connection, user: server.connection.superuser });
  await admin.connect();
  await admin.query(`drop database if exists ${template} with (force)`);
  await admin.query(`create database ${template} template template0`);
  await admin.end();
  const connection = { ...server.connection, database: template };
  await makeRoles(connection, keys.of('database roles'));
  await migrate(connection, keys.of('database roles'));
  await openTestCity(connection, keys);
  keys.identities.close();
}

async function openTestCity(connection: Connection, keys: Keys): Promise<void> {
  const jobs = openPool(
    connection,
    { role: 'rangkul_jobs', secret: keys.of('database roles'), max: 2 },
    () => undefined,
  );
  const world = { keys, now: () => new Date() };
  const city = await openCity({ jobs, world, demonstration: true, wanted: undefined, say: () => undefined });
  await asService(jobs, { city: city.code, purpose: 'setup' }, async (client) => {
    for (const it of cast)
      await client.query(
        `insert into staff (staff_id, username, name, agency_code, role, area_code, state) values ($1, $2, $3, $4, $5, $6, 'active')`,
        [uuidv7(), it.username, it.name, it.agencyCode, it.role, it.areaCode],
      );
  });
  await jobs.end();
}

export type TestDatabase = {
  readonly connection: Connection;
  readonly keys: Keys;
  readonly secret: Buffer;
  readonly admin: pg.Pool;
  readonly drop: () => Promise<void>;
};

/** A fresh clone of the migrated template with a key folder of its own. */
export async function cloneDatabase(server: TestServer): Promise<TestDatabase> {
  const name = `rangkul_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const folder = mkdtempSync(join(tmpdir(), 'rangkul-keys-'));
  const shared = openKeys(server.keysFolder, { make: false, demonstration: true });
  const secret = shared.of('database roles');
  shared.identities.close();
  const own = openKeys(join(folder, 'keys'), { make: true, demonstration: true });
  const root = new pg.Client({
    ...server.connection,
    user: server.connection.superuser,
    database: 'postgres',
  });
  await root.connect();
  // Two workers may clone at the same moment; PostgreSQL refuses a template that is in use.
  await root.query(`select pg_advisory_lock(4711)`);
  await root.query(`create database ${name} template ${template}`);
  await root.end();
  const connection = { ...server.connection, database: name };
  await makeRoles(connection, secret);
  const admin = openPool(connection, { role: 'superuser', secret, max: 2 }, () => undefined);
  return {
    connection,
    keys: own,
    secret,
    admin,
    drop: async () => {
      await admin.end();
      own.identities.close();
      const last = new pg.Client({
        ...server.connection,
        user: server.connection.superuser,
        database: 'postgres',
      });
      await last.connect();
      await last.query(`drop database if exists ${name} with (force)`);
      await last.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server the tests run on: the one TEST_DATABASE_URL names, or nothing for the embedded one. */
export function givenServer(url: string | undefined): Connection | undefined {
  return url ? connectionOf(url) : undefined;
}
