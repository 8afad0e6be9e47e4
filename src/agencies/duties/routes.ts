import { Type } from 'typebox';
import { addDuty, endDuty, setDutyPhone } from '#agencies/duties/commands.ts';
import { guidePage, matrixPage } from '#agencies/duties/pages.ts';
import { listDuties, listDutyChanges, listDutySummaries, readDutyMatrix } from '#agencies/duties/queries.ts';
import { openDesk } from '#agencies/queries/desk.ts';
import { Duty, DutyChange, DutyMatrix, DutySummary } from '#agencies/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import { accepts, printPage, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { staffRoles } from '#platform/roles.ts';
import { Code, Cursor, Day, PageOf, PageQuery } from '#platform/schemas.ts';

const OnDay = Type.Object({ day: Type.Optional(Day) });

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
  query({
    path: '/agencies/duty-matrix',
    summary: 'Every agency against every duty the city needs, on a day',
    may: staffRoles,
    input: OnDay,
    result: DutyMatrix,
    run: async (tx, viewer, input, world) => ({
      show: await readDutyMatrix(tx, input.day ?? cityDate(world.now(), viewer.city.timeZone)),
      audit: [],
    }),
  }),
  query({
    path: '/agencies/duty-changes',
    summary: 'Who changed the duties of agencies, what and when',
    may: staffRoles,
    input: PageQuery,
    result: PageOf(DutyChange),
    run: async (tx, _viewer, { after }) => {
      const found = await listDutyChanges(tx, readCursor(after, ['changeId'])?.changeId ?? null);
      return { show: pageOf(found, ({ changeId }) => ({ changeId })), audit: [] };
    },
  }),
  printPage({
    path: '/agencies/duty-matrix/print',
    summary: 'The matrix of duties on paper',
    may: staffRoles,
    input: OnDay,
    run: async (tx, viewer, input, world) => {
      const day = input.day ?? cityDate(world.now(), viewer.city.timeZone);
      const show = matrixPage(await openDesk(tx, viewer, world), await readDutyMatrix(tx, day));
      return { show, audit: [{ act: 'duty-matrix.printed', on: { kind: 'duty-matrix', id: day } }] };
    },
  }),
  printPage({
    path: '/agencies/:agencyCode/guide',
    summary: 'What one body must do, with whom and on which basis, on one sheet',
    may: staffRoles,
    input: Type.Object({ agencyCode: Code }),
    run: async (tx, viewer, { agencyCode }, world) => {
      const day = cityDate(world.now(), viewer.city.timeZone);
      const show = guidePage(
        await openDesk(tx, viewer, world),
        await readDutyMatrix(tx, day, agencyCode),
        agencyCode,
      );
      return { show, audit: [{ act: 'duty-guide.printed', on: { kind: 'agency', id: agencyCode } }] };
    },
  }),
  accepts(addDuty),
  accepts(endDuty),
  accepts(setDutyPhone),
];
