import { constraintsOf } from '#platform/database/constraints.ts';
import { problemsOf } from '#platform/problems.ts';

problemsOf({
  'referral-already-answered': {
    status: 409,
    id: 'Rujukan ini sudah dijawab atau ditutup. Muat ulang untuk melihat jawabannya.',
    en: 'This referral has been answered or closed already. Load it again to see the answer.',
  },
  'referral-not-accepted': {
    status: 409,
    id: 'Terima rujukan ini dahulu, lalu tulis hasilnya.',
    en: 'Accept this referral first, then write its result.',
  },
  'referral-paused': {
    status: 409,
    id: 'Jam rujukan ini sudah dijeda.',
    en: 'The clock of this referral is paused already.',
  },
  'referral-not-paused': {
    status: 409,
    id: 'Jam rujukan ini sudah berjalan.',
    en: 'The clock of this referral is running already.',
  },
  'referral-to-itself': {
    status: 422,
    id: 'Rujukan ditujukan kepada instansi lain. Untuk instansi sendiri, tulis di rencana.',
    en: 'A referral goes to another agency. For your own, write it in the plan.',
  },
  'agency-without-duty': {
    status: 422,
    id: 'Instansi ini tidak memegang tugas itu pada hari ini.',
    en: 'This agency does not have that duty today.',
  },
  'disclosure-needs-name': {
    status: 422,
    id: 'Keluarga dan alamat hanya dapat dibuka bersama nama.',
    en: 'Kin and address can only be disclosed together with the name.',
  },
  'referral-case-closed': {
    status: 422,
    id: 'Kasus ini tidak terbuka. Buka kembali kasusnya sebelum merujuk.',
    en: 'This case is not open. Reopen it before referring.',
  },
  'plan-line-of-another-case': {
    status: 422,
    id: 'Baris rencana ini bukan baris terbuka dari kasus ini.',
    en: 'This plan line is not an open line of this case.',
  },
});

// A race that the look before the write missed ends at one of these.
constraintsOf({
  referrals_pkey: { code: 'command-id-reused', field: 'referralId' },
  referral_answered_once: { code: 'referral-already-answered' },
  referral_first_answer_once: { code: 'referral-already-answered' },
  referral_closed_once: { code: 'referral-already-answered' },
  referral_closed_stays: { code: 'referral-already-answered' },
  referral_pause_one: { code: 'referral-paused' },
  referral_to_another: { code: 'referral-to-itself', field: 'toAgency' },
  referral_disclosure_needs_name: { code: 'disclosure-needs-name', field: 'discloses' },
});
