import { isAbsolute, relative, sep } from 'node:path';
import { backupFolder, type Config } from '#platform/config.ts';
import { resolveLinks } from '#platform/database/embedded/place.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

/** Where backups go: the folder asked for, else that of the settings; never into the data they are a copy of. */
export async function backupPlace(config: Config, dataFolder: string, asked?: string): Promise<string> {
  const folder = asked ?? backupFolder(config, dataFolder);
  const way = relative(await resolveLinks(dataFolder), await resolveLinks(folder));
  // A restore sets the data folder aside as a whole, and a lost disk takes both.
  const isInside = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  if (isInside) throw new StartRefusal('backup-inside-data', { folder, data: dataFolder });
  return folder;
}
