import type { Messages } from '#web/platform/i18n.ts';

/** The words of the frame: places of the navigation, and pages that are not a screen of any slice. */
export const messages = {
  today: { id: 'Hari ini', en: 'Today' },
  children: { id: 'Anak', en: 'Children' },
  cases: { id: 'Kasus', en: 'Cases' },
  referrals: { id: 'Rujukan', en: 'Referrals' },
  operations: { id: 'Operasi', en: 'Operations' },
  encounter: { id: 'Catat', en: 'Record' },
  custody: { id: 'Penjagaan', en: 'Custody' },
  board: { id: 'Papan kota', en: 'City board' },
  meetings: { id: 'Rakor', en: 'Meetings' },
  outbox: { id: 'Kotak keluar', en: 'Outbox' },
  searchChildren: { id: 'Cari anak', en: 'Search children' },
  notices: { id: 'Pemberitahuan', en: 'Notices' },
  staff: { id: 'Petugas', en: 'Staff' },
  accessLog: { id: 'Catatan akses', en: 'Access log' },
  account: { id: 'Akun', en: 'Account' },
  changeUser: { id: 'Ganti pengguna', en: 'Change user' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  patterns: { id: 'Lembar pola', en: 'Pattern sheet' },
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
