import { type Static, Type } from 'typebox';
import { settingRules } from '#areas/rules/settings.ts';
import { Code, Day, Instant, Line, Nullable, OneOf } from '#platform/schemas.ts';

const setting = OneOf(settingRules.map((it) => it.setting));
/** The duty a number is for, where each duty has its own. */
const part = Type.Optional(Code);

/** A number of the city as it holds today. */
export const SettingState = Type.Object({
  setting,
  part,
  value: Type.Integer(),
  /** False while it is what came with the city's folder. */
  setByCity: Type.Boolean(),
  since: Nullable(Day),
});
export type SettingState = Static<typeof SettingState>;

/** What the city has set, from which day, why and by whom; a day to come is not yet in force. */
export const SettingTerm = Type.Object({
  setting,
  part,
  value: Type.Integer(),
  validFrom: Day,
  basis: Type.String(),
  setBy: Type.String(),
  setAt: Instant,
});
export type SettingTerm = Static<typeof SettingTerm>;

export const CitySettingsNow = Type.Object({
  today: Day,
  items: Type.Array(SettingState),
  terms: Type.Array(SettingTerm),
});
export type CitySettingsNow = Static<typeof CitySettingsNow>;

export const SetSetting = Type.Object(
  {
    setting,
    part,
    value: Type.Integer({ minimum: 0, maximum: 10_000 }),
    validFrom: Day,
    basis: Line(300, 3),
  },
  { additionalProperties: false },
);
export const SettingSet = Type.Object({ setting, part, value: Type.Integer(), validFrom: Day });
