import type { Messages } from '#platform/messages.ts';

/** The words of the papers of a meeting. */
export const letterWords = {
  number: { id: 'Nomor', en: 'Number' },
  nature: { id: 'Sifat', en: 'Nature' },
  natureUsual: { id: 'Biasa', en: 'Ordinary' },
  attached: { id: 'Lampiran', en: 'Attached' },
  subject: { id: 'Hal', en: 'Subject' },
  invitationTo: { id: 'Undangan: {title}', en: 'Invitation: {title}' },
  to: { id: 'Yth.', en: 'To' },
  toPlace: { id: 'di tempat', en: '' },
  opening: {
    id: 'Dengan hormat, {issuer} mengundang Saudara untuk menghadiri {kind} yang diselenggarakan pada:',
    en: '{issuer} invites you to attend the {kind} to be held on:',
  },
  openingBased: {
    id: 'Dengan hormat, berdasarkan {bases}, {issuer} mengundang Saudara untuk menghadiri {kind} yang diselenggarakan pada:',
    en: 'On the basis of {bases}, {issuer} invites you to attend the {kind} to be held on:',
  },
  and: { id: 'dan', en: 'and' },
  RAKOR: { id: 'rapat koordinasi', en: 'coordination meeting' },
  EVALUATION: { id: 'rapat koordinasi evaluasi', en: 'evaluation meeting' },
  TECHNICAL: { id: 'rapat teknis', en: 'technical meeting' },
  CASE_CONFERENCE: { id: 'pembahasan kasus', en: 'case conference' },
  day: { id: 'hari, tanggal', en: 'date' },
  time: { id: 'pukul', en: 'time' },
  place: { id: 'tempat', en: 'place' },
  theme: { id: 'tema', en: 'theme' },
  opener: { id: 'dibuka oleh', en: 'opened by' },
  replyBy: { id: 'mohon jawaban', en: 'please answer' },
  atLatest: { id: 'paling lambat {when}', en: 'by {when}' },
  until: { id: '{from} s.d. {to}', en: '{from} to {to}' },
  aims: { id: 'Tujuan:', en: 'Aims:' },
  speakers: { id: 'Narasumber:', en: 'Speakers:' },
  closing: {
    id: 'Bila berhalangan, mohon menunjuk wakil. Atas perhatian dan kehadiran Saudara, kami sampaikan terima kasih.',
    en: 'If you cannot come, please name a delegate. Thank you for your attention and attendance.',
  },
  replyTitle: { id: 'Jawaban dan daftar hadir', en: 'Reply and check-in' },
  replyWords: {
    id: 'Pindai kode ini untuk menjawab undangan, tanpa akun. Pada hari rapat, kode yang sama mencatat kehadiran.',
    en: 'Scan this code to answer, without an account. On the day of the meeting the same code records attendance.',
  },
} satisfies Messages;
