import { systemCode } from '#platform/project.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

const noRoom = ['ENOSPC', 'EDQUOT', '53100'];
const noWay = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'ELOOP', 'ENAMETOOLONG'];

/** The line for a disk, ours or the database's, that filled up while a file was written; other errors stay what they are. */
export function refusalOfFullDisk(error: unknown, file: string): unknown {
  return noRoom.includes(systemCode(error) ?? '') ? new StartRefusal('file-no-room', { file }) : error;
}

/** The line for a file that could not even be begun. */
export function refusalOfPlace(error: unknown, file: string): unknown {
  const code = systemCode(error) ?? '';
  return noWay.includes(code)
    ? new StartRefusal('file-no-place', { file, what: code })
    : refusalOfFullDisk(error, file);
}
