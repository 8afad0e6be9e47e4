import { constraintsOf } from '#platform/database/constraints.ts';
import { problemsOf } from '#platform/problems.ts';

problemsOf({
  'decision-not-in-state': {
    status: 409,
    id: 'Keputusan ini sudah disahkan atau ditarik; isinya tidak berubah lagi.',
    en: 'This decision has been adopted or withdrawn; its words no longer change.',
  },
  'decision-incomplete': {
    status: 422,
    id: 'Keputusan ini belum dapat disahkan.',
    en: 'This decision can not be adopted yet.',
  },
  'decision-without-action': {
    status: 422,
    id: 'Belum ada rencana tindak lanjut. Tulis sedikitnya satu, dengan penanggung jawab dan tenggat.',
    en: 'There is no action yet. Write at least one, with who answers for it and a due day.',
  },
  'action-without-owner': {
    status: 422,
    id: 'Tindak lanjut {number} belum punya penanggung jawab.',
    en: 'Nobody answers yet for action {number}.',
  },
  'action-without-day': {
    status: 422,
    id: 'Tindak lanjut {number} belum punya tenggat.',
    en: 'Action {number} has no due day yet.',
  },
  'action-day-gone': {
    status: 422,
    id: 'Tenggat tindak lanjut {number} sudah lewat.',
    en: 'The due day of action {number} has passed.',
  },
  'meeting-not-held': {
    status: 409,
    id: 'Keputusan disahkan setelah rapatnya berlangsung.',
    en: 'A decision is adopted once its meeting has been held.',
  },
  'meeting-cancelled': {
    status: 409,
    id: 'Rapat ini dibatalkan; tidak ada keputusan darinya.',
    en: 'This meeting was cancelled; nothing is decided by it.',
  },
  'action-due-day': {
    status: 422,
    id: 'Tenggat tidak boleh sebelum hari mulai, dan tidak lebih dari lima tahun lagi.',
    en: 'The due day can not be before the start, nor more than five years ahead.',
  },
  'action-supports-itself': {
    status: 422,
    id: 'Penanggung jawab tidak disebut lagi sebagai pendukung.',
    en: 'Who answers for it is not named again as a supporter.',
  },
  'action-agency-unknown': {
    status: 422,
    id: 'Instansi ini tidak ada dalam daftar kota pada hari ini.',
    en: 'This agency is not in the city’s list today.',
  },
  'action-area-unknown': {
    status: 422,
    id: 'Wilayah ini bukan kecamatan atau kelurahan di kota ini.',
    en: 'This is no district or village of this city.',
  },
  'decision-figure-of-city': {
    status: 422,
    id: 'Angka penanganan hanya ada untuk seluruh kota.',
    en: 'Figures on care are there for the whole city only.',
  },
  'decision-target-share': {
    status: 422,
    id: 'Sasaran sebuah bagian ada di antara 0 dan 100 persen.',
    en: 'The target of a share lies between 0 and 100 per cent.',
  },
  'action-not-adopted': {
    status: 409,
    id: 'Keputusannya belum disahkan; belum ada yang dilaporkan.',
    en: 'Its decision has not been adopted; there is nothing to report yet.',
  },
  'action-closed': {
    status: 409,
    id: 'Tindak lanjut ini sudah selesai atau dibatalkan.',
    en: 'This action has been done or cancelled.',
  },
  'action-open': {
    status: 409,
    id: 'Tindak lanjut ini masih terbuka.',
    en: 'This action is still open.',
  },
  'report-without-obstacle': {
    status: 422,
    id: 'Tulis apa yang menghalangi.',
    en: 'Write what stands in the way.',
  },
  'report-progress': {
    status: 422,
    id: 'Persentase tidak cocok dengan keadaannya: belum mulai 0, selesai 100, berjalan di antaranya.',
    en: 'The percentage does not fit the state: not started is 0, done is 100, under way lies between.',
  },
});

constraintsOf({
  decisions_pkey: { code: 'command-id-reused', field: 'decisionId' },
  actions_pkey: { code: 'command-id-reused', field: 'actionId' },
  action_updates_pkey: { code: 'command-id-reused', field: 'updateId' },
  action_period: { code: 'action-due-day', field: 'dueOn' },
  action_adopted: { code: 'decision-incomplete' },
});
