import { parseArgs } from 'node:util';
import type { Config } from '#platform/config.ts';
import { type Messages, say as words } from '#platform/messages.ts';
import { addCity, listCities } from '#platform/open-city.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import { openForCommand } from './open.ts';

const messages = {
  added: {
    id: 'Kota {code} ditambahkan. Jalankan server tersendiri untuknya: RANGKUL_CITY={code} rangkul serve (docs/operate.md).',
    en: 'City {code} added. Run a server of its own for it: RANGKUL_CITY={code} rangkul serve (docs/operate.md).',
  },
  there: { id: 'Kota {code} sudah ada di sini.', en: 'City {code} is here already.' },
} satisfies Messages;

/** `rangkul city add CODE`: opens another city of the folder cities/ in the same database. */
export async function runCity(
  config: Config,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [act, code, ...more] = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {},
  }).positionals;
  if (act !== 'add' || !code || !/^\d{2}\.\d{2}$/.test(code) || more.length > 0)
    throw new StartRefusal('argument-missing', {
      usage: 'rangkul city add 99.71 | rangkul city boundaries FILE',
    });
  const database = await openForCommand(config);
  try {
    const cities = await listCities(database.jobs);
    if (cities.some((city) => city.demonstration)) throw new StartRefusal('demonstration-not-real');
    const isHere = cities.some((city) => city.code === code);
    if (!isHere) await addCity({ jobs: database.jobs, code, demonstration: false, say });
    say(words(isHere ? messages.there : messages.added, config.language, { code }));
    return 0;
  } finally {
    await database.close();
  }
}
