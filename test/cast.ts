// Invented people; each name implies a role, and several a standing. Nothing here is anyone real.
import type { StaffRole } from '#platform/roles.ts';

export type CastMember = {
  readonly username: string;
  readonly name: string;
  readonly agencyCode: string;
  readonly role: StaffRole;
  readonly areaCode: string | null;
};

const member = (
  username: string,
  name: string,
  agencyCode: string,
  role: StaffRole,
  areaCode: string | null = null,
): CastMember => ({ username, name, agencyCode, role, areaCode });

export const cast = [
  member('rina.lapangan', 'Rina Lapangan', 'SATPOL_PP', 'field_officer'),
  member('doni.lapangan', 'Doni Lapangan', 'SATPOL_PP', 'field_officer'),
  member('tika.penjangkau', 'Tika Penjangkau', 'DINSOS_KOTA', 'field_officer'),
  member('beni.mako', 'Beni Mako', 'SATPOL_PP', 'custody_desk'),
  member('yeni.rumahsinggah', 'Yeni Rumah Singgah', 'RUMAH_SINGGAH_AIR_PACAH', 'custody_desk'),
  member('sari.peksos', 'Sari Peksos', 'DINSOS_KOTA', 'social_worker'),
  member('budi.peksos', 'Budi Peksos', 'DINSOS_KOTA', 'social_worker'),
  member('dewi.penyelia', 'Dewi Penyelia', 'DINSOS_KOTA', 'supervisor'),
  member('hadi.dinkes', 'Hadi Dinkes', 'DINKES', 'partner_desk'),
  member('nita.disdik', 'Nita Disdik', 'DISDIK', 'partner_desk'),
  member('arif.kuranji', 'Arif Kuranji', 'KEL_13.71.09.1007', 'area_desk', '13.71.09.1007'),
  member('lina.kecamatan', 'Lina Kecamatan', 'KEC_13.71.09', 'area_desk', '13.71.09'),
  member('eko.kesra', 'Eko Kesra', 'KESRA', 'coordinator'),
  member('uni.lkaam', 'Uni Lkaam', 'LKAAM', 'community_body'),
  member('putri.ppd', 'Putri PPD', 'SETDA', 'data_protection_officer'),
  member('joko.auditor', 'Joko Auditor', 'INSPEKTORAT', 'auditor'),
  member('agus.admin', 'Agus Admin', 'DISKOMINFO', 'administrator'),
] as const satisfies readonly CastMember[];
