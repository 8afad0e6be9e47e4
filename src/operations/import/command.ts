import { type Imported, importOperations, readImportFile } from '#operations/import/operations.ts';
import { messages as reported } from '#operations/messages/reported.ts';
import { openForCommand } from '#platform/command-line/open.ts';
import type { Config } from '#platform/config.ts';
import { type Messages, say as words } from '#platform/messages.ts';
import { openCity } from '#platform/open-city.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

const messages = {
  stored: {
    id: '{id}: disimpan, {persons} perjumpaan tanpa nama',
    en: '{id}: stored, {persons} unnamed encounters',
  },
  flags: { id: '  perlu dilihat: {flags}', en: '  to look at: {flags}' },
  unchanged: { id: '{id}: sudah ada, tidak diubah', en: '{id}: there already, not changed' },
  differs: {
    id: '{id}: sudah ada dengan isi LAIN; yang tersimpan tidak diubah',
    en: '{id}: there already with OTHER contents; what is stored was not changed',
  },
  unusable: { id: '{id}: TIDAK disimpan: {why}', en: '{id}: NOT stored: {why}' },
  shape: { id: '{at} belum diisi, atau tidak sesuai bentuknya', en: '{at} is missing, or not of its form' },
  brokenText: {
    id: 'dalam {at} ada huruf yang rusak (NUL, atau separuh huruf)',
    en: '{at} holds a broken letter (NUL, or half of one)',
  },
  dateImpossible: { id: 'tanggal {at} tidak ada', en: 'there is no date {at}' },
  dateAhead: {
    id: 'tanggal {at} belum tiba; yang belum terjadi bukan laporan',
    en: 'the date {at} has not come; what has not happened is no report',
  },
  kindUnknown: { id: 'jenis operasi {at} tidak dikenal', en: 'the kind of operation {at} is not known' },
  leadUnknown: { id: 'instansi pemimpin {at} tidak dikenal', en: 'the leading agency {at} is not known' },
  sum: {
    id: '{stored} disimpan, {unchanged} sudah ada, {differs} berbeda, {unusable} tidak dapat disimpan.',
    en: '{stored} stored, {unchanged} there already, {differs} different, {unusable} not usable.',
  },
} satisfies Messages;

const usage = 'rangkul import operations FILE.json';

/** `rangkul import operations FILE.json`: exit code 1 when a record was not stored as the file has it. */
export async function runImport(
  config: Config,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [what, file, ...rest] = args;
  if (what !== 'operations' || !file || rest.length > 0)
    throw new StartRefusal('argument-missing', { usage });
  const records = readImportFile(file);
  const database = await openForCommand(config, { makes: config.city !== undefined });
  try {
    const { jobs, keys } = database;
    const world = { keys, now: () => new Date() };
    const demonstration = !config.databaseUrl && !config.city;
    const city = await openCity({ jobs, world, demonstration, wanted: config.city, say });
    const done = await importOperations(jobs, city, records, world.now());
    for (const line of done.flatMap((one) => linesOf(one, config.language))) say(inOneLine(line));
    const count = (outcome: Imported['outcome']) => done.filter((one) => one.outcome === outcome).length;
    const counts = {
      stored: count('stored'),
      unchanged: count('unchanged'),
      differs: count('differs'),
      unusable: count('unusable'),
    };
    say(words(messages.sum, config.language, counts));
    return counts.differs + counts.unusable > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

function linesOf(one: Imported, language: 'id' | 'en'): string[] {
  const why = one.why ? words(messages[one.why.unusable], language, { at: one.why.at }) : '';
  const first = words(messages[one.outcome], language, { id: one.id, persons: one.persons, why });
  const flags = one.flags.map((flag) => words(reported[flag], language));
  return flags.length === 0 ? [first] : [first, words(messages.flags, language, { flags: flags.join(' ') })];
}

// What a file holds may not move the cursor of the terminal, nor write a line of its own.
function inOneLine(text: string): string {
  return text.replaceAll(/\p{C}/gu, '\uFFFD');
}
