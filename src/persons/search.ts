import { sql } from 'kysely';
import { searchKey } from '#persons/identities.ts';
import { searchTokens } from '#persons/match/search-tokens.ts';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import type { Person } from '#persons/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';

const most = 50;

/**
 * Persons by name, among those whose name the viewer may read anyway: every word agrees with a name or nickname in one of
 * its spellings, by equality of keyed tokens. Last met first.
 */
export async function searchPersons(
  tx: Tx,
  viewer: Viewer,
  { text, world }: { text: string; world: World },
): Promise<{ items: Person[]; more: boolean; shown: string[] }> {
  const words = searchTokens(text, searchKey(world.keys)).map((tokens) => tokens.map(String));
  if (words.length === 0) return { items: [], more: false, shown: [] };
  const agrees = words.map(
    (tokens) => sql`exists (
      select 1 from person_tokens t
       where t.city = (select app.city()) and t.token = any (${tokens}::bigint[]) and t.person_id = m.person_id and t.field = 1)`,
  );
  const found = await sql<{ person_id: string }>`
    with mine as materialized (
      select distinct x.person_id from ${viewer.lock.personStanding} x
       where x.city = (select app.city()) and x.standing <> 'coordinator')
    select p.person_id
      from mine m join persons p on p.city = (select app.city()) and p.person_id = m.person_id
     where ${sql.join(agrees, sql` and `)}
     order by p.last_met_at desc nulls last, p.person_id
     limit ${most + 1}`.execute(tx);
  const order = found.rows.map((row) => row.person_id);
  const { persons, shown } = await disclosePersons(tx, viewer, await findPersons(tx, viewer, order), world);
  // Whoever may not read the name may not learn either that somebody of that name is there.
  const named = persons.filter((person) => person.kind === 'known');
  const items = named.sort((a, b) => order.indexOf(a.personId) - order.indexOf(b.personId)).slice(0, most);
  const ids = new Set(items.map((person) => person.personId));
  return { items, more: order.length > most, shown: shown.filter((personId) => ids.has(personId)) };
}
