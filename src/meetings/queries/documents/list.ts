import { openForPapers } from '#meetings/queries/documents/meeting.ts';
import { listLetters, proposedSignatory } from '#meetings/queries/documents/paper.ts';
import { writers } from '#meetings/queries/documents/writers.ts';
import { listExports } from '#meetings/queries/exports.ts';
import { type DocumentKind, documentKinds, needsSecondPerson } from '#meetings/rules/documents.ts';
import type { MeetingDocument, MeetingDocuments } from '#meetings/schema/documents.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';

/** What may be read of each paper by who is invited, once it was issued; the rest is the host's. */
export const forInvited: readonly DocumentKind[] = ['MINUTES', 'RESOLUTIONS', 'FOLLOW_UP'];

/** The papers of a meeting, as far as the viewer may open them. */
export async function listDocuments(tx: Tx, viewer: Viewer, meetingId: string): Promise<MeetingDocuments> {
  const { meeting, host } = await openForPapers(tx, viewer, meetingId);
  const letters = await listLetters(tx, meetingId);
  const items: MeetingDocument[] = [];
  for (const kind of documentKinds) {
    const writer = writers[kind];
    const its = letters.filter((it) => it.kind === kind);
    if (!host && (!forInvited.includes(kind) || its.length === 0)) continue;
    const missing = host ? await writer.missing(tx, meeting) : null;
    const names = host ? await writer.names(tx, meeting) : 0;
    items.push({
      kind,
      letters: its.map(({ letterId, number, issuedAt, issuedBy }) => ({
        letterId,
        number,
        issuedAt: issuedAt.toISOString(),
        issuedBy,
      })),
      missing,
      names,
      byExport: needsSecondPerson(names),
      mayDraft: host && !missing,
      mayIssue: host && !missing && meeting.state !== 'cancelled',
    });
  }
  return {
    items,
    exports: host ? await listExports(tx, viewer, { meetingId }) : [],
    signatory: host ? await proposedSignatory(tx, meeting) : { title: '', name: '', rank: '' },
    host,
  };
}
