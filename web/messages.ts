import type { Messages } from '#web/platform/i18n.ts';

/**
 * The words of the frame: places of the navigation, and pages that are not a screen of any slice. A place is named here
 * and not by its slice, or the first page fetched would carry every word of every slice with it.
 */
export const messages = {
  today: { id: 'Hari ini', en: 'Today' },
  operations: { id: 'Operasi', en: 'Operations' },
  encounter: { id: 'Catat', en: 'Record' },
  custody: { id: 'Penjagaan', en: 'Custody' },
  complaints: { id: 'Pengaduan', en: 'Complaints' },
  children: { id: 'Anak', en: 'Children' },
  searchChildren: { id: 'Cari anak', en: 'Search children' },
  reviews: { id: 'Anak yang sama?', en: 'The same child?' },
  cases: { id: 'Kasus', en: 'Cases' },
  visits: { id: 'Kunjungan', en: 'Visits' },
  emergency: { id: 'Akses darurat', en: 'Emergency access' },
  programmes: { id: 'Program', en: 'Programmes' },
  referrals: { id: 'Rujukan', en: 'Referrals' },
  exports: { id: 'Permintaan unduhan', en: 'Requests for files' },
  meetings: { id: 'Rapat', en: 'Meetings' },
  retention: { id: 'Retensi', en: 'Retention' },
  erasure: { id: 'Penghapusan', en: 'Erasure' },
  board: { id: 'Papan kota', en: 'City board' },
  followUp: { id: 'Tindak lanjut', en: 'Follow-up' },
  notices: { id: 'Pemberitahuan', en: 'Notices' },
  people: { id: 'Orang dan meja', en: 'People and desks' },
  duties: { id: 'Tugas instansi', en: 'Duties of agencies' },
  citySettings: { id: 'Pengaturan kota', en: 'City settings' },
  account: { id: 'Akun', en: 'Account' },
  changeUser: { id: 'Ganti pengguna', en: 'Change user' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  otherLanguage: { id: 'English', en: 'Bahasa Indonesia' },
  notFound: { id: 'Halaman ini tidak ada', en: 'There is no such page' },
  notFoundMore: {
    id: 'Alamatnya mungkin salah ketik, atau bukan untuk peran Anda.',
    en: 'The address may be mistyped, or it is not for your role.',
  },
  toToday: { id: 'Ke Hari ini', en: 'To Today' },
  broken: {
    id: 'Halaman ini terhenti karena kesalahan kami. Yang sudah tersimpan aman.',
    en: 'This page stopped through a mistake of ours. What was saved is safe.',
  },
  reload: { id: 'Muat ulang', en: 'Reload' },
  unreachable: { id: 'Rangkul belum terjangkau', en: 'Rangkul cannot be reached yet' },
} satisfies Messages;
