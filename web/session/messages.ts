import type { Messages } from '#web/platform/i18n.ts';

/** The words of signing in and of one's own account. */
export const messages = {
  signIn: { id: 'Masuk', en: 'Sign in' },
  promise: {
    id: 'Satu anak, satu cerita, selalu ada yang menjaga.',
    en: 'One child, one story, always someone who cares.',
  },
  workplace: {
    id: 'Ruang kerja bersama kota untuk anak yang ditemui di jalan.',
    en: 'The city’s shared case room for children met on the street.',
  },
  workplaceOf: {
    id: 'Ruang kerja bersama {city} untuk anak yang ditemui di jalan.',
    en: 'The shared case room of {city} for children met on the street.',
  },
  username: { id: 'Nama pengguna', en: 'User name' },
  password: { id: 'Kata sandi', en: 'Password' },
  passwordHint: {
    id: 'Boleh ditempel dari pengelola kata sandi.',
    en: 'May be pasted from a password manager.',
  },
  usernameMissing: { id: 'Tulis nama pengguna Anda.', en: 'Write your user name.' },
  passwordMissing: { id: 'Tulis kata sandi Anda.', en: 'Write your password.' },
  firstRun: { id: 'Membuka kota', en: 'Opening the city' },
  firstRunLead: {
    id: '{city} belum punya pengguna. Buat administrator pertama; ia mengundang semua yang lain dan tidak melihat data anak.',
    en: '{city} has no users yet. Make the first administrator, who invites everybody else and sees no child.',
  },
  firstRunCode: { id: 'Kode dari log server', en: 'Code from the server’s log' },
  firstRunCodeHint: {
    id: 'Tercetak saat server dijalankan, di baris “/mulai”.',
    en: 'Printed when the server started, in the line with “/mulai”.',
  },
  firstRunMake: { id: 'Buat administrator', en: 'Make the administrator' },
  firstRunOver: { id: 'Kota ini sudah dibuka.', en: 'This city is open already.' },
  fullName: { id: 'Nama lengkap', en: 'Full name' },
  usernameHint: {
    id: 'Huruf kecil, angka, titik. Contoh: agus.admin',
    en: 'Small letters, digits, dots. Example: agus.admin',
  },
  agency: { id: 'Instansi', en: 'Agency' },
  haveCode: { id: 'Punya kode sekali pakai', en: 'I have a one-time code' },
  code: { id: 'Kode', en: 'Code' },
  codeLead: {
    id: 'Kode dari administrator berlaku sekali, lalu Anda membuat kata sandi sendiri.',
    en: 'The administrator’s code works once; then you choose a password of your own.',
  },
  codeMissing: { id: 'Tulis kode dari surat itu.', en: 'Write the code from the letter.' },
  newPassword: { id: 'Kata sandi baru', en: 'New password' },
  newPasswordHint: {
    id: 'Sedikitnya 12 huruf atau angka. Kalimat pendek yang hanya Anda tahu paling mudah diingat.',
    en: 'At least 12 characters. A short sentence only you know is easiest to remember.',
  },
  passwordShort: { id: 'Sedikitnya 12 huruf atau angka.', en: 'At least 12 characters.' },
  backToSignIn: { id: 'Kembali ke halaman masuk', en: 'Back to sign-in' },
  codeWasMade: {
    id: 'Kode dibuat untuk akun Anda pada {time}. Bukan Anda yang minta? Beri tahu administrator.',
    en: 'A code was made for your account at {time}. Did not ask for it? Tell the administrator.',
  },
  demonstration: { id: 'Data contoh.', en: 'Sample data.' },
  demonstrationMore: {
    id: 'Semua orang di sini rekaan; NIK berakhir 0000. Kota sungguhan tidak punya daftar ini.',
    en: 'Everybody here is invented; identity numbers end in 0000. A real city has no such list.',
  },
  castTitle: { id: 'Atau masuk sebagai salah satu pemeran', en: 'Or sign in as one of the cast' },
  castShort: { id: 'Masuk sebagai pemeran lain', en: 'Sign in as somebody else of the cast' },
  showAll: { id: 'Tampilkan {count} pemeran lain', en: 'Show {count} more' },
  account: { id: 'Akun Anda', en: 'Your account' },
  accountLead: { id: '{role} di {city}', en: '{role} in {city}' },
  language: { id: 'Bahasa', en: 'Language' },
  languageMore: {
    id: 'Berlaku di semua perangkat tempat Anda masuk.',
    en: 'Holds on every device where you sign in.',
  },
  appearance: { id: 'Tampilan', en: 'Appearance' },
  appearanceMore: { id: 'Hanya untuk perangkat ini.', en: 'For this device only.' },
  asDevice: { id: 'Ikuti perangkat', en: 'As the device' },
  light: { id: 'Terang', en: 'Light' },
  dark: { id: 'Gelap', en: 'Dark' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  signOutMore: {
    id: 'Keluar setiap kali Anda meninggalkan meja.',
    en: 'Sign out whenever you leave the desk.',
  },
  you: { id: 'Anda', en: 'You' },
  name: { id: 'Nama', en: 'Name' },
  role: { id: 'Peran', en: 'Role' },
  city: { id: 'Kota', en: 'City' },
  localeKept: { id: 'Bahasa tersimpan', en: 'Language saved' },
  openPatterns: { id: 'Lembar pola tampilan', en: 'Pattern sheet of the interface' },
} satisfies Messages;
