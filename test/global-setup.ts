import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { givenServer, prepareTemplate } from '#test/database.ts';
import { tempFolder } from '#test/temp-folder.ts';

/** Starts one database server for the whole run and takes it down after it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = tempFolder('test');
  const given = givenServer(process.env.TEST_DATABASE_URL);
  const embedded = given
    ? undefined
    : await startEmbedded({ dataFolder: join(folder, 'data'), say: () => undefined });
  const connection = given ?? embedded?.connection;
  if (!connection) throw new Error('no database server to test on');
  const server = { connection, keysFolder: join(folder, 'keys') };
  await prepareTemplate(server);
  project.provide('server', server);
  return async () => {
    await embedded?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
