import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { plainCode } from '#agencies/rules.ts';
import { hashPassword } from '#agencies/session/passwords.ts';
import { type Opened, openSession } from '#agencies/session/sign-in.ts';
import type { Attempt } from '#agencies/session/tries.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'password-too-common': {
    status: 422,
    id: 'Kata sandi ini terlalu mudah ditebak. Pakai kalimat yang hanya Anda tahu.',
    en: 'This password is too easy to guess. Use a sentence only you know.',
  },
});

/** The hash under which a one-time code is kept; the browser that makes a code computes the same. */
export function hashOfCode(code: string): Buffer {
  return createHash('sha256').update(plainCode(code)).digest();
}

// Words and whole passwords that are tried first, one a line, in small letters.
const common = readFileSync(join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .toSorted((a, b) => b.length - a.length);

/** Refuses passwords that are a common word, the user's own name, or one character over and over. */
export function refuseCommonPassword(password: string, username: string): void {
  const plain = password.toLowerCase();
  const rest = [...common, username.toLowerCase()].reduce((text, word) => text.replaceAll(word, ''), plain);
  if (new Set(plain).size < 5 || rest.replaceAll(/[^\p{L}]/gu, '').length < 4)
    throw problem('password-too-common', { field: 'password' });
}

/**
 * Opens an account or resets its password with the code that was handed over, and signs in. Ends all other sessions.
 * Tries are not counted: a code holds 60 bits, so nobody finds one within its day, and a count would only let a
 * stranger shut this way in, which stays open when guesses have used up the tries at a password.
 */
export async function signInWithCode(
  pool: pg.Pool,
  attempt: Attempt,
  given: { code: string; password: string },
): Promise<Opened> {
  const code = [attempt.city, attempt.username, hashOfCode(given.code)];
  const fits = await pool.query<{ fits: boolean }>('select sec.code_fits($1, $2, $3) as fits', code);
  if (!fits.rows[0]?.fits) throw problem('code-refused', { field: 'code' });
  refuseCommonPassword(given.password, attempt.username);
  const found = await pool.query<{ who: string | null }>('select sec.use_code($1, $2, $3, $4) as who', [
    ...code,
    await hashPassword(given.password, attempt.username),
  ]);
  const who = found.rows[0]?.who;
  if (!who) throw problem('code-refused', { field: 'code' });
  return openSession(pool, attempt, who);
}
