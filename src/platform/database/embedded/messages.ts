/** What the start of the embedded database says, one line each. */
export const messages = {
  id: {
    moved: (folder: string) =>
      `Dijalankan sebagai root dari folder yang tertutup: basis data berjalan sebagai nobody, datanya di ${folder}.`,
    making: (folder: string) => `Menyiapkan basis data di ${folder} (sekali saja) …`,
    orphan: 'Basis data sebelumnya masih berjalan; dihentikan dahulu …',
    recovering: 'Basis data sedang memulihkan diri setelah berhenti mendadak …',
    again: 'Basis data berhenti sendiri; dijalankan lagi …',
  },
  en: {
    moved: (folder: string) =>
      `Started as root from a closed folder: the database runs as nobody and keeps its data in ${folder}.`,
    making: (folder: string) => `Making the database in ${folder} (once) …`,
    orphan: 'The earlier database still runs; stopping it first …',
    recovering: 'The database is recovering from its sudden end …',
    again: 'The database ended by itself; starting it again …',
  },
} as const;
