import type { Message } from '#web/platform/i18n.ts';
import type { Role } from '#web/platform/roles.ts';

/** What each role is called on screen. */
export const roleWords = {
  field_officer: { id: 'Petugas lapangan', en: 'Field officer' },
  custody_desk: { id: 'Meja penjagaan', en: 'Custody desk' },
  social_worker: { id: 'Pekerja sosial', en: 'Social worker' },
  supervisor: { id: 'Penyelia', en: 'Supervisor' },
  partner_desk: { id: 'Meja rujukan', en: 'Partner desk' },
  area_desk: { id: 'Meja wilayah', en: 'Area desk' },
  coordinator: { id: 'Koordinator kota', en: 'City coordinator' },
  community_body: { id: 'Lembaga masyarakat', en: 'Community body' },
  data_protection_officer: { id: 'Petugas pelindungan data', en: 'Data protection officer' },
  auditor: { id: 'Auditor', en: 'Auditor' },
  administrator: { id: 'Pengelola akun', en: 'Administrator' },
} satisfies Record<Role, Message>;
