// Who was met together goes into what a child is found by: the officer who hears "with Boy" finds the one met with Boy.
import { sql } from 'kysely';
import { holdIdentities, readIdentities, searchKey } from '#persons/identities.ts';
import { coarseOf, tokensOfCompanion } from '#persons/match/person-tokens.ts';
import { asServiceTx } from '#platform/database/service.ts';
import { databaseOn, type Tx } from '#platform/database/transaction.ts';
import type { JobContext } from '#platform/jobs/worker.ts';
import type { Keys } from '#platform/keys/ring.ts';

const batchSize = 200;

/** Renews what persons met, named or joined since the last run are found by because of their companions; answers how many. */
export async function writeCompanions({ jobs, city, world }: JobContext): Promise<number> {
  const database = databaseOn(jobs);
  const inService = <T>(work: (tx: Tx) => Promise<T>) =>
    asServiceTx(database, { city, purpose: 'jobs' }, work);
  const { startedAt, due } = await inService(whatChanged);
  for (let at = 0; at < due.length; at += batchSize)
    await inService((tx) => renew(tx, world.keys, due.slice(at, at + batchSize)));
  await inService((tx) => writeRun(tx, startedAt));
  return due.length;
}

async function whatChanged(tx: Tx): Promise<{ startedAt: Date; due: readonly string[] }> {
  const run = await sql<{ started_at: Date; since: Date }>`
    select now() as started_at,
           coalesce((select until from companion_runs where city = (select app.city())), 'epoch'::timestamptz) as since`.execute(
    tx,
  );
  const { started_at: startedAt, since } = run.rows[0] ?? { started_at: new Date(0), since: new Date(0) };
  const changed = await sql<{ person_id: string }>`
    select person_id from app.companions_changed(${since}) as person_id`.execute(tx);
  return { startedAt, due: changed.rows.map((row) => row.person_id) };
}

async function renew(tx: Tx, keys: Keys, personIds: readonly string[]): Promise<void> {
  const pairs = await sql<{ person_id: string; companion_id: string }>`
    select person_id, companion_id from app.companions_of(${personIds}::uuid[])`.execute(tx);
  const all = [...new Set(pairs.rows.flatMap((pair) => [pair.person_id, pair.companion_id]))];
  // An erasure or a new name waits, and then takes out or renews what is written here.
  await holdIdentities(tx, [...new Set([...all, ...personIds])]);
  const identities = await readIdentities(tx, keys, all);
  const coarse = await coarseFacts(tx, all);
  const rows = pairs.rows.flatMap(({ person_id: personId, companion_id: companionId }) => {
    const [own, companion] = [identities.get(personId), identities.get(companionId)];
    if (!own || !companion) return [];
    const { tokens, marks } = tokensOfCompanion(own, companion, searchKey(keys));
    if (marks.length === 0) return [];
    return [{ personId, companionId, tokens: tokens.map(String), marks, coarse: coarse.get(personId) ?? 0 }];
  });
  await sql`select app.renew_companions(${personIds}::uuid[], ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}

async function coarseFacts(tx: Tx, personIds: readonly string[]): Promise<Map<string, number>> {
  const found = await sql<{
    person_id: string;
    sex: 'male' | 'female' | 'unknown';
    birth_from: string | null;
    birth_to: string | null;
  }>`
    select person_id, sex, birth_from::text, birth_to::text
      from persons
     where city = (select app.city()) and person_id = any (${personIds}::uuid[])`.execute(tx);
  return new Map(
    found.rows.map((row) => [
      row.person_id,
      coarseOf({ sex: row.sex, birthFrom: row.birth_from, birthTo: row.birth_to }),
    ]),
  );
}

// An hour is taken twice: what a transaction began before this run and committed after it carries the earlier time.
async function writeRun(tx: Tx, startedAt: Date): Promise<void> {
  await sql`
    delete from companions_to_renew where city = (select app.city()) and since < ${startedAt}`.execute(tx);
  await sql`
    insert into companion_runs (until) values (${startedAt}::timestamptz - interval '1 hour')
    on conflict (city) do update set until = excluded.until`.execute(tx);
}
