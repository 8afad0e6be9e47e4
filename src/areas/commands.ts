import { sql } from 'kysely';
import { settingWhile } from '#areas/queries/settings.ts';
import { requireCode } from '#areas/queries.ts';
import { farthestDays, ruleOf, type SettingCode, warnsTooLate } from '#areas/rules/settings.ts';
import { SetSetting, SettingSet } from '#areas/schema/settings.ts';
import { addDays, cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'setting-out-of-bounds': {
    status: 422,
    id: 'Angka ini di luar batas: antara {least} dan {most}.',
    en: 'This number is out of bounds: between {least} and {most}.',
  },
  'setting-day': {
    status: 422,
    id: 'Berlaku paling cepat hari ini, dan paling lambat dalam lima tahun: yang sudah lewat tidak diubah.',
    en: 'In force today at the earliest, and within five years: what is past is not changed.',
  },
  'setting-warns-too-late': {
    status: 422,
    id: 'Peringatan penjagaan harus mulai sebelum batasnya: batas {hours} jam, peringatan dari {minutes} menit.',
    en: 'Custody must warn before its limit: limit {hours} hours, warning from {minutes} minutes.',
  },
});

type Kept = {
  readonly setting: string;
  readonly part?: string | undefined;
  readonly value: number;
  readonly validFrom: string;
  readonly basis: string;
};

/** Keeps what the city sets from a day on, beside all it set before. */
export async function keepSetting(tx: Tx, it: Kept): Promise<void> {
  await sql`
    insert into setting_terms (setting, part, valid_from, value, basis)
    values (${it.setting}, ${it.part ?? ''}, ${it.validFrom}::date, ${it.value}, ${it.basis})`.execute(tx);
}

/**
 * Sets a number of the city from a day on. Clocks that run on that day follow it, also those begun before; a due day
 * that was given out (an assessment, a referral) and what is over stay as they are.
 */
export const setSetting = command({
  name: 'areas/set-setting',
  summary: 'Set a number of the city from a day on',
  may: ['administrator'],
  input: SetSetting,
  result: SettingSet,
  audit: (input, result) => ({
    act: 'setting.set',
    on: { kind: 'setting', id: input.setting },
    detail: { ...result, basis: input.basis },
  }),
  run: async (tx, viewer, input, sent) => {
    const { setting, part, value, validFrom } = input;
    const { least, most, byDuty, per } = ruleOf(setting);
    if (Boolean(byDuty) !== (part !== undefined)) throw problem('input-invalid', { field: 'setting' });
    if (value < least || value > most)
      throw problem('setting-out-of-bounds', { field: 'value', least, most });
    const today = cityDate(sent.world.now(), viewer.city.timeZone);
    if (validFrom < today || validFrom > addDays(today, farthestDays))
      throw problem('setting-day', { field: 'validFrom' });
    if (part) await requireCode(tx, { list: 'duty', code: part, day: validFrom, field: 'setting' });
    await refuseLateWarning(tx, { setting, value, validFrom });
    await keepSetting(tx, { ...input, value: value / (per ?? 1) });
    return { setting, ...(part ? { part } : {}), value, validFrom };
  },
});

// The other of the two clocks may change while this number holds: a limit set for tomorrow can fall behind a warning
// that was set for next week.
async function refuseLateWarning(
  tx: Tx,
  it: { setting: SettingCode; value: number; validFrom: string },
): Promise<void> {
  if (it.setting !== 'holdLimitHours' && it.setting !== 'holdWarnFromMinutes') return;
  const isLimit = it.setting === 'holdLimitHours';
  const others = await settingWhile(tx, isLimit ? 'holdWarnFromMinutes' : 'holdLimitHours', {
    other: it.setting,
    day: it.validFrom,
  });
  for (const other of others) {
    const [hours, minutes] = isLimit ? [it.value, other] : [other, it.value];
    if (warnsTooLate(hours, minutes))
      throw problem('setting-warns-too-late', { field: 'value', hours, minutes });
  }
}
