import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The files of the repository whose path fits, as Git knows them, with those not yet committed. */
export function trackedFiles(pattern: RegExp): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return listed.split('\n').filter((path) => pattern.test(path) && existsSync(path));
}
