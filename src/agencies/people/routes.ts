import { sql } from 'kysely';
import { Type } from 'typebox';
import {
  changeStaffState,
  inviteMany,
  inviteStaff,
  issueCode,
  moveStaff,
} from '#agencies/people/commands.ts';
import { listMyCodes, listPeople, openWorkOf } from '#agencies/people/queries.ts';
import { checkSheet, readSheet } from '#agencies/people/sheet.ts';
import { AdministeredStaff, SheetLine } from '#agencies/schema.ts';
import { listAreas } from '#areas/queries.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { accepts, look, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { staffRoles } from '#platform/roles.ts';
import { Cursor, PageOf, Uuid } from '#platform/schemas.ts';

const administrator = ['administrator'] as const;

export const peopleRoutes: readonly Route[] = [
  query({
    path: '/people',
    summary: 'Everybody with an account',
    may: administrator,
    input: Type.Object({ after: Type.Optional(Cursor) }),
    result: PageOf(AdministeredStaff),
    run: async (tx, viewer, input) => {
      const found = await listPeople(tx, viewer, readCursor(input.after, ['name', 'staffId']));
      return { show: pageOf(found, ({ name, staffId }) => ({ name, staffId })), audit: [] };
    },
  }),
  query({
    path: '/people/:staffId/open-work',
    summary: 'How many cases wait to be handed on',
    may: administrator,
    input: Type.Object({ staffId: Uuid }),
    result: Type.Object({ cases: Type.Integer() }),
    run: async (tx, _viewer, input) => ({ show: { cases: await openWorkOf(tx, input.staffId) }, audit: [] }),
  }),
  look({
    path: '/people/read-sheet',
    summary: 'Read a spreadsheet of desks, line by line',
    may: administrator,
    input: Type.Object(
      { file: Type.String({ maxLength: 1_000_000, pattern: '^[A-Za-z0-9+/=]*$' }) },
      { additionalProperties: false },
    ),
    result: Type.Object({ lines: Type.Array(SheetLine) }),
    run: async (tx, _viewer, input) => {
      const rows = await readSheet(Buffer.from(input.file, 'base64'));
      return { show: { lines: checkSheet(rows, await desksOf(tx)) }, audit: [] };
    },
  }),
  query({
    path: '/session/codes',
    summary: 'One-time codes made for one’s own account',
    may: staffRoles,
    input: Type.Object({}),
    result: Type.Object({
      items: Type.Array(
        Type.Object({
          purpose: Type.String(),
          madeAt: Type.String(),
          usedAt: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
    }),
    run: async (tx) => ({ show: { items: await listMyCodes(tx) }, audit: [] }),
  }),
  accepts(inviteStaff),
  accepts(inviteMany),
  accepts(moveStaff),
  accepts(changeStaffState),
  accepts(issueCode),
];

async function desksOf(tx: Tx) {
  const agencies = await sql<{ agency_code: string; kind: string }>`
    select agency_code, kind from agencies where city = (select app.city()) and valid_to is null`.execute(tx);
  const taken = await sql<{
    username: string;
  }>`select username from staff where city = (select app.city())`.execute(tx);
  return {
    kinds: new Map(agencies.rows.map((row) => [row.agency_code, row.kind])),
    areas: new Set((await listAreas(tx)).map((area) => area.areaCode)),
    taken: new Set(taken.rows.map((row) => row.username)),
  };
}
