import type { Messages } from '#platform/messages.ts';

/** The words about the papers that are brought to a meeting. */
export const paperMessages = {
  title: { id: 'Bahan rapat', en: 'Papers' },
  one: { id: 'bahan rapat', en: 'the papers' },
  open: { id: 'Unduh', en: 'Download' },
  none: { id: 'Belum ada bahan.', en: 'No papers yet.' },
  add: { id: 'Tambah bahan', en: 'Add a paper' },
  send: { id: 'Kirim bahan', en: 'Send the paper' },
  sent: { id: 'Bahan tersimpan', en: 'Paper kept' },
  letter: { id: 'Unduh undangan', en: 'Download the invitation' },
  file: { id: 'Berkas', en: 'File' },
  name: { id: 'Judul', en: 'Title' },
  speaker: { id: 'Milik narasumber', en: 'Paper of the speaker' },
  bytes: { id: '{size} MB', en: '{size} MB' },
} satisfies Messages;
