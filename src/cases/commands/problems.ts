import { constraintsOf } from '#platform/database/constraints.ts';
import { problemsOf } from '#platform/problems.ts';

problemsOf({
  'case-open-already': {
    status: 409,
    id: 'Anak ini sudah punya kasus terbuka. Jangan buka yang kedua: minta penyelia memasukkan Anda ke tim kasus itu.',
    en: 'This child already has an open case. Do not open a second one: ask the supervisor to add you to its team.',
  },
  'case-closed-before': {
    status: 409,
    id: 'Kasus anak ini pernah ditutup: buka lagi kasus itu, atau tulis mengapa perlu kasus baru.',
    en: 'This child has a closed case: reopen it, or write why a new one is needed.',
  },
  'worker-not-available': {
    status: 422,
    id: 'Pilih pekerja sosial atau penyelia yang masih bertugas di unit Anda.',
    en: 'Choose a social worker or supervisor who is at work in your unit.',
  },
  'case-not-open': {
    status: 409,
    id: 'Kasus ini sudah ditutup. Buka lagi dahulu bila masih ada yang perlu dikerjakan.',
    en: 'This case is closed. Reopen it first if there is still work to do.',
  },
  'case-not-closed': { status: 409, id: 'Kasus ini masih terbuka.', en: 'This case is still open.' },
  'case-cannot-close': {
    status: 422,
    id: 'Kasus belum dapat ditutup: masih ada yang perlu dilengkapi.',
    en: 'The case cannot be closed yet: something is still missing.',
  },
  'stage-by-closing': {
    status: 422,
    id: 'Tahap ini tercapai dengan menutup kasus, bukan dipilih.',
    en: 'This stage is reached by closing the case, not chosen.',
  },
  'factor-twice': {
    status: 422,
    id: 'Satu faktor cukup dicatat sekali dalam satu asesmen.',
    en: 'A factor is recorded once in an assessment.',
  },
  'factor-sealed': {
    status: 422,
    id: 'Faktor ini hanya ditulis di bagian tersegel kasus.',
    en: 'This factor is only written in the sealed part of the case.',
  },
  'factor-other-side': {
    status: 422,
    id: 'Faktor {code} dari sisi lain: dalam atau luar diri anak melekat pada faktornya.',
    en: 'Factor {code} belongs to the other side: within or outside the child comes with the factor.',
  },
  'agency-not-valid': {
    status: 422,
    id: 'Instansi ini tidak ada di daftar yang berlaku.',
    en: 'This agency is not in the list that is valid now.',
  },
  'plan-line-ended': {
    status: 409,
    id: 'Sasaran ini sudah dinyatakan selesai atau dilepas.',
    en: 'This goal was already marked as done or dropped.',
  },
  'visit-before-closing': {
    status: 422,
    id: 'Kunjungan lanjutan terjadi sesudah kasus ditutup; waktu ini sebelumnya.',
    en: 'An aftercare visit comes after the case was closed; this time is before it.',
  },
  'visit-done': { status: 409, id: 'Kunjungan ini sudah dicatat.', en: 'This visit was already recorded.' },
  'alert-answered': {
    status: 409,
    id: 'Pemberitahuan ini sudah dijawab.',
    en: 'This alert was already answered.',
  },
  'glass-not-needed': {
    status: 409,
    id: 'Anda sudah boleh melihat anak ini; akses darurat tidak diperlukan.',
    en: 'You may already see this child; emergency access is not needed.',
  },
  'glass-own': {
    status: 422,
    id: 'Akses darurat ditinjau orang lain, bukan pembukanya.',
    en: 'Emergency access is reviewed by somebody else, not by the one who opened it.',
  },
  'glass-reviewed': {
    status: 409,
    id: 'Akses darurat ini sudah ditinjau.',
    en: 'This emergency access was already reviewed.',
  },
});

constraintsOf({
  case_one_open: { code: 'case-open-already', field: 'personId' },
  case_number_taken: { code: 'busy-try-again' },
  cases_pkey: { code: 'command-id-reused', field: 'caseId' },
  assessments_pkey: { code: 'command-id-reused', field: 'assessmentId' },
  plan_lines_pkey: { code: 'command-id-reused', field: 'planLineId' },
  case_notes_pkey: { code: 'command-id-reused', field: 'noteId' },
  sealed_fields_pkey: { code: 'command-id-reused', field: 'sealedId' },
  break_glass_city_person_id_fkey: { code: 'not-found' },
});
