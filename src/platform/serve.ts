// The command `serve`: port, database, web app, then the application; and all of it back down in the opposite order.
import { join } from 'node:path';
import type { Config } from './config.ts';
import { placeEmbedded } from './database/embedded/place.ts';
import { type Connection, startEmbedded } from './database/embedded/start.ts';
import { portRefusal, refuseTakenPort } from './port.ts';
import { refuseOpenDemonstration, requireKeys } from './prepare.ts';
import { StartRefusal } from './start-refusal.ts';
import { listenForStop } from './stop-signals.ts';
import { ensureWebBuild } from './web-build.ts';

export type App = { stop(): Promise<void> };

export type AppOptions = {
  readonly config: Config;
  /** The embedded database, or nothing when `config.databaseUrl` names another. */
  readonly connection: Connection | undefined;
  /** Where the data really lies; `keyFile(config, dataFolder)` lies beside it. */
  readonly dataFolder: string;
  /** The folder of the built web app. */
  readonly webFolder: string | undefined;
  readonly say: (line: string) => void;
};

type Serve = {
  readonly config: Config;
  readonly say: (line: string) => void;
  readonly bringUp: (options: AppOptions) => Promise<App>;
};

type Closer = () => Promise<void>;

const drainLimit = 10_000;

const messages = {
  id: {
    building: 'Menyusun halaman web (sekali saja) …',
    stopping: 'Rangkul berhenti …',
  },
  en: {
    building: 'Building the web pages (once) …',
    stopping: 'Rangkul is stopping …',
  },
} as const;

/** Serves until a signal asks to stop; answers with the exit code. */
export async function serve(run: Serve): Promise<number> {
  const { config, say } = run;
  const stop = listenForStop();
  const closers: Closer[] = [];
  try {
    refuseOpenDemonstration(config);
    if (config.only !== 'worker') await refuseTakenPort(config);
    const place = config.databaseUrl ? config : await placeEmbedded(config.dataFolder);
    requireKeys(config, place.dataFolder);
    const { lost } = await bringUpAll({ run, stop, closers });
    if (config.only !== 'worker') say(`Rangkul: ${addressOf(config)}`);
    await Promise.race([aborted(stop), lost]);
  } catch (error) {
    if (!stop.aborted) throw portRefusal(error, config);
  } finally {
    if (stop.aborted) say(messages[config.language].stopping);
    for (const close of closers.toReversed()) await close().catch(() => undefined);
  }
  return 0;
}

type Rising = { run: Serve; stop: AbortSignal; closers: Closer[] };

// `lost` fails when the database ends although nobody asked it to.
async function bringUpAll({ run, stop, closers }: Rising): Promise<{ lost: Promise<void> }> {
  const { config, say } = run;
  const database = config.databaseUrl ? undefined : await startEmbedded({ ...config, say });
  if (database) closers.push(database.stop);
  stop.throwIfAborted();

  const dataFolder = database?.dataFolder ?? config.dataFolder;
  const webFolder = await ensureWebBuild({
    cacheFolder: database ? join(dataFolder, 'cache') : `${dataFolder}.cache`,
    say: () => say(messages[config.language].building),
    signal: stop,
  });
  const connection = database?.connection;
  const rising = run.bringUp({ config, connection, dataFolder, webFolder, say });
  const app = await Promise.race([rising, aborted(stop).then(() => stop.throwIfAborted())]);
  if (app) closers.push(() => within(drainLimit, app.stop()));

  return { lost: watch({ ended: database?.exited, stop, log: join(dataFolder, 'log') }) };
}

async function watch(database: { ended: Promise<void> | undefined; stop: AbortSignal; log: string }) {
  await (database.ended ?? aborted(database.stop));
  if (!database.stop.aborted) throw new StartRefusal('database-lost', { log: database.log });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function within(limit: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limit);
  });
  await Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}

function addressOf(config: Config): string {
  if (config.publicUrl) return config.publicUrl;
  const isLocal = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(config.host);
  const host = isLocal ? 'localhost' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`;
}
