import { Type } from 'typebox';
import { dutyRoutes } from '#agencies/duties/routes.ts';
import { peopleRoutes } from '#agencies/people/routes.ts';
import { listAgencies, listStaff } from '#agencies/queries.ts';
import { Agency, StaffMember } from '#agencies/schema.ts';
import { chooseLocale } from '#agencies/session/locale.ts';
import { cityDate } from '#platform/calendar.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { staffRoles } from '#platform/roles.ts';

export const routes: readonly Route[] = [
  ...peopleRoutes,
  ...dutyRoutes,
  accepts(chooseLocale),
  query({
    path: '/agencies',
    summary: 'Agencies and bodies of the city',
    may: staffRoles,
    input: Type.Object({}),
    result: Type.Object({ items: Type.Array(Agency) }),
    run: async (tx, viewer, _input, world) => ({
      show: { items: await listAgencies(tx, cityDate(world.now(), viewer.city.timeZone)) },
      audit: [],
    }),
  }),
  query({
    path: '/staff',
    summary: 'Colleagues at work',
    may: staffRoles,
    input: Type.Object({}),
    result: Type.Object({ items: Type.Array(StaffMember) }),
    run: async (tx) => ({ show: { items: await listStaff(tx) }, audit: [] }),
  }),
];
