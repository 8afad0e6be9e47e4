import { constraintsOf } from '#platform/database/constraints.ts';
import { problemsOf } from '#platform/problems.ts';

problemsOf({
  'programme-owner-not-own': {
    status: 403,
    id: 'Hanya koordinator yang menulis program milik instansi lain.',
    en: 'Only the coordinator writes down a programme of another agency.',
  },
  'programme-owner-without-duty': {
    status: 422,
    id: 'Pemilik program tidak memegang tugas ini pada hari mulainya. Pilih pemegangnya, atau catat dahulu tugasnya.',
    en: 'The owner does not have this duty on the first day. Choose who has it, or note the duty first.',
  },
  'programme-ends-before': {
    status: 422,
    id: 'Hari terakhir tidak boleh sebelum hari mulai.',
    en: 'The last day cannot be before the first.',
  },
  'cohort-needs-end': {
    status: 422,
    id: 'Angkatan punya hari terakhir dan jumlah tempat.',
    en: 'A cohort has a last day and a number of places.',
  },
  'programme-changed': {
    status: 409,
    id: 'Program ini sudah diubah orang lain. Muat ulang, lalu ubah lagi.',
    en: 'Somebody else has changed this programme. Load it again, then change it.',
  },
  'programme-not-open': {
    status: 422,
    id: 'Program ini sudah berakhir atau dibatalkan.',
    en: 'This programme has ended or was cancelled.',
  },
  'programme-full': {
    status: 409,
    id: 'Semua tempat dalam program ini sudah terisi.',
    en: 'All places of this programme are taken.',
  },
  'already-enrolled': {
    status: 409,
    id: 'Anak ini sudah punya tempat dalam program ini.',
    en: 'This child has a place in this programme already.',
  },
  'child-not-asked': {
    status: 422,
    id: 'Tanyakan dahulu kepada anak. Tanpa jawabannya anak tidak diikutsertakan.',
    en: 'Ask the child first. Without its answer it does not take part.',
  },
  'place-ended': {
    status: 409,
    id: 'Tempat ini sudah berakhir.',
    en: 'This place has ended already.',
  },
  'session-outside': {
    status: 422,
    id: 'Hari ini di luar masa program.',
    en: 'This day is outside the time of the programme.',
  },
  'place-of-another-programme': {
    status: 422,
    id: 'Salah satu tempat bukan bagian program ini, atau sudah berakhir.',
    en: 'One of the places is not of this programme, or has ended.',
  },
  'complaint-reader-inside': {
    status: 422,
    id: 'Pengaduan dibaca instansi di luar tuan rumah, pemilik, dan mitra program. Pilih instansi lain.',
    en: 'A complaint is read outside the host, the owner and the partners of the programme. Choose another agency.',
  },
});

constraintsOf({
  programmes_pkey: { code: 'command-id-reused', field: 'programmeId' },
  enrolments_pkey: { code: 'command-id-reused', field: 'enrolmentId' },
  programme_sessions_pkey: { code: 'command-id-reused', field: 'sessionId' },
  programme_outcomes_pkey: { code: 'command-id-reused', field: 'outcomeId' },
  enrolment_open_once: { code: 'already-enrolled', field: 'personId' },
});
