import type { Messages } from '#platform/messages.ts';

/** The words of every printed paper. */
export const messages = {
  number: { id: 'Nomor', en: 'Number' },
  purpose: { id: 'Keperluan', en: 'Purpose' },
  printedBy: { id: 'Dicetak oleh {name} ({agency}), {when}.', en: 'Printed by {name} ({agency}), {when}.' },
  recorded: { id: 'Pencetakan ini tercatat.', en: 'This printing is recorded.' },
  howToPrint: {
    id: 'Cetak dari peramban (Ctrl+P), kertas A4. Kotak ini tidak ikut tercetak.',
    en: 'Print from the browser (Ctrl+P) on A4 paper. This box is not printed.',
  },
  signatureRoom: { id: 'tanda tangan basah', en: 'signature in ink' },
  onScreen: { id: 'Ditandatangani di layar', en: 'Signed on screen' },
  nobody: { id: '(nama terang)', en: '(name in full)' },
} satisfies Messages;
