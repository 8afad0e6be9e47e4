import type { Messages } from '#web/platform/i18n.ts';

/** How a person is described without being named. */
export const messages = {
  male: { id: 'laki-laki', en: 'male' },
  female: { id: 'perempuan', en: 'female' },
  unknown: { id: 'jenis kelamin belum tahu', en: 'sex not known' },
  ageUnknown: { id: 'umur belum tahu', en: 'age not known' },
  protectedAsChild: {
    id: 'umur belum pasti, dijaga sebagai anak',
    en: 'age not settled, protected as a child',
  },
  years: { id: '{years} th', en: '{years} y' },
  yearsOrOver: { id: '{years} th ke atas', en: '{years} y or over' },
  stated: { id: 'dinyatakan', en: 'stated' },
  documented: { id: 'menurut surat', en: 'by document' },
  assessed: { id: 'dinilai', en: 'assessed' },
  numberless: { id: 'Belum ada kasus', en: 'No case yet' },
} satisfies Messages;
