import { searchKey } from '#persons/identities.ts';
import { personsNamed } from '#persons/match/search.ts';
import { lastMetFirst } from '#persons/queries/own-contacts.ts';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import type { Person } from '#persons/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';

const most = 50;

/**
 * Persons by name, among those whose name the viewer may read anyway: every word agrees with a name or nickname in one of
 * its spellings, by equality of keyed tokens. Last met first, as far as the viewer may know; of more than fit some are
 * shown, and that there are more.
 */
export async function searchPersons(
  tx: Tx,
  viewer: Viewer,
  { text, world }: { text: string; world: World },
): Promise<{ items: Person[]; more: boolean; shown: string[] }> {
  const reached = await personsNamed(tx, text, { key: searchKey(world.keys), atMost: most + 1 });
  if (reached.length === 0) return { items: [], more: false, shown: [] };
  const found = await findPersons(tx, viewer, reached);
  const { persons, shown } = await disclosePersons(tx, viewer, found, world);
  // Whoever may not read the name may not learn either that somebody of that name is there.
  const named = persons.filter((person) => person.kind === 'known');
  const items = lastMetFirst(named).slice(0, most);
  const ids = new Set(items.map((person) => person.personId));
  return { items, more: found.length > most, shown: shown.filter((personId) => ids.has(personId)) };
}
