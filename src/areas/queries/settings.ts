import { sql } from 'kysely';
import { ruleOf, type SettingCode, settingRules } from '#areas/rules/settings.ts';
import type { CitySettingsNow, SettingState, SettingTerm } from '#areas/schema/settings.ts';
import type { Tx } from '#platform/database/transaction.ts';

const codes = settingRules.map((it) => it.setting);

/** Each number the administrator may set: what holds today, and everything the city has set so far. */
export async function readCitySettings(tx: Tx): Promise<CitySettingsNow> {
  const found = await sql<{ setting: SettingCode; value: number | Record<string, number>; today: string }>`
    select key as setting, value, (select app.city_day())::text as today
      from settings_today
     where city = (select app.city()) and key = any (${codes}::text[])
     order by array_position(${codes}::text[], key)`.execute(tx);
  const today = found.rows[0]?.today ?? '';
  const terms = await listSettingTerms(tx);
  const stateOf = (setting: SettingCode, value: number, part?: string): SettingState => {
    const inForce = terms.find((it) => it.setting === setting && it.part === part && it.validFrom <= today);
    return {
      setting,
      ...(part ? { part } : {}),
      value: shown(setting, value),
      setByCity: inForce !== undefined,
      since: inForce?.validFrom ?? null,
    };
  };
  const items = found.rows.flatMap(({ setting, value }) =>
    typeof value === 'number'
      ? [stateOf(setting, value)]
      : Object.entries(value).map(([part, days]) => stateOf(setting, days, part)),
  );
  return { today, items, terms };
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
