import { missingMessages } from '#meetings/messages/documents.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import { problemsOf } from '#platform/problems.ts';

const notYet = (code: keyof typeof missingMessages) => ({ status: 409, ...missingMessages[code] });

problemsOf({
  'meeting-called-off': notYet('meeting-called-off'),
  'nobody-invited': notYet('nobody-invited'),
  'no-minutes': notYet('no-minutes'),
  'nothing-adopted': notYet('nothing-adopted'),
  'letter-not-issued': {
    status: 409,
    id: 'Undangan rapat ini belum diterbitkan. Terbitkan dahulu, lalu unduh.',
    en: 'The invitation of this meeting has not been issued yet. Issue it first, then download.',
  },
  'export-decided': {
    status: 409,
    id: 'Permintaan unduhan ini sudah diputuskan.',
    en: 'This has been decided already.',
  },
  'export-own': {
    status: 403,
    id: 'Permintaan sendiri disetujui oleh orang lain.',
    en: 'What you asked for yourself is allowed by somebody else.',
  },
  'export-needed': {
    status: 409,
    id: 'Dokumen ini memuat lebih dari 50 nama. Ajukan unduhan; orang kedua yang menyetujuinya.',
    en: 'This paper names more than 50 people. Ask for it; a second person has to allow it.',
  },
});

constraintsOf({
  letters_pkey: { code: 'command-id-reused', field: 'letterId' },
  exports_pkey: { code: 'command-id-reused', field: 'exportId' },
});
