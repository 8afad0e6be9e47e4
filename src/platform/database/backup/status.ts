import type pg from 'pg';

export type BackupKind = 'embedded' | 'confirmed' | 'export';

type Tried = {
  readonly kind: BackupKind;
  readonly takenAt: Date;
  readonly file?: string;
  readonly bytes?: number;
  readonly verifiedAt?: Date;
  /** What is wrong with the audit log of the database it copies. */
  readonly audit?: string | null;
  /** Why it failed. */
  readonly failed?: string;
};

/** Writes down a backup that was tried, so that the administrator sees it. */
export async function recordBackup(jobs: pg.Pool, it: Tried): Promise<void> {
  await jobs.query(
    `insert into app.backups (taken_at, kind, bytes, verified_at, failed, file, audit) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      it.takenAt,
      it.kind,
      it.bytes ?? null,
      it.verifiedAt ?? null,
      it.failed?.slice(0, 300) ?? null,
      it.file ?? '',
      it.audit ?? null,
    ],
  );
}

export type BackupStatus = {
  /** When the last backup succeeded. */
  readonly last: Date | null;
  /** The newest one that failed since. */
  readonly failed: { readonly at: Date; readonly why: string } | null;
};

/** When the last backup succeeded, and what failed since. */
export async function backupStatus(jobs: pg.Pool): Promise<BackupStatus> {
  const found = await jobs.query<{ last: Date | null; at: Date | null; why: string | null }>(
    `select b.last, f.taken_at as at, f.failed as why
       from (select max(taken_at) as last from app.backups where failed is null and kind <> 'export') b
       left join lateral (select x.taken_at, x.failed from app.backups x
              where x.failed is not null and x.taken_at > coalesce(b.last, '-infinity')
              order by x.taken_at desc limit 1) f on true`,
  );
  const { last = null, at, why } = found.rows[0] ?? {};
  return { last, failed: at ? { at, why: why ?? '' } : null };
}
