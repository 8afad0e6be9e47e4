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
  meeting: { id: 'Rapat', en: 'Meeting' },
  one: { id: 'surat dan dokumen', en: 'the letters and papers' },
  lead: {
    id: 'Rancangan dapat dilihat kapan saja. Menerbitkan memberi nomor dan membekukan isinya.',
    en: 'A draft can be looked at any time. Issuing gives a number and freezes what stands in it.',
  },
  manage: { id: 'Buka surat dan dokumen', en: 'Open letters and papers' },
  noneIssued: { id: 'Belum ada yang diterbitkan.', en: 'None has been issued yet.' },
  draft: { id: 'Lihat rancangan', en: 'See the draft' },
  workbook: { id: 'Unduh XLSX', en: 'Download XLSX' },
  download: { id: 'Unduh', en: 'Download' },
  issue: { id: 'Terbitkan', en: 'Issue' },
  issueAgain: { id: 'Terbitkan lagi', en: 'Issue again' },
  issueOf: { id: 'Terbitkan: {paper}', en: 'Issue: {paper}' },
  issued: { id: 'Terbit dengan nomor {number}', en: 'Issued as {number}' },
  issuedLine: { id: '{number}, {day}', en: '{number}, {day}' },
  keep: { id: 'Batal', en: 'Cancel' },
  signTitle: { id: 'Jabatan penanda tangan', en: 'Office that signs' },
  signName: { id: 'Nama', en: 'Name' },
  signRank: { id: 'Pangkat, NIP', en: 'Rank, NIP' },
  signHint: {
    id: 'Yang dikosongkan menjadi ruang tulis di kertas.',
    en: 'What is left empty stays room on the paper.',
  },
  words: { id: 'Catatan untuk wali kota', en: 'Remarks for the mayor' },
  byExport: {
    id: 'Memuat {names} nama: ajukan unduhannya di bawah, orang kedua yang menyetujui.',
    en: 'It names {names} people: ask for it below; a second person allows it.',
  },
  exports: { id: 'Unduhan', en: 'Files' },
  exportsLead: {
    id: 'Unduhan dengan lebih dari 50 nama disetujui oleh orang kedua: rekan di instansi ini atau administrator.',
    en: 'A file with more than 50 names is allowed by a second person: a colleague of this agency or an administrator.',
  },
  ask: { id: 'Siapkan unduhan', en: 'Prepare a file' },
  askKind: { id: 'Unduhan', en: 'File' },
  purpose: { id: 'Keperluan', en: 'Purpose' },
  askedToast: { id: 'Permintaan tercatat; menunggu orang kedua', en: 'Asked; waiting for a second person' },
  queuedToast: { id: 'Sedang disiapkan', en: 'Being prepared' },
  noExports: { id: 'Belum ada unduhan.', en: 'No files yet.' },
  askedBy: { id: '{who}, {when}: {purpose}', en: '{who}, {when}: {purpose}' },
  names: { id: '{names} nama', en: '{names} names' },
  asked: { id: 'menunggu orang kedua', en: 'waiting for a second person' },
  refused: { id: 'tidak disetujui: {reason}', en: 'refused: {reason}' },
  queued: { id: 'menunggu giliran', en: 'in the queue' },
  running: { id: '{done} dari {total}', en: '{done} of {total}' },
  done: { id: 'siap', en: 'ready' },
  failed: { id: 'gagal; akan dicoba lagi', en: 'failed; will be tried again' },
  allow: { id: 'Setujui', en: 'Allow' },
  refuse: { id: 'Tolak', en: 'Refuse' },
  allowed: { id: 'Disetujui; sedang disiapkan', en: 'Allowed; being prepared' },
  refusedDone: { id: 'Ditolak', en: 'Refused' },
  refusing: { id: 'Tolak unduhan ini?', en: 'Refuse this file?' },
  refusingMore: { id: 'Yang meminta membaca alasannya.', en: 'Whoever asked reads the reason.' },
  requests: { id: 'Permintaan unduhan', en: 'Requests for files' },
  requestsLead: {
    id: 'Unduhan yang memuat nama orang. Permintaan sendiri disetujui oleh orang lain.',
    en: 'Files that name people. What one asked for oneself is allowed by somebody else.',
  },
  list: { id: 'permintaan unduhan', en: 'the requests' },
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
