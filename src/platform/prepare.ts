// What every start and every command does before it works with a database: keys, roles, migrations.
import type { Config } from './config.ts';
import { keyFile } from './config.ts';
import { makeRoles } from './database/bootstrap.ts';
import type { Connection } from './database/connection.ts';
import { EditedMigration, migrate, NewerDatabase } from './database/migrate.ts';
import { type Keys, KeysMissing, KeysOfAnother, openKeys } from './keys/ring.ts';
import { systemCode } from './project.ts';
import { StartRefusal } from './start-refusal.ts';

/** Only the embedded database without RANGKUL_CITY is a demonstration. */
export function isDemonstration(config: Config): boolean {
  return !config.databaseUrl && !config.city;
}

/** Refuses a demonstration that others could reach. */
export function refuseOpenDemonstration(config: Config): void {
  if (!isDemonstration(config) || config.only === 'worker') return;
  const isLoopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(config.host);
  if (!isLoopback) throw new StartRefusal('demonstration-open-host', { host: config.host });
}

/** Opens the key folder; a demonstration makes its own at the first start, a real city must bring one. */
export function openInstallationKeys(config: Config, dataFolder: string, make: boolean): Keys {
  const folder = keyFile(config, dataFolder);
  const demonstration = isDemonstration(config);
  try {
    return openKeys(folder, { make: make && demonstration, demonstration });
  } catch (error) {
    if (error instanceof KeysMissing) throw new StartRefusal('keys-missing', { folder });
    if (error instanceof KeysOfAnother)
      throw new StartRefusal(demonstration ? 'keys-of-city' : 'keys-of-demonstration', { folder });
    const code = systemCode(error);
    if (code === 'EACCES' || code === 'EPERM')
      throw new StartRefusal('keys-damaged', { file: folder, what: code });
    if (error instanceof SyntaxError)
      throw new StartRefusal('keys-damaged', { file: folder, what: error.message });
    throw error;
  }
}

/** Before anything is made or started: a real city brings its keys, or is told so while nothing was touched. */
export function requireKeys(config: Config, dataFolder: string): void {
  if (!isDemonstration(config)) openInstallationKeys(config, dataFolder, false).identities.close();
}

/** Makes the database roles and brings the database to this version, or says in one line why not. */
export async function prepareDatabase(
  at: Connection,
  secret: Buffer,
  only?: readonly string[],
): Promise<void> {
  try {
    await makeRoles(at, secret);
    await migrate(at, secret, only);
  } catch (error) {
    throw refusalOf(error, at);
  }
}

function refusalOf(error: unknown, at: Connection): unknown {
  if (error instanceof NewerDatabase) return new StartRefusal('database-newer', { step: error.message });
  if (error instanceof EditedMigration) return new StartRefusal('database-edited', { step: error.message });
  const code = systemCode(error) ?? '';
  const reason = error instanceof Error ? error.message : '';
  if (code === '42501') return new StartRefusal('database-role', { user: at.superuser, reason });
  if (/^(ECONN|ENOENT|ENOTFOUND|EAI_|28|57P03)/.test(code))
    return new StartRefusal('database-unreachable', { reason });
  return error;
}
