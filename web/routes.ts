import { aheadOfBoard } from '#web/indicators/ask.ts';
import { messages } from '#web/messages.ts';
import type { RouteEntry } from '#web/platform/router.tsx';

const deskRoles = ['custody_desk', 'social_worker', 'supervisor'] as const;
const custodyRoles = ['field_officer', ...deskRoles] as const;
const childRoles = [
  'social_worker',
  'supervisor',
  'field_officer',
  'custody_desk',
  'partner_desk',
  'area_desk',
  'coordinator',
] as const;

const operationReaders = [
  'field_officer',
  'custody_desk',
  'social_worker',
  'supervisor',
  'coordinator',
  'partner_desk',
  'area_desk',
] as const;

const meetingCallers = ['coordinator', 'supervisor', 'social_worker'] as const;

/**
 * Every screen of the app, one line each: address, code, whose it is, and its place in the navigation.
 * Which place comes first for whom is web/navigation.ts; without a line there the order of this table. Each slice keeps its lines under its own heading.
 */
export const routes: readonly RouteEntry[] = [
  // today
  { path: '/', load: () => import('./today/today.tsx'), navLabel: messages.today, icon: 'today' },

  // operations
  {
    path: '/operasi',
    load: () => import('./operations/operations.tsx'),
    roles: ['field_officer', 'custody_desk', 'social_worker', 'supervisor', 'coordinator'],
    navLabel: messages.operations,
    icon: 'operation',
  },
  {
    path: '/operasi/baru',
    load: () => import('./operations/plan-operation.tsx'),
    roles: ['field_officer', 'custody_desk', 'social_worker', 'supervisor', 'coordinator'],
  },
  {
    path: '/operasi/dilaporkan',
    load: () => import('./operations/reported-operations.tsx'),
    roles: operationReaders,
  },
  {
    path: '/operasi/:operationId',
    load: () => import('./operations/operation.tsx'),
    roles: operationReaders,
  },
  {
    path: '/operasi/:operationId/ubah',
    load: () => import('./operations/plan-operation.tsx'),
    roles: ['field_officer', 'custody_desk', 'social_worker', 'supervisor', 'coordinator'],
  },
  {
    path: '/dasar-hukum',
    load: () => import('./operations/legal-bases.tsx'),
    roles: ['coordinator', 'administrator', 'supervisor', 'social_worker', 'field_officer', 'custody_desk'],
  },

  // encounters
  {
    path: '/catat',
    load: () => import('./encounters/record-encounter.tsx'),
    roles: ['field_officer', 'custody_desk', 'social_worker', 'supervisor'],
    navLabel: messages.encounter,
    icon: 'plus',
  },
  {
    path: '/operasi/:operationId/catat',
    load: () => import('./encounters/record-encounter.tsx'),
    roles: ['field_officer', 'custody_desk', 'social_worker', 'supervisor'],
  },
  {
    path: '/perjumpaan/:encounterId',
    load: () => import('./encounters/encounter.tsx'),
    roles: operationReaders,
  },

  // custody
  {
    path: '/penjagaan',
    load: () => import('./custody/board.tsx'),
    roles: custodyRoles,
    navLabel: messages.custody,
    icon: 'custody',
  },
  { path: '/penjagaan/terima', load: () => import('./custody/take-in.tsx'), roles: custodyRoles },
  { path: '/penjagaan/terima/:personId', load: () => import('./custody/take-in.tsx'), roles: custodyRoles },
  { path: '/penjagaan/serah-terima', load: () => import('./custody/recent.tsx'), roles: custodyRoles },
  {
    path: '/penjagaan/serah-terima/:handoverId',
    load: () => import('./custody/done.tsx'),
    roles: custodyRoles,
  },
  { path: '/penjagaan/dua-pernyataan', load: () => import('./custody/disputes.tsx'), roles: custodyRoles },
  { path: '/penjagaan/barang', load: () => import('./custody/kept.tsx'), roles: deskRoles },
  { path: '/penjagaan/pengaduan', load: () => import('./custody/complain.tsx'), roles: custodyRoles },
  {
    path: '/penjagaan/pengaduan/:personId',
    load: () => import('./custody/complain.tsx'),
    roles: custodyRoles,
  },
  { path: '/penjagaan/:custodyId', load: () => import('./custody/custody.tsx'), roles: custodyRoles },
  {
    path: '/penjagaan/:custodyId/serahkan',
    load: () => import('./custody/hand-over.tsx'),
    roles: custodyRoles,
  },
  {
    path: '/pengaduan',
    load: () => import('./custody/complaints.tsx'),
    roles: ['social_worker', 'supervisor', 'partner_desk', 'coordinator'],
    navLabel: messages.complaints,
    icon: 'voice',
    place: 'topbar',
  },

  // persons
  {
    path: '/anak',
    load: () => import('./persons/children.tsx'),
    roles: childRoles,
    navLabel: messages.children,
    icon: 'child',
  },
  {
    path: '/anak/cari',
    load: () => import('./persons/search.tsx'),
    roles: childRoles.filter((role) => role !== 'coordinator'),
    navLabel: messages.searchChildren,
    icon: 'search',
    place: 'topbar',
  },
  { path: '/anak/:personId/identitas', load: () => import('./persons/identify.tsx'), roles: custodyRoles },
  { path: '/anak/:personId', load: () => import('./today/child.tsx'), roles: childRoles },
  {
    path: '/kemiripan',
    load: () => import('./persons/reviews.tsx'),
    roles: ['supervisor'],
    navLabel: messages.reviews,
    icon: 'near',
  },

  // cases
  {
    path: '/kasus',
    load: () => import('./cases/cases.tsx'),
    roles: ['social_worker', 'supervisor', 'coordinator', 'area_desk'],
    navLabel: messages.cases,
    icon: 'case',
  },
  { path: '/kasus/buka', load: () => import('./cases/open.tsx'), roles: ['social_worker', 'supervisor'] },
  {
    path: '/kasus/darurat',
    load: () => import('./cases/emergency.tsx'),
    roles: ['social_worker', 'supervisor', 'data_protection_officer'],
  },
  {
    path: '/kasus/:caseId',
    load: () => import('./cases/case.tsx'),
    roles: ['social_worker', 'supervisor', 'custody_desk', 'partner_desk', 'area_desk', 'coordinator'],
  },
  {
    path: '/kasus/:caseId/asesmen',
    load: () => import('./cases/assess.tsx'),
    roles: ['social_worker', 'supervisor'],
  },
  {
    path: '/kasus/:caseId/tutup',
    load: () => import('./cases/close.tsx'),
    roles: ['social_worker', 'supervisor'],
  },
  {
    path: '/kunjungan',
    load: () => import('./cases/visits.tsx'),
    roles: ['social_worker', 'supervisor', 'area_desk'],
    navLabel: messages.visits,
    icon: 'home',
  },
  {
    path: '/tinjauan-akses',
    load: () => import('./cases/emergency.tsx'),
    roles: ['data_protection_officer'],
    navLabel: messages.emergency,
    icon: 'key',
  },

  // services
  {
    path: '/program',
    load: () => import('./services/programmes.tsx'),
    navLabel: messages.programmes,
    icon: 'hands',
  },
  {
    path: '/program/baru',
    load: () => import('./services/plan-programme.tsx'),
    roles: ['coordinator', 'supervisor', 'social_worker', 'partner_desk', 'area_desk'],
  },
  {
    path: '/program/keselarasan',
    load: () => import('./services/synchronisation.tsx'),
    roles: ['coordinator', 'supervisor', 'auditor', 'area_desk', 'social_worker'],
  },
  { path: '/program/:programmeId', load: () => import('./services/programme.tsx') },
  {
    path: '/program/:programmeId/ubah',
    load: () => import('./services/plan-programme.tsx'),
    roles: ['coordinator', 'supervisor', 'social_worker', 'partner_desk', 'area_desk'],
  },

  // referrals
  {
    path: '/rujukan',
    load: () => import('./referrals/referrals.tsx'),
    roles: ['social_worker', 'supervisor', 'partner_desk', 'custody_desk', 'area_desk', 'coordinator'],
    navLabel: messages.referrals,
    icon: 'referral',
  },
  {
    path: '/rujukan/masuk',
    load: () => import('./referrals/queue.tsx'),
    roles: ['social_worker', 'supervisor'],
  },
  {
    path: '/rujukan/lewat-waktu',
    load: () => import('./referrals/breaches.tsx'),
    roles: ['supervisor', 'coordinator'],
  },
  {
    path: '/rujukan/:referralId',
    load: () => import('./referrals/referral.tsx'),
    roles: ['social_worker', 'supervisor', 'partner_desk', 'custody_desk', 'area_desk', 'coordinator'],
  },
  {
    path: '/kasus/:caseId/rujuk',
    load: () => import('./referrals/send.tsx'),
    roles: ['social_worker', 'supervisor'],
  },

  // retention
  {
    path: '/retensi',
    load: () => import('./retention/retention.tsx'),
    roles: ['data_protection_officer', 'auditor', 'administrator'],
    navLabel: messages.retention,
    icon: 'lock',
  },
  {
    path: '/penghapusan',
    load: () => import('./retention/requests.tsx'),
    roles: ['supervisor', 'data_protection_officer', 'auditor'],
    navLabel: messages.erasure,
    icon: 'voice',
  },

  // indicators
  {
    path: '/papan',
    load: () => import('./indicators/board.tsx'),
    ahead: aheadOfBoard,
    roles: ['coordinator', 'supervisor', 'auditor', 'area_desk'],
    navLabel: messages.board,
    icon: 'board',
  },

  // meetings
  {
    path: '/rapat',
    load: () => import('./meetings/meetings.tsx'),
    navLabel: messages.meetings,
    icon: 'rakor',
  },
  { path: '/rapat/baru', load: () => import('./meetings/plan-meeting.tsx'), roles: meetingCallers },
  { path: '/rapat/:meetingId', load: () => import('./meetings/meeting.tsx') },
  { path: '/rapat/:meetingId/meja', load: () => import('./meetings/desk.tsx'), roles: meetingCallers },
  {
    path: '/rapat/:meetingId/hadir',
    load: () => import('./meetings/attendances.tsx'),
    roles: [...meetingCallers, 'auditor', 'data_protection_officer'],
  },
  { path: '/rapat/:meetingId/undangan', load: () => import('./meetings/invitations.tsx') },
  { path: '/rapat/:meetingId/layar', load: () => import('./meetings/projector.tsx') },
  { path: '/rapat/:meetingId/surat', load: () => import('./meetings/documents.tsx') },
  {
    path: '/unduhan',
    load: () => import('./meetings/exports.tsx'),
    navLabel: messages.exports,
    icon: 'download',
    roles: ['administrator', ...meetingCallers],
  },
  {
    path: '/rapat/:meetingId/ubah',
    load: () => import('./meetings/plan-meeting.tsx'),
    roles: meetingCallers,
  },
  {
    path: '/tindak-lanjut',
    load: () => import('./meetings/follow-up.tsx'),
    navLabel: messages.followUp,
    icon: 'flag',
  },
  { path: '/tindak-lanjut/:actionId', load: () => import('./meetings/action.tsx') },

  // notices
  {
    path: '/pemberitahuan',
    load: () => import('./notices/inbox.tsx'),
    navLabel: messages.notices,
    icon: 'bell',
    place: 'topbar',
  },
  { path: '/pemberitahuan/atur', load: () => import('./notices/settings.tsx') },

  // registry

  // areas
  {
    path: '/pengaturan',
    load: () => import('./areas/settings.tsx'),
    roles: ['administrator'],
    navLabel: messages.citySettings,
    icon: 'settings',
  },

  // agencies
  {
    path: '/orang',
    load: () => import('./agencies/people.tsx'),
    roles: ['administrator'],
    navLabel: messages.people,
    icon: 'user',
  },
  {
    path: '/tugas',
    load: () => import('./agencies/duties.tsx'),
    roles: ['coordinator', 'administrator'],
    navLabel: messages.duties,
    icon: 'building',
  },
  { path: '/tugas/matriks', load: () => import('./agencies/duty-matrix.tsx') },
  { path: '/tugas/:dutyCode', load: () => import('./agencies/duty.tsx') },
  { path: '/instansi', load: () => import('./agencies/agencies.tsx') },
  { path: '/instansi/:agencyCode', load: () => import('./agencies/agency.tsx') },
  { path: '/orang/undang', load: () => import('./agencies/invite-person.tsx'), roles: ['administrator'] },
  { path: '/orang/lembar', load: () => import('./agencies/invite-from-sheet.tsx'), roles: ['administrator'] },

  // platform

  // session
  { path: '/mulai', load: () => import('./session/first-run.tsx'), open: true },
  { path: '/masuk', load: () => import('./session/sign-in.tsx'), open: true },
  { path: '/kode', load: () => import('./session/use-code.tsx'), open: true },
  { path: '/akun', load: () => import('./session/account.tsx') },
  { path: '/pola', load: () => import('./ui/pattern-sheet.tsx'), demonstration: true },
];
