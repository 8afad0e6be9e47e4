import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { citiesFolder, readCityFolder, readCountryLists } from '#platform/city-folder.ts';
import { loadCity } from '#platform/city-loader.ts';
import { asService } from '#platform/database/service.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import type { World } from '#platform/world.ts';

export type CityHere = OpenedCity & { readonly name: string; readonly openedAt: Date };

/** The cities this database keeps, the first opened first. */
export async function listCities(jobs: pg.Pool): Promise<CityHere[]> {
  const found = await jobs.query<CityHere>(
    'select city as code, name, demonstration, opened_at as "openedAt" from app.cities order by opened_at, city',
  );
  return found.rows;
}

/** The city a command is about: the one that was asked for, or the only one here. */
export function chooseCity(cities: readonly CityHere[], wanted: string | undefined): CityHere {
  const known = cities.map((city) => city.code).join(', ') || '–';
  const city = wanted ? cities.find((it) => it.code === wanted) : cities[0];
  if (!city || (!wanted && cities.length > 1))
    throw new StartRefusal('city-not-here', { city: wanted ?? 'RANGKUL_CITY=?', known });
  return city;
}

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
  const cities = await listCities(jobs);
  refuseOtherKind(cities, demonstration);
  const here = wanted ? cities.find((city) => city.code === wanted) : cities[0];
  if (here) return here;
  if (wanted && cities.length > 0)
    throw new StartRefusal('city-not-here', {
      city: wanted,
      known: cities.map((city) => city.code).join(', '),
    });
  return addCity({ jobs, code: wanted ?? '13.71', demonstration, say });
}

function refuseOtherKind(cities: readonly CityHere[], demonstration: boolean): void {
  const real = cities.find((city) => !city.demonstration);
  if (demonstration && real) throw new StartRefusal('real-not-demonstration', { city: real.code });
  if (!demonstration && cities.some((city) => city.demonstration))
    throw new StartRefusal('demonstration-not-real');
}

type Adding = {
  readonly jobs: pg.Pool;
  readonly code: string;
  readonly demonstration: boolean;
  readonly say: (line: string) => void;
};

/** Opens a city from its folder: its areas, code lists, agencies, duties, holidays and defaults. */
export async function addCity({ jobs, code, demonstration, say }: Adding): Promise<OpenedCity> {
  if (!existsSync(join(citiesFolder, code, 'city.json')))
    throw new StartRefusal('city-folder-missing', { city: code });
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
