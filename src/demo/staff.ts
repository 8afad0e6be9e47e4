// The cast: one or more invented people for every row of "People"; the sign-in page of a demonstration offers them by name.

import type { DemoStaff } from './events.ts';

export const cast = [
  {
    username: 'rina.peksos',
    name: 'Rina Marlis',
    role: 'social_worker',
    agency: 'DINSOS_KOTA',
    area: null,
    does: {
      id: 'Pekerja sosial, Dinas Sosial: kasusnya sendiri, lengkap',
      en: 'Social worker: her own cases in full',
    },
  },
  {
    username: 'toni.peksos',
    name: 'Toni Firmansyah',
    role: 'social_worker',
    agency: 'DINSOS_KOTA',
    area: null,
    does: {
      id: 'Pekerja sosial, Dinas Sosial: kasusnya sendiri, lengkap',
      en: 'Social worker: his own cases in full',
    },
  },
  {
    username: 'hendri.penyelia',
    name: 'Hendri Saputra',
    role: 'supervisor',
    agency: 'DINSOS_KOTA',
    area: null,
    does: {
      id: 'Penyelia, Dinas Sosial: kasus satu unit, lengkap',
      en: 'Supervisor: the cases of his unit in full',
    },
  },
  {
    username: 'nelmi.jangkau',
    name: 'Nelmi Fitria',
    role: 'field_officer',
    agency: 'DINSOS_KOTA',
    area: null,
    does: {
      id: 'Tim penjangkauan, Dinas Sosial: anak dalam operasi berjalan',
      en: 'Outreach: the children of the current operation',
    },
  },
  {
    username: 'afdal.lapangan',
    name: 'Afdal Zikri',
    role: 'field_officer',
    agency: 'SATPOL_PP',
    area: null,
    does: {
      id: 'Anggota tim lapangan, Satpol PP: anak dalam operasi berjalan',
      en: 'Field officer: the children of the current operation',
    },
  },
  {
    username: 'rahma.tksk',
    name: 'Rahma Yuliani',
    role: 'field_officer',
    agency: 'TKSK',
    area: '13.71.09',
    does: {
      id: 'TKSK Kecamatan Kuranji: operasi berjalan dan kunjungan',
      en: 'District welfare worker: operations and visits',
    },
  },
  {
    username: 'yenti.mako',
    name: 'Yenti Oktavia',
    role: 'custody_desk',
    agency: 'SATPOL_PP',
    area: null,
    does: {
      id: 'Meja penjagaan, Mako Satpol PP: anak yang dijaga sekarang',
      en: 'Custody desk: the children held now',
    },
  },
  {
    username: 'putri.singgah',
    name: 'Nadya Putri',
    role: 'custody_desk',
    agency: 'RUMAH_SINGGAH_AIR_PACAH',
    area: null,
    does: {
      id: 'Pengasuh, Rumah Singgah Air Pacah: anak yang tinggal sekarang',
      en: 'Shelter: the children staying now',
    },
  },
  {
    username: 'mira.dinkes',
    name: 'Mira Lestari',
    role: 'partner_desk',
    agency: 'DINKES',
    area: null,
    does: {
      id: 'Meja rujukan, Dinas Kesehatan: isi rujukan, selama terbuka',
      en: 'Health desk: what an open referral discloses',
    },
  },
  {
    username: 'desi.disdik',
    name: 'Desi Ratna',
    role: 'partner_desk',
    agency: 'DISDIK',
    area: null,
    does: {
      id: 'Meja rujukan, Dinas Pendidikan: isi rujukan, selama terbuka',
      en: 'Education desk: what an open referral discloses',
    },
  },
  {
    username: 'wati.dp3a',
    name: 'Wati Anggraini',
    role: 'partner_desk',
    agency: 'DP3AP2KB',
    area: null,
    does: {
      id: 'Meja rujukan, DP3AP2KB: isi rujukan, selama terbuka',
      en: 'Child protection desk: what an open referral discloses',
    },
  },
  {
    username: 'ilham.dukcapil',
    name: 'Ilham Syahputra',
    role: 'partner_desk',
    agency: 'DUKCAPIL',
    area: null,
    does: {
      id: 'Meja rujukan, Dukcapil: isi rujukan, selama terbuka',
      en: 'Civil registry desk: what an open referral discloses',
    },
  },
  {
    username: 'gusti.hukum',
    name: 'Gusti Ramadhan',
    role: 'partner_desk',
    agency: 'BAG_HUKUM',
    area: null,
    does: {
      id: 'Meja rujukan, Bagian Hukum: isi rujukan, selama terbuka',
      en: 'Legal desk: what an open referral discloses',
    },
  },
  {
    username: 'lina.lksa',
    name: 'Lina Marlina',
    role: 'partner_desk',
    agency: 'LKSA',
    area: null,
    does: {
      id: 'Meja rujukan, LKSA: isi rujukan, selama terbuka',
      en: 'Care institution desk: what an open referral discloses',
    },
  },
  {
    username: 'zul.kuranji',
    name: 'Zulhendri',
    role: 'area_desk',
    agency: 'KEC_13.71.09',
    area: '13.71.09',
    does: {
      id: 'Kasi Kesos, Kecamatan Kuranji: warga wilayahnya, seperlunya',
      en: 'District desk: residents of the area, as needed',
    },
  },
  {
    username: 'eva.korong',
    name: 'Eva Susanti',
    role: 'area_desk',
    agency: 'KEL_13.71.09.1006',
    area: '13.71.09.1006',
    does: {
      id: 'Kasi PM, Kelurahan Korong Gadang: warga wilayahnya, seperlunya',
      en: 'Village desk: residents of the area, as needed',
    },
  },
  {
    username: 'fauzan.kesra',
    name: 'Fauzan Ilham',
    role: 'coordinator',
    agency: 'KESRA',
    area: null,
    does: {
      id: 'Koordinator, Bagian Kesra: angka kota, inisial saja',
      en: 'Coordinator: the city figures, initials only',
    },
  },
  {
    username: 'datuk.kan',
    name: 'Syafrizal Dt. Rajo Nan Sati',
    role: 'community_body',
    agency: 'KAN',
    area: null,
    does: {
      id: 'Kerapatan Adat Nagari: yang diminta bantuannya saja',
      en: 'Customary council: only what it is asked to help with',
    },
  },
  {
    username: 'bayu.karangtaruna',
    name: 'Bayu Pratama',
    role: 'community_body',
    agency: 'KARANG_TARUNA',
    area: null,
    does: {
      id: 'Karang Taruna: yang diminta bantuannya saja',
      en: 'Youth body: only what it is asked to help with',
    },
  },
  {
    username: 'silvia.pdp',
    name: 'Silvia Rahman',
    role: 'data_protection_officer',
    agency: 'SETDA',
    area: null,
    does: {
      id: 'Petugas pelindungan data: catatan akses, bukan isinya',
      en: 'Data protection officer: the access log, not its contents',
    },
  },
  {
    username: 'arman.inspektorat',
    name: 'Arman Hidayat',
    role: 'auditor',
    agency: 'INSPEKTORAT',
    area: null,
    does: { id: 'Auditor, Inspektorat: catatan akses', en: 'Auditor: the access log' },
  },
  {
    username: 'dodi.admin',
    name: 'Dodi Kurniawan',
    role: 'administrator',
    agency: 'DISKOMINFO',
    area: null,
    does: {
      id: 'Pengelola sistem: petugas dan pengaturan, tidak melihat anak',
      en: 'Administrator: staff and settings, sees no child',
    },
  },
] as const satisfies readonly DemoStaff[];

export type Username = (typeof cast)[number]['username'];
