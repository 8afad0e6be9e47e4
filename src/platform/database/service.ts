import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Database, Tx } from '#platform/database/transaction.ts';

export type ServicePurpose =
  | 'jobs'
  | 'setup'
  | 'demonstration'
  | 'import'
  | 'retention'
  | 'backup'
  | 'sign-in'
  | 'people';

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
export const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * Runs work as a named service of a city in one transaction of the jobs role. Jobs, the command line and what nobody
 * has signed in for go this way, never around row security.
 */
export async function asService<T>(
  pool: pg.Pool,
  options: { city: string; purpose: ServicePurpose },
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const token = newToken();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query('select sec.open_service_session($1, $2, $3, 24)', [
      options.city,
      options.purpose,
      hashToken(token),
    ]);
    await client.query(`select set_config('app.token', $1, true)`, [token]);
    const result = await work(client);
    await client.query('update sec.sessions set revoked_at = now() where token_hash = $1', [
      hashToken(token),
    ]);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((worse: Error) => {
      broken = worse;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The same for work that is written with the typed builder. */
export async function asServiceTx<T>(
  jobs: Database,
  options: { city: string; purpose: ServicePurpose },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const token = newToken();
  return jobs.transaction().execute(async (tx) => {
    await sql`select sec.open_service_session(${options.city}, ${options.purpose}, ${hashToken(token)}, 24)`.execute(
      tx,
    );
    await sql`select set_config('app.token', ${token}, true)`.execute(tx);
    const result = await work(tx);
    await sql`update sec.sessions set revoked_at = now() where token_hash = ${hashToken(token)}`.execute(tx);
    return result;
  });
}

/** The time zone of the city that a service session works for, as `Asia/Jakarta`. */
export async function timeZoneOf(client: pg.ClientBase): Promise<string> {
  const found = await client.query<{ zone: string }>('select app.time_zone() as zone');
  return found.rows[0]?.zone ?? 'UTC';
}
