import type { Locale, Text } from '#platform/messages.ts';
import { say } from '#platform/messages.ts';

type Entry = Text & { readonly status: number };

// Every way a request can be refused, in one list. Codes are stable; texts name no guilt and no person.
export const catalogue = {
  'not-signed-in': { status: 401, id: 'Masuk dahulu untuk melanjutkan.', en: 'Sign in to go on.' },
  'sign-in-refused': {
    status: 401,
    id: 'Nama pengguna atau kata sandi tidak cocok.',
    en: 'User name and password do not match.',
  },
  'too-many-tries': {
    status: 429,
    id: 'Terlalu banyak percobaan. Coba lagi beberapa menit lagi.',
    en: 'Too many tries. Try again in a few minutes.',
  },
  'code-refused': {
    status: 401,
    id: 'Kode tidak cocok atau sudah lewat waktunya. Minta kode baru kepada administrator.',
    en: 'The code does not match or has run out. Ask the administrator for a new one.',
  },
  'not-allowed': { status: 403, id: 'Peran Anda tidak melakukan ini.', en: 'Your role does not do this.' },
  'wrong-origin': {
    status: 403,
    id: 'Permintaan datang dari halaman lain.',
    en: 'The request comes from another page.',
  },
  'not-found': { status: 404, id: 'Tidak ditemukan.', en: 'Not found.' },
  'other-user': {
    status: 409,
    id: 'Halaman ini dibuka oleh orang lain; di peramban ini kini orang lain yang masuk. Tidak ada yang dicatat.',
    en: 'Somebody else opened this page; another person is signed in on this browser now. Nothing was recorded.',
  },
  'input-invalid': {
    status: 400,
    id: 'Ada isian yang perlu diperbaiki.',
    en: 'Something entered needs mending.',
  },
  'input-unreadable': {
    status: 400,
    id: 'Kiriman tidak dapat dibaca: bukan JSON UTF-8 yang utuh.',
    en: 'What was sent cannot be read: it is not whole UTF-8 JSON.',
  },
  'input-not-utf8': {
    status: 400,
    id: 'Ada huruf yang rusak dalam kiriman (bukan UTF-8). Ketik ulang bagian itu.',
    en: 'A letter in what was sent is broken (not UTF-8). Type that part again.',
  },
  'address-unreadable': {
    status: 400,
    id: 'Alamat ini rusak. Kembali ke halaman sebelumnya dan coba lagi.',
    en: 'This address is broken. Go back to the page before and try again.',
  },
  'address-too-long': {
    status: 431,
    id: 'Alamat atau kepala permintaan ini terlalu panjang.',
    en: 'The address or the head of this request is too long.',
  },
  'input-too-large': { status: 413, id: 'Kiriman terlalu besar.', en: 'What was sent is too large.' },
  'command-id-reused': {
    status: 409,
    id: 'Tanda kiriman ini sudah dipakai untuk isi lain.',
    en: 'This id was already used for other contents.',
  },
  'changed-meanwhile': {
    status: 409,
    id: 'Orang lain mengubahnya lebih dahulu. Kedua versi ditampilkan.',
    en: 'Somebody else changed it first. Both versions are shown.',
  },
  'field-missing': { status: 400, id: 'Belum diisi.', en: 'Not filled in yet.' },
  'words-missing': {
    status: 422,
    id: 'Tulis alasannya: pilihan ini saja belum menjelaskan.',
    en: 'Write the reason: this choice alone explains nothing.',
  },
  'text-too-short': {
    status: 400,
    id: 'Tulis sedikitnya {least} huruf atau angka; spasi dan tanda baca tidak dihitung.',
    en: 'Write at least {least} letters or digits; spaces and punctuation do not count.',
  },
  'field-invalid': {
    status: 400,
    id: 'Isian ini tidak sesuai bentuk atau batasnya.',
    en: 'This does not fit the form or its bounds.',
  },
  'text-not-visible': {
    status: 400,
    id: 'Ada tanda yang tidak terlihat di sini, misalnya pembalik arah tulisan. Hapus, lalu ketik ulang bagian ini.',
    en: 'There is a mark here that cannot be seen, such as one that turns the direction of writing. Delete it and type this part again.',
  },
  'code-not-valid': {
    status: 422,
    id: 'Pilihan ini tidak berlaku pada tanggal tersebut.',
    en: 'This choice is not valid on that date.',
  },
  'area-of-another-city': {
    status: 422,
    id: 'Wilayah ini bukan bagian dari kota ini.',
    en: 'This area is not part of this city.',
  },
  'date-impossible': { status: 422, id: 'Tanggal ini tidak mungkin.', en: 'This date is not possible.' },
  'age-impossible': { status: 422, id: 'Umur ini tidak mungkin.', en: 'This age is not possible.' },
  'busy-try-again': {
    status: 503,
    id: 'Sistem sedang sibuk. Coba lagi.',
    en: 'The system is busy. Try again.',
  },
  'storage-full': {
    status: 507,
    id: 'Ruang simpan server penuh; tidak ada yang tersimpan. Hubungi administrator.',
    en: 'The server is out of space; nothing was stored. Call the administrator.',
  },
  unexpected: {
    status: 500,
    id: 'Terjadi kesalahan di server. Isian Anda masih ada; coba lagi.',
    en: 'Something went wrong on the server. What you typed is still there; try again.',
  },
} satisfies Record<string, Entry>;

const slices: Record<string, Entry> = {};
export type PlatformCode = keyof typeof catalogue;

/** A slice adds its own codes once, at import; a code that exists already is a mistake in the program. */
export function problemsOf<T extends Record<string, Entry>>(table: T): T {
  for (const [code, entry] of Object.entries(table)) {
    if (code in slices || code in catalogue) throw new Error(`problem code ${code} is declared twice`);
    slices[code] = entry;
  }
  return table;
}

export type FieldProblem = {
  readonly field: string;
  readonly code: string;
  readonly message?: string;
  /** How many letters and digits the text must have at least. */
  readonly least?: number;
};
export type ProblemDetails = {
  readonly field?: string;
  readonly fields?: readonly FieldProblem[];
  readonly [detail: string]: unknown;
};

/** What a command throws when it refuses. Details hold ids, codes and numbers, never a name. */
export class Problem extends Error {
  readonly code: string;
  readonly details: ProblemDetails;
  constructor(code: string, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Makes the problem of a code: `throw problem('not-found')`. */
export function problem(code: string, details: ProblemDetails = {}): Problem {
  if (!(code in catalogue) && !(code in slices))
    throw new Error(`problem code ${code} is not in a catalogue`);
  return new Problem(code, details);
}

/** The catalogue entry of a code. */
export function entryOf(code: string): Entry {
  const known: Record<string, Entry> = catalogue;
  return known[code] ?? slices[code] ?? catalogue.unexpected;
}

/** What goes over the wire: code, message in the reader's language, fields, details. */
export function presentProblem(it: Problem, locale: Locale) {
  const entry = entryOf(it.code);
  const { field, fields, ...details } = it.details;
  const spoken = fields?.map((f) => ({ ...f, message: f.message ?? say(entryOf(f.code), locale, texts(f)) }));
  return {
    status: entry.status,
    body: {
      code: it.code,
      message: say(entry, locale, texts(details)),
      ...(field ? { field } : {}),
      ...(spoken ? { fields: spoken } : {}),
      ...(Object.keys(details).length ? { details } : {}),
    },
  };
}

function texts(details: Record<string, unknown>): Record<string, string | number> {
  const plain: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(details))
    if (typeof value === 'string' || typeof value === 'number') plain[key] = value;
  return plain;
}
