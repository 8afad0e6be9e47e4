/**
 * The numbers a city's administrator sets, in the order in which they are shown: what a figure counts, and between which
 * bounds. The database holds the same bounds. `per`: stored as a share, shown in percent. `byDuty`: one number for each
 * duty. How long data are kept is set at *Retensi*; what gives a figure of the board its meaning, or needs more than a
 * number (weekdays, visits, who reads complaints), stays as the city's folder brought it.
 */
export const settingRules = [
  { setting: 'holdLimitHours', unit: 'hours', least: 1, most: 72 },
  { setting: 'holdWarnFromMinutes', unit: 'minutes', least: 5, most: 1440 },
  { setting: 'matchLooksPerOfficerPerDay', unit: 'looks', least: 1, most: 1000 },
  { setting: 'breakGlassHours', unit: 'hours', least: 1, most: 4 },
  { setting: 'intakeHours', unit: 'hours', least: 1, most: 168 },
  { setting: 'assessmentWorkingDays', unit: 'workingDays', least: 1, most: 30 },
  { setting: 'referralWorkingDays', unit: 'workingDays', least: 1, most: 60 },
  { setting: 'referralWorkingDaysByDuty', unit: 'workingDays', least: 1, most: 60, byDuty: true },
  { setting: 'referralEscalateAfterWorkingDays', unit: 'workingDays', least: 1, most: 30 },
  { setting: 'escalateKabagAfterDays', unit: 'days', least: 1, most: 30 },
  { setting: 'escalateAsistenAfterDays', unit: 'days', least: 2, most: 90 },
  { setting: 'escalateSekdaAfterDays', unit: 'days', least: 3, most: 180 },
  { setting: 'targetHandoverHours', unit: 'hours', least: 1, most: 72 },
  { setting: 'targetAssessedShare', unit: 'percent', least: 0, most: 100, per: 100 },
  { setting: 'targetReferralShare', unit: 'percent', least: 0, most: 100, per: 100 },
  { setting: 'oneTimeCodeHours', unit: 'hours', least: 1, most: 24 },
  { setting: 'sessionIdleMinutes', unit: 'minutes', least: 5, most: 240 },
  { setting: 'sessionAbsoluteHours', unit: 'hours', least: 1, most: 24 },
] as const satisfies readonly SettingRule[];

type SettingRule = {
  readonly setting: string;
  readonly unit: 'hours' | 'minutes' | 'looks' | 'workingDays' | 'days' | 'percent';
  readonly least: number;
  readonly most: number;
  readonly byDuty?: true;
  readonly per?: number;
};
export type SettingCode = (typeof settingRules)[number]['setting'];

/** The rule of a setting. */
export function ruleOf(setting: SettingCode): SettingRule {
  const found = settingRules.find((it) => it.setting === setting);
  if (!found) throw new Error(`no rule for the setting ${setting}`);
  return found;
}

/** How far ahead a city may set a number. */
export const farthestDays = 5 * 366;

/** A clock that warns from the first hour is of no use once the limit has passed. */
export function warnsTooLate(holdLimitHours: number, holdWarnFromMinutes: number): boolean {
  return holdWarnFromMinutes >= holdLimitHours * 60;
}
