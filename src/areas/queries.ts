import { sql } from 'kysely';
import { Value } from 'typebox/value';
import { needsMoreWords } from '#areas/rules.ts';
import type { Area, CodeLabel } from '#areas/schema.ts';
import type { WorkingCalendar } from '#platform/calendar.ts';
import { Letterhead } from '#platform/city-folder/schema.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

/** The kecamatan and kelurahan of the viewer's city, in the order of their codes. */
export async function listAreas(tx: Tx): Promise<Area[]> {
  const found = await sql<Area>`
    select area_code as "areaCode", kind, name, parent_code as "parentCode", latitude, longitude
      from areas
     where area_code = (select app.city()) or area_code like (select app.city()) || '.%'
     order by area_code`.execute(tx);
  return found.rows;
}

/** Provinces and regencies of the country, for the origin of a person. */
export async function listOriginAreas(tx: Tx): Promise<Area[]> {
  const found = await sql<Area>`
    select area_code as "areaCode", kind, name, parent_code as "parentCode", latitude, longitude
      from areas
     where kind in ('province', 'regency', 'city')
     order by area_code`.execute(tx);
  return found.rows;
}

/** Every dated code list of the city, retired codes included (old records still show their label). */
export async function listCodes(tx: Tx): Promise<Record<string, CodeLabel[]>> {
  const found = await sql<CodeLabel & { list: string }>`
    select list, code, label_id as id, label_en as en, valid_from as "validFrom", valid_to as "validTo", extra
      from codes
     where city = (select app.city())
     order by list, position, code`.execute(tx);
  const lists: Record<string, CodeLabel[]> = {};
  for (const { list, ...code } of found.rows) {
    lists[list] ??= [];
    lists[list].push(code);
  }
  return lists;
}

/** The city's settings by key, as they hold today: what it came with, or what it set since. */
export async function listSettings(tx: Tx): Promise<Record<string, unknown>> {
  const found = await sql<{
    key: string;
    value: unknown;
  }>`select key, value from settings_today where city = (select app.city())`.execute(tx);
  return Object.fromEntries(found.rows.map((row) => [row.key, row.value]));
}

/** One numeric setting as it holds today; throws when the city has none, since a missing limit must not become no limit. */
export async function numberSetting(tx: Tx, key: string): Promise<number> {
  const found = await sql<{
    value: unknown;
  }>`select value from settings_today where city = (select app.city()) and key = ${key}`.execute(tx);
  const value = found.rows[0]?.value;
  if (typeof value !== 'number') throw new Error(`setting ${key} is not a number`);
  return value;
}

/** What stands above a letter of the city; throws when the city has none. */
export async function readLetterhead(tx: Tx): Promise<Letterhead> {
  const found = await sql<{ value: unknown }>`
    select value from settings where city = (select app.city()) and key = 'letterhead'`.execute(tx);
  const value = found.rows[0]?.value;
  if (!Value.Check(Letterhead, value)) throw new Error('the city has no letterhead');
  return value;
}

/** The codes of a list that are valid on a day, with what the city's list says of each. */
export async function codesOn(tx: Tx, list: string, day: string): Promise<Map<string, CodeLabel>> {
  const found = await sql<CodeLabel>`
    select code, label_id as id, label_en as en, valid_from as "validFrom", valid_to as "validTo", extra
      from codes
     where city = (select app.city()) and list = ${list} and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
     order by position, code`.execute(tx);
  return new Map(found.rows.map((row) => [row.code, row]));
}

/**
 * Refuses a code that its list does not hold on the day, and one that says nothing by itself without `words` beside it;
 * answers what the list says of it.
 */
export async function requireCode(
  tx: Tx,
  wanted: {
    readonly list: string;
    readonly code: string;
    readonly day: string;
    readonly field: string;
    readonly words?: { readonly text: string | undefined; readonly field: string };
  },
): Promise<CodeLabel> {
  const { list, field, words } = wanted;
  const found = (await codesOn(tx, list, wanted.day)).get(wanted.code);
  if (!found) throw problem('code-not-valid', { field, list });
  if (words && needsMoreWords(found.extra, words.text))
    throw problem('words-missing', { field: words.field });
  return found;
}

/** Refuses an area that is not a kelurahan or kecamatan of the viewer's city. */
export async function isAreaOfCity(tx: Tx, areaCode: string): Promise<boolean> {
  const found = await sql<{ ok: boolean }>`
    select exists (select 1 from areas where area_code = ${areaCode} and area_code like (select app.city()) || '.%') as ok`.execute(
    tx,
  );
  return found.rows[0]?.ok ?? false;
}

/** The working days of the city: its weekdays, without the holidays of the country and its own. */
export async function cityCalendar(tx: Tx, timeZone: string): Promise<WorkingCalendar> {
  const found = await sql<{ weekdays: unknown; holidays: string[] | null }>`
    select (select value from settings where city = (select app.city()) and key = 'workingWeekdays') as weekdays,
           (select array_agg(day::text) from holidays where city = (select app.city())) as holidays`.execute(
    tx,
  );
  const weekdays = found.rows[0]?.weekdays;
  return {
    timeZone,
    weekdays: Array.isArray(weekdays) ? weekdays.map(Number) : [1, 2, 3, 4, 5],
    holidays: new Set(found.rows[0]?.holidays ?? []),
  };
}

/** The fields whose code is not in its list on a day, each once. */
export async function findInvalidCodes(
  tx: Tx,
  wanted: readonly { list: string; code: string; field: string }[],
  day: string,
): Promise<string[]> {
  const found = await sql<{ field: string }>`
    select distinct w.field
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (list text, code text, field text)
     where not exists (
       select 1 from codes c
        where c.city = (select app.city()) and c.list = w.list and c.code = w.code
          and c.valid_from <= ${day}::date and (c.valid_to is null or c.valid_to >= ${day}::date))`.execute(
    tx,
  );
  return found.rows.map((row) => row.field);
}

/** The name of an area of the country, with the area above it: "Pariaman, Sumatera Barat". */
export async function findAreaName(tx: Tx, areaCode: string): Promise<string | null> {
  const found = await sql<{ name: string }>`
    select concat_ws(', ', a.name, above.name) as name
      from areas a
      left join areas above on above.area_code = a.parent_code
     where a.area_code = ${areaCode}`.execute(tx);
  return found.rows[0]?.name ?? null;
}
