import { sql } from 'kysely';
import { openForPapers } from '#meetings/queries/documents/meeting.ts';
import { KeepPaper, PaperKept } from '#meetings/schema/papers.ts';
import { command } from '#platform/commands.ts';
import { keepFile } from '#platform/files/files.ts';
import { problem } from '#platform/problems.ts';
import { staffRoles } from '#platform/roles.ts';

/** A paper for everybody to whom the meeting is open: the host's, or that of a speaker's own office. */
export const keepPaper = command({
  name: 'papers/keep',
  summary: 'Add a paper to a meeting',
  may: staffRoles,
  input: KeepPaper,
  result: PaperKept,
  audit: (input) => ({
    act: 'paper.kept',
    on: { kind: 'meeting', id: input.meetingId },
    detail: { file: input.fileId },
  }),
  run: async (tx, viewer, input, { world }) => {
    const { meetingId, speakerId } = input;
    const { host, meeting, guest } = await openForPapers(tx, viewer, meetingId);
    if (!host && !guest) throw problem('not-allowed');
    if (meeting.state === 'cancelled') throw problem('meeting-called-off', { field: 'file' });
    const kept = await keepFile(tx, world, { ...input, onKind: 'meeting', onId: meetingId });
    if (speakerId && host) {
      const set = await sql`
        update meeting_speakers
           set paper_file_id = ${input.fileId}
         where city = (select app.city()) and meeting_id = ${meetingId} and speaker_id = ${speakerId}`.execute(
        tx,
      );
      if (set.numAffectedRows !== 1n) throw problem('not-found', { field: 'speakerId' });
    }
    return kept;
  },
});
