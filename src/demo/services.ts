// Programmes of the demonstration: what was published of Padang, with its source and nothing added; and some invented
// ones, each marked so, to show gaps, overlaps and places nobody has.

export type DemoProgramme = {
  readonly key: string;
  readonly name: string;
  readonly kind: 'ONGOING' | 'COHORT';
  readonly leg: 'PREVENTIVE' | 'REPRESSIVE' | 'REHABILITATIVE';
  readonly purpose: 'PROTECTION' | 'REHABILITATION' | 'REINTEGRATION';
  readonly duty: string;
  readonly owner: string;
  readonly host?: string;
  readonly place?: string;
  readonly target: string;
  readonly capacity?: number;
  readonly from: string;
  readonly to?: string;
  readonly areas?: readonly string[];
  readonly partners?: readonly (readonly [agency: string, part: string])[];
  readonly budgetLine?: string;
  readonly budget?: number;
  readonly spent?: number;
  readonly reported?: number;
  readonly result?: string;
  /** Where it was published; none: invented. */
  readonly source?: string;
};

const battalion = {
  kind: 'COHORT',
  leg: 'REHABILITATIVE',
  purpose: 'REHABILITATION',
  duty: 'CASE_OWNERSHIP',
  owner: 'DINSOS_KOTA',
  host: 'TNI',
  place: 'Yonif 133/Yudha Sakti',
  partners: [['TNI', 'Tuan rumah: disiplin, mental, spiritual, keterampilan']],
} as const;

/** As published; where only a month or a year is named, its first and last day stand here and the result says so. */
export const publishedProgrammes: readonly DemoProgramme[] = [
  {
    key: 'rasailahdaku',
    name: 'RASAILAHDAKU: Rangkul, Sayangi, Latihlah dengan Pendidikan Terpadu',
    kind: 'ONGOING',
    leg: 'REHABILITATIVE',
    purpose: 'REHABILITATION',
    duty: 'CASE_OWNERSHIP',
    owner: 'DINSOS_KOTA',
    target: 'Anak jalanan',
    from: '2020-09-11',
    result: 'Hari mulainya tidak disebut; yang tertulis hari halaman itu terbit.',
    source: 'Halaman inovasi Dinas Sosial Kota Padang, 11 September 2020',
  },
  {
    ...battalion,
    key: 'cohort-2017',
    name: 'Pembinaan terpadu anak jalanan 2017',
    target: 'Anak jalanan',
    capacity: 25,
    from: '2017-08-01',
    to: '2017-08-31',
    reported: 25,
    result: 'Hari dan lamanya tidak disebut, hanya bulan.',
    source: 'realitakini.com, Agustus 2017',
  },
  {
    ...battalion,
    key: 'cohort-2018',
    name: 'Pembinaan terpadu anak jalanan 2018',
    target: 'Anak jalanan',
    capacity: 20,
    from: '2018-09-01',
    to: '2018-09-30',
    reported: 20,
    result: '16 laki-laki, 4 perempuan; 35 anak sepanjang tahun. Hanya bulan yang disebut.',
    source: 'nusantaranews.net, September 2018',
  },
  {
    ...battalion,
    key: 'cohort-2019',
    name: 'Pembinaan terpadu anak jalanan 2019',
    target: 'Anak jalanan; kebanyakan 16 sampai 18 tahun',
    capacity: 25,
    from: '2019-01-01',
    to: '2019-10-10',
    reported: 25,
    result:
      '20 anak sampai Agustus, 25 sampai Oktober. Satu ditemui lagi di jalan, lalu diserahkan kepada orang tua.',
    source: 'posmetropadang.co.id, 10 Oktober 2019; padang.tribunnews.com, 26 Agustus 2019',
  },
  {
    ...battalion,
    key: 'cohort-2022',
    name: 'Pembinaan terpadu anak jalanan 2022',
    target: 'Anak jalanan',
    capacity: 25,
    from: '2022-11-01',
    to: '2022-11-30',
    reported: 25,
    result: 'Disebut angkatan ke-4. Hanya bulan berita yang diketahui.',
    source: 'valoranews.com, November 2022',
  },
  {
    ...battalion,
    key: 'cohort-2024',
    name: 'Pembinaan terpadu anak jalanan 2024',
    target: 'Anak di bawah 17 tahun',
    capacity: 20,
    from: '2024-06-01',
    to: '2024-06-30',
    reported: 20,
    result: 'Disebut angkatan ke-5. Hanya bulan berita yang diketahui.',
    source: 'posmetropadang.co.id, 27 Juni 2024; infopublik.id, 29 Juni 2024',
  },
  {
    key: 'patrol',
    name: 'Patroli rutin ketertiban umum',
    kind: 'ONGOING',
    leg: 'REPRESSIVE',
    purpose: 'PROTECTION',
    duty: 'PUBLIC_ORDER',
    owner: 'SATPOL_PP',
    target: 'Siapa pun yang berkegiatan di persimpangan dan tempat umum',
    from: '2020-03-09',
    result: 'Patroli harian disebut dalam berita; hari mulainya tidak, yang tertulis hari beritanya.',
    source: 'padangkita.com, 9 Maret 2020',
  },
];

/** Invented; `from` and `to` are days from today. */
export const inventedProgrammes: readonly (Omit<DemoProgramme, 'from' | 'to'> & {
  readonly from: number;
  readonly to?: number;
})[] = [
  {
    key: 'kuranji-post',
    name: 'Pos Sahabat Anak Kuranji',
    kind: 'ONGOING',
    leg: 'PREVENTIVE',
    purpose: 'PROTECTION',
    duty: 'PREVENTION',
    owner: 'KEC_13.71.09',
    target: 'Anak yang rentan turun ke jalan dan keluarganya',
    capacity: 30,
    from: -300,
    areas: ['13.71.09'],
    partners: [['KARANG_TARUNA', 'Relawan sebaya']],
    budgetLine: 'Pemberdayaan masyarakat kecamatan',
    budget: 45_000_000,
    spent: 18_500_000,
  },
  {
    key: 'begalung-kecamatan',
    name: 'Belajar Sore Lubuk Begalung',
    kind: 'ONGOING',
    leg: 'PREVENTIVE',
    purpose: 'PROTECTION',
    duty: 'PREVENTION',
    owner: 'KEC_13.71.06',
    target: 'Anak sekolah yang berjualan di simpang',
    capacity: 25,
    from: -200,
    areas: ['13.71.06'],
    budgetLine: 'Pemberdayaan masyarakat kecamatan',
    budget: 30_000_000,
    spent: 21_000_000,
  },
  {
    key: 'begalung-lpm',
    name: 'Rumah Baca LPM By Pass',
    kind: 'ONGOING',
    leg: 'PREVENTIVE',
    purpose: 'PROTECTION',
    duty: 'PREVENTION',
    owner: 'LPM',
    target: 'Anak di sekitar By Pass',
    capacity: 20,
    from: -150,
    areas: ['13.71.06'],
  },
  {
    key: 'paket',
    name: 'Kejar Paket bagi anak yang kembali belajar',
    kind: 'ONGOING',
    leg: 'REHABILITATIVE',
    purpose: 'REINTEGRATION',
    duty: 'EQUIVALENCY_EDUCATION',
    owner: 'DISDIK',
    target: 'Anak putus sekolah, 12 sampai 17 tahun',
    capacity: 40,
    from: -320,
    budgetLine: 'Pendidikan nonformal',
    budget: 120_000_000,
    spent: 52_000_000,
  },
  {
    key: 'workshop',
    name: 'Latihan kerja untuk yang menjelang dewasa',
    kind: 'ONGOING',
    leg: 'REHABILITATIVE',
    purpose: 'REINTEGRATION',
    duty: 'SKILLS_TRAINING',
    owner: 'DISNAKER',
    target: '16 tahun ke atas',
    capacity: 15,
    from: -90,
    areas: ['13.71.04', '13.71.11'],
    budgetLine: 'Pelatihan berbasis kompetensi',
    budget: 90_000_000,
  },
];

/** The invented cohort of this year: its days from today, what is done on each, and how many children. */
export const inventedCohort = {
  ...battalion,
  key: 'cohort-sample',
  name: 'Pembinaan terpadu anak, angkatan contoh',
  target: 'Anak yang setuju ikut, dengan kasus di Dinas Sosial',
  capacity: 22,
  from: -60,
  to: -53,
  partners: [...battalion.partners, ['DP3AP2KB', 'Konseling orang tua'] as const],
  budgetLine: 'Rehabilitasi sosial anak',
  budget: 165_000_000,
  spent: 148_200_000,
  children: 20,
  refusals: 3,
  days: [
    'Perkenalan, hak anak, dan cara mengadu',
    'Kesehatan dan olahraga',
    'Bimbingan mental dan spiritual',
    'Keterampilan: pangkas rambut dan memasak',
    'Keterampilan: pangkas rambut dan memasak',
    'Pertemuan dengan orang tua',
    'Rencana belajar dan kerja masing-masing',
    'Penutupan, pulang bersama keluarga',
  ],
} as const;
