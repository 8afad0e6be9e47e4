import type { Messages } from '#platform/messages.ts';

/** The words of the referral letter and its reply slip; the rest it shares with the screens. */
export const letterMessages = {
  title: { id: 'Surat rujukan', en: 'Letter of referral' },
  purpose: { id: 'rujukan: {duty}', en: 'referral: {duty}' },
  to: { id: 'Kepada', en: 'To' },
  queue: { id: 'meja rujukan', en: 'referral desk' },
  answerBy: { id: 'Mohon dijawab paling lambat', en: 'Please answer by' },
  aboutChild: { id: 'Yang dibuka tentang anak', en: 'What is disclosed of the child' },
  confidential: {
    id: 'Rahasia. Hanya untuk tugas yang diminta di atas. Setelah rujukan ditutup, surat ini dikembalikan kepada pengirim atau dimusnahkan.',
    en: 'Confidential. Only for the duty asked above. When the referral closes, this letter is returned to the sender or destroyed.',
  },
  sender: { id: 'Yang merujuk', en: 'Referred by' },
  slip: { id: 'Lembar jawaban, rujukan {number}', en: 'Reply slip, referral {number}' },
  slipBack: {
    id: 'Mohon dikembalikan kepada {agency}. Jangan menulis nama anak di lembar ini.',
    en: 'Please return to {agency}. Do not write the child’s name on this slip.',
  },
  slipAccepted: { id: 'Diterima, akan dikerjakan', en: 'Accepted, will be done' },
  slipDeclined: { id: 'Belum dapat, karena:', en: 'Cannot be done, because:' },
  slipCompleted: { id: 'Sudah dikerjakan, hasilnya:', en: 'Has been done, with this result:' },
  slipText: { id: 'Alasan atau hasil, dan tanggalnya', en: 'Reason or result, and the date' },
  answerer: { id: 'Yang menjawab', en: 'Answered by' },
  years: { id: '{years} tahun', en: '{years} years' },
  male: { id: 'laki-laki', en: 'male' },
  female: { id: 'perempuan', en: 'female' },
  unknown: { id: 'belum tahu', en: 'not known' },
} satisfies Messages;
