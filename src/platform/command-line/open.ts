import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from '#platform/config.ts';
import { type Connection, connectionOf, openPool } from '#platform/database/connection.ts';
import { placeEmbedded } from '#platform/database/embedded/place.ts';
import { findRunning, startEmbedded } from '#platform/database/embedded/start.ts';
import type { Keys } from '#platform/keys/ring.ts';
import { openInstallationKeys, prepareDatabase, requireKeys } from '#platform/prepare.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

/** The database as a command works with it, whether Rangkul runs at the moment or not. */
export type CommandDatabase = {
  readonly connection: Connection;
  readonly embedded: boolean;
  /** Where the embedded data lie. */
  readonly dataFolder: string;
  /** True when a Rangkul holds the data folder at the moment. */
  readonly running: boolean;
  readonly keys: Keys;
  readonly secret: Buffer;
  /** The pool of the role that services work as. */
  readonly jobs: pg.Pool;
  readonly close: () => Promise<void>;
};

type Reached = Pick<CommandDatabase, 'connection' | 'embedded' | 'dataFolder' | 'running'> & {
  readonly stop: () => Promise<void>;
};

/**
 * Reaches the database for one command: the one DATABASE_URL names, that of the Rangkul which runs on this data
 * folder, or the embedded one, started for as long as the command takes. With `makes` an empty data folder becomes a
 * database, with `steps` one of an earlier version.
 */
export async function openForCommand(
  config: Config,
  options: { say?: (line: string) => void; makes?: boolean; steps?: readonly string[] } = {},
): Promise<CommandDatabase> {
  const reached = await reach(config, options.say ?? (() => undefined), options.makes ?? false);
  try {
    const keys = openInstallationKeys(config, reached.dataFolder, false);
    const secret = keys.of('database roles');
    if (!reached.running) await prepareDatabase(reached.connection, secret, options.steps);
    const jobs = openPool(
      reached.connection,
      { role: 'rangkul_jobs', secret, max: 3 },
      options.say ? (error) => options.say?.(error.message) : () => undefined,
    );
    await jobs.query('select 1').catch((error: Error) => {
      throw new StartRefusal('database-unreachable', { reason: error.message });
    });
    const close = async () => {
      await jobs.end();
      keys.identities.close();
      await reached.stop();
    };
    return { ...reached, keys, secret, jobs, close };
  } catch (error) {
    await reached.stop();
    throw error;
  }
}

async function reach(config: Config, say: (line: string) => void, makes: boolean): Promise<Reached> {
  const nothing = async () => undefined;
  if (config.databaseUrl) {
    const connection = connectionOf(config.databaseUrl);
    return { connection, embedded: false, dataFolder: config.dataFolder, running: false, stop: nothing };
  }
  const { dataFolder } = await placeEmbedded(config.dataFolder);
  const running = await findRunning(config.dataFolder);
  if (running) return { connection: running, embedded: true, dataFolder, running: true, stop: nothing };
  const there = await stat(join(dataFolder, 'postgres')).catch(() => undefined);
  if (!there && !makes) throw new StartRefusal('data-missing', { folder: dataFolder });
  requireKeys(config, dataFolder);
  const own = await startEmbedded({ dataFolder: config.dataFolder, say, language: config.language });
  return { connection: own.connection, embedded: true, dataFolder, running: false, stop: own.stop };
}
