import { Type } from 'typebox';
import { readers } from '#operations/access.ts';
import { addLegalBasis, correctLegalBasis, retireLegalBasis } from '#operations/commands/legal-bases.ts';
import { changeOperation, planOperation } from '#operations/commands/plan.ts';
import { addTeamMember, cancelOperation, closeOperation, startOperation } from '#operations/commands/run.ts';
import { findReport } from '#operations/queries/reported.ts';
import { findOperation, findTies, listLegalBases, listOperations } from '#operations/queries.ts';
import { OperationReportAnswer } from '#operations/schema/reported.ts';
import { LegalBasis, Operation, OperationPage, operationStates } from '#operations/schema.ts';
import { addDays, startOfCityDay } from '#platform/calendar.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { problem } from '#platform/problems.ts';
import { staffRoles } from '#platform/roles.ts';
import { Cursor, Day, OneOf, Uuid } from '#platform/schemas.ts';

export const routes: readonly Route[] = [
  query({
    path: '/operations',
    summary: 'Operations of the city, latest first',
    may: readers,
    input: Type.Object({
      state: Type.Optional(OneOf([...operationStates, 'current'] as const)),
      mine: Type.Optional(OneOf(['true'] as const)),
      day: Type.Optional(Day),
      after: Type.Optional(Cursor),
    }),
    result: OperationPage,
    run: async (tx, viewer, input) => {
      const zone = viewer.city.timeZone;
      const found = await listOperations(
        tx,
        {
          states: input.state === 'current' ? ['planned', 'under_way'] : input.state ? [input.state] : null,
          mine: input.mine === 'true',
          on: input.day
            ? { from: startOfCityDay(input.day, zone), to: startOfCityDay(addDays(input.day, 1), zone) }
            : null,
        },
        readCursor(input.after, ['at', 'operationId']),
      );
      const page = pageOf(found, (row) => ({ at: row.plannedFrom, operationId: row.operationId }));
      return { show: page, audit: [] };
    },
  }),
  query({
    path: '/operations/:operationId',
    summary: 'One operation: team, sites, legal bases, how many were met',
    may: readers,
    input: Type.Object({ operationId: Uuid }),
    result: Operation,
    run: async (tx, viewer, input) => {
      const found = await findOperation(tx, viewer, input.operationId);
      if (!found) throw problem('not-found');
      return { show: found, audit: [] };
    },
  }),
  query({
    path: '/operations/:operationId/report',
    summary: 'What a source reported of an operation; none when it was run here',
    may: readers,
    input: Type.Object({ operationId: Uuid }),
    result: OperationReportAnswer,
    run: async (tx, _viewer, input) => {
      if (!(await findTies(tx, input.operationId))) throw problem('not-found');
      return { show: { report: await findReport(tx, input.operationId) }, audit: [] };
    },
  }),
  query({
    path: '/legal-bases',
    summary: 'The dated list of legal bases',
    may: staffRoles,
    input: Type.Object({}),
    result: Type.Object({ items: Type.Array(LegalBasis) }),
    run: async (tx) => ({ show: { items: await listLegalBases(tx) }, audit: [] }),
  }),
  accepts(planOperation),
  accepts(changeOperation),
  accepts(startOperation),
  accepts(addTeamMember),
  accepts(closeOperation),
  accepts(cancelOperation),
  accepts(addLegalBasis),
  accepts(correctLegalBasis),
  accepts(retireLegalBasis),
];
