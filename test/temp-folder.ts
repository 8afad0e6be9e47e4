import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own that the database's user may enter, also when the tests run as root. */
export function tempFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `rangkul-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}
