import type { Messages } from '#platform/messages.ts';

/** The words of the papers that come from the matrix of duties. */
export const words = {
  matrix: { id: 'Matriks tugas, fungsi, dan wewenang', en: 'Matrix of duties, functions and powers' },
  matrixPurpose: { id: 'pembagian tugas antarinstansi', en: 'division of duties among agencies' },
  asOn: { id: 'Keadaan pada {day}.', en: 'As on {day}.' },
  marks: {
    id: '● dipegang dengan dasar hukum yang dicatat; ○ dipegang, dasar belum dicatat. Angka: berapa kantor memegangnya.',
    en: '● held with a noted legal basis; ○ held, no basis noted yet. A figure: how many offices have it.',
  },
  agency: { id: 'Instansi atau lembaga', en: 'Agency or body' },
  gaps: { id: 'Belum ada pemegang', en: 'Nobody has it' },
  noGaps: {
    id: 'Setiap tugas dalam daftar kota ada pemegangnya.',
    en: 'Every duty of the city’s list has a holder.',
  },
  overlaps: { id: 'Dipegang lebih dari satu', en: 'Held by more than one' },
  overlapsMore: {
    id: 'Bukan kesalahan: para pemegang menyepakati siapa yang memimpin.',
    en: 'No mistake: those who have it agree who leads.',
  },
  duty: { id: 'Tugas', en: 'Duty' },
  nature: { id: 'Sifat', en: 'Nature' },
  holders: { id: 'Pemegang', en: 'Holders' },
  basis: { id: 'Dasar', en: 'Basis' },
  since: { id: 'Sejak', en: 'Since' },
  noBasis: { id: 'belum dicatat', en: 'not noted' },
  offices: { id: '{kind} ({count} kantor)', en: '{kind} ({count} offices)' },
  guide: { id: 'Panduan peran', en: 'Role guide' },
  guidePurpose: { id: 'pegangan {agency}', en: 'for {agency} to keep' },
  guideLead: {
    id: '{agency} memegang tugas berikut dalam penanganan anak di kota ini.',
    en: '{agency} has these duties in the city’s work for children.',
  },
  guideNone: {
    id: 'Belum ada tugas yang dicatat bagi {agency}. Koordinator kota dapat menambahkannya.',
    en: 'No duty is noted for {agency} yet. The city’s coordinator can add one.',
  },
  together: { id: 'Bersama', en: 'Together with' },
  alone: { id: 'sendiri', en: 'alone' },
  andMore: { id: 'dan {more} lagi', en: 'and {more} more' },
  always: { id: 'Selalu', en: 'Always' },
  rule1: {
    id: 'Rujukan hanya datang menurut tugas di atas. Jawab sebelum batas waktunya, juga bila tidak dapat melayani.',
    en: 'Referrals only come by the duties above. Answer before the limit, also when you cannot serve.',
  },
  rule2: {
    id: 'Anak ditemui, dijangkau, dan diserahterimakan. Tidak ada foto wajah, nama, atau sekolah di luar Rangkul.',
    en: 'Children are met, reached and handed over. No face, name or school leaves Rangkul.',
  },
  rule3: {
    id: 'Keikutsertaan anak dalam program boleh ditolak tanpa akibat apa pun.',
    en: 'A child may refuse to take part in a programme, without any consequence.',
  },
} satisfies Messages;
