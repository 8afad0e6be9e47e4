import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { passAuditHorizon } from '#platform/audit/horizon.ts';
import type { Config } from '#platform/config.ts';
import { brokenAudit, readFacts } from '#platform/database/backup/facts.ts';
import { openPool } from '#platform/database/connection.ts';
import { fingerprintOf, type Manifest } from '#platform/database/export/manifest.ts';
import { openExport, readExport } from '#platform/database/export/read.ts';
import { writeExport } from '#platform/database/export/write.ts';
import { replayErasures } from '#platform/keys/erasures.ts';
import { replayHolds } from '#platform/keys/holds.ts';
import { type Messages, say as words } from '#platform/messages.ts';
import { listCities } from '#platform/open-city.ts';
import { isDemonstration, prepareDatabase } from '#platform/prepare.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import { type CommandDatabase, openForCommand } from './open.ts';

const messages = {
  written: {
    id: '{path}: {rows} baris dari {tables} tabel ({megabytes} MB). Teks bebas di dalamnya terbaca: simpan seperti berkas kasus. Kuncinya tidak ada di dalam: rangkul keys copy.',
    en: '{path}: {rows} rows of {tables} tables ({megabytes} MB). Free text in it can be read: keep it like case papers. The keys are not in it: rangkul keys copy.',
  },
  read: {
    id: 'Dibaca dari {path}, dibuat {made}: {rows} baris, catatan audit utuh, {erased} identitas dihapus lagi.',
    en: 'Read from {path}, made {made}: {rows} rows, the audit log is whole, {erased} identities erased again.',
  },
} satisfies Messages;

const usage = 'rangkul export FILE [--replace] | rangkul export --read FILE';

type Say = (line: string) => void;

/**
 * `rangkul export FILE`: everything as one documented archive, over another file only with `--replace`;
 * `--read FILE` fills an empty database from one.
 */
export async function runExport(config: Config, args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { read: { type: 'string' }, replace: { type: 'boolean', default: false } },
  });
  const [target, ...more] = positionals;
  if (more.length > 0 || (values.read === undefined) === (target === undefined))
    throw new StartRefusal('argument-missing', { usage });
  if (values.read !== undefined) return read(config, resolve(values.read), say);
  const path = resolve(target ?? '');
  refusePlace(path, values.replace);
  return write(config, path, say);
}

function refusePlace(path: string, replace: boolean): void {
  const there = statSync(path, { throwIfNoEntry: false });
  const refuse = (id: string, en: string) => {
    throw new StartRefusal('archive-place', { file: path, what: { id, en } });
  };
  if (there?.isDirectory()) refuse('itu sebuah folder, beri nama berkas', 'it is a folder, give a file');
  if (there && !replace) throw new StartRefusal('archive-exists', { file: path });
  if (!existsSync(dirname(path)))
    refuse('tidak ada folder itu, buat dahulu', 'there is no folder of that name, make it first');
}

async function write(config: Config, path: string, say: Say): Promise<number> {
  const database = await openForCommand(config);
  const { connection, secret, keys } = database;
  const backup = openPool(connection, { role: 'rangkul_backup', secret, max: 1 }, () => undefined);
  try {
    const done = await writeExport(backup, keys, { path, now: new Date() });
    const megabytes = (done.bytes / 1_048_576).toFixed(1);
    say(words(messages.written, config.language, { path, ...done, megabytes }));
    return 0;
  } finally {
    await backup.end();
    await database.close();
  }
}

async function read(config: Config, path: string, say: Say): Promise<number> {
  if (!existsSync(path)) throw new StartRefusal('archive-unreadable', { file: path, what: 'no such file' });
  const archive = await openExport(path);
  const database = await openForCommand(config, { makes: true, steps: archive.manifest.steps, say });
  try {
    await refuseOther(config, database, archive.manifest);
    await readExport(database.connection, archive);
    const { rows, erased } = await settle(database);
    say(words(messages.read, config.language, { path, made: archive.manifest.made, rows, erased }));
    return 0;
  } finally {
    await database.close();
  }
}

async function refuseOther(config: Config, database: CommandDatabase, manifest: Manifest): Promise<void> {
  const [here] = await listCities(database.jobs);
  if (here) throw new StartRefusal('import-not-empty', { city: here.code });
  if (manifest.keys !== fingerprintOf(database.keys))
    throw new StartRefusal('keys-do-not-fit', {
      folder: database.keys.folder,
      what: manifest.cities.join(', '),
    });
  const demonstration = isDemonstration(config);
  if (manifest.demonstration && !demonstration) throw new StartRefusal('demonstration-not-real');
  if (!manifest.demonstration && demonstration)
    throw new StartRefusal('real-not-demonstration', { city: manifest.cities[0] ?? '' });
}

// An archive of an earlier version lies in the tables of its time; from here on it is as if it had always been here.
async function settle(database: CommandDatabase): Promise<{ rows: number; erased: number }> {
  const { connection, secret, jobs, keys } = database;
  await prepareDatabase(connection, secret);
  await passAuditHorizon(jobs);
  const erased = await replayErasures(jobs, keys);
  await replayHolds(jobs, keys);
  await jobs.query('select app.advance_key_slots($1), app.new_epoch()', [keys.identities.end()]);
  const facts = await readFacts(connection);
  const broken = await brokenAudit(connection, secret, facts.heads);
  if (broken) throw new StartRefusal('archive-unreadable', { file: '', what: broken });
  return { rows: Object.values(facts.rows).reduce((sum, n) => sum + n, 0), erased };
}
