import { Type } from 'typebox';
import { readers, recorders } from '#encounters/access.ts';
import { sayOutcome } from '#encounters/commands/outcome.ts';
import { recordEncounter } from '#encounters/commands/record.ts';
import {
  findEncounter,
  listEncounters,
  listPoints,
  openEncounter,
  presentEncounters,
} from '#encounters/queries.ts';
import { Encounter, EncounterPage, OperationPoints } from '#encounters/schema.ts';
import { addDays, startOfCityDay } from '#platform/calendar.ts';
import { accepts, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { problem } from '#platform/problems.ts';
import { Cursor, Day, Uuid } from '#platform/schemas.ts';

export const routes: readonly Route[] = [
  query({
    path: '/encounters',
    summary: 'Encounters of an operation, a person or a day, latest first',
    may: readers,
    input: Type.Object({
      operationId: Type.Optional(Uuid),
      personId: Type.Optional(Uuid),
      day: Type.Optional(Day),
      after: Type.Optional(Cursor),
    }),
    result: EncounterPage,
    run: async (tx, viewer, input, world) => {
      const zone = viewer.city.timeZone;
      const filter = {
        operationId: input.operationId,
        personId: input.personId,
        from: input.day ? startOfCityDay(input.day, zone) : undefined,
        to: input.day ? startOfCityDay(addDays(input.day, 1), zone) : undefined,
      };
      const found = await listEncounters(tx, viewer, filter, readCursor(input.after, ['at', 'encounterId']));
      const page = pageOf(found, (row) => ({
        at: row.occurred_at.toISOString(),
        encounterId: row.encounter_id,
      }));
      const { items, shown } = await presentEncounters(tx, viewer, page.items, world);
      return { show: { items, next: page.next }, audit: [{ act: 'encounters.listed', persons: shown }] };
    },
  }),
  query({
    path: '/encounters/:encounterId',
    summary: 'One encounter, as the viewer may know it',
    may: readers,
    input: Type.Object({ encounterId: Uuid }),
    result: Encounter,
    run: async (tx, viewer, input, world) => {
      const found = await findEncounter(tx, viewer, input.encounterId);
      if (!found) throw problem('not-found');
      const { row } = found;
      const { items } = await presentEncounters(tx, viewer, [row], world);
      const [item] = items;
      if (!item) throw problem('not-found');
      return {
        show: await openEncounter(tx, viewer, found, item),
        audit: [
          {
            act: 'encounter.opened',
            on: { kind: 'encounter', id: input.encounterId },
            persons: [row.person_id],
            detail: { as: item.person.standing },
          },
        ],
      };
    },
  }),
  query({
    path: '/operations/:operationId/points',
    summary: 'Where an operation met people: rounded points for its team',
    may: recorders,
    input: Type.Object({ operationId: Uuid }),
    result: OperationPoints,
    run: async (tx, _viewer, input) => ({
      show: { items: await listPoints(tx, input.operationId) },
      audit: [],
    }),
  }),
  accepts(recordEncounter),
  accepts(sayOutcome),
];
