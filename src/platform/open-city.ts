import { join } from 'node:path';
import type pg from 'pg';
import { citiesFolder, readCityFolder, readCountryLists } from '#platform/city-folder.ts';
import { loadCity } from '#platform/city-loader.ts';
import { asService } from '#platform/database/service.ts';
import type { World } from '#platform/world.ts';

export type OpenedCity = { readonly code: string; readonly demonstration: boolean };

type Wanted = {
  readonly jobs: pg.Pool;
  readonly world: World;
  /** Only the embedded database without RANGKUL_CITY may become a demonstration. */
  readonly demonstration: boolean;
  readonly wanted: string | undefined;
  readonly say: (line: string) => void;
};

/** The city this database keeps: the one that is there, or a new one opened from its folder. */
export async function openCity({ jobs, demonstration, wanted, say }: Wanted): Promise<OpenedCity> {
  const found = await jobs.query<OpenedCity>(
    'select city as code, demonstration from app.cities order by opened_at, city',
  );
  const here = wanted ? found.rows.find((row) => row.code === wanted) : found.rows[0];
  if (here) return here;
  const code = wanted ?? '13.71';
  const country = readCountryLists();
  const folder = readCityFolder(join(citiesFolder, code), country);
  await jobs.query('insert into app.cities (city, name, time_zone, demonstration) values ($1, $2, $3, $4)', [
    code,
    folder.city.name,
    folder.city.timeZone,
    demonstration,
  ]);
  await asService(jobs, { city: code, purpose: 'setup' }, (client) => loadCity(client, folder, country));
  say(`${folder.city.name}: ${folder.areas.length} areas, ${folder.agencies.length} agencies`);
  return { code, demonstration };
}
