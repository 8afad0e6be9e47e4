import { type Static, Type } from 'typebox';
import { mostParts, partBytes } from '#platform/files/rules.ts';
import { Code, Instant, Line, Nullable, Uuid } from '#platform/schemas.ts';

const base64Length = Math.ceil(partBytes / 3) * 4;

export const SendPart = Type.Object(
  {
    fileId: Uuid,
    partNo: Type.Integer({ minimum: 0, maximum: mostParts - 1 }),
    data: Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: base64Length }),
  },
  { additionalProperties: false },
);
export const PartSent = Type.Object({ fileId: Uuid, partNo: Type.Integer() });

/** What a command takes that keeps a file whose parts have arrived: spread into its input. */
export const sentFile = {
  fileId: Uuid,
  title: Line(200, 3),
  fileName: Line(200, 1),
  /** As the browser counts them; more than may be is answered as such. */
  byteCount: Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
};
const SentFile = Type.Object(sentFile);
export type SentFile = Static<typeof SentFile>;

export const FileItem = Type.Object({
  fileId: Uuid,
  title: Type.String(),
  mediaType: Type.String(),
  byteCount: Type.Integer(),
  agencyCode: Code,
  keptBy: Nullable(Type.String()),
  keptAt: Instant,
});
export type FileItem = Static<typeof FileItem>;
