import type pg from 'pg';
import type { Connection } from '#platform/database/connection.ts';
import type { Job } from '#platform/jobs/worker.ts';
import { copyKeys } from '#platform/keys/copies.ts';
import type { Keys } from '#platform/keys/ring.ts';
import { type MadeBackup, makeBackup } from './make.ts';
import { recordBackup } from './status.ts';

export type BackupSource = {
  readonly connection: Connection;
  readonly dataFolder: string;
  readonly keys: Keys;
  readonly jobs: pg.Pool;
};
export type BackupTarget = { readonly folder: string; readonly keepDays: number };

/** Makes and verifies a backup and writes down how it went: the command and the nightly job alike. */
export async function backUp(source: BackupSource, target: BackupTarget): Promise<MadeBackup> {
  const now = new Date();
  try {
    const made = await makeBackup({ ...source, ...target, now });
    await recordBackup(source.jobs, {
      kind: 'embedded',
      takenAt: now,
      file: made.path,
      bytes: made.bytes,
      verifiedAt: new Date(),
      audit: made.audit,
    });
    return made;
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    // On a full disk not even this can be written down: why it failed is said all the same.
    await recordBackup(source.jobs, { kind: 'embedded', takenAt: now, failed }).catch(() => undefined);
    throw error;
  }
}

/** Every night, half past one in Padang and an hour after retention, so that what was erased is in no new backup. */
export function backupJob(source: BackupSource, target: BackupTarget): Job {
  return {
    name: 'backup',
    nightly: '01:30',
    run: async () => {
      await backUp(source, target);
    },
  };
}

/** Every night a copy of the key store into a folder of its own, best on another disk; old copies go. */
export function keyCopyJob(keys: Keys, folder: string): Job {
  return {
    name: 'key-copies',
    nightly: '01:00',
    run: async () => {
      copyKeys(keys.folder, folder, new Date());
    },
  };
}
