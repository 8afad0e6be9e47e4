import type pg from 'pg';
import type { CityFolder, CountryLists } from '#platform/city-folder.ts';
import { nationalHolidays } from '#platform/national-holidays.ts';

/**
 * Opens a city in an empty database from its folder: areas, code lists, agencies, duties, legal bases, holidays and
 * defaults. Runs as the service session that is passed in; a second time it changes nothing but adds what is new.
 */
export async function loadCity(
  client: pg.ClientBase,
  folder: CityFolder,
  country: CountryLists,
): Promise<void> {
  await loadAreas(client, folder, country);
  await loadCodes(client, country);
  await rows(
    client,
    'agencies',
    ['agency_code', 'name_id', 'name_en', 'kind', 'parent_code', 'area_code', 'valid_from', 'valid_to'],
    folder.agencies.map((a) => [
      a.agencyCode,
      a.nameId,
      a.nameEn,
      a.kind,
      a.parentCode,
      areaOf(a.agencyCode),
      a.validFrom,
      a.validTo,
    ]),
  );
  await rows(
    client,
    'legal_bases',
    ['legal_basis_id', 'kind', 'number', 'year', 'title', 'dated', 'valid_from', 'valid_to', 'note'],
    folder.legalBases.map((b) => [
      b.legalBasisId,
      b.kind,
      b.cite,
      b.year,
      b.titleId,
      b.dated,
      b.validFrom,
      b.validTo,
      b.note,
    ]),
  );
  const known = await client.query('select 1 from duties where city = (select app.city()) limit 1');
  if (known.rowCount === 0)
    await rows(
      client,
      'duties',
      ['agency_code', 'duty_code', 'legal_basis_id', 'valid_from', 'valid_to'],
      folder.duties.map((d) => [d.agencyCode, d.dutyCode, d.legalBasisId, d.validFrom, d.validTo]),
    );
  await rows(
    client,
    'settings',
    ['key', 'value', 'unit'],
    Object.entries(folder.settings).map(([key, its]) => [key, JSON.stringify(its.value), its.unit]),
  );
  await rows(
    client,
    'settings',
    ['key', 'value', 'unit'],
    [
      ['letterhead', JSON.stringify(folder.letterhead), 'letterhead'],
      ['words', JSON.stringify(folder.city.words), 'words'],
      ['map', JSON.stringify(folder.city.map), 'map'],
    ],
  );
  const off = [
    ...(await nationalHolidays(2012, new Date().getUTCFullYear() + 2)),
    ...folder.holidays.filter((h) => h.kind !== 'workday').map((h) => ({ date: h.date, nameId: h.nameId })),
  ];
  const worked = new Set(folder.holidays.filter((h) => h.kind === 'workday').map((h) => h.date));
  const days = new Map(off.filter((h) => !worked.has(h.date)).map((h) => [h.date, h.nameId]));
  await rows(
    client,
    'holidays',
    ['day', 'name'],
    [...days].map(([day, name]) => [day, name]),
  );
}

function areaOf(agencyCode: string): string | null {
  return /^(KEC|KEL)_(.+)$/.exec(agencyCode)?.[2] ?? null;
}

async function loadAreas(client: pg.ClientBase, folder: CityFolder, country: CountryLists): Promise<void> {
  const provinces = country.originAreas.filter((area) => area.kind === 'province');
  const below = country.originAreas.filter((area) => area.kind !== 'province');
  const list = [
    ...provinces.map((a) => [a.code, a.kind, a.name, null, null, null]),
    ...below.map((a) => [a.code, a.kind, a.name, a.parent, null, null]),
    ...folder.areas.map((a) => [
      a.code,
      a.kind,
      a.name,
      a.kind === 'city' ? (known(provinces, a.parent) ? a.parent : null) : a.parent,
      a.latitude,
      a.longitude,
    ]),
  ];
  const order = ['province', 'regency', 'city', 'district', 'village'];
  for (const kind of order)
    await insert(
      client,
      'areas',
      ['area_code', 'kind', 'name', 'parent_code', 'latitude', 'longitude'],
      list.filter((row) => row[1] === kind),
    );
}

function known(provinces: readonly { code: string }[], code: string): boolean {
  return provinces.some((province) => province.code === code);
}

async function loadCodes(client: pg.ClientBase, country: CountryLists): Promise<void> {
  await rows(
    client,
    'codes',
    ['list', 'code', 'label_id', 'label_en', 'source', 'valid_from', 'valid_to', 'position', 'extra'],
    country.codes.map((c, position) => [
      c.list,
      c.code,
      c.labelId,
      c.labelEn,
      c.source,
      c.validFrom,
      c.validTo,
      position,
      JSON.stringify(c.extra),
    ]),
  );
}

type Row = readonly (string | number | boolean | null)[];

// The city column fills itself from the session.
async function rows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  list: readonly Row[],
): Promise<void> {
  await insert(client, table, columns, list);
}

async function insert(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  list: readonly Row[],
): Promise<void> {
  const width = columns.length;
  const most = Math.floor(30_000 / width);
  for (let from = 0; from < list.length; from += most) {
    const part = list.slice(from, from + most);
    const places = part
      .map((_, n) => `(${columns.map((_, c) => `$${n * width + c + 1}`).join(', ')})`)
      .join(', ');
    await client.query(
      `insert into ${table} (${columns.join(', ')}) values ${places} on conflict do nothing`,
      part.flat(),
    );
  }
}
