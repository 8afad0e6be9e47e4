import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type pg from 'pg';
import type { ApplicationLock } from '#platform/access.ts';
import { asProblem } from '#platform/database/constraints.ts';
import type { DB } from '#platform/database/schema.generated.ts';
import { isForOther } from '#platform/opened-for.ts';
import { problem } from '#platform/problems.ts';
import type { StaffRole } from '#platform/roles.ts';

export type Tx = Transaction<DB>;
export type Database = Kysely<DB>;

/** Who is looking: a staff member at work, or a named service (role `service_…`, without a staff id). */
export type Viewer = {
  readonly staffId: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly agencyCode: string;
  readonly areaCode: string | null;
  readonly locale: 'id' | 'en';
  readonly sessionId: string;
  readonly city: {
    readonly code: string;
    readonly name: string;
    readonly timeZone: string;
    readonly demonstration: boolean;
  };
  readonly lock: ApplicationLock;
};

/** What a command id has already done. */
export type Stored = {
  readonly command: string;
  readonly inputHash: Buffer;
  readonly outcome: unknown;
  readonly own: boolean;
};

/** Wraps a pool of pg as a typed query builder. */
export function databaseOn(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

type Entered = {
  city: string;
  staff_id: string;
  agency_code: string;
  area_code: string | null;
  role: StaffRole;
  session_id: string;
  name: string;
  locale: 'id' | 'en';
  time_zone: string;
  city_name: string;
  demonstration: boolean;
  stored_command: string | null;
  stored_hash: Buffer | null;
  stored_outcome: unknown;
  stored_staff: string | null;
};

/**
 * Runs work in one transaction as the holder of a session token; both locks follow from that token. Refuses with
 * `not-signed-in` when the token opens nothing, with `other-user` when the page that asks was opened for somebody else
 * than the holder. A deadlock or serialisation failure is tried again, twice.
 */
export async function asViewer<T>(
  database: Database,
  options: { token: string; lock: ApplicationLock; commandId?: string; openedFor?: string | null },
  work: (tx: Tx, viewer: Viewer, stored: Stored | null) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await database.transaction().execute(async (tx) => {
        const entered =
          await sql<Entered>`select * from app.enter(${options.token}, ${options.commandId ?? null}::uuid)`.execute(
            tx,
          );
        const row = entered.rows[0];
        if (!row) throw problem('not-signed-in');
        if (isForOther(row.staff_id, options.openedFor)) throw problem('other-user');
        return work(tx, viewerOf(row, options.lock), storedOf(row));
      });
    } catch (error) {
      if (attempt < 2 && isRetryable(error)) continue;
      throw asProblem(error);
    }
  }
}

function viewerOf(row: Entered, lock: ApplicationLock): Viewer {
  return {
    staffId: row.staff_id,
    name: row.name,
    role: row.role,
    agencyCode: row.agency_code,
    areaCode: row.area_code,
    locale: row.locale,
    sessionId: row.session_id,
    city: { code: row.city, name: row.city_name, timeZone: row.time_zone, demonstration: row.demonstration },
    lock,
  };
}

function storedOf(row: Entered): Stored | null {
  if (!row.stored_command || !row.stored_hash) return null;
  return {
    command: row.stored_command,
    inputHash: row.stored_hash,
    outcome: row.stored_outcome,
    own: row.stored_staff === row.staff_id,
  };
}

function isRetryable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === '40001' || code === '40P01';
}
