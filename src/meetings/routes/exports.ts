import { Type } from 'typebox';
import { allowExport, askExport, refuseExport } from '#meetings/commands/exports.ts';
import { exportRoles, listExports, openExport } from '#meetings/queries/exports.ts';
import { NamedExport } from '#meetings/schema/documents.ts';
import { ExportList } from '#meetings/schema/exports.ts';
import { readFileOn } from '#platform/files/files.ts';
import { accepts, printPage, query, type Route } from '#platform/http/routes.ts';
import { problem } from '#platform/problems.ts';
import { Uuid } from '#platform/schemas.ts';

export const exportRoutes: readonly Route[] = [
  query({
    path: '/exports',
    summary: 'Files with names that were asked for: of the own agency, or of all for an administrator',
    may: exportRoles,
    input: Type.Object({}),
    result: ExportList,
    run: async (tx, viewer) => ({ show: { items: await listExports(tx, viewer) }, audit: [] }),
  }),
  query({
    path: '/exports/:exportId',
    summary: 'How far a file with names is',
    may: exportRoles,
    input: Type.Object({ exportId: Uuid }),
    result: NamedExport,
    run: async (tx, viewer, { exportId }) => ({ show: await openExport(tx, viewer, exportId), audit: [] }),
  }),
  printPage({
    path: '/exports/:exportId/file',
    summary: 'A file with names, for who asked for it and who allowed it',
    may: exportRoles,
    input: Type.Object({ exportId: Uuid }),
    run: async (tx, viewer, { exportId }, world) => {
      const found = await openExport(tx, viewer, exportId);
      if (!found.abilities.includes('download')) throw problem('not-found');
      return {
        show: await readFileOn(tx, world, { onKind: 'export', onId: exportId }),
        audit: [
          {
            act: 'export.downloaded',
            on: { kind: 'export', id: exportId },
            detail: { kind: found.kind, names: found.names },
          },
        ],
      };
    },
  }),
  accepts(askExport),
  accepts(allowExport),
  accepts(refuseExport),
];
