import { Type } from 'typebox';
import { setSetting } from '#areas/commands.ts';
import { readCitySettings } from '#areas/queries/settings.ts';
import { listAreas, listCodes, listOriginAreas, listSettings } from '#areas/queries.ts';
import { CitySettingsNow } from '#areas/schema/settings.ts';
import { Area, CityLists } from '#areas/schema.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { staffRoles } from '#platform/roles.ts';

export const routes: readonly Route[] = [
  query({
    path: '/city/lists',
    summary: 'Areas, code lists and settings of the city',
    may: staffRoles,
    input: Type.Object({}),
    result: CityLists,
    run: async (tx) => ({
      show: { areas: await listAreas(tx), codes: await listCodes(tx), settings: await listSettings(tx) },
      audit: [],
    }),
  }),
  query({
    path: '/city/origin-areas',
    summary: 'Provinces, regencies and cities of the country',
    may: staffRoles,
    input: Type.Object({}),
    result: Type.Object({ items: Type.Array(Area) }),
    run: async (tx) => ({ show: { items: await listOriginAreas(tx) }, audit: [] }),
  }),
  query({
    path: '/city/settings',
    summary: 'The numbers a city sets: what holds today, and what was set from which day',
    may: ['administrator'],
    input: Type.Object({}),
    result: CitySettingsNow,
    run: async (tx) => ({ show: await readCitySettings(tx), audit: [{ act: 'settings.read' }] }),
  }),
  accepts(setSetting),
];
