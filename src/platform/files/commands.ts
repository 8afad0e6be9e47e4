import '#platform/files/problems.ts';
import { sql } from 'kysely';
import { command } from '#platform/commands.ts';
import { sealChunk } from '#platform/files/files.ts';
import { mostParts } from '#platform/files/rules.ts';
import { PartSent, SendPart } from '#platform/files/schema.ts';
import { problem } from '#platform/problems.ts';
import { staffRoles } from '#platform/roles.ts';

// So much may lie unfinished of one person: three files of the largest size.
const mostUnfinished = 3 * mostParts;

/** One part of a file on its way in. It is nobody's paper yet: the command that keeps the file says so, and is audited. */
export const sendPart = command({
  name: 'files/send-part',
  summary: 'Send a part of a file',
  may: staffRoles,
  input: SendPart,
  result: PartSent,
  audit: () => [],
  run: async (tx, _viewer, { fileId, partNo, data }, { world }) => {
    const held = await sql<{ n: number }>`
      select count(*)::int as n from upload_parts where city = (select app.city()) and sent_by = (select app.viewer_staff())`.execute(
      tx,
    );
    if ((held.rows[0]?.n ?? 0) >= mostUnfinished) throw problem('file-too-many', { field: 'file' });
    const sealed = sealChunk(world, { fileId, no: partNo, bytes: Buffer.from(data, 'base64') });
    await sql`
      insert into upload_parts (file_id, part_no, sealed) values (${fileId}, ${partNo}, ${sealed})
      on conflict (city, file_id, part_no) do nothing`.execute(tx);
    return { fileId, partNo };
  },
});
