import type pg from 'pg';
import { fitsPassword } from '#agencies/session/passwords.ts';
import { hashToken, newToken } from '#platform/database/service.ts';
import { problem } from '#platform/problems.ts';

type Facts = {
  staff_id: string;
  agency_code: string;
  area_code: string | null;
  role: string;
  state: string;
  hash: string | null;
};
export type Opened = { readonly token: string; readonly staffId: string };
export type Attempt = {
  readonly city: string;
  readonly username: string;
  readonly address: string;
  readonly device: string;
};

const limits = { account: 10, address: 60, all: 600, window: '15 minutes' } as const;

/**
 * Checks a password and opens a session. Tries are counted per account and device, per address and in all, in the
 * database. Someone else's wrong tries do not lock a person out of a device that signed in before: that device has a
 * count of its own.
 */
export async function signIn(pool: pg.Pool, attempt: Attempt, password: string): Promise<Opened> {
  await countAttempt(pool, attempt);
  const facts = await factsOf(pool, attempt);
  const fits = await fitsPassword(password, facts?.hash ?? null);
  if (!facts || !fits || facts.state !== 'active') throw problem('sign-in-refused');
  return openSession(pool, attempt, facts.staff_id);
}

/** Opens a session for a member of the demonstration's cast; the caller has made sure that the city is a demonstration. */
export async function signInCast(pool: pg.Pool, attempt: Attempt): Promise<Opened> {
  const facts = await factsOf(pool, attempt);
  if (facts?.state !== 'active') throw problem('sign-in-refused');
  return openSession(pool, attempt, facts.staff_id);
}

async function countAttempt(pool: pg.Pool, { city, username, address, device }: Attempt): Promise<void> {
  const found = await pool.query<{ account: number; address: number; everyone: number }>(
    `select sec.count_attempt('account ' || $1 || ' ' || $2 || ' ' || $3, $5::interval) as account,
            sec.count_attempt('address ' || $4, $5::interval) as address,
            sec.count_attempt('all', $5::interval) as everyone`,
    [city, username, device || `new from ${address}`, address, limits.window],
  );
  const n = found.rows[0];
  if (n && (n.account > limits.account || n.address > limits.address || n.everyone > limits.all))
    throw problem('too-many-tries');
}

async function factsOf(pool: pg.Pool, { city, username }: Attempt): Promise<Facts | undefined> {
  const found = await pool.query<Facts>('select * from sec.sign_in_facts($1, $2)', [
    city,
    username.trim().toLowerCase(),
  ]);
  return found.rows[0];
}

async function openSession(pool: pg.Pool, { city, device }: Attempt, staffId: string): Promise<Opened> {
  const token = newToken();
  const found = await pool.query<{ id: string | null }>(
    `select sec.open_session($1, $2, $3,
       coalesce((select (value #>> '{}')::int * 60 from app.settings where city = $1 and key = 'sessionAbsoluteHours'), 720),
       coalesce((select (value #>> '{}')::int from app.settings where city = $1 and key = 'sessionIdleMinutes'), 30), $4) as id`,
    [city, staffId, hashToken(token), device],
  );
  if (!found.rows[0]?.id) throw problem('sign-in-refused');
  return { token, staffId };
}
