import type { Messages } from '#platform/messages.ts';

export const messages = {
  place: { id: 'Operasi yang dilaporkan', en: 'Reported operations' },
  lead: {
    id: 'Angka persis seperti dilaporkan sumbernya. Tidak ada catatan per orang, dan tidak ada serah terima yang dibuat-buat.',
    en: 'Figures exactly as the source reported them. There are no records of persons, and no custody is made up.',
  },
  empty: { id: 'Belum ada operasi yang dilaporkan', en: 'No reported operation yet' },
  emptyMore: {
    id: 'Laporan dimasukkan pengelola dengan perintah rangkul import operations BERKAS.json.',
    en: 'Reports are taken in by the operator: rangkul import operations FILE.json.',
  },
  title: { id: 'Seperti dilaporkan', en: 'As reported' },
  total: { id: 'Jumlah orang', en: 'Persons' },
  under18: { id: 'Di bawah 18 tahun', en: 'Under 18' },
  adults: { id: 'Dewasa', en: 'Adults' },
  male: { id: 'Laki-laki', en: 'Male' },
  female: { id: 'Perempuan', en: 'Female' },
  notReported: { id: 'tidak dilaporkan', en: 'not reported' },
  activity: { id: 'Kegiatan', en: 'Activity' },
  origin: { id: 'Asal', en: 'Origin' },
  originOf: { id: 'Asal {n} orang itu', en: 'Where the {n} are from' },
  originNotOfChildren: {
    id: 'Asal {n} anak itu sendiri tidak dilaporkan.',
    en: 'The origin of the {n} alone is not reported.',
  },
  note: { id: 'Catatan sumber', en: 'The source’s note' },
  where: { id: 'Tempat', en: 'Place' },
  path: { id: 'Selanjutnya, menurut sumber', en: 'What followed, by the source' },
  legalBasis: { id: 'Dasar hukum, menurut sumber', en: 'Legal basis, by the source' },
  source: { id: 'Sumber', en: 'Source' },
  placeholders: {
    id: '{n} perjumpaan tanpa nama dicatat: yang lebih kecil dari jumlah dan rinciannya, dengan hanya yang benar bagi semua.',
    en: '{n} unnamed encounters are recorded: the lower of total and breakdown, with only what is true of all of them.',
  },
  otherWords: { id: 'Keterangan lain', en: 'Other particulars' },
  flags: { id: 'Perlu dilihat', en: 'To look at' },
  noTotal: { id: 'Sumber tidak menyebut jumlah.', en: 'The source gives no total.' },
  activitySum: {
    id: 'Jumlah berbeda dari rincian kegiatan.',
    en: 'The total differs from the breakdown by activity.',
  },
  ageSum: { id: 'Jumlah berbeda dari rincian umur.', en: 'The total differs from the breakdown by age.' },
  sexSum: {
    id: 'Jumlah berbeda dari rincian laki-laki dan perempuan.',
    en: 'The total differs from the breakdown by sex.',
  },
  originSum: {
    id: 'Jumlah berbeda dari rincian asal.',
    en: 'The total differs from the breakdown by origin.',
  },
  otherTotal: {
    id: 'Di tempat lain sumber menyebut jumlah lain.',
    en: 'Elsewhere the source gives another total.',
  },
  legalBasisUnknown: {
    id: 'Dasar hukum yang disebut tidak ada dalam daftar kota.',
    en: 'The legal basis named is not in the city’s list.',
  },
  legalBasisNotValid: {
    id: 'Dasar hukum yang disebut tidak berlaku pada hari itu.',
    en: 'The legal basis named was not valid on that day.',
  },
  areaUnknown: { id: 'Wilayah yang disebut tidak dikenal.', en: 'The area named is not known.' },
  activityUnknown: {
    id: 'Kegiatan yang disebut tidak ada dalam daftar.',
    en: 'An activity named is in no list.',
  },
  locationUnknown: { id: 'Jenis tempat tidak ada dalam daftar.', en: 'The kind of place is in no list.' },
  partnerUnknown: { id: 'Satu instansi yang ikut tidak dikenal.', en: 'A partner agency is not known.' },
} satisfies Messages;
