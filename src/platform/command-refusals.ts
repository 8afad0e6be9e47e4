/** Why a start or a command of the command line goes no further, and what to do: the keys, the city, backups. */
export const commandRefusals = {
  'keys-missing': {
    id: 'Kunci kota ini tidak ada di {folder}: kembalikan salinannya ke sana, atau untuk kota baru jalankan rangkul keys make.',
    en: 'The keys of this city are not in {folder}: put a copy of them back there, or for a new city run rangkul keys make.',
  },
  'time-impossible': {
    id: '{at} bukan waktu yang sudah ada: tulis tanggal, jam, dan zona waktunya ({usage}).',
    en: '{at} is no moment that has been: write the date, the time and the time zone ({usage}).',
  },
  'keys-damaged': {
    id: 'Berkas kunci {file} tidak dapat dibaca ({what}): kembalikan salinannya.',
    en: 'The key file {file} cannot be read ({what}): put a copy of it back.',
  },
  'keys-of-demonstration': {
    id: 'Kunci di {folder} milik data contoh: atur RANGKUL_KEYS ke folder lain, lalu jalankan rangkul keys make.',
    en: 'The keys in {folder} belong to a demonstration: set RANGKUL_KEYS to another folder and run rangkul keys make.',
  },
  'keys-of-city': {
    id: 'Kunci di {folder} milik kota sungguhan: atur RANGKUL_CITY untuk membuka kota itu, atau RANGKUL_KEYS ke folder lain untuk data contoh.',
    en: 'The keys in {folder} belong to a real city: set RANGKUL_CITY to open it, or RANGKUL_KEYS to another folder for a demonstration.',
  },
  'keys-exist': {
    id: 'Di {folder} sudah ada kunci; tidak ada yang diubah. Kunci yang hilang membuat data tidak terbaca selamanya.',
    en: 'There are keys in {folder} already; nothing was changed. Keys that are lost make the data unreadable for good.',
  },
  'keys-do-not-fit': {
    id: 'Kunci di {folder} bukan kunci {what}: atur RANGKUL_KEYS ke folder kunci yang benar.',
    en: 'The keys in {folder} are not those of {what}: set RANGKUL_KEYS to the right key folder.',
  },
  'demonstration-not-real': {
    id: 'Data di sini data contoh dan tidak dapat menjadi kota sungguhan: atur RANGKUL_DATA (atau DATABASE_URL) ke tempat baru yang kosong.',
    en: 'What lies here is a demonstration and can never become a real city: set RANGKUL_DATA (or DATABASE_URL) to a new, empty place.',
  },
  'real-not-demonstration': {
    id: 'Folder data ini milik kota sungguhan {city}: atur RANGKUL_CITY={city} untuk membukanya, atau RANGKUL_DATA ke folder lain untuk data contoh.',
    en: 'This data folder belongs to the real city {city}: set RANGKUL_CITY={city} to open it, or RANGKUL_DATA to another folder for a demonstration.',
  },
  'demonstration-open-host': {
    id: 'Data contoh hanya dibuka di komputer ini sendiri, bukan di {host}: kosongkan HOST, atau atur RANGKUL_CITY untuk kota sungguhan.',
    en: 'A demonstration opens on this computer alone, not on {host}: leave HOST unset, or set RANGKUL_CITY for a real city.',
  },
  'city-not-here': {
    id: 'Kota {city} belum ada di basis data ini (yang ada: {known}): tambahkan dengan rangkul city add {city}.',
    en: 'The city {city} is not in this database (there is: {known}): add it with rangkul city add {city}.',
  },
  'city-folder-missing': {
    id: 'Tidak ada folder cities/{city}: salin cities/13.71, isi dengan data kota itu, lalu coba lagi.',
    en: 'There is no folder cities/{city}: copy cities/13.71, fill it with that city’s data, and try again.',
  },
  'database-newer': {
    id: 'Basis data ini dibuat Rangkul yang lebih baru (langkah {step}): pakai Rangkul versi baru itu.',
    en: 'This database was made by a newer Rangkul (step {step}): use that newer Rangkul.',
  },
  'database-edited': {
    id: 'Langkah {step} yang sudah dijalankan di basis data ini berbeda dari yang ada di sini: pakai Rangkul yang membuatnya.',
    en: 'The step {step} that ran in this database differs from the one here: use the Rangkul that made it.',
  },
  'database-role': {
    id: 'Pengguna {user} di DATABASE_URL tidak cukup berhak ({reason}): beri hak CREATEROLE dan kepemilikan basis data (docs/operate.md).',
    en: 'The user {user} in DATABASE_URL lacks a right ({reason}): give it CREATEROLE and the ownership of the database (docs/operate.md).',
  },
  'database-unreachable': {
    id: 'Basis data tidak menjawab ({reason}): periksa apakah sudah berjalan, lalu coba lagi.',
    en: 'The database does not answer ({reason}): see whether it runs, and try again.',
  },
  'data-missing': {
    id: 'Belum ada data Rangkul di {folder}: jalankan rangkul serve dahulu, atau atur RANGKUL_DATA ke folder yang benar.',
    en: 'There is no Rangkul data in {folder} yet: run rangkul serve first, or set RANGKUL_DATA to the right folder.',
  },
  'argument-missing': {
    id: 'Perintah ini kurang lengkap: {usage}',
    en: 'This command lacks something: {usage}',
  },
  'not-embedded': {
    id: 'Dengan DATABASE_URL cadangan dibuat dengan alat basis data itu sendiri: laporkan dengan rangkul backup --confirm WAKTU (docs/operate.md).',
    en: 'With DATABASE_URL the backup is made with that database’s own tools: report it with rangkul backup --confirm TIME (docs/operate.md).',
  },
  'embedded-confirms-itself': {
    id: '--confirm hanya untuk basis data sendiri (DATABASE_URL): di sini jalankan rangkul backup, yang membuat dan memeriksa cadangannya.',
    en: '--confirm is only for a database of your own (DATABASE_URL): here run rangkul backup, which makes and verifies the backup.',
  },
  'file-no-room': {
    id: 'Ruang disk untuk {file} habis: berkas itu tidak jadi dibuat, yang lain tidak berubah. Kosongkan ruang, atau pilih folder di disk lain.',
    en: 'The disk has no more room for {file}: it was not made, and nothing else was changed. Make room, or choose a folder on another disk.',
  },
  'file-no-place': {
    id: '{file} tidak dapat dibuat ({what}): periksa apakah foldernya ada dan boleh ditulis pengguna ini.',
    en: '{file} cannot be made ({what}): see that its folder is there and that this user may write in it.',
  },
  'backup-inside-data': {
    id: 'Folder cadangan {folder} ada di dalam folder data {data}: pilih folder lain, sebaiknya di disk lain.',
    en: 'The backup folder {folder} lies in the data folder {data}: choose another, best on another disk.',
  },
  'backup-none': {
    id: 'Tidak ada cadangan Rangkul di {folder}.',
    en: 'There is no Rangkul backup in {folder}.',
  },
  'backup-unreadable': {
    id: 'Cadangan {file} tidak dapat dibaca ({what}): pakai cadangan lain.',
    en: 'The backup {file} cannot be read ({what}): use another one.',
  },
  'backup-other-keys': {
    id: 'Kunci di folder kunci tidak cocok dengan cadangan {file}: atur RANGKUL_KEYS ke kunci kota itu, atau ke salinannya dari masa cadangan itu.',
    en: 'The keys in the key folder do not fit the backup {file}: set RANGKUL_KEYS to the keys of that city, or to a copy from the time of that backup.',
  },
  'backup-newer': {
    id: 'Cadangan {file} dibuat Rangkul yang lebih baru ({found}): pulihkan dengan Rangkul versi itu.',
    en: 'The backup {file} was made by a newer Rangkul ({found}): restore it with that one.',
  },
  'backup-differs': {
    id: 'Cadangan {file} tidak sama dengan basis data ({what}): buat lagi, dan periksa disk.',
    en: 'The backup {file} does not equal the database ({what}): make another, and look after the disk.',
  },
  'restore-not-empty': {
    id: 'Folder data {folder} tidak kosong: beri --replace untuk menyisihkan isinya, atau atur RANGKUL_DATA ke folder kosong.',
    en: 'The data folder {folder} is not empty: give --replace to set its contents aside, or set RANGKUL_DATA to an empty folder.',
  },
  'import-not-empty': {
    id: 'Basis data tujuan sudah berisi kota {city}: impor hanya ke basis data kosong.',
    en: 'The database already holds the city {city}: an import goes into an empty one only.',
  },
  'import-demonstration': {
    id: 'Ini data contoh: laporan sungguhan tidak dimasukkan ke sini. Atur RANGKUL_CITY=13.71 dan RANGKUL_DATA ke folder lain untuk kota sungguhan.',
    en: 'This is a demonstration: real reports do not go in here. Set RANGKUL_CITY=13.71 and RANGKUL_DATA to another folder for a real city.',
  },
  'import-unreadable': {
    id: 'Berkas {file} tidak dapat dibaca sebagai daftar operasi ({reason}); tidak ada yang disimpan.',
    en: 'The file {file} cannot be read as a list of operations ({reason}); nothing was stored.',
  },
  'boundaries-refused': {
    id: 'Batas wilayah tidak diubah: {why}.',
    en: 'Boundaries not changed: {why}.',
  },
  'archive-exists': {
    id: '{file} sudah ada; tidak ada yang diubah. Pilih nama lain, atau beri --replace untuk menggantinya.',
    en: '{file} is there already; nothing was changed. Choose another name, or give --replace to overwrite it.',
  },
  'archive-place': {
    id: 'Arsip tidak dapat ditulis ke {file}: {what}.',
    en: 'The archive cannot be written to {file}: {what}.',
  },
  'archive-unreadable': {
    id: 'Arsip {file} tidak dapat dibaca ({what}).',
    en: 'The archive {file} cannot be read ({what}).',
  },
} as const;
