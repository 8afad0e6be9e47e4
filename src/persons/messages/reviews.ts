import type { Messages } from '#platform/messages.ts';

/** The words of joining records, and of what a supervisor compares before. */
export const messages = {
  reviewsLead: {
    id: 'Bandingkan, lalu putuskan. “Belum dapat dipastikan” juga jawaban yang baik. Penggabungan dapat diurungkan; catatan aslinya tetap ada.',
    en: 'Compare, then decide. “Cannot tell” is a good answer too. Joining can be taken back; the records stay as they are.',
  },
  asked: { id: 'Ditanyakan {name}, {time}', en: 'Asked by {name}, {time}' },
  recordedNow: { id: 'Baru dicatat', en: 'Recorded now' },
  knownAlready: { id: 'Sudah dikenal', en: 'Known already' },
  compare: { id: 'Bandingkan isian', en: 'Compare the fields' },
  compared: { id: 'Isian kedua catatan', en: 'Fields of both records' },
  field: { id: 'Isian', en: 'Field' },
  agreement: { id: 'Hasil', en: 'Result' },
  comparedRecorded: { id: 'Membuka isian ini tercatat.', en: 'Opening these fields is recorded.' },
  different: { id: 'Anak lain', en: 'Another child' },
  cannotTell: { id: 'Belum dapat dipastikan', en: 'Cannot tell' },
  decideTitle: { id: 'Jawaban: {answer}', en: 'Answer: {answer}' },
  decideMore: {
    id: 'Kedua catatan tetap utuh. Tulis alasannya; alasan ini ikut tersimpan.',
    en: 'Both records stay whole. Write the reason; it is kept.',
  },
  noReviews: { id: 'Tidak ada yang menunggu.', en: 'Nothing is waiting.' },
  noReviewsMore: {
    id: 'Bila petugas ragu apakah seorang anak pernah ditemui, pertanyaannya muncul di sini.',
    en: 'When an officer doubts whether a child was met before, the question appears here.',
  },
  joined: { id: 'Digabung 90 hari terakhir', en: 'Joined in the last 90 days' },
  takeApart: { id: 'Pisahkan lagi', en: 'Take apart' },
  takeApartMore: {
    id: 'Setiap catatan kembali berdiri sendiri; tidak ada yang hilang.',
    en: 'Each record stands by itself again; nothing is lost.',
  },
  done: { id: 'Tersimpan.', en: 'Saved.' },
} satisfies Messages;
