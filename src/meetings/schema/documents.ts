import { type Static, Type } from 'typebox';
import { type Missing, missingMessages } from '#meetings/messages/documents.ts';
import { documentKinds, exportKinds } from '#meetings/rules/documents.ts';
import { Code, Instant, Line, Nullable, OneOf, Prose, Uuid } from '#platform/schemas.ts';

const signatory = { title: Line(120, 2), name: Line(120), rank: Line(120) };
/** Who signs in ink: office, name and rank or NIP; what is not known stays room on the paper. */
export const Signatory = Type.Object(signatory, { additionalProperties: false });

export const IssuedLetter = Type.Object({
  letterId: Uuid,
  number: Type.String(),
  issuedAt: Instant,
  issuedBy: Nullable(Type.String()),
});
export type IssuedLetter = Static<typeof IssuedLetter>;

export const exportStates = ['asked', 'refused', 'queued', 'running', 'done', 'failed'] as const;
export type ExportState = (typeof exportStates)[number];

export const NamedExport = Type.Object({
  exportId: Uuid,
  meetingId: Uuid,
  meetingTitle: Type.String(),
  kind: OneOf(exportKinds),
  names: Type.Integer(),
  purpose: Type.String(),
  state: OneOf(exportStates),
  agencyCode: Code,
  askedBy: Nullable(Type.String()),
  askedAt: Instant,
  decidedBy: Nullable(Type.String()),
  decideReason: Type.String(),
  done: Type.Integer(),
  total: Type.Integer(),
  /** What the viewer may do with it: allow, refuse, download. */
  abilities: Type.Array(Type.String()),
});
export type NamedExport = Static<typeof NamedExport>;

const missingCodes = Object.keys(missingMessages) as Missing[];

/** One paper of a meeting: what was issued, and whether there is enough to make it of. */
export const MeetingDocument = Type.Object({
  kind: OneOf(documentKinds),
  letters: Type.Array(IssuedLetter),
  /** What is still missing before it can be made; null when nothing is. */
  missing: Nullable(OneOf(missingCodes)),
  names: Type.Integer(),
  /** Names more people than one person may take out alone: it comes by an export. */
  byExport: Type.Boolean(),
  mayDraft: Type.Boolean(),
  mayIssue: Type.Boolean(),
});
export type MeetingDocument = Static<typeof MeetingDocument>;

export const MeetingDocuments = Type.Object({
  items: Type.Array(MeetingDocument),
  exports: Type.Array(NamedExport),
  signatory: Type.Object(signatory),
  host: Type.Boolean(),
});
export type MeetingDocuments = Static<typeof MeetingDocuments>;

export const IssueLetter = Type.Object(
  {
    letterId: Uuid,
    meetingId: Uuid,
    kind: OneOf(documentKinds),
    signatory: Signatory,
    /** What a memo says besides the decisions; other papers take none. */
    words: Type.Optional(Prose(4000)),
  },
  { additionalProperties: false },
);
export type IssueLetter = Static<typeof IssueLetter>;
export const LetterResult = Type.Object({ letterId: Uuid, number: Type.String() });
export type LetterResult = Static<typeof LetterResult>;
