import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type pg from 'pg';
import { findCandidates } from '#persons/match/candidates.ts';
import { queryOf } from '#persons/match/query-tokens.ts';
import { scoreCandidates } from '#persons/match/score.ts';
import { personsNamed } from '#persons/match/search.ts';
import { hashToken, newToken } from '#platform/database/service.ts';
import type { Database, Tx } from '#platform/database/transaction.ts';
import { idOf } from './database-register.ts';
import type { Asking, Recorded } from './generator.ts';
import { benchKey } from './memory-register.ts';
import { home, sharedFields } from './outcome.ts';

export type Timing = {
  readonly p50: number;
  readonly p95: number;
  /** Time on the processor of the database for one statement, whatever else the machine does. */
  readonly databaseCpu: number;
  readonly samples: number;
};

/** Opens a session for a member of staff who reaches so many persons of the register. */
export async function openSession(
  admin: pg.Client,
  options: { readonly username: string; readonly reaches: number; readonly of: number },
): Promise<string> {
  const token = newToken();
  await admin.query(
    `insert into sec.sessions (token_hash, city, staff_id, agency_code, role, expires_at, idle_limit)
     select $1, city, staff_id, agency_code, role, now() + interval '1 day', '1 day' from app.staff where username = $2`,
    [hashToken(token), options.username],
  );
  await admin.query(
    `insert into app.reach (city, person_id, source, source_id, level, staff_id)
     select '13.71', p.person_id, 'bench', gen_random_uuid(), 'full', s.staff_id
       from app.staff s, (select person_id from app.persons order by sha256(person_id::text::bytea) limit $2) p
      where s.username = $1`,
    [options.username, options.reaches],
  );
  await admin.query('analyze app.reach');
  return token;
}

/** How long "met before?" takes over a mix of askings, and how many true persons are among its first ten. */
export async function timeMatching(
  database: Database,
  token: string,
  askings: readonly Asking[],
  people: readonly Recorded[],
): Promise<Timing & { readonly recallAt10: number; readonly decidable: number; readonly scoring: number }> {
  let found = 0;
  let decidable = 0;
  let scoring = 0;
  const timing = await timed(database, token, askings, async (tx, { identity, truth }) => {
    const query = queryOf(identity, benchKey, { home });
    const { rows, register } = await findCandidates(tx, query);
    const started = performance.now();
    const hints = scoreCandidates(query, rows, register).slice(0, 10);
    scoring += performance.now() - started;
    const record = truth === null ? undefined : people[truth]?.identity;
    if (truth === null || !record || sharedFields(identity, record).length < 2) return;
    decidable += 1;
    if (hints.some(({ personId }) => personId === idOf(truth))) found += 1;
  });
  return { ...timing, recallAt10: found / decidable, decidable, scoring: scoring / askings.length };
}

/** How long a search by name takes. */
export function timeSearch(database: Database, token: string, texts: readonly string[]): Promise<Timing> {
  return timed(database, token, texts, async (tx, text) => {
    await personsNamed(tx, text, { key: benchKey, atMost: 20 });
  });
}

async function timed<T>(
  database: Database,
  token: string,
  items: readonly T[],
  work: (tx: Tx, item: T) => Promise<void>,
): Promise<Timing> {
  const times: number[] = [];
  let cpu = 0;
  await database.connection().execute(async (connection) => {
    const pid =
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection)).rows[0]?.pid ?? 0;
    const before = processorTime(pid);
    for (const item of items) {
      await connection.transaction().execute(async (tx) => {
        await sql`select set_config('app.token', ${token}, true)`.execute(tx);
        const started = performance.now();
        await work(tx, item);
        times.push(performance.now() - started);
      });
    }
    cpu = processorTime(pid) - before;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), databaseCpu: cpu / items.length, samples: items.length };
}

// Ticks of a hundredth of a second in user and system mode; nothing where there is no /proc.
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
  } catch {
    return Number.NaN;
  }
}
