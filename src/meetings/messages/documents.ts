import type { Messages } from '#platform/messages.ts';

/** The words about the papers of a meeting, on screen. */
export const documentMessages = {
  title: { id: 'Surat dan dokumen', en: 'Letters and papers' },
  INVITATION: { id: 'Undangan', en: 'Invitation' },
  INVITATION_LIST: { id: 'Daftar undangan', en: 'List of invitations' },
  INVITATIONS: { id: 'Semua undangan (ZIP)', en: 'Every invitation (ZIP)' },
  ATTENDANCE: { id: 'Daftar hadir', en: 'Attendance list' },
  MINUTES: { id: 'Notulen', en: 'Minutes' },
  RESOLUTIONS: { id: 'Rumusan', en: 'Resolutions' },
  FOLLOW_UP: { id: 'Matriks RTL', en: 'Follow-up matrix' },
  MEMO: { id: 'Nota dinas', en: 'Memo to the mayor' },
  headOf: { id: 'Kepala {agency}', en: 'Head of {agency}' },
} satisfies Messages;

/** Why a paper can't be made yet: said on the page beside it, and to who asks for it all the same. */
export const missingMessages = {
  'meeting-called-off': {
    id: 'Rapat ini dibatalkan; surat baru tidak dapat diterbitkan.',
    en: 'This meeting was called off; no new letter can be issued for it.',
  },
  'nobody-invited': {
    id: 'Belum ada yang diundang. Susun undangan dahulu.',
    en: 'Nobody has been invited yet. Put the invitations together first.',
  },
  'no-minutes': {
    id: 'Notulen belum ditulis.',
    en: 'The minutes have not been written yet.',
  },
  'nothing-adopted': {
    id: 'Belum ada keputusan yang disahkan dengan tindak lanjutnya.',
    en: 'No decision has been adopted with its follow-up yet.',
  },
} satisfies Messages;
export type Missing = keyof typeof missingMessages;
