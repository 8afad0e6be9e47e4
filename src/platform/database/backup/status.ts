import type pg from 'pg';

export type BackupKind = 'embedded' | 'confirmed' | 'export';

type Tried = {
  readonly kind: BackupKind;
  readonly takenAt: Date;
  readonly file?: string;
  readonly bytes?: number;
  readonly verifiedAt?: Date;
  /** Why it failed. */
  readonly failed?: string;
};

/** Writes down a backup that was tried, so that the administrator sees it. */
export async function recordBackup(jobs: pg.Pool, it: Tried): Promise<void> {
  await jobs.query(
    `insert into app.backups (taken_at, kind, bytes, verified_at, failed, file) values ($1, $2, $3, $4, $5, $6)`,
    [
      it.takenAt,
      it.kind,
      it.bytes ?? null,
      it.verifiedAt ?? null,
      it.failed?.slice(0, 300) ?? null,
      it.file ?? '',
    ],
  );
}

/** When the last backup succeeded. */
export async function lastBackup(jobs: pg.Pool): Promise<Date | null> {
  const found = await jobs.query<{ at: Date | null }>(
    `select max(taken_at) as at from app.backups where failed is null and kind <> 'export'`,
  );
  return found.rows[0]?.at ?? null;
}
