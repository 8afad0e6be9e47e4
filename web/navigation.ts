import type { Role } from '#web/platform/roles.ts';

// What each role comes for first. On a phone the first four have a place of their own, the others are under "Lainnya".
const firstPlaces = {
  field_officer: ['/', '/operasi', '/catat', '/anak', '/penjagaan'],
  custody_desk: ['/', '/penjagaan', '/anak', '/catat', '/rujukan', '/operasi'],
  social_worker: ['/', '/anak', '/kasus', '/rujukan', '/penjagaan', '/operasi', '/catat', '/papan'],
  supervisor: ['/', '/kasus', '/anak', '/rujukan', '/penjagaan', '/operasi', '/catat', '/papan'],
  partner_desk: ['/', '/rujukan', '/tindak-lanjut', '/anak', '/operasi', '/papan'],
  area_desk: ['/', '/kunjungan', '/tindak-lanjut', '/anak', '/kasus', '/rujukan', '/operasi', '/papan'],
  coordinator: ['/', '/papan', '/rapat', '/tindak-lanjut', '/rujukan', '/kasus', '/anak', '/operasi'],
  community_body: ['/', '/rapat', '/tindak-lanjut', '/papan'],
  data_protection_officer: ['/', '/tinjauan-akses', '/papan'],
  auditor: ['/', '/tinjauan-akses', '/papan'],
  administrator: ['/', '/orang', '/pengaturan'],
} satisfies Record<Role, readonly string[]>;

/** The places of the navigation in the order in which this role needs them; what is not named follows as it stands. */
export function inOrderFor<Place extends { path: string }>(role: Role, places: readonly Place[]): Place[] {
  const wanted: readonly string[] = firstPlaces[role];
  const rank = (place: Place) => (wanted.includes(place.path) ? wanted.indexOf(place.path) : wanted.length);
  return [...places].sort((a, b) => rank(a) - rank(b));
}
