import type { Messages } from '#platform/messages.ts';

export const messages = {
  title: { id: 'Pengaturan kota', en: 'City settings' },
  lead: {
    id: 'Batas waktu dan sasaran yang ditetapkan kota. Angka bawaan bukan hukum.',
    en: 'Time limits and targets the city sets. The defaults are not law.',
  },
  now: { id: 'Berlaku hari ini', en: 'In force today' },
  nowByDuty: { id: 'Waktu menjawab rujukan, per tugas', en: 'Time to answer a referral, by duty' },
  setting: { id: 'Pengaturan', en: 'Setting' },
  value: { id: 'Angka', en: 'Number' },
  since: { id: 'Sejak', en: 'Since' },
  sinceStart: { id: 'sejak kota dibuka', en: 'since the city was opened' },
  byDefault: { id: 'bawaan', en: 'default' },
  byCity: { id: 'ditetapkan kota', en: 'set by the city' },
  terms: { id: 'Yang ditetapkan kota', en: 'What the city has set' },
  noTerms: {
    id: 'Kota belum menetapkan apa pun: semua masih angka bawaan.',
    en: 'The city has set nothing yet: everything is still the default.',
  },
  toCome: { id: 'belum berlaku', en: 'not yet in force' },
  validFrom: { id: 'Berlaku mulai', en: 'In force from' },
  validFromHint: {
    id: 'Hari ini atau kelak. Jam yang sedang berjalan mengikutinya; batas yang sudah diberikan pada asesmen dan rujukan tetap.',
    en: 'Today or later. Clocks that run follow it; due days already given to assessments and referrals stay.',
  },
  basis: { id: 'Alasan', en: 'Reason' },
  basisHint: {
    id: 'Nomor dan tanggal keputusan, atau mengapa. Tanpa nama anak.',
    en: 'Number and date of the decision, or why. No child’s name.',
  },
  setBy: { id: 'Oleh', en: 'By' },
  set: { id: 'Tetapkan angka', en: 'Set a number' },
  setLead: {
    id: 'Angka yang lama tetap tercatat, dengan siapa yang menetapkannya dan alasannya.',
    en: 'The number before it stays on record, with who set it and why.',
  },
  bounds: { id: 'Antara {least} dan {most}.', en: 'Between {least} and {most}.' },
  save: { id: 'Tetapkan', en: 'Set it' },
  saved: { id: '{value}, berlaku mulai {day}.', en: '{value}, in force from {day}.' },
  elsewhere: {
    id: 'Masa simpan data ditetapkan di Retensi, dasar hukum di Dasar hukum, tugas di Tugas instansi. Hari kerja, hari libur, dan daftar pilihan (kegiatan, kebutuhan, jenis tempat) datang dari folder kota dan diubah oleh pengelola server.',
    en: 'Retention periods are set at Retention, legal bases at Legal bases, duties at Duties of agencies. Working days, holidays and the lists to choose from (activities, needs, kinds of place) come with the city’s folder and are changed by whoever runs the server.',
  },
} satisfies Messages;

/** What a number counts. */
export const unitWords = {
  hours: { id: '{n} jam', en: '{n} hours' },
  minutes: { id: '{n} menit', en: '{n} minutes' },
  looks: { id: '{n} pencarian', en: '{n} looks' },
  workingDays: { id: '{n} hari kerja', en: '{n} working days' },
  days: { id: '{n} hari', en: '{n} days' },
  percent: { id: '{n} %', en: '{n} %' },
} satisfies Messages;

/** Each setting by its code, and what it is for. */
export const settingWords = {
  holdLimitHours: { id: 'Batas penjagaan anak di bawah 18', en: 'Limit of custody under 18' },
  holdWarnFromMinutes: { id: 'Penjagaan: peringatan mulai dari', en: 'Custody: warn from' },
  matchLooksPerOfficerPerDay: {
    id: 'Pencarian “pernah bertemu?” per petugas per hari',
    en: '“Met before?” looks per officer per day',
  },
  breakGlassHours: { id: 'Lama akses darurat', en: 'Length of emergency access' },
  intakeHours: { id: 'Waktu menjawab: anak ditemui lagi', en: 'Time to answer: a child met again' },
  assessmentWorkingDays: { id: 'Waktu sampai asesmen', en: 'Time until the assessment' },
  referralWorkingDays: { id: 'Waktu menjawab rujukan, umum', en: 'Time to answer a referral, general' },
  referralWorkingDaysByDuty: { id: 'Waktu menjawab rujukan', en: 'Time to answer a referral' },
  referralEscalateAfterWorkingDays: {
    id: 'Rujukan lewat waktu: diteruskan setelah',
    en: 'Late referral: escalated after',
  },
  escalateKabagAfterDays: {
    id: 'Tindak lanjut lewat waktu: naik ke Kabag Kesra setelah',
    en: 'Late action: raised to the head of the welfare section after',
  },
  escalateAsistenAfterDays: {
    id: 'Tindak lanjut lewat waktu: naik ke Asisten setelah',
    en: 'Late action: raised to the assistant of the secretary after',
  },
  escalateSekdaAfterDays: {
    id: 'Tindak lanjut lewat waktu: naik ke Sekda setelah',
    en: 'Late action: raised to the city secretary after',
  },
  targetHandoverHours: { id: 'Sasaran: jam sampai serah terima', en: 'Target: hours to hand-over' },
  targetAssessedShare: { id: 'Sasaran: asesmen tepat waktu', en: 'Target: assessed in time' },
  targetReferralShare: { id: 'Sasaran: rujukan tepat waktu', en: 'Target: referrals in time' },
  oneTimeCodeHours: { id: 'Masa berlaku kode sekali pakai', en: 'Life of a one-time code' },
  sessionIdleMinutes: { id: 'Keluar sendiri bila tidak dipakai', en: 'Signed out when idle for' },
  sessionAbsoluteHours: { id: 'Keluar sendiri sesudah masuk', en: 'Signed out after' },
} satisfies Messages;

/** What each setting does, for whoever sets it. */
export const settingUses = {
  holdLimitHours: {
    id: 'Batas terakhir sebelum anak harus diserahkan; bukan kebiasaan, dan tidak ditulis sebagai hukum.',
    en: 'The latest by which a child must be handed over; not the norm, and never shown as law.',
  },
  holdWarnFromMinutes: {
    id: 'Sejak pertama ditemui; sesudahnya langkah yang belum dikerjakan diperingatkan.',
    en: 'From first contact; after that, steps not yet done are warned of.',
  },
  matchLooksPerOfficerPerDay: {
    id: 'Lebih dari itu petugas diminta menghubungi Dinsos.',
    en: 'Beyond it an officer is asked to call the Social Service.',
  },
  breakGlassHours: {
    id: 'Anak yang dibuka dalam keadaan darurat tertutup lagi sesudahnya.',
    en: 'A child opened in an emergency closes again after it.',
  },
  intakeHours: {
    id: 'Anak yang kasusnya sudah ditutup ditemui lagi; tampil di Hari ini.',
    en: 'A child whose case is closed was met again; shown on Today.',
  },
  assessmentWorkingDays: {
    id: 'Dihitung sejak kasus dibuka; kasus yang sudah dibuka tetap pada batasnya.',
    en: 'Counted from the opening of a case; cases already open keep their day.',
  },
  referralWorkingDays: {
    id: 'Untuk tugas tanpa angka sendiri.',
    en: 'For duties without a number of their own.',
  },
  referralWorkingDaysByDuty: {
    id: 'Rujukan yang sudah dikirim tetap pada batasnya.',
    en: 'Referrals already sent keep their day.',
  },
  referralEscalateAfterWorkingDays: {
    id: 'Lalu penyelia dan koordinator diberi tahu.',
    en: 'Then supervisor and coordinator are told.',
  },
  escalateKabagAfterDays: {
    id: 'Hari sesudah tenggat. Yang sudah dinaikkan tidak diulang.',
    en: 'Days after the due day. What was raised is not raised again.',
  },
  escalateAsistenAfterDays: {
    id: 'Hari sesudah tenggat, lebih lama daripada tingkat di bawahnya.',
    en: 'Days after the due day, longer than the level below.',
  },
  escalateSekdaAfterDays: {
    id: 'Hari sesudah tenggat, lebih lama daripada tingkat di bawahnya.',
    en: 'Days after the due day, longer than the level below.',
  },
  targetHandoverHours: { id: 'Garis sasaran di papan kota.', en: 'The target on the city board.' },
  targetAssessedShare: { id: 'Garis sasaran di papan kota.', en: 'The target on the city board.' },
  targetReferralShare: { id: 'Garis sasaran di papan kota.', en: 'The target on the city board.' },
  oneTimeCodeHours: {
    id: 'Untuk membuka akun atau mengganti kata sandi.',
    en: 'To open an account or reset a password.',
  },
  sessionIdleMinutes: { id: 'Untuk sesi yang dimulai sesudahnya.', en: 'For sessions that begin after it.' },
  sessionAbsoluteHours: {
    id: 'Untuk sesi yang dimulai sesudahnya.',
    en: 'For sessions that begin after it.',
  },
} satisfies Messages;
