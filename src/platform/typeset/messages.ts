import type { Messages } from '#platform/messages.ts';

/** The words on every typeset paper. */
export const messages = {
  draft: { id: 'RANCANGAN', en: 'DRAFT' },
  unnumbered: {
    id: 'Rancangan: belum bernomor dan belum berlaku.',
    en: 'Draft: not numbered and not valid yet.',
  },
  verify: { id: 'Periksa keaslian surat ini: {url}', en: 'Check that this letter is genuine: {url}' },
  verifyTitle: { id: 'Keaslian surat', en: 'Is this letter genuine?' },
  genuine: { id: 'Surat dengan kode ini asli.', en: 'A letter with this code is genuine.' },
  issuedBy: { id: 'Diterbitkan oleh', en: 'Issued by' },
  issuedOn: { id: 'Tanggal', en: 'Date' },
  compare: {
    id: 'Cocokkan instansi dan tanggal ini dengan yang tertulis di surat. Isi surat tidak ditampilkan di sini.',
    en: 'Compare this body and date with those on the paper. What the letter says is not shown here.',
  },
  invented: { id: 'Data contoh: bukan surat resmi.', en: 'Sample data: not an official letter.' },
  notGenuine: { id: 'Tidak ada surat dengan kode ini.', en: 'There is no letter with this code.' },
  typedWrong: {
    id: 'Periksa lagi kodenya. Bila kode di surat memang begitu, tanyakan kepada instansi yang namanya tertulis di kop surat.',
    en: 'Check the code again. If the letter does say so, ask the body named in its letterhead.',
  },
} satisfies Messages;
