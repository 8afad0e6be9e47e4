import type { Messages } from '#platform/messages.ts';

export const messages = {
  title: { id: 'Retensi dan penghapusan', en: 'Retention and erasure' },
  place: { id: 'Retensi', en: 'Retention' },
  lead: {
    id: 'Berapa lama apa disimpan, apa yang dihapus tadi malam, dan apa yang ditahan.',
    en: 'How long what is kept, what was erased last night, and what is held back.',
  },
  print: { id: 'Cetak laporan', en: 'Print the report' },
  purpose: {
    id: 'pengawasan retensi oleh pejabat pelindungan data pribadi',
    en: 'supervision of retention by the data protection officer',
  },
  rules: { id: 'Aturan', en: 'Rules' },
  rule: { id: 'Aturan', en: 'Rule' },
  after: { id: 'Setelah', en: 'After' },
  months: { id: '{n} bulan', en: '{n} months' },
  byDefault: { id: 'bawaan', en: 'default' },
  byCity: { id: 'ditetapkan kota', en: 'set by the city' },
  since: { id: 'Sejak', en: 'Since' },
  lastRun: { id: 'Terakhir', en: 'Last run' },
  neverRun: { id: 'belum pernah', en: 'never yet' },
  done: { id: 'Selesai', en: 'Done' },
  doneInAll: { id: 'Seluruhnya', en: 'In all' },
  held: { id: 'Ditahan', en: 'Held' },
  dueSoon: { id: '30 hari lagi', en: 'Next 30 days' },
  UNIDENTIFIED_DETAILS: {
    id: 'Perjumpaan tanpa nama: titik, uraian, dan kata-kata anak dihapus; hitungannya tetap',
    en: 'Encounters without a name lose point, description and own words; the count stays',
  },
  IDENTITY_WITHOUT_CASE: {
    id: 'Identitas tanpa kasus dihapus bila lama tidak ada kontak',
    en: 'Identities without a case are erased after a time without contact',
  },
  ADULT_IN_OPERATION: {
    id: 'Identitas orang dewasa yang ditemui dalam operasi dihapus',
    en: 'Identities of adults met in operations are erased',
  },
  CASE_SEALED: {
    id: 'Kasus yang ditutup disegel: tidak tampil lagi bagi siapa pun',
    en: 'Closed cases are sealed: nobody sees them any more',
  },
  CASE_AFTER_18: {
    id: 'Kasus tersegel dihapus sekian bulan setelah ulang tahun ke-18',
    en: 'Sealed cases are erased this long after the 18th birthday',
  },
  ON_REQUEST: { id: 'Atas permintaan', en: 'On request' },
  holds: { id: 'Penahanan hukum', en: 'Legal holds' },
  holdsLead: {
    id: 'Selama ditahan, tidak ada yang dihapus dari anak ini. Anda tidak melihat isinya.',
    en: 'While held, nothing of this child is erased. You do not see what is in it.',
  },
  noHolds: { id: 'Tidak ada yang ditahan.', en: 'Nothing is held.' },
  noHoldsMore: {
    id: 'Tahan sebuah kasus bila pengadilan, pemeriksa, atau keluarga memerlukan datanya.',
    en: 'Hold a case when a court, an inspection or the family needs its data.',
  },
  newHold: { id: 'Tahan sebuah kasus', en: 'Hold a case' },
  reference: { id: 'Nomor kasus', en: 'Case number' },
  referenceHint: {
    id: 'Seperti tertulis di surat permintaan.',
    en: 'As it stands in the letter that asks for it.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: {
    id: 'Nomor surat atau perkara. Tanpa nama.',
    en: 'Number of the letter or court case. No names.',
  },
  hold: { id: 'Tahan', en: 'Hold' },
  heldNow: { id: 'Ditahan: {reference}.', en: 'Held: {reference}.' },
  since2: { id: 'Ditahan sejak', en: 'Held since' },
  setBy: { id: 'Oleh', en: 'By' },
  lift: { id: 'Akhiri penahanan', en: 'Lift the hold' },
  liftConsequence: {
    id: 'Aturan retensi berlaku lagi; yang sudah lewat waktunya dihapus malam ini.',
    en: 'The retention rules apply again; what is overdue is erased tonight.',
  },
  lifted: { id: 'Penahanan diakhiri.', en: 'The hold is lifted.' },
  erased: { id: 'Identitas yang dihapus', en: 'Erased identities' },
  noErased: { id: 'Belum ada identitas yang dihapus.', en: 'No identity has been erased yet.' },
  record: { id: 'Catatan', en: 'Record' },
  erasedAt: { id: 'Dihapus', en: 'Erased' },
} satisfies Messages;
