// A file as the browser sends it: its parts, and then the command that keeps it.
import { randomBytes } from 'node:crypto';
import { partBytes } from '#platform/files/rules.ts';
import { uuidv7 } from '#platform/uuid.ts';
import type { Client } from '#test/app.ts';

/** So many bytes that begin and end as a PDF does, none like another. */
export function pdfBytes(size: number): Buffer {
  const head = Buffer.from('%PDF-1.7\n');
  const tail = Buffer.from('\n%%EOF\n');
  return Buffer.concat([head, randomBytes(Math.max(0, size - head.length - tail.length)), tail]);
}

/** Sends the parts of a file; `without` leaves one out. */
export async function sendParts(
  client: Client,
  bytes: Buffer,
  { fileId = uuidv7(), without = -1 }: { fileId?: string; without?: number } = {},
) {
  for (let no = 0; no * partBytes < bytes.length; no++) {
    if (no === without) continue;
    const data = bytes.subarray(no * partBytes, (no + 1) * partBytes).toString('base64');
    await client.does('files/send-part', { fileId, partNo: no, data });
  }
  return { fileId, title: 'Paparan narasumber', fileName: 'paparan.pdf', byteCount: bytes.length };
}
