import { sql } from 'kysely';
import { openForPapers } from '#meetings/queries/documents/meeting.ts';
import type { MeetingPapers } from '#meetings/schema/papers.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { listFiles } from '#platform/files/files.ts';

type Speaking = { readonly speakerId: string; readonly name: string; readonly fileId: string | null };

/** The papers of a meeting, with whose each is. */
export async function listPapers(tx: Tx, viewer: Viewer, meetingId: string): Promise<MeetingPapers> {
  const { host, guest, meeting } = await openForPapers(tx, viewer, meetingId);
  const files = await listFiles(tx, { onKind: 'meeting', onId: meetingId });
  const found = await sql<Speaking>`
    select speaker_id as "speakerId", concat_ws(', ', nullif(name, ''), office) as name, paper_file_id as "fileId"
      from meeting_speakers
     where city = (select app.city()) and meeting_id = ${meetingId}
     order by position`.execute(tx);
  return {
    items: files.map((file) => {
      const its = found.rows.find((it) => it.fileId === file.fileId);
      return { ...file, speakerId: its?.speakerId ?? null, speaker: its?.name ?? null };
    }),
    mayAdd: (host || guest) && meeting.state !== 'cancelled',
    speakers: host ? found.rows.map(({ speakerId, name }) => ({ speakerId, name })) : [],
  };
}
