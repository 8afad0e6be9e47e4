import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: every relative path of a setting starts here, whatever the shell's folder is. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the project. */
export function inProject(...parts: readonly string[]): string {
  return join(projectFolder, ...parts);
}

/** The code of a failed system call (`ENOENT`, `EACCES` …), or nothing for another error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
