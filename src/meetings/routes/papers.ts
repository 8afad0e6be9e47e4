import { Type } from 'typebox';
import { keepPaper } from '#meetings/commands/papers.ts';
import { openForPapers } from '#meetings/queries/documents/meeting.ts';
import { listPapers } from '#meetings/queries/papers.ts';
import { MeetingPapers } from '#meetings/schema/papers.ts';
import { readFile } from '#platform/files/files.ts';
import { accepts, printPage, query, type Route } from '#platform/http/routes.ts';
import { staffRoles } from '#platform/roles.ts';
import { Uuid } from '#platform/schemas.ts';

export const paperRoutes: readonly Route[] = [
  query({
    path: '/meetings/:meetingId/papers',
    summary: 'The papers of a meeting',
    may: staffRoles,
    input: Type.Object({ meetingId: Uuid }),
    result: MeetingPapers,
    run: async (tx, viewer, { meetingId }) => ({ show: await listPapers(tx, viewer, meetingId), audit: [] }),
  }),
  printPage({
    path: '/meetings/:meetingId/papers/:fileId',
    summary: 'A paper of a meeting, as the file it is',
    may: staffRoles,
    input: Type.Object({ meetingId: Uuid, fileId: Uuid }),
    run: async (tx, viewer, { meetingId, fileId }, world) => {
      await openForPapers(tx, viewer, meetingId);
      return {
        show: await readFile(tx, world, { fileId, onKind: 'meeting', onId: meetingId }),
        audit: [{ act: 'paper.read', on: { kind: 'meeting', id: meetingId }, detail: { file: fileId } }],
      };
    },
  }),
  accepts(keepPaper),
];
