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
 * Checks a password and opens a session. Tries are counted in the database; someone else's wrong tries do not lock a
 * person out of a device that signed in before.
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

/**
 * Counts a try and refuses when there were too many. A device known to the account has a count of its own and is not
 * held back by what others do; all unknown devices share one count per account, one per address and one in all.
 */
export async function countAttempt(
  pool: pg.Pool,
  { city, username, address, device }: Attempt,
): Promise<void> {
  const account = `account ${city} ${username.trim().toLowerCase()}`;
  const known = await pool.query<{ known: boolean }>('select sec.is_known_device($1, $2, $3) as known', [
    city,
    username.trim().toLowerCase(),
    device,
  ]);
  if (known.rows[0]?.known) {
    if ((await countOne(pool, `${account} device ${hashToken(device).toString('hex')}`)) > limits.account)
      throw problem('too-many-tries');
    return;
  }
  const counts = [
    await countOne(pool, account),
    await countOne(pool, `address ${address}`),
    await countOne(pool, 'all'),
  ];
  const most = [limits.account, limits.address, limits.all];
  if (counts.some((n, place) => n > (most[place] ?? 0))) throw problem('too-many-tries');
}

async function countOne(pool: pg.Pool, scope: string): Promise<number> {
  const found = await pool.query<{ n: number }>('select sec.count_attempt($1, $2::interval) as n', [
    scope,
    limits.window,
  ]);
  return found.rows[0]?.n ?? 0;
}

async function factsOf(pool: pg.Pool, { city, username }: Attempt): Promise<Facts | undefined> {
  const found = await pool.query<Facts>('select * from sec.sign_in_facts($1, $2)', [
    city,
    username.trim().toLowerCase(),
  ]);
  return found.rows[0];
}

/** Opens a session for an active member of staff. */
export async function openSession(
  pool: pg.Pool,
  { city, device }: Attempt,
  staffId: string,
): Promise<Opened> {
  const token = newToken();
  const found = await pool.query<{ id: string | null }>(
    `select sec.open_session($1, $2, $3,
       coalesce((select (value #>> '{}')::int * 60 from app.settings where city = $1 and key = 'sessionAbsoluteHours'), 720),
       coalesce((select (value #>> '{}')::int from app.settings where city = $1 and key = 'sessionIdleMinutes'), 30), $4) as id`,
    [city, staffId, hashToken(token), device ? hashToken(device).toString('hex') : null],
  );
  if (!found.rows[0]?.id) throw problem('sign-in-refused');
  return { token, staffId };
}
