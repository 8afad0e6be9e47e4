import { missingMessages } from '#meetings/messages/documents.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import { problemsOf } from '#platform/problems.ts';

const notYet = (code: keyof typeof missingMessages) => ({ status: 409, ...missingMessages[code] });

problemsOf({
  'meeting-called-off': notYet('meeting-called-off'),
  'nobody-invited': notYet('nobody-invited'),
  'letter-not-issued': {
    status: 409,
    id: 'Undangan rapat ini belum diterbitkan. Terbitkan dahulu, lalu unduh.',
    en: 'The invitation of this meeting has not been issued yet. Issue it first, then download.',
  },
  'export-needed': {
    status: 409,
    id: 'Dokumen ini memuat lebih dari 50 nama. Ajukan unduhan; orang kedua yang menyetujuinya.',
    en: 'This paper names more than 50 people. Ask for it; a second person has to allow it.',
  },
});

constraintsOf({ letters_pkey: { code: 'command-id-reused', field: 'letterId' } });
