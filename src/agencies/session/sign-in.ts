import type pg from 'pg';
import { fitsPassword } from '#agencies/session/passwords.ts';
import { type Attempt, takeTry } from '#agencies/session/tries.ts';
import { asService, hashToken, newToken } from '#platform/database/service.ts';
import { networkOf } from '#platform/http/network.ts';
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
/** Checks a password and opens a session. */
export async function signIn(pool: pg.Pool, attempt: Attempt, password: string): Promise<Opened> {
  const taken = await takeTry(pool, attempt);
  const facts = await factsOf(pool, attempt);
  const from = taken.known ? `${attempt.username} ${attempt.device}` : networkOf(attempt.address);
  const fits = await fitsPassword(password, facts?.hash ?? null, { from, known: taken.known });
  if (!facts || !fits || facts.state !== 'active') throw problem('sign-in-refused');
  await taken.giveBack();
  return openSession(pool, attempt, facts.staff_id);
}

/** Opens a session for a member of the demonstration's cast; the caller has made sure that the city is a demonstration. */
export async function signInCast(pool: pg.Pool, attempt: Attempt): Promise<Opened> {
  const facts = await factsOf(pool, attempt);
  if (facts?.state !== 'active') throw problem('sign-in-refused');
  return openSession(pool, attempt, facts.staff_id);
}

async function factsOf(pool: pg.Pool, { city, username }: Attempt): Promise<Facts | undefined> {
  const found = await pool.query<Facts>('select * from sec.sign_in_facts($1, $2)', [city, username]);
  return found.rows[0];
}

/**
 * Opens a session for an active member of staff, as long as the city's limits of that day allow; the device is known to
 * the account from now on. As a service: without a session row security hides every setting, and no limit would hold.
 */
export async function openSession(
  pool: pg.Pool,
  { city, device }: Attempt,
  staffId: string,
): Promise<Opened> {
  const token = newToken();
  return asService(pool, { city, purpose: 'sign-in' }, async (client) => {
    const found = await client.query<{ id: string | null }>(
      `select sec.open_session($1, $2, $3,
         (select (value #>> '{}')::int * 60 from settings_today where key = 'sessionAbsoluteHours'),
         (select (value #>> '{}')::int from settings_today where key = 'sessionIdleMinutes'), $4) as id`,
      [city, staffId, hashToken(token), hashToken(device).toString('hex')],
    );
    if (!found.rows[0]?.id) throw problem('sign-in-refused');
    return { token, staffId };
  });
}
