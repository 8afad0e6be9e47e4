import { commandRefusals } from './command-refusals.ts';

/** One sentence of the command line in both languages. */
export type Line = { readonly id: string; readonly en: string };

type Details = Readonly<Record<string, string | number | Line>>;

/** Why Rangkul does not start, and what to do about it. `{name}` is filled from the details. */
const refusals = {
  ...commandRefusals,
  'setting-invalid': {
    id: 'Pengaturan {name} tidak dapat dipakai ({value}): {expected}.',
    en: 'The setting {name} cannot be used ({value}): {expected}.',
  },
  'setting-unknown': {
    id: 'Pengaturan {name} tidak dikenal; yang ada: {known}.',
    en: 'The setting {name} is not known; there are: {known}.',
  },
  'port-taken': {
    id: 'Port {port} sudah dipakai, mungkin oleh Rangkul yang sedang berjalan: hentikan dahulu, atau pilih port lain, misalnya PORT={other} npm start.',
    en: 'Port {port} is taken, perhaps by a Rangkul that already runs: stop it, or choose another port, for example PORT={other} npm start.',
  },
  'port-forbidden': {
    id: 'Port {port} tidak boleh dibuka oleh pengguna ini: pilih port di atas 1023, misalnya PORT=8080 npm start.',
    en: 'This user may not open port {port}: choose one above 1023, for example PORT=8080 npm start.',
  },
  'host-unknown': {
    id: 'Alamat {host} bukan milik komputer ini: atur HOST=127.0.0.1, atau alamat komputer ini.',
    en: 'The address {host} is not one of this computer: set HOST=127.0.0.1, or an address of this computer.',
  },
  'data-in-use': {
    id: 'Folder data {folder} sedang dipakai Rangkul lain (proses {pid}): hentikan dahulu, atau atur RANGKUL_DATA ke folder lain.',
    en: 'The data folder {folder} is in use by another Rangkul (process {pid}): stop it first, or set RANGKUL_DATA to another folder.',
  },
  'data-no-write': {
    id: 'Tidak ada izin menulis di {folder}: berikan izin kepada pengguna ini, atau atur RANGKUL_DATA ke folder miliknya.',
    en: 'No permission to write in {folder}: give it to this user, or set RANGKUL_DATA to a folder of its own.',
  },
  'data-other-owner': {
    id: 'Folder data {folder} milik pengguna {owner}: jalankan sebagai pengguna itu, atau atur RANGKUL_DATA ke folder lain.',
    en: 'The data folder {folder} belongs to user {owner}: start as that user, or set RANGKUL_DATA to another folder.',
  },
  'data-unreachable': {
    id: 'Basis data tidak berjalan sebagai root, dan pengguna {user} tidak dapat masuk ke {folder}: atur RANGKUL_DATA ke folder yang terbuka baginya, misalnya /var/lib/rangkul/data.',
    en: 'The database does not run as root, and user {user} cannot enter {folder}: set RANGKUL_DATA to a folder open to it, for example /var/lib/rangkul/data.',
  },
  'data-older': {
    id: 'Folder data {folder} dibuat PostgreSQL {found}, Rangkul ini memakai {needed}: buka dengan Rangkul versi lama, jalankan rangkul export, lalu impor di folder baru.',
    en: 'The data folder {folder} is of PostgreSQL {found}, this Rangkul uses {needed}: open it with the earlier Rangkul, run rangkul export, and import into a new folder.',
  },
  'data-newer': {
    id: 'Folder data {folder} dibuat Rangkul yang lebih baru ({found}, di sini {needed}): pakai Rangkul versi baru itu, atau atur RANGKUL_DATA ke folder lain.',
    en: 'The data folder {folder} was made by a newer Rangkul ({found}, here {needed}): use that newer Rangkul, or set RANGKUL_DATA to another folder.',
  },
  'data-foreign': {
    id: 'Folder {folder} berisi berkas lain, bukan data Rangkul: kosongkan, atau atur RANGKUL_DATA ke folder lain.',
    en: 'The folder {folder} holds other files, not Rangkul data: empty it, or set RANGKUL_DATA to another folder.',
  },
  'data-damaged': {
    id: 'Folder data {folder} tidak lengkap atau rusak ({what}): jangan dihapus; pulihkan cadangan ke folder baru dengan rangkul restore.',
    en: 'The data folder {folder} is incomplete or damaged ({what}): keep it, and restore a backup into a new folder with rangkul restore.',
  },
  'disk-full': {
    id: 'Ruang disk di {folder} tidak cukup (perlu {needed} MB, tersedia {free} MB): kosongkan ruang, atau atur RANGKUL_DATA ke disk lain.',
    en: 'Not enough disk space in {folder} ({needed} MB needed, {free} MB free): make room, or set RANGKUL_DATA to another disk.',
  },
  'no-database-server': {
    id: 'Tidak ada PostgreSQL untuk komputer ini ({platform}): jalankan npm ci lagi dengan paket opsional, atau atur DATABASE_URL ke PostgreSQL 15 atau lebih baru.',
    en: 'There is no PostgreSQL for this computer ({platform}): run npm ci again with optional packages, or set DATABASE_URL to a PostgreSQL 15 or newer.',
  },
  'no-plain-user': {
    id: 'Basis data tidak boleh berjalan sebagai root dan pengguna {user} tidak ada: jalankan Rangkul sebagai pengguna biasa.',
    en: 'The database may not run as root and there is no user {user}: start Rangkul as an ordinary user.',
  },
  'database-still-stopping': {
    id: 'Basis data sebelumnya di {folder} (proses {pid}) belum berhenti: tunggu sebentar, lalu jalankan lagi.',
    en: 'The earlier database in {folder} (process {pid}) has not stopped yet: wait a moment and start again.',
  },
  'database-failed': {
    id: 'Basis data tidak dapat dijalankan ({reason}): lihat {log}; bila datanya rusak, pulihkan cadangan ke folder baru dengan rangkul restore.',
    en: 'The database does not start ({reason}): see {log}; if its data is damaged, restore a backup into a new folder with rangkul restore.',
  },
  'database-lost': {
    id: 'Basis data berhenti dan tidak dapat dijalankan lagi: lihat {log}, lalu jalankan Rangkul lagi.',
    en: 'The database has ended and could not be brought back: see {log}, then start Rangkul again.',
  },
  'web-build-failed': {
    id: 'Halaman web tidak dapat disusun ({reason}): jalankan npm ci lagi, lalu npm run build untuk rinciannya.',
    en: 'The web pages could not be built ({reason}): run npm ci again, then npm run build for the details.',
  },
} satisfies Record<string, Line>;

export type RefusalCode = keyof typeof refusals;

/** Rangkul cannot start: a code, and one line in each language that says what to do. */
export class StartRefusal extends Error {
  readonly code: RefusalCode;
  readonly line: Line;

  constructor(code: RefusalCode, details: Details = {}) {
    const line = {
      id: fill(refusals[code].id, details, 'id'),
      en: fill(refusals[code].en, details, 'en'),
    };
    super(line.en);
    this.name = 'StartRefusal';
    this.code = code;
    this.line = line;
  }
}

function fill(text: string, details: Details, language: keyof Line): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const detail = details[name] ?? '?';
    return typeof detail === 'object' ? detail[language] : String(detail);
  });
}
