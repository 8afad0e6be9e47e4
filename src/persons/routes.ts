import { Type } from 'typebox';
import { childRoles } from '#persons/access.ts';
import { identifyPerson, stateAge } from '#persons/commands.ts';
import { metBeforeRoutes } from '#persons/met-before/routes.ts';
import { listPersons, placeSeal } from '#persons/queries/list.ts';
import { lastMetFirst } from '#persons/queries/own-contacts.ts';
import { disclosePersons, findPersons, openPerson } from '#persons/queries.ts';
import { FoundPersons, PersonPage, PersonRecord, SearchPersons } from '#persons/schema.ts';
import { searchPersons } from '#persons/search.ts';
import { accepts, look, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { problem } from '#platform/problems.ts';
import { Cursor, Uuid } from '#platform/schemas.ts';

export const routes: readonly Route[] = [
  query({
    path: '/persons',
    summary: 'Persons the viewer has a standing towards, last met first as far as the viewer may know',
    may: childRoles,
    input: Type.Object({ after: Type.Optional(Cursor) }),
    result: PersonPage,
    run: async (tx, viewer, input, world) => {
      const seal = placeSeal(viewer, world);
      const found = await listPersons(tx, viewer, readCursor(input.after, ['at', 'personId'], seal));
      const page = pageOf(found, (row) => ({ at: row.at, personId: row.person_id }), seal);
      const { persons, shown } = await disclosePersons(tx, viewer, page.items, world);
      return {
        show: { items: lastMetFirst(persons), next: page.next },
        audit: [{ act: 'persons.listed', persons: shown }],
      };
    },
  }),
  look({
    path: '/persons/search',
    summary: 'Persons by name, among those whose name the viewer may read',
    may: childRoles.filter((role) => role !== 'coordinator'),
    input: SearchPersons,
    result: FoundPersons,
    run: async (tx, viewer, input, world) => {
      const { items, more, shown } = await searchPersons(tx, viewer, { text: input.text, world });
      return { show: { items, more }, audit: [{ act: 'persons.searched', persons: shown }] };
    },
  }),
  query({
    path: '/persons/:personId',
    summary: 'One person, as the viewer may know them',
    may: childRoles,
    input: Type.Object({ personId: Uuid }),
    result: PersonRecord,
    run: async (tx, viewer, input, world) => {
      const [row] = await findPersons(tx, viewer, [input.personId]);
      if (!row) throw problem('not-found');
      const record = await openPerson(tx, viewer, row, world);
      return {
        show: record,
        audit: [
          {
            act: 'person.opened',
            on: { kind: 'person', id: input.personId },
            persons: [input.personId],
            detail: { as: record.person.standing },
          },
        ],
      };
    },
  }),
  ...metBeforeRoutes,
  accepts(identifyPerson),
  accepts(stateAge),
];
