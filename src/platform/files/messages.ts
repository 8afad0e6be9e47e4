import type { FileProblem } from '#platform/files/rules.ts';
import type { Messages, Text } from '#platform/messages.ts';

/** Why a file is not taken; said by the browser before it is sent, and by the server of what arrived. */
export const fileProblemMessages = {
  'file-empty': { id: 'Berkas ini kosong.', en: 'This file is empty.' },
  'file-too-large': {
    id: 'Berkas ini {megabytes} MB; paling besar 20 MB. Perkecil atau bagi berkasnya, lalu pilih lagi. Isian lain tetap ada.',
    en: 'This file has {megabytes} MB; 20 MB is the most. Make it smaller or split it and choose again. The rest of the form is kept.',
  },
  'file-not-taken': {
    id: 'Jenis berkas ini tidak diterima. Yang diterima: PDF, Word, Excel, PowerPoint, PNG, JPEG.',
    en: 'This kind of file is not taken. Taken are PDF, Word, Excel, PowerPoint, PNG and JPEG.',
  },
  'file-not-what-it-says': {
    id: 'Nama berkas ini berakhir .{says}, tetapi isinya bukan itu. Buka di aplikasinya, simpan ulang sebagai {says}, lalu pilih lagi.',
    en: 'The name of this file ends in .{says}, but that is not what it holds. Open it, save it as {says} again, and choose it anew.',
  },
  'file-with-macros': {
    id: 'Berkas ini berisi makro. Simpan tanpa makro atau sebagai PDF, lalu pilih lagi.',
    en: 'This file holds macros. Save it without them or as PDF, and choose it anew.',
  },
  'file-incomplete': {
    id: 'Berkas belum terkirim seluruhnya. Kirim lagi: yang sudah sampai tidak dikirim ulang.',
    en: 'The file has not arrived whole. Send it again: what has arrived is not sent twice.',
  },
  'file-too-many': {
    id: 'Terlalu banyak berkas Anda yang baru terkirim sebagian. Selesaikan satu dahulu.',
    en: 'Too many of your files have arrived only in part. Finish one first.',
  },
} satisfies Record<FileProblem, Text>;

/** The words of the field for a file. */
export const messages = {
  choose: { id: 'Pilih berkas', en: 'Choose a file' },
  accepted: {
    id: 'PDF, Word, Excel, PowerPoint, PNG atau JPEG, paling besar 20 MB. Tanpa nama anak.',
    en: 'PDF, Word, Excel, PowerPoint, PNG or JPEG, at most 20 MB. No child’s name.',
  },
  sending: { id: 'Mengirim {done} dari {total} bagian', en: 'Sending part {done} of {total}' },
} satisfies Messages;
