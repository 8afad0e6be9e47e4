// How each paper of a meeting comes about: one writer for each kind.
import type { Missing } from '#meetings/messages/documents.ts';
import { listInvited, writeInvitation } from '#meetings/queries/documents/invitation.ts';
import type { PaperMeeting } from '#meetings/queries/documents/meeting.ts';
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

/** Every paper, and who writes it. */
export const writers: Partial<Record<DocumentKind, Writer>> = {
  INVITATION: {
    missing: async (tx, { meetingId }) =>
      (await listInvited(tx, meetingId)).length > 0 ? null : 'nobody-invited',
    // A letter goes to one; all of them together are an export.
    names: async () => 0,
    write: async (_tx, it) => ({
      template: 'meetings/letters/invitation.typ',
      letter: writeInvitation(it),
    }),
  },
};
