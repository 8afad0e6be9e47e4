// The embedded PostgreSQL: found, placed, made once, started, watched and stopped.
import { join } from 'node:path';
import { StartRefusal } from '#platform/start-refusal.ts';
import {
  claimFolder,
  type DataFolder,
  dataFolderAt,
  furnishFolder,
  inspectFolder,
  readPassword,
  refusalFor,
  refuseFullDisk,
  replaceFile,
} from './folder.ts';
import { databaseName, ensureDatabase, makePostgresFolder, superuser } from './initialise.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import { lockHolder, makeSocketFolder, socketFolder, takeLock } from './lock.ts';
import { messages } from './messages.ts';
import { stopOrphan } from './orphan.ts';
import { type Place, placeEmbedded } from './place.ts';
import { startPostmaster } from './postmaster.ts';
import { findServerFiles, type ServerFiles, usableServerFiles } from './server-files.ts';
import { accessText, databasePort, settingsText } from './settings.ts';

export type Connection = {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly superuser: string;
  readonly password: string;
};

export type EmbeddedOptions = {
  readonly dataFolder: string;
  readonly say: (line: string) => void;
  readonly language?: 'id' | 'en';
  /** Settings that replace ours, for measurements and tests. */
  readonly settings?: Readonly<Record<string, string | number>>;
};

export type Embedded = {
  readonly connection: Connection;
  /** True when this start made the database. */
  readonly firstStart: boolean;
  /** Where the data really lies: not the folder asked for when root's clone is closed to others. */
  readonly dataFolder: string;
  stop(): Promise<void>;
  /** Settles when the database has ended for good: stopped, or lost and not to be brought back. */
  readonly exited: Promise<void>;
};

/** Starts the database of a data folder for this process alone; throws a `StartRefusal` when that cannot be. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const said = messages[options.language ?? 'en'];
  const found = await findServerFiles(process);
  const place = await placeEmbedded(options.dataFolder);
  const data = dataFolderAt(place);
  await refuseLiveHolder(place);
  const state = await inspectFolder(data, found.major);
  await refuseFullDisk(place.dataFolder, state);
  if (place.moved) options.say(said.moved(place.dataFolder));

  await claimFolder(data);
  const release = await takeLock(place).catch((error: unknown) => {
    throw refusalFor(error, place.dataFolder);
  });
  try {
    const server = await usableServerFiles({ found, copyFolder: place.copyFolder, runAs: place.runAs });
    const kept = await bringUp({ options, data, server });
    const connection = await connectionTo(data);
    const firstStart = await ensureDatabase(connection).catch(async (error: unknown) => {
      await kept.stop();
      throw error;
    });
    const stop = () => kept.stop().finally(release);
    return { connection, firstStart, dataFolder: place.dataFolder, stop, exited: kept.ended };
  } catch (error) {
    await release();
    throw refusalFor(error, place.dataFolder);
  }
}

/** How a command reaches the database of a Rangkul that is running, or nothing when none is. */
export async function findRunning(dataFolder: string): Promise<Connection | undefined> {
  const place = await placeEmbedded(dataFolder);
  if (!(await lockHolder(place))) return undefined;
  return connectionTo(dataFolderAt(place));
}

async function refuseLiveHolder(place: Place): Promise<void> {
  const pid = await lockHolder(place);
  if (pid) throw new StartRefusal('data-in-use', { folder: place.dataFolder, pid });
}

async function bringUp(run: {
  options: EmbeddedOptions;
  data: DataFolder;
  server: ServerFiles;
}): Promise<Kept> {
  const { options, data, server } = run;
  const said = messages[options.language ?? 'en'];
  // Looked at again now that nobody else can change it.
  const state = await inspectFolder(data, run.server.major);
  await furnishFolder(data, state);
  if (state === 'fresh') {
    options.say(said.making(data.place.dataFolder));
    await makePostgresFolder(data, server);
  }
  await writeSettings(data, options.settings ?? {});
  return keepRunning({
    start: async () => {
      await stopOrphan({ postgres: data.postgres, sockets: await socketFolder(data.place) }, () =>
        options.say(said.orphan),
      );
      return startPostmaster({ data, server, sayRecovering: () => options.say(said.recovering) });
    },
    sayAgain: () => options.say(said.again),
  });
}

async function writeSettings(data: DataFolder, settings: Readonly<Record<string, string | number>>) {
  const { runAs } = data.place;
  const sockets = await makeSocketFolder(data.place);
  const texts = {
    'postgresql.conf': settingsText({ sockets, log: data.log, settings }),
    'pg_hba.conf': accessText,
  };
  for (const [name, text] of Object.entries(texts)) {
    await replaceFile({ path: join(data.postgres, name), text, runAs });
  }
}

async function connectionTo(data: DataFolder): Promise<Connection> {
  return {
    host: await socketFolder(data.place),
    port: databasePort,
    database: databaseName,
    superuser,
    password: await readPassword(data),
  };
}
