import { Type } from 'typebox';
import { listAgencies } from '#agencies/queries.ts';
import { listAreas, listCodes } from '#areas/queries.ts';
import { boardReaders, recordReaders } from '#indicators/access.ts';
import { requireKnown } from '#indicators/queries/asked.ts';
import { readBoard } from '#indicators/queries/board.ts';
import { readDefinitions } from '#indicators/queries/definitions.ts';
import { readMonthArea } from '#indicators/queries/met.ts';
import { foldSome } from '#indicators/queries/pending.ts';
import { type FoundRecord, listRecords } from '#indicators/queries/records.ts';
import { readShapes } from '#indicators/queries/shapes.ts';
import { codeWords, tableRows } from '#indicators/queries/table.ts';
import {
  Board,
  BoardQuestion,
  Definition,
  type FigureRecord,
  FigureRecords,
  MonthArea,
  MonthAreaQuestion,
  RecordsQuestion,
  Shapes,
  TableFile,
  TableQuestion,
} from '#indicators/schema.ts';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import type { Person } from '#persons/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import { writeCsv } from '#platform/csv.ts';
import { query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { ageClasses } from '#platform/schemas.ts';

export const routes: readonly Route[] = [
  query({
    path: '/indicators/board',
    summary: 'The city board: every figure of a period, a place, an approach and an age class',
    may: boardReaders,
    input: BoardQuestion,
    result: Board,
    run: async (tx, viewer, input, world) => ({
      show: await readBoard(tx, viewer, input, world.now()),
      audit: [],
    }),
  }),
  query({
    path: '/indicators/month-area',
    summary: 'Encounters and children by month and kelurahan of a year, from the summaries',
    may: boardReaders,
    input: MonthAreaQuestion,
    result: MonthArea,
    run: async (tx, viewer, input, world) => {
      await requireKnown(tx, input);
      const behind = await foldSome(tx);
      const year = input.year ?? cityDate(world.now(), viewer.city.timeZone).slice(0, 4);
      const wanted = input.ageClass ? [input.ageClass] : ageClasses;
      const areas = await readMonthArea(tx, year, {
        approach: input.approach ?? null,
        ageClasses: wanted,
      });
      return { show: { year, asOf: world.now().toISOString(), behind, areas }, audit: [] };
    },
  }),
  query({
    path: '/indicators/records',
    summary: 'The records behind a number, to those who may open them',
    may: recordReaders,
    input: RecordsQuestion,
    result: FigureRecords,
    run: async (tx, viewer, input, world) => {
      await foldSome(tx);
      const after = readCursor(input.after, ['month', 'key']);
      const today = cityDate(world.now(), viewer.city.timeZone);
      const page = pageOf(await listRecords(tx, viewer, { ...input, today, after }), (row) => ({
        month: row.month,
        key: row.key,
      }));
      const ids = page.items.flatMap((row) => row.person_id ?? []);
      const found = await findPersons(tx, viewer, ids);
      const { persons } = await disclosePersons(tx, viewer, found, world);
      const byId = new Map(persons.map((person) => [person.personId, person]));
      const audit = {
        act: 'figures.opened',
        on: { kind: 'figure', id: input.figure },
        persons: [...byId.keys()],
        detail: { period: input.period ?? today.slice(0, 4) },
      };
      return {
        show: { items: page.items.map((row) => recordOf(row, byId)), next: page.next },
        audit: [audit],
      };
    },
  }),
  query({
    path: '/indicators/definitions',
    summary: 'What each figure means, where it comes from',
    may: boardReaders,
    input: Type.Object({}),
    result: Type.Object({ items: Type.Array(Definition) }),
    run: async (tx) => ({ show: { items: await readDefinitions(tx) }, audit: [] }),
  }),
  query({
    path: '/indicators/table',
    summary: 'One table of the board as CSV',
    may: boardReaders,
    input: TableQuestion,
    result: TableFile,
    run: async (tx, viewer, { table, ...asked }, world) => {
      const board = await readBoard(tx, viewer, asked, world.now());
      const areas = new Map((await listAreas(tx)).map((area) => [area.areaCode, area.name]));
      const agencies = new Map(
        (await listAgencies(tx, board.today)).map((it) => [
          it.agencyCode,
          viewer.locale === 'id' ? it.nameId : it.nameEn,
        ]),
      );
      const rows = tableRows(board, table, {
        locale: viewer.locale,
        code: codeWords(await listCodes(tx), viewer.locale),
        area: (code) => areas.get(code) ?? code,
        agency: (code) => agencies.get(code) ?? code,
      });
      const name = ['rangkul', table, board.period, board.place, board.ageClass.toLowerCase()].join('-');
      const marked = viewer.city.demonstration ? [['DATA CONTOH / SAMPLE DATA'], ...rows] : rows;
      return { show: { name: `${name}.csv`, csv: writeCsv(marked) }, audit: [] };
    },
  }),
  query({
    path: '/indicators/shapes',
    summary: 'Boundaries the city brought itself; none: approximate cells are drawn',
    may: boardReaders,
    input: Type.Object({}),
    result: Shapes,
    run: async (tx) => ({ show: await readShapes(tx), audit: [] }),
  }),
];

function recordOf(row: FoundRecord, persons: ReadonlyMap<string, Person>): FigureRecord {
  return {
    key: row.key,
    person: row.person_id ? (persons.get(row.person_id) ?? null) : null,
    month: row.month.slice(0, 7),
    at: row.at?.toISOString() ?? null,
    areaCode: row.area_code,
    activity: row.activity,
    approach: row.approach,
    code: row.code,
    encounters: row.encounters,
    n: row.n,
    of: row.of_all,
    operationId: row.operation_id,
  };
}
