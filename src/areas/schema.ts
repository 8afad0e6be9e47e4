import { type Static, Type } from 'typebox';
import { AreaCode, Nullable } from '#platform/schemas.ts';

export const Area = Type.Object({
  areaCode: AreaCode,
  kind: Type.String(),
  name: Type.String(),
  parentCode: Nullable(AreaCode),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
});
export type Area = Static<typeof Area>;

export const CodeLabel = Type.Object({
  code: Type.String(),
  id: Type.String(),
  en: Type.String(),
  validFrom: Type.String(),
  validTo: Nullable(Type.String()),
  extra: Type.Record(Type.String(), Type.Unknown()),
});
export type CodeLabel = Static<typeof CodeLabel>;

/** What every screen needs of the city: areas, code lists, agencies' names are apart. */
export const CityLists = Type.Object({
  areas: Type.Array(Area),
  codes: Type.Record(Type.String(), Type.Array(CodeLabel)),
  settings: Type.Record(Type.String(), Type.Unknown()),
});
export type CityLists = Static<typeof CityLists>;
