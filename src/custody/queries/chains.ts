// Which stretches of custody exist for a viewer: for the list of hand-overs, an address typed by hand and a paper alike.
import { sql } from 'kysely';
import { mayInCustody } from '#custody/access.ts';
import { aliasesOf } from '#custody/queries/facts.ts';
import { chainOf } from '#custody/queries/held.ts';
import { type Interval, listIntervals } from '#custody/queries/rows.ts';
import { contactsFor } from '#persons/access.ts';
import { type FoundPerson, findPersons, ownContacts } from '#persons/queries.ts';
import { standings } from '#persons/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

/** The stretches of custody of these persons that exist for the viewer: of a whole life, or of the chains that the viewer's own contacts began. */
export async function listChains(
  tx: Tx,
  viewer: Viewer,
  found: readonly FoundPerson[],
): Promise<ReadonlySet<string>> {
  if (found.length === 0) return new Set();
  const aliases = await aliasesOf(
    tx,
    found.map((row) => row.person_id),
  );
  const members = [...new Set([...aliases.values()].flat())];
  const stretches = await listIntervals(tx, members);
  const roots = await sql<{ person_id: string; encounter_id: string | null; at: Date }>`
    ${ownContacts(standings, members)}`.execute(tx);
  const known = found.flatMap((row) => {
    const ids = aliases.get(row.person_id) ?? [row.person_id];
    const all = stretches.filter((it) => ids.includes(it.person_id));
    const contacts = contactsFor(viewer, row.standings);
    if (contacts !== 'own') return contacts === 'all' ? all : [];
    const began = roots.rows.filter((root) => ids.includes(root.person_id));
    const own = (it: Interval) =>
      began.some(
        (root) =>
          root.at.getTime() === it.first_contact_at.getTime() ||
          (it.encounter_id !== null && root.encounter_id === it.encounter_id),
      );
    const standing = all.filter((it) => !it.set_aside);
    return all.filter((it) => chainOf(standing, it).some(own));
  });
  return new Set(known.map((it) => it.custody_id));
}

/** Refuses whoever may not read this custody, or for whom it belongs to another time of the person's life: then it does not exist. */
export async function requireInChain(tx: Tx, viewer: Viewer, interval: Interval | null): Promise<Interval> {
  const found = interval ? await findPersons(tx, viewer, [interval.person_id]) : [];
  const may = found.filter((row) => mayInCustody(viewer, row.standings, 'readChain'));
  const chains = await listChains(tx, viewer, may);
  if (!interval || !chains.has(interval.custody_id)) throw problem('not-found');
  return interval;
}
