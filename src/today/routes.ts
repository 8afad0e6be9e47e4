import { Type } from 'typebox';
import { childRoles } from '#persons/access.ts';
import { findPersons } from '#persons/queries.ts';
import { query, type Route } from '#platform/http/routes.ts';
import { readCursor } from '#platform/paging.ts';
import { problem } from '#platform/problems.ts';
import { staffRoles } from '#platform/roles.ts';
import { Cursor, Uuid } from '#platform/schemas.ts';
import { readFigures } from '#today/queries/figures.ts';
import { readLifeline } from '#today/queries/lifeline.ts';
import { countToday, listToday } from '#today/queries/today.ts';
import { Lifeline } from '#today/schema/lifeline.ts';
import { Today, Waiting } from '#today/schema/today.ts';

export const routes: readonly Route[] = [
  query({
    path: '/today',
    summary: 'What needs the viewer, by its clock; late first',
    may: staffRoles,
    input: Type.Object({ after: Type.Optional(Cursor) }),
    result: Today,
    run: async (tx, viewer, input, world) => {
      const after = readCursor(input.after, ['at', 'key']);
      const { items, next, waiting, shown } = await listToday(tx, viewer, { after, world });
      const figures = after ? {} : await readFigures(tx, viewer, world);
      const audit = shown.length > 0 ? [{ act: 'today.listed', persons: shown }] : [];
      return { show: { items, next, waiting, figures }, audit };
    },
  }),
  query({
    path: '/today/waiting',
    summary: 'How many things need the viewer, by kind',
    may: staffRoles,
    input: Type.Object({}),
    result: Waiting,
    run: async (tx, viewer, _input, world) => ({ show: await countToday(tx, viewer, world), audit: [] }),
  }),
  query({
    path: '/persons/:personId/lifeline',
    summary: 'One child through time, each part as the viewer may know it',
    may: childRoles,
    input: Type.Object({ personId: Uuid }),
    result: Lifeline,
    run: async (tx, viewer, input, world) => {
      const [row] = await findPersons(tx, viewer, [input.personId]);
      if (!row) throw problem('not-found');
      return {
        show: await readLifeline(tx, viewer, row, world),
        audit: [
          {
            act: 'person.lifeline-read',
            on: { kind: 'person', id: input.personId },
            persons: [input.personId],
            detail: { as: row.standings },
          },
        ],
      };
    },
  }),
];
