import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';
import type { TokenKey } from '../names/token-key.ts';
import { searchTokens } from './search-tokens.ts';

/** The persons the viewer reaches whose name has every word of a text, whatever its spelling: some of them, in no order. */
export async function personsNamed(
  tx: Tx,
  text: string,
  options: { readonly key: TokenKey; readonly atMost: number },
): Promise<readonly string[]> {
  const words = searchTokens(text, options.key).flatMap((tokens, word) =>
    tokens.map((token) => ({ token: String(token), word })),
  );
  if (words.length === 0) return [];
  const found = await sql<{ person_id: string }>`
    select person_id
      from app.search_persons(${words.map(({ token }) => token)}::bigint[], ${words.map(({ word }) => word)}::int[], ${options.atMost}) as person_id`.execute(
    tx,
  );
  return found.rows.map((row) => row.person_id);
}
