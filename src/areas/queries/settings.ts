import { sql } from 'kysely';
import { ruleOf, type SettingCode, settingRules } from '#areas/rules/settings.ts';
import type { CitySettingsNow, SettingState, SettingTerm } from '#areas/schema/settings.ts';
import type { Tx } from '#platform/database/transaction.ts';

const codes = settingRules.map((it) => it.setting);

type Now = { setting: SettingCode; value: number; part: string; since: string | null; today: string };

/** Each number the administrator may set: what holds today, and everything the city has set so far. */
export async function readCitySettings(tx: Tx): Promise<CitySettingsNow> {
  const found = await sql<Now>`
    select n.key as setting, p.part, (p.value #>> '{}')::float8 as value,
           (select max(t.valid_from) from setting_terms t
             where t.city = n.city and t.setting = n.key and t.part = p.part
               and t.valid_from <= (select app.city_day()))::text as since,
           (select app.city_day())::text as today
      from settings_today n
     cross join lateral jsonb_each(
             case jsonb_typeof(n.value) when 'object' then n.value else jsonb_build_object('', n.value) end)
           with ordinality as p (part, value, position)
     where n.city = (select app.city()) and n.key = any (${codes}::text[])
     order by array_position(${codes}::text[], n.key), p.position`.execute(tx);
  const items = found.rows.map(
    ({ setting, part, value, since }): SettingState => ({
      setting,
      ...(part ? { part } : {}),
      value: shown(setting, value),
      setByCity: since !== null,
      since,
    }),
  );
  return { today: found.rows[0]?.today ?? '', items, terms: await listSettingTerms(tx) };
}

/** What a number was set to for a day, or comes to by then from what was set before. */
async function settingOn(tx: Tx, setting: SettingCode, day: string): Promise<number> {
  const found = await sql<{ value: number }>`
    select coalesce(
             (select t.value from setting_terms t
               where t.city = s.city and t.setting = s.key and t.part = '' and t.valid_from <= ${day}::date
               order by t.valid_from desc, t.set_at desc limit 1),
             (s.value #>> '{}')::numeric)::float8 as value
      from settings s
     where s.city = (select app.city()) and s.key = ${setting}`.execute(tx);
  const value = found.rows[0]?.value;
  if (value === undefined) throw new Error(`setting ${setting} is missing`);
  return value;
}

/** What a number comes to from a day on, each time it changes, until a later term of the `other` number begins. */
export async function settingWhile(
  tx: Tx,
  setting: SettingCode,
  { other, day }: { other: SettingCode; day: string },
): Promise<number[]> {
  const found = await sql<{ value: number }>`
    select distinct on (t.valid_from) t.value::float8 as value
      from setting_terms t
     where t.city = (select app.city()) and t.setting = ${setting} and t.part = '' and t.valid_from > ${day}::date
       and t.valid_from < coalesce(
             (select min(o.valid_from) from setting_terms o
               where o.city = t.city and o.setting = ${other} and o.part = '' and o.valid_from > ${day}::date), 'infinity')
     order by t.valid_from, t.set_at desc`.execute(tx);
  return [await settingOn(tx, setting, day), ...found.rows.map((row) => row.value)];
}

async function listSettingTerms(tx: Tx): Promise<SettingTerm[]> {
  const found = await sql<Omit<SettingTerm, 'setAt' | 'part'> & { part: string; setAt: Date }>`
    select t.setting, t.part, t.value::float8 as value, t.valid_from::text as "validFrom", t.basis, t.set_at as "setAt", coalesce(s.name, '') as "setBy"
      from setting_terms t
      left join staff s on s.city = t.city and s.staff_id = t.set_by
     where t.city = (select app.city()) and t.setting = any (${codes}::text[])
     order by t.valid_from desc, t.set_at desc
     limit 500`.execute(tx);
  return found.rows.map(({ part, ...row }) => ({
    ...row,
    ...(part ? { part } : {}),
    value: shown(row.setting, row.value),
    setAt: row.setAt.toISOString(),
  }));
}

function shown(setting: SettingCode, value: number): number {
  return Math.round(value * (ruleOf(setting).per ?? 1));
}
