export const documentKinds = [
  'INVITATION',
  'ATTENDANCE',
  'MINUTES',
  'RESOLUTIONS',
  'FOLLOW_UP',
  'MEMO',
] as const;
/** The papers of a meeting: undangan, daftar hadir, notulen, rumusan, matriks RTL, nota dinas. */
export type DocumentKind = (typeof documentKinds)[number];

export const exportKinds = ['INVITATIONS', 'INVITATION_LIST', 'ATTENDANCE'] as const;
/** Files that name people: every invitation as a letter, the list of who is invited, the list of who came. */
export type ExportKind = (typeof exportKinds)[number];

/** So many names one person may take out alone; with one more, another has to allow it. */
export const namesAlone = 50;

/** Whether a file with so many names needs a second person. */
export function needsSecondPerson(names: number): boolean {
  return names > namesAlone;
}

// Filing codes by which offices number letters. 005, undangan, is of the older national list and still usual; which code a
// city uses is its own affair: these are what holds until its letterhead says otherwise.
const filedUnder: Record<DocumentKind, string> = {
  INVITATION: '005',
  ATTENDANCE: '005',
  MINUTES: '400',
  RESOLUTIONS: '400',
  FOLLOW_UP: '400',
  MEMO: '400',
};

type Numbered = {
  readonly kind: DocumentKind;
  readonly serial: number;
  readonly agencyCode: string;
  readonly year: number;
};

/** A letter's number as it stands on it: `005/12/KESRA/2026`. */
export function letterNumber({ kind, serial, agencyCode, year }: Numbered): string {
  return [filedUnder[kind], serial, agencyCode.replaceAll('_', '-'), year].join('/');
}
