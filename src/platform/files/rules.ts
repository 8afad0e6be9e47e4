// What a file may be. The browser imports this too, to say so before anything is sent.

/** How large a file may be, in bytes. */
export const mostBytes = 20 * 1024 * 1024;
/** How much of it travels at once: small enough for a weak network, since each part is sent again by itself. */
export const partBytes = 128 * 1024;
export const mostParts = mostBytes / partBytes;
/** The same in megabytes, for people. */
export const mostMegabytes = 20;

export const fileKinds = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;
export type FileKind = keyof typeof fileKinds;

/** What a file says it is, by the end of its name; null when nothing of ours ends so. */
export function saidKind(fileName: string): FileKind | null {
  const end = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (end === 'jpeg') return 'jpg';
  return end in fileKinds ? (end as FileKind) : null;
}

/** Why a file is not even worth sending, as a problem code: seen by its name and size alone. */
export function refusedAtSight(fileName: string, bytes: number): FileProblem | null {
  if (bytes === 0) return 'file-empty';
  if (bytes > mostBytes) return 'file-too-large';
  return saidKind(fileName) ? null : 'file-not-taken';
}

export const fileProblemCodes = [
  'file-empty',
  'file-too-large',
  'file-not-taken',
  'file-not-what-it-says',
  'file-with-macros',
  'file-incomplete',
  'file-too-many',
] as const;
export type FileProblem = (typeof fileProblemCodes)[number];
