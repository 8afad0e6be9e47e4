import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import type { CandidateRow, Register } from './compare.ts';
import type { MatchQuery } from './query-tokens.ts';

/** The persons who may be the one asked about, as the database compares them: hints, never records. */
export async function findCandidates(
  tx: Tx,
  query: MatchQuery,
): Promise<{ readonly rows: readonly CandidateRow[]; readonly register: Register }> {
  const counted = await sql<{ population: number; shares: number[] }>`
    select population, shares from app.match_register(${[...query.marks]}::int[])`.execute(tx);
  const register = counted.rows[0] ?? { population: 0, shares: [] };
  if (!query.decidable) return { rows: [], register };
  const found = await sql<CandidateRow>`
    select person_id as "personId", agrees, sex_agrees as "sexAgrees", age_gap as "ageGap"
      from app.match_candidates(${query.blocks.map(String)}::bigint[], ${[...query.facets]}::int[],
           ${[...query.marks]}::int[], ${query.sex}, ${query.birthFrom}::date, ${query.birthTo}::date)`.execute(
    tx,
  );
  return { rows: found.rows, register };
}

/** Of some candidates those whose record is joined with another of them, or asked about: each with its others. */
export async function recordsOfOne(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const pairs = await sql<{ one: string; other: string }>`
    select one, other from app.match_pairs(${personIds}::uuid[])`.execute(tx);
  const others = new Map<string, string[]>();
  for (const { one, other } of pairs.rows) others.set(one, [...(others.get(one) ?? []), other]);
  return others;
}
