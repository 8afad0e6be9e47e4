// Papers and evidence: rows, in sealed chunks, under the same locks, keys and backup as everything else; no upload folder.
import '#platform/files/problems.ts';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import { heldKind } from '#platform/files/content.ts';
import { type FileKind, fileKinds, mostBytes, partBytes, saidKind } from '#platform/files/rules.ts';
import type { FileItem, SentFile } from '#platform/files/schema.ts';
import type { Download } from '#platform/http/routes.ts';
import { openBytes, sealBytes } from '#platform/keys/box.ts';
import { problem } from '#platform/problems.ts';
import type { World } from '#platform/world.ts';

export type OnRecord = { readonly onKind: 'meeting' | 'action' | 'export'; readonly onId: string };

const placeOf = (fileId: string, no: number) => `file_chunks:${fileId}:${no}`;

/** Seals one part of a file, bound to its place in it. */
export function sealChunk(
  world: World,
  { fileId, no, bytes }: { fileId: string; no: number; bytes: Buffer },
): Buffer {
  return sealBytes(bytes, world.keys.of('files'), placeOf(fileId, no));
}

/**
 * Keeps a file whose parts have arrived, on the record it belongs to: the caller has asked whether the viewer may. Refuses,
 * tied to the field `file`, what is too large, not whole, or not what its name says; the parts stay for another try.
 */
export async function keepFile(tx: Tx, world: World, file: SentFile & OnRecord): Promise<{ fileId: string }> {
  if (file.byteCount > mostBytes) throw tooLarge(file.byteCount);
  if (file.byteCount === 0) throw problem('file-empty', { field: 'file' });
  if (await isKept(tx, file.fileId)) throw problem('command-id-reused', { field: 'fileId' });
  const bytes = await partsOf(tx, world, file.fileId);
  const expected = Math.ceil(file.byteCount / partBytes);
  if (bytes.length !== file.byteCount) throw problem('file-incomplete', { field: 'file', expected });
  const kind = requireKind(file.fileName, bytes);
  const sha256 = createHash('sha256').update(bytes).digest();
  await sql`
    insert into files (file_id, on_kind, on_id, title, media_type, byte_count, sha256, kept_at)
    values (${file.fileId}, ${file.onKind}, ${file.onId}, ${file.title}, ${fileKinds[kind]}, ${bytes.length}, ${sha256}, ${world.now()})`.execute(
    tx,
  );
  await sql`
    insert into file_chunks (file_id, chunk_no, sealed)
    select file_id, part_no, sealed from upload_parts
     where city = (select app.city()) and file_id = ${file.fileId}`.execute(tx);
  await sql`
    delete from upload_parts where city = (select app.city()) and file_id = ${file.fileId}`.execute(tx);
  return { fileId: file.fileId };
}

async function isKept(tx: Tx, fileId: string): Promise<boolean> {
  const found = await sql<{ ok: boolean }>`
    select exists (select 1 from files where city = (select app.city()) and file_id = ${fileId}) as ok`.execute(
    tx,
  );
  return found.rows[0]?.ok ?? false;
}

function tooLarge(bytes: number) {
  return problem('file-too-large', { field: 'file', megabytes: Math.ceil(bytes / 1024 / 1024) });
}

function requireKind(fileName: string, bytes: Buffer): FileKind {
  const says = saidKind(fileName);
  const holds = heldKind(bytes);
  if (holds === 'macros') throw problem('file-with-macros', { field: 'file' });
  if (!says) throw problem('file-not-taken', { field: 'file' });
  if (holds !== says) throw problem('file-not-what-it-says', { field: 'file', says, holds: holds ?? '' });
  return holds;
}

async function partsOf(tx: Tx, world: World, fileId: string): Promise<Buffer> {
  const found = await sql<{ no: number; sealed: Buffer }>`
    select part_no as no, sealed
      from upload_parts
     where city = (select app.city()) and file_id = ${fileId}
     order by part_no`.execute(tx);
  return opened(found.rows, world, fileId);
}

function opened(rows: readonly { no: number; sealed: Buffer }[], world: World, fileId: string): Buffer {
  const key = world.keys.of('files');
  return Buffer.concat(rows.map(({ no, sealed }) => openBytes(sealed, key, placeOf(fileId, no))));
}

export type Made = {
  readonly fileId: string;
  readonly exportId: string;
  readonly agencyCode: string;
  readonly title: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
};

/** Keeps what a job made, for whoever asked and whoever allowed it. */
export async function keepMade(tx: Tx, world: World, made: Made): Promise<void> {
  const { fileId, bytes } = made;
  const sha256 = createHash('sha256').update(bytes).digest();
  await sql`
    insert into files (file_id, on_kind, on_id, title, media_type, byte_count, sha256, agency_code, kept_at)
    values (${fileId}, 'export', ${made.exportId}, ${made.title}, ${made.mediaType}, ${bytes.length}, ${sha256},
            ${made.agencyCode}, ${world.now()})`.execute(tx);
  for (let no = 0; no * madeBytes < bytes.length; no++) {
    const sealed = sealChunk(world, {
      fileId,
      no,
      bytes: bytes.subarray(no * madeBytes, (no + 1) * madeBytes),
    });
    await sql`
      insert into file_chunks (file_id, chunk_no, sealed) values (${fileId}, ${no}, ${sealed})`.execute(tx);
  }
}

// What is made here travels no network: its chunks may be larger.
const madeBytes = 1024 * 1024;

/** The files on a record, the newest first. */
export async function listFiles(tx: Tx, { onKind, onId }: OnRecord): Promise<FileItem[]> {
  const found = await sql<Omit<FileItem, 'keptAt'> & { keptAt: Date }>`
    select f.file_id as "fileId", f.title, f.media_type as "mediaType", f.byte_count as "byteCount",
           f.agency_code as "agencyCode", s.name as "keptBy", f.kept_at as "keptAt"
      from files f
      left join staff s on s.city = f.city and s.staff_id = f.kept_by
     where f.city = (select app.city()) and f.on_kind = ${onKind} and f.on_id = ${onId}
     order by f.kept_at desc, f.file_id
     limit 200`.execute(tx);
  return found.rows.map((row) => ({ ...row, keptAt: row.keptAt.toISOString() }));
}

/** The one file of a record that has one: what a job made. */
export async function readFileOn(tx: Tx, world: World, on: OnRecord): Promise<Download> {
  const [file] = await listFiles(tx, on);
  if (!file) throw problem('not-found');
  return readFile(tx, world, { ...on, fileId: file.fileId });
}

/** A file of a record, to be handed over; the caller has asked whether the viewer may open that record. */
export async function readFile(
  tx: Tx,
  world: World,
  { fileId, onKind, onId }: OnRecord & { readonly fileId: string },
): Promise<Download> {
  const found = await sql<{ title: string; mediaType: string; sha256: Buffer }>`
    select title, media_type as "mediaType", sha256
      from files
     where city = (select app.city()) and file_id = ${fileId} and on_kind = ${onKind} and on_id = ${onId}`.execute(
    tx,
  );
  const file = found.rows[0];
  if (!file) throw problem('not-found');
  const chunks = await sql<{ no: number; sealed: Buffer }>`
    select chunk_no as no, sealed
      from file_chunks
     where city = (select app.city()) and file_id = ${fileId}
     order by chunk_no`.execute(tx);
  const bytes = opened(chunks.rows, world, fileId);
  if (!createHash('sha256').update(bytes).digest().equals(file.sha256))
    throw new Error(`file ${fileId} is not what was kept`);
  return { bytes, mediaType: file.mediaType, fileName: `${file.title}.${endingOf(file.mediaType)}` };
}

function endingOf(mediaType: string): string {
  if (mediaType === 'application/zip') return 'zip';
  return Object.entries(fileKinds).find(([, type]) => type === mediaType)?.[0] ?? 'bin';
}
