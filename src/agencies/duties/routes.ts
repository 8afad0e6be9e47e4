import { Type } from 'typebox';
import { addDuty, endDuty, setDutyPhone } from '#agencies/duties/commands.ts';
import { listDuties, listDutySummaries } from '#agencies/duties/queries.ts';
import { Duty, DutySummary } from '#agencies/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { staffRoles } from '#platform/roles.ts';
import { Code, Cursor, PageOf } from '#platform/schemas.ts';

export const dutyRoutes: readonly Route[] = [
  query({
    path: '/agencies/duty-summary',
    summary: 'Each duty, and how many agencies have it today',
    may: staffRoles,
    input: Type.Object({}),
    result: Type.Object({ items: Type.Array(DutySummary) }),
    run: async (tx, viewer, _input, world) => ({
      show: { items: await listDutySummaries(tx, cityDate(world.now(), viewer.city.timeZone)) },
      audit: [],
    }),
  }),
  query({
    path: '/agencies/duties',
    summary: 'Which agency must do what, on which legal basis, from and until when',
    may: staffRoles,
    input: Type.Object({
      dutyCode: Type.Optional(Code),
      agencyCode: Type.Optional(Code),
      after: Type.Optional(Cursor),
    }),
    result: PageOf(Duty),
    run: async (tx, _viewer, { after, ...wanted }) => {
      const found = await listDuties(tx, { ...wanted, after: readCursor(after, ['agencyCode', 'dutyId']) });
      return {
        show: pageOf(found, ({ agencyCode, dutyId }) => ({ agencyCode, dutyId })),
        audit: [],
      };
    },
  }),
  accepts(addDuty),
  accepts(endDuty),
  accepts(setDutyPhone),
];
