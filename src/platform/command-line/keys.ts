import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, keyFile } from '#platform/config.ts';
import { placeEmbedded } from '#platform/database/embedded/place.ts';
import { checkKeyFiles, copyKeys } from '#platform/keys/copies.ts';
import { makeRing } from '#platform/keys/ring.ts';
import { type Messages, say as words } from '#platform/messages.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import { openForCommand } from './open.ts';

const messages = {
  made: {
    id: 'Kunci dibuat di {folder}. Simpan salinan ring.json di tempat terkunci yang terpisah dari data dan cadangan: tanpa kunci, data dan cadangan tidak terbaca.',
    en: 'Keys made in {folder}. Keep a copy of ring.json locked away, apart from data and backups: without the keys neither can be read.',
  },
  copied: {
    id: 'Kunci disalin ke {folder}; {pruned} salinan yang berumur lebih dari {days} hari dihapus.',
    en: 'Keys copied to {folder}; {pruned} copies older than {days} days removed.',
  },
  whole: {
    id: 'Kunci utuh: {slots} identitas tersegel, kunci setiap identitas ada.',
    en: 'The keys are whole: {slots} sealed identities, the key of each is there.',
  },
  missing: {
    id: '{missing} dari {slots} identitas tersegel tidak punya kunci di {folder}: kembalikan salinan identities.keys yang terbaru.',
    en: '{missing} of {slots} sealed identities have no key in {folder}: put the newest copy of identities.keys back.',
  },
  open: {
    id: '{file} dapat dibaca pengguna lain (mode {mode}): jalankan chmod {wanted} {file}',
    en: '{file} can be read by other users (mode {mode}): run chmod {wanted} {file}',
  },
} satisfies Messages;

const usage = 'rangkul keys make | copy FOLDER | check';

type Say = (line: string) => void;

/** `rangkul keys`: makes the keys of a real city, copies them, and looks whether they are whole. */
export async function runKeys(config: Config, args: readonly string[], say: Say): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [act, target] = positionals;
  const folder = await keyFolder(config);
  if (act === 'make') return make(config, folder, say);
  if (act === 'copy' && target) return copy(config, { folder, target: resolve(target), say });
  if (act === 'check') return check(config, folder, say);
  throw new StartRefusal('argument-missing', { usage });
}

async function keyFolder(config: Config): Promise<string> {
  if (config.databaseUrl) return keyFile(config, config.dataFolder);
  return keyFile(config, (await placeEmbedded(config.dataFolder)).dataFolder);
}

function make(config: Config, folder: string, say: Say): number {
  if (existsSync(join(folder, 'ring.json'))) throw new StartRefusal('keys-exist', { folder });
  makeRing(folder, false);
  say(words(messages.made, config.language, { folder }));
  return 0;
}

function copy(config: Config, its: { folder: string; target: string; say: Say }): number {
  if (!existsSync(join(its.folder, 'ring.json')))
    throw new StartRefusal('keys-missing', { folder: its.folder });
  const done = copyKeys(its.folder, its.target, new Date());
  its.say(words(messages.copied, config.language, { ...done }));
  return 0;
}

async function check(config: Config, folder: string, say: Say): Promise<number> {
  const language = config.language;
  const open = checkKeyFiles(folder);
  for (const it of open) say(words(messages.open, language, it));
  const database = await openForCommand(config);
  try {
    const found = await database.jobs.query<{ slot: number }>(
      'select slot from app.identity_slots() as slot',
    );
    const missing = found.rows.filter((row) => !database.keys.identities.read(row.slot)).length;
    const slots = found.rows.length;
    say(words(missing ? messages.missing : messages.whole, language, { missing, slots, folder }));
    return missing || open.length ? 1 : 0;
  } finally {
    await database.close();
  }
}
