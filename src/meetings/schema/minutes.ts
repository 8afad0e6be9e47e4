import { type Static, Type } from 'typebox';
import { Instant, Line, Nullable, Prose, Uuid } from '#platform/schemas.ts';

const words = {
  leader: Line(160, 3),
  noteTaker: Line(160, 3),
  problems: Prose(8000),
  solutions: Prose(8000),
  proceedings: Prose(20_000),
};

export const Minutes = Type.Object({
  leader: Type.String(),
  noteTaker: Type.String(),
  problems: Type.String(),
  solutions: Type.String(),
  proceedings: Type.String(),
  signedAt: Nullable(Instant),
  writtenBy: Nullable(Type.String()),
  writtenAt: Instant,
  version: Type.Integer(),
});
export type Minutes = Static<typeof Minutes>;
/** Null: none yet, or a draft that is its host's alone. */
export const MinutesAnswer = Type.Object({
  minutes: Nullable(Minutes),
  mayWrite: Type.Boolean(),
  maySign: Type.Boolean(),
});
export type MinutesAnswer = Static<typeof MinutesAnswer>;

export const WriteMinutes = Type.Object({ meetingId: Uuid, ...words }, { additionalProperties: false });
export const SignMinutes = Type.Object({ meetingId: Uuid }, { additionalProperties: false });
export const MinutesChanged = Type.Object({ meetingId: Uuid, version: Type.Integer() });
