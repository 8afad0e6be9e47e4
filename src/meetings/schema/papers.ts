import { type Static, Type } from 'typebox';
import { FileItem, sentFile } from '#platform/files/schema.ts';
import { Nullable, Uuid } from '#platform/schemas.ts';

/** A paper of a meeting; with the speaker whose paper it is. */
export const MeetingPaper = Type.Object({
  ...FileItem.properties,
  speakerId: Nullable(Uuid),
  speaker: Nullable(Type.String()),
});
export type MeetingPaper = Static<typeof MeetingPaper>;
export const MeetingPapers = Type.Object({
  items: Type.Array(MeetingPaper),
  mayAdd: Type.Boolean(),
  /** Whose paper it may be. */
  speakers: Type.Array(Type.Object({ speakerId: Uuid, name: Type.String() })),
});
export type MeetingPapers = Static<typeof MeetingPapers>;

export const KeepPaper = Type.Object(
  { ...sentFile, meetingId: Uuid, speakerId: Type.Optional(Nullable(Uuid)) },
  { additionalProperties: false },
);
export const PaperKept = Type.Object({ fileId: Uuid });
