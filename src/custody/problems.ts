import { constraintsOf } from '#platform/database/constraints.ts';
import { problemsOf } from '#platform/problems.ts';

problemsOf({
  'custody-one-custodian': {
    status: 409,
    id: 'Pada waktu itu sudah ada penanggung jawab lain.',
    en: 'Somebody else is custodian at that time.',
  },
  'custody-negative': {
    status: 422,
    id: 'Waktu ini lebih awal daripada saat penjagaan dimulai.',
    en: 'This time is before the custody began.',
  },
  'custody-time-ahead': {
    status: 422,
    id: 'Waktu ini belum tiba.',
    en: 'This time has not come yet.',
  },
  'custody-before-contact': {
    status: 422,
    id: 'Waktu ini lebih awal daripada saat orang ini ditemui.',
    en: 'This time is before the person was met.',
  },
  'custody-over': {
    status: 409,
    id: 'Penjagaan ini sudah berakhir.',
    en: 'This custody is over.',
  },
  'custody-handed-over': {
    status: 409,
    id: 'Meja Anda sudah mencatat serah terima ini: {to}, {at}. Pernyataan kedua tidak disimpan. Bila serah terima itu keliru, sampaikan kepada penerima atau Dinas Sosial.',
    en: 'Your desk has recorded this hand-over already: {to}, {at}. A second statement was not stored. If that hand-over is wrong, tell the receiver or the social service.',
  },
  'custodian-and-agency-differ': {
    status: 422,
    id: 'Instansi ini bukan jenis penanggung jawab yang dipilih.',
    en: 'This agency is not of the kind of custodian chosen.',
  },
  'agency-missing': { status: 422, id: 'Pilih instansi penerima.', en: 'Choose the receiving agency.' },
  'receiver-missing': {
    status: 422,
    id: 'Tulis siapa yang menerima, dengan nama dan hubungannya.',
    en: 'Write who receives, with name and relation.',
  },
  'end-has-no-receiver': {
    status: 422,
    id: 'Pilihan ini berarti tidak ada yang menerima. Bila seseorang membawa anak ini, pilih pulang bersama keluarga atau serah terima lain.',
    en: 'This says that nobody receives. If somebody takes the person along, choose home with family or another hand-over.',
  },
  'receiver-not-there': {
    status: 422,
    id: 'Petugas ini tidak bekerja di instansi penerima.',
    en: 'This member of staff does not work at the receiving agency.',
  },
  'end-only-for-adults': {
    status: 422,
    id: 'Pilihan ini hanya untuk orang dewasa. Anak dan yang umurnya belum diketahui dijaga sebagai anak.',
    en: 'This is only for adults. A child, and anyone whose age is not known, is protected as a child.',
  },
  'age-contested': {
    status: 422,
    id: 'Umur orang ini pernah dinyatakan di bawah 18 tahun atau belum diketahui, jadi ia dijaga sebagai anak. Penyelia menentukan umurnya.',
    en: 'This person was also said to be under 18 or of unknown age, and so is protected as a child. A supervisor settles the age.',
  },
  'facility-reason-missing': {
    status: 422,
    id: 'LPKS diperuntukkan bagi anak yang berhadapan dengan hukum. Tulis alasan menitipkan anak ini di sana, atau nomor perkara kepolisian.',
    en: 'This facility is meant for children in a legal process. Give the reason for bringing this child there, or the police reference.',
  },
  'hold-reason-missing': {
    status: 422,
    id: 'Anak ini dijaga lebih lama daripada yang diperlukan. Pilih alasannya.',
    en: 'This child was held longer than needed. Choose the reason.',
  },
  'hold-until-too-far': {
    status: 422,
    id: 'Beri batas waktu paling lama 24 jam dari sekarang.',
    en: 'Give a time at most 24 hours from now.',
  },
  'statement-letter-missing': {
    status: 422,
    id: 'Pulang bersama orang tua atau wali disertai surat pernyataan.',
    en: 'Going home with a parent or guardian comes with a statement letter.',
  },
  'feared-persons-not-asked': {
    status: 422,
    id: 'Tanyakan dahulu kepada anak, sendirian: siapa yang ia takuti. Tanpa itu, penyelia harus menjelaskan alasannya.',
    en: 'First ask the child, alone, whom it fears. Without that, a supervisor has to say why.',
  },
  'fears-contradict': {
    status: 422,
    id: 'Anak dicatat tidak takut kepada siapa pun, tetapi ada yang disebut. Pilih bahwa ia takut, atau kosongkan siapa yang disebut.',
    en: 'The child is said to fear nobody, yet somebody is named. Say that it fears someone, or leave out who was named.',
  },
  'receiver-needs-supervisor': {
    status: 422,
    id: 'Ini mungkin orang yang ditakuti anak: penyelia yang memutuskan. Bila penyelia tidak ada, serahkan anak ke Dinas Sosial. Jangan tanyakan apa pun tentang ini kepada penjemput.',
    en: 'This may be the person the child fears: a supervisor decides. If there is none, hand the child to the social service. Do not ask the person who came about it.',
  },
  'supervisor-only': {
    status: 403,
    id: 'Hanya penyelia yang dapat memberi alasan ini.',
    en: 'Only a supervisor can give this reason.',
  },
  'signature-not-flat-png': {
    status: 422,
    id: 'Tanda tangan harus berupa gambar PNG biasa, paling besar 40 kB.',
    en: 'A signature must be a plain PNG picture of at most 40 kB.',
  },
  'gap-not-there': {
    status: 409,
    id: 'Celah ini tidak ada lagi dalam rantai penjagaan.',
    en: 'This gap is no longer in the chain.',
  },
  'step-has-its-own-form': {
    status: 422,
    id: 'Langkah ini dicatat dengan formulirnya sendiri.',
    en: 'This step is recorded with a form of its own.',
  },
  'nothing-to-settle': {
    status: 409,
    id: 'Tidak ada lagi dua pernyataan untuk orang ini.',
    en: 'There are no longer two statements for this person.',
  },
  'belonging-returned': {
    status: 409,
    id: 'Barang ini sudah dikembalikan.',
    en: 'This was already returned.',
  },
  'return-date-past': {
    status: 422,
    id: 'Tanggal kembali sudah lewat.',
    en: 'The return date is past.',
  },
  'complaint-not-outside': {
    status: 422,
    id: 'Pengaduan dibaca oleh instansi di luar unit yang diadukan. Pilih instansi lain.',
    en: 'A complaint is read outside the unit it is about. Choose another agency.',
  },
  'complaint-unread': {
    status: 422,
    id: 'Di instansi itu belum ada yang membaca pengaduan. Pilih instansi lain.',
    en: 'Nobody at that agency reads complaints yet. Choose another agency.',
  },
  'complaint-answered': {
    status: 409,
    id: 'Pengaduan ini sudah dijawab rekan Anda. Muat ulang untuk membacanya.',
    en: 'A colleague has answered this complaint already. Load again to read it.',
  },
});

constraintsOf({
  custody_one_custodian: { code: 'custody-one-custodian', field: 'at' },
  custody_not_negative: { code: 'custody-negative', field: 'at' },
  custody_intervals_pkey: { code: 'command-id-reused', field: 'custodyId' },
  custody_steps_pkey: { code: 'command-id-reused', field: 'stepId' },
  handovers_pkey: { code: 'command-id-reused', field: 'handoverId' },
  belongings_pkey: { code: 'command-id-reused', field: 'belongingId' },
  complaints_pkey: { code: 'command-id-reused', field: 'complaintId' },
  complaint_goes_outside: { code: 'complaint-not-outside', field: 'toAgency' },
});
