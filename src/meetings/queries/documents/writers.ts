// How each paper of a meeting comes about: one writer for each kind.
import type { Missing } from '#meetings/messages/documents.ts';
import { namesInAttendance, writeAttendance } from '#meetings/queries/documents/attendance.ts';
import { countMatrix, writeFollowUp } from '#meetings/queries/documents/follow-up.ts';
import { listInvited, writeInvitation } from '#meetings/queries/documents/invitation.ts';
import type { PaperMeeting } from '#meetings/queries/documents/meeting.ts';
import {
  findMinutes,
  writeMemo,
  writeMinutes,
  writeResolutions,
} from '#meetings/queries/documents/minutes.ts';
import type { DocumentKind } from '#meetings/rules/documents.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { Wall } from '#platform/print/dates.ts';
import type { Signatory } from '#platform/typeset/sheet.ts';

export type Writing = {
  readonly meeting: PaperMeeting;
  readonly wall: Wall;
  /** The day and place of the paper. */
  readonly day: string;
  readonly place: string;
  /** Empty while the paper is a draft. */
  readonly number: string;
  readonly signatory: Signatory;
  readonly words: string;
};

/** What a template is given besides the sheet. */
export type Written = { readonly template: string; readonly letter: unknown };

type Writer = {
  /** Why it can't be made yet, as a problem code; null when it can. */
  readonly missing: (tx: Tx, meeting: PaperMeeting) => Promise<Missing | null>;
  /** How many people it names. */
  readonly names: (tx: Tx, meeting: PaperMeeting) => Promise<number>;
  readonly write: (tx: Tx, it: Writing) => Promise<Written>;
};

const none = async () => 0;
const invitedMissing: Writer['missing'] = async (tx, { meetingId }) =>
  (await listInvited(tx, meetingId)).length > 0 ? null : 'nobody-invited';
const adoptedMissing: Writer['missing'] = async (tx, { meetingId }) =>
  (await countMatrix(tx, meetingId)) > 0 ? null : 'nothing-adopted';

/** Every paper, and who writes it. */
export const writers: Record<DocumentKind, Writer> = {
  INVITATION: {
    missing: invitedMissing,
    // A letter goes to one; all of them together are an export.
    names: none,
    write: async (_tx, it) => ({
      template: 'meetings/letters/invitation.typ',
      letter: writeInvitation(it),
    }),
  },
  ATTENDANCE: {
    missing: invitedMissing,
    names: (tx, { meetingId }) => namesInAttendance(tx, meetingId),
    write: writeAttendance,
  },
  MINUTES: {
    missing: async (tx, { meetingId }) => ((await findMinutes(tx, meetingId)) ? null : 'no-minutes'),
    names: none,
    write: writeMinutes,
  },
  RESOLUTIONS: { missing: adoptedMissing, names: none, write: writeResolutions },
  FOLLOW_UP: { missing: adoptedMissing, names: none, write: writeFollowUp },
  MEMO: { missing: adoptedMissing, names: none, write: writeMemo },
};
