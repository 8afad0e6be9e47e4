import type { Messages } from '#platform/messages.ts';

/** The words of an age that was stated differently, and of settling it. */
export const messages = {
  ageTitle: { id: 'Umur', en: 'Age' },
  ageContested: {
    id: 'Umurnya dinyatakan berbeda-beda: dijaga sebagai anak sampai penyelia menentukannya.',
    en: 'The age was stated differently: protected as a child until a supervisor settles it.',
  },
  ageSay: { id: 'Nyatakan umur', en: 'State the age' },
  ageSource: { id: 'Dari mana diketahui', en: 'How it is known' },
  ageYears: { id: 'Umur dalam tahun', en: 'Age in years' },
  ageYearsHint: {
    id: 'Menentukan hanya bila dinyatakan penyelia.',
    en: 'Settles it only when a supervisor states it.',
  },
  ageBirthDate: { id: 'Tanggal lahir menurut dokumen', en: 'Birth date in the document' },
  ageRecorded: { id: 'Umur dicatat', en: 'Age recorded' },
} satisfies Messages;
