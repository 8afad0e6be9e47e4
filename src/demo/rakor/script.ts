// What the meetings of the demonstration decided and what came of it. The report of 27 February 2020 names aims and
// statements but no decision: every decision and its course here is invented, and marked so wherever it is shown.

import type { ActionState } from '#meetings/schema/follow-up.ts';

export type PlayedAction = {
  readonly what: string;
  readonly responsible: string;
  readonly supporters: readonly string[];
  readonly place: string;
  readonly area?: string;
  /** Days after the meeting. */
  readonly starts: number;
  readonly due: number;
  readonly funds: string;
  readonly output: string;
  readonly target: string;
  readonly evidence: string;
  /** What its owner reported, by days after the meeting. */
  readonly reports: readonly {
    readonly after: number;
    readonly state: ActionState;
    readonly progress: number;
    readonly text: string;
    readonly obstacle?: string;
  }[];
};
export type PlayedDecision = {
  readonly issue: string;
  readonly decision: string;
  /** The agenda item it came from, by its place. */
  readonly item: number;
  readonly actions: readonly PlayedAction[];
};

/** The decisions of the first meeting and a year of follow-up. */
export const decisionsOf2020: readonly PlayedDecision[] = [
  {
    issue: 'Anak yang dijangkau tidak langsung dikenal: tiap instansi punya catatan sendiri',
    decision: 'Satu daftar bersama anak yang dijangkau, dikelola Dinas Sosial',
    item: 2,
    actions: [
      {
        what: 'Menyusun daftar bersama anak yang dijangkau dan cara mengisinya',
        responsible: 'DINSOS_KOTA',
        supporters: ['SATPOL_PP', 'DUKCAPIL'],
        place: 'Dinas Sosial',
        starts: 4,
        due: 90,
        funds: 'APBD, kegiatan rutin',
        output: 'Daftar bersama dipakai',
        target: '1 daftar',
        evidence: 'Berita acara pemakaian',
        reports: [
          {
            after: 40,
            state: 'in_progress',
            progress: 40,
            text: 'Rancangan kolom dibahas dengan Satpol PP.',
          },
          { after: 85, state: 'done', progress: 100, text: 'Daftar dipakai mulai Mei 2020.' },
        ],
      },
    ],
  },
  {
    issue: 'Serah terima anak dari lapangan ke Dinas Sosial lambat',
    decision: 'Anak di bawah 18 tahun diserahkan paling lambat pada hari yang sama',
    item: 2,
    actions: [
      {
        what: 'Menetapkan meja serah terima dan petugas jaga setiap hari',
        responsible: 'SATPOL_PP',
        supporters: ['DINSOS_KOTA'],
        place: 'Mako Satpol PP',
        starts: 7,
        due: 60,
        funds: 'Tanpa biaya',
        output: 'Jadwal petugas jaga',
        target: 'Setiap hari',
        evidence: 'Jadwal bulanan',
        reports: [
          { after: 55, state: 'done', progress: 100, text: 'Jadwal jaga berjalan sejak April 2020.' },
        ],
      },
    ],
  },
  {
    issue: 'Anak putus sekolah kembali ke jalan',
    decision: 'Setiap anak usia sekolah yang dijangkau ditawari kembali sekolah atau kejar paket',
    item: 3,
    actions: [
      {
        what: 'Menunjuk PKBM penerima di tiap kecamatan',
        responsible: 'DISDIK',
        supporters: ['DINSOS_KOTA', 'LKKS'],
        place: '11 kecamatan',
        starts: 30,
        due: 180,
        funds: 'APBD',
        output: 'PKBM penerima',
        target: '11 PKBM',
        evidence: 'Surat penunjukan',
        reports: [
          {
            after: 100,
            state: 'stuck',
            progress: 30,
            text: 'Empat PKBM ditunjuk.',
            obstacle: 'Kegiatan belajar tatap muka dihentikan sementara.',
          },
          {
            after: 320,
            state: 'in_progress',
            progress: 60,
            text: 'Tujuh PKBM ditunjuk; empat kecamatan belum.',
          },
        ],
      },
    ],
  },
  {
    issue: 'Keluarga tidak mengetahui hak dan bantuan yang tersedia',
    decision: 'Kelurahan mengunjungi keluarga anak yang sudah pulang',
    item: 3,
    actions: [
      {
        what: 'Menyusun jadwal kunjungan kelurahan bersama TKSK',
        responsible: 'TKSK',
        supporters: ['DINSOS_KOTA', 'DP3AP2KB'],
        place: 'Seluruh kelurahan',
        starts: 14,
        due: 120,
        funds: 'Operasional kelurahan',
        output: 'Jadwal kunjungan',
        target: '104 kelurahan',
        evidence: 'Jadwal per kelurahan',
        reports: [
          { after: 70, state: 'in_progress', progress: 50, text: 'Jadwal 52 kelurahan selesai.' },
          { after: 300, state: 'in_progress', progress: 80, text: 'Jadwal 83 kelurahan selesai.' },
        ],
      },
    ],
  },
  {
    issue: 'Jalur kekerabatan belum dipakai mencari keluarga',
    decision: 'KAN dan LKAAM membantu mencari mamak anak yang terpisah dari keluarga',
    item: 4,
    actions: [
      {
        what: 'Menunjuk penghubung di tiap nagari',
        responsible: 'LKAAM',
        supporters: ['KAN'],
        place: 'Kota Padang',
        starts: 14,
        due: 150,
        funds: 'Tanpa biaya',
        output: 'Daftar penghubung',
        target: '10 penghubung',
        evidence: 'Surat tugas',
        reports: [{ after: 140, state: 'done', progress: 100, text: 'Sepuluh penghubung ditunjuk.' }],
      },
    ],
  },
];

/** The decisions of the meeting that looked back on it. */
export const decisionsOfEvaluation: readonly PlayedDecision[] = [
  {
    issue: 'Penunjukan PKBM belum lengkap',
    decision: 'Sisa kecamatan memakai PKBM kecamatan tetangga',
    item: 1,
    actions: [
      {
        what: 'Menyepakati PKBM pengganti untuk empat kecamatan',
        responsible: 'DISDIK',
        supporters: ['KESRA'],
        place: 'Empat kecamatan',
        starts: 7,
        due: 60,
        funds: 'Tanpa biaya',
        output: 'Kesepakatan',
        target: '4 kecamatan',
        evidence: 'Surat kesepakatan',
        reports: [{ after: 50, state: 'done', progress: 100, text: 'Kesepakatan ditandatangani.' }],
      },
    ],
  },
];

/** The decisions of this year’s meeting: what is followed up now. */
export const decisionsOfThisYear: readonly PlayedDecision[] = [
  {
    issue: 'Rujukan dijawab lewat tenggat',
    decision: 'Tiap instansi menetapkan petugas meja rujukan dan penggantinya',
    item: 1,
    actions: [
      {
        what: 'Menunjuk petugas meja rujukan dan pengganti di puskesmas',
        responsible: 'DINKES',
        supporters: ['DINSOS_KOTA'],
        place: '23 puskesmas',
        starts: 3,
        due: 45,
        funds: 'Tanpa biaya',
        output: 'Surat tugas',
        target: '23 surat tugas',
        evidence: 'Salinan surat tugas',
        reports: [
          { after: 40, state: 'done', progress: 100, text: 'Semua puskesmas punya petugas dan pengganti.' },
        ],
      },
      {
        what: 'Menjawab rujukan kembali sekolah dalam sepuluh hari kerja',
        responsible: 'DISDIK',
        supporters: ['DINSOS_KOTA'],
        place: 'Kota Padang',
        starts: 3,
        due: 90,
        funds: 'Tanpa biaya',
        output: 'Rujukan terjawab tepat waktu',
        target: '90 persen',
        evidence: 'Laporan bulanan',
        reports: [
          {
            after: 60,
            state: 'stuck',
            progress: 35,
            text: 'Separuh dijawab tepat waktu.',
            obstacle: 'Meja rujukan kosong saat libur sekolah.',
          },
        ],
      },
    ],
  },
  {
    issue: 'Perjumpaan terbanyak di beberapa kelurahan yang sama',
    decision: 'Kecamatan dan karang taruna menjangkau titik itu bersama, tanpa penertiban',
    item: 2,
    actions: [
      {
        what: 'Menjadwalkan penjangkauan bersama dua kali sebulan',
        responsible: 'KEC_13.71.09',
        supporters: ['KARANG_TARUNA', 'TKSK', 'DINSOS_KOTA'],
        place: 'Kuranji',
        area: '13.71.09',
        starts: 14,
        due: 150,
        funds: 'Operasional kecamatan',
        output: 'Penjangkauan bersama',
        target: '10 kali',
        evidence: 'Laporan tiap penjangkauan',
        reports: [
          { after: 45, state: 'in_progress', progress: 30, text: 'Tiga kali berjalan.' },
          {
            after: 100,
            state: 'in_progress',
            progress: 60,
            text: 'Enam kali berjalan; enam anak ditawari pendampingan.',
          },
        ],
      },
      {
        what: 'Menyiapkan lima relawan pendamping sebaya',
        responsible: 'KARANG_TARUNA',
        supporters: ['KNPI'],
        place: 'Kuranji',
        area: '13.71.09',
        starts: 14,
        due: 110,
        funds: 'Swadaya',
        output: 'Relawan terlatih',
        target: '5 relawan',
        evidence: 'Daftar hadir pelatihan',
        reports: [],
      },
    ],
  },
  {
    issue: 'Keluarga dari luar kota kembali ke jalan setelah dipulangkan',
    decision: 'Pemulangan ke daerah asal selalu disertai laporan sosial dan penerima yang bernama jabatan',
    item: 3,
    actions: [
      {
        what: 'Menyepakati penerima di dinas sosial daerah asal',
        responsible: 'DINSOS_PROV',
        supporters: ['DINSOS_KOTA'],
        place: 'Sumatera Barat',
        starts: 7,
        due: 135,
        funds: 'APBD provinsi',
        output: 'Daftar penerima',
        target: '18 kabupaten dan kota',
        evidence: 'Daftar penerima',
        reports: [
          { after: 80, state: 'in_progress', progress: 50, text: 'Sembilan daerah menyepakati penerima.' },
        ],
      },
      {
        what: 'Memakai format laporan sosial yang sama',
        responsible: 'DINSOS_KOTA',
        supporters: ['BAG_HUKUM'],
        place: 'Dinas Sosial',
        starts: 7,
        due: 200,
        funds: 'Tanpa biaya',
        output: 'Format laporan sosial',
        target: '1 format',
        evidence: 'Format yang ditandatangani',
        reports: [
          { after: 90, state: 'in_progress', progress: 70, text: 'Format sedang diperiksa Bagian Hukum.' },
        ],
      },
    ],
  },
];
