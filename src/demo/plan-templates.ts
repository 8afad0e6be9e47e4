// Goals a plan in the demonstration may hold, with the agency whose duty it is and what both sides write.

import type { ReferralSent } from './events.ts';

export type PlanTemplate = Readonly<{
  goal: string;
  service: string;
  agency: string;
  duty: string;
  clockDays: number;
  weight: number;
  question: string;
  discloses: ReferralSent['discloses'];
  accepted: string;
  completed: string;
  declined: string;
}>;

export const planTemplates: readonly PlanTemplate[] = [
  {
    goal: 'Kembali belajar',
    service: 'ACCESSIBILITY',
    agency: 'DISDIK',
    duty: 'SCHOOL_RETURN',
    clockDays: 10,
    weight: 26,
    question: 'Mohon sekolah atau PKBM terdekat, beserta bantuan seragam.',
    discloses: ['name', 'age', 'sex', 'area', 'school', 'guardian_contact'],
    accepted: 'Diterima, dicarikan sekolah terdekat.',
    completed: 'Terdaftar di PKBM, mulai minggu depan.',
    declined: 'Data kelas terakhir belum ada, mohon dilengkapi.',
  },
  {
    goal: 'Sehat: pemeriksaan umum dan imunisasi yang tertinggal',
    service: 'THERAPY',
    agency: 'DINKES',
    duty: 'HEALTH_CHECK',
    clockDays: 3,
    weight: 26,
    question: 'Batuk lama, berat badan turun. Mohon periksa dan catat imunisasi yang tertinggal.',
    discloses: ['name', 'age', 'sex', 'health', 'guardian_contact'],
    accepted: 'Diterima, dijadwalkan di puskesmas.',
    completed: 'Sudah diperiksa, obat diberikan, kontrol dua minggu lagi.',
    declined: 'Alamat di luar wilayah puskesmas, mohon dialihkan.',
  },
  {
    goal: 'Akta kelahiran dan KIA ada',
    service: 'ACCESSIBILITY',
    agency: 'DUKCAPIL',
    duty: 'IDENTITY_DOCUMENTS',
    clockDays: 5,
    weight: 20,
    question: 'Mohon penelusuran akta dan penerbitan KIA.',
    discloses: ['name', 'age', 'sex', 'nik', 'kin'],
    accepted: 'Diterima, dicocokkan dengan data keluarga.',
    completed: 'Akta dan KIA terbit, dapat diambil.',
    declined: 'Belum ada data orang tua, mohon dilengkapi.',
  },
  {
    goal: 'Keluarga ditelusuri',
    service: 'FAMILY_SUPPORT',
    agency: 'DUKCAPIL',
    duty: 'FAMILY_TRACING',
    clockDays: 5,
    weight: 8,
    question: 'Mohon bantu mencocokkan nama orang tua yang disebut anak.',
    discloses: ['name', 'age', 'sex', 'kin'],
    accepted: 'Diterima, sedang dicari.',
    completed: 'Keluarga ditemukan, alamat dikirim lewat surat.',
    declined: 'Nama terlalu umum, mohon nama kakek atau nagari.',
  },
  {
    goal: 'Ibu dan anak mendapat konseling',
    service: 'FAMILY_SUPPORT',
    agency: 'DP3AP2KB',
    duty: 'VIOLENCE_CASE',
    clockDays: 1,
    weight: 7,
    question: 'Mohon pendampingan; rincian diberikan saat bertemu.',
    discloses: ['age', 'sex'],
    accepted: 'Diterima, pendamping ditunjuk hari ini.',
    completed: 'Pendampingan berjalan, nomor layanan disimpan pendamping.',
    declined: 'Bukan kekerasan, disarankan konseling keluarga.',
  },
  {
    goal: 'Anak mendapat pengasuhan pengganti yang sesuai',
    service: 'CARE',
    agency: 'LKSA',
    duty: 'SUBSTITUTE_CARE',
    clockDays: 10,
    weight: 7,
    question: 'Mohon tempat pengasuhan sementara, dekat sekolahnya.',
    discloses: ['name', 'age', 'sex', 'health', 'school'],
    accepted: 'Diterima, kamar disiapkan.',
    completed: 'Anak sudah tinggal bersama kami, sekolah berlanjut.',
    declined: 'Belum ada tempat bulan ini.',
  },
  {
    goal: 'Mamak ikut mengasuh',
    service: 'FAMILY_SUPPORT',
    agency: 'KAN',
    duty: 'KINSHIP_SEARCH',
    clockDays: 10,
    weight: 8,
    question: 'Mohon bantu mencari mamak dari pihak ibu dan menanyakan kesediaannya.',
    discloses: ['name', 'kin'],
    accepted: 'Diterima, ditanyakan kepada kaum.',
    completed: 'Mamak ditemukan dan bersedia, tertulis.',
    declined: 'Kaum tidak dikenal di nagari ini.',
  },
  {
    goal: 'Ada teman pendamping di kampung',
    service: 'CARE',
    agency: 'KARANG_TARUNA',
    duty: 'MENTORING',
    clockDays: 10,
    weight: 5,
    question: 'Mohon satu relawan untuk menemani kegiatan sore.',
    discloses: ['age', 'sex', 'area'],
    accepted: 'Diterima, relawan ditunjuk.',
    completed: 'Anak ikut kegiatan olahraga dua kali seminggu.',
    declined: 'Belum ada relawan di kelurahan itu.',
  },
  {
    goal: 'Anak didampingi dalam perkara',
    service: 'ACCESSIBILITY',
    agency: 'BAG_HUKUM',
    duty: 'LEGAL_AID',
    clockDays: 5,
    weight: 4,
    question: 'Mohon bantuan hukum; hanya nomor perkara yang dibuka.',
    discloses: ['age', 'sex'],
    accepted: 'Diterima, penasihat hukum ditunjuk.',
    completed: 'Pendampingan selesai, surat disimpan pengirim.',
    declined: 'Perkara sudah didampingi lembaga lain.',
  },
];

/** Goals the social service reaches by itself. */
export const ownGoals: readonly (readonly [goal: string, service: string])[] = [
  ['Ibu punya penghasilan tetap: modal usaha kecil', 'SOCIAL_AID'],
  ['Bimbingan sosial mingguan', 'THERAPY'],
  ['Perlengkapan sekolah', 'SOCIAL_AID'],
  ['Kursus keterampilan', 'VOCATIONAL'],
  ['Kebutuhan makan selama di rumah singgah', 'DECENT_LIVING'],
];
