// A city as files: `cities/13.71/` and the lists of the country beside it. Reads and validates; knows no database.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  checkAgencies,
  checkAreas,
  checkCity,
  checkCodes,
  checkDuties,
  checkHolidays,
  checkLegalBases,
  checkOriginAreas,
  checkSettings,
  knownCodes,
} from './city-folder/checks.ts';
import { type Findings, type Located, readJson, readTable } from './city-folder/files.ts';
import {
  Agency,
  Area,
  City,
  type CityFolder,
  CityHoliday,
  CitySettings,
  CodeRow,
  type CountryLists,
  Duty,
  LegalBasis,
  Letterhead,
  OriginArea,
} from './city-folder/schema.ts';

export type {
  Agency,
  Area,
  City,
  CityFolder,
  CityHoliday,
  CitySettings,
  CodeRow,
  CountryLists,
  Duty,
  LegalBasis,
  Letterhead,
  OriginArea,
} from './city-folder/schema.ts';

/** Where the project keeps its own cities. */
export const citiesFolder = fileURLToPath(new URL('../../cities/', import.meta.url));

/** The codes of the cities that have a folder. */
export function listCityFolders(root = citiesFolder): string[] {
  return readdirSync(root)
    .filter((name) => /^\d{2}\.\d{2}$/.test(name) && existsSync(join(root, name, 'city.json')))
    .sort();
}

/** The dated code lists and the areas of the whole country; throws with every fault and its place. */
export function readCountryLists(root = citiesFolder): CountryLists {
  const findings: Findings = [];
  const codes = readdirSync(join(root, 'codes'))
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .flatMap((name) => readTable(join(root, 'codes', name), CodeRow, findings));
  const originAreas = readTable(join(root, 'origin-areas.csv'), OriginArea, findings);
  findings.push(...checkCodes(codes), ...checkOriginAreas(originAreas));
  refuse(findings, 'the lists of the country');
  return { codes: rowsOf(codes), originAreas: rowsOf(originAreas) };
}

/** One city's folder, checked against the lists of the country; throws with every fault and its place. */
export function readCityFolder(folder: string, country: CountryLists): CityFolder {
  const findings: Findings = [];
  const file = (name: string) => join(folder, name);
  const city = readJson(file('city.json'), City, findings);
  const settings = readJson(file('defaults.json'), CitySettings, findings);
  const letterhead = readJson(file('letterhead.json'), Letterhead, findings);
  const areas = readTable(file('areas.csv'), Area, findings);
  const agencies = readTable(file('agencies.csv'), Agency, findings);
  const duties = readTable(file('duties.csv'), Duty, findings);
  const legalBases = readTable(file('legal-bases.csv'), LegalBasis, findings);
  const holidays = readTable(file('holidays.csv'), CityHoliday, findings);
  const known = knownCodes(country.codes);
  findings.push(
    ...checkAreas(areas, city),
    ...checkAgencies(agencies, rowsOf(areas), known),
    ...checkDuties(duties, { agencies: rowsOf(agencies), legalBases: rowsOf(legalBases), known }),
    ...checkLegalBases(legalBases, known),
    ...checkHolidays(holidays),
    ...(settings ? checkSettings(settings, known) : []),
    ...(city ? checkCity(city, known) : []),
  );
  refuse(findings, folder);
  if (!city || !settings || !letterhead) throw new Error(`${folder} is not complete`);
  return {
    city,
    settings,
    letterhead,
    areas: rowsOf(areas),
    agencies: rowsOf(agencies),
    duties: rowsOf(duties),
    legalBases: rowsOf(legalBases),
    holidays: rowsOf(holidays),
  };
}

/** The row of a code list that was valid on a day. */
export function codeOn(
  codes: readonly CodeRow[],
  { list, code, date }: { list: string; code: string; date: string },
) {
  return codes.find(
    (row) =>
      row.list === list && row.code === code && row.validFrom <= date && date <= (row.validTo ?? '9999'),
  );
}

function rowsOf<T>(located: readonly Located<T>[]): T[] {
  return located.map((one) => one.row);
}

const mostShown = 20;

function refuse(findings: Findings, what: string): void {
  if (findings.length === 0) return;
  const shown = findings.slice(0, mostShown);
  if (findings.length > shown.length) shown.push(`and ${findings.length - shown.length} more`);
  throw new Error(`${what} cannot be used:\n  ${shown.join('\n  ')}`);
}
