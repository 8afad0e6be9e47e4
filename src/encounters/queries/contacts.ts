// Which contacts with a person exist for a viewer: one rule for the list of encounters, an encounter's page, the desks, the
// chain of custody and the lifeline. How much a standing opens is `disclosure` in src/persons/access.ts; which contacts are
// the viewer's own is the view own_contact.
import { type RawBuilder, sql } from 'kysely';
import { contactsFor, standingsWith } from '#persons/access.ts';
import { listSamePersons, ownContacts, words } from '#persons/queries.ts';
import { type Standing, standings } from '#persons/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';

/** A condition on rows of `encounters e`: whether each exists for the viewer through one of these standings. */
export function existsFor(viewer: Viewer, through: readonly Standing[] = standings): RawBuilder<boolean> {
  const all = standingsWith('all', through);
  const named = all.filter((it) => it !== 'coordinator');
  return sql`(
    e.person_id in (select x.person_id from ${viewer.lock.personStanding} x where x.city = (select app.city()) and x.standing = ${words(named)})
    or e.encounter_id in (select o.encounter_id from own_contact o
      where o.city = (select app.city()) and o.standing = ${words(standingsWith('own', through))} and o.encounter_id is not null)
    ${all.length > named.length ? sql`or (select app.viewer_role()) = 'coordinator'` : sql``})`;
}

/**
 * Those of some standings through which an encounter exists: none, and it does not exist. What may be done with it goes by
 * these alone, so that one standing never lends its ability to what another opens.
 */
export async function openedBy(
  tx: Tx,
  viewer: Viewer,
  it: { standings: readonly Standing[]; row: { encounter_id: string; person_id: string } },
): Promise<Standing[]> {
  const whole = it.standings.filter((standing) => contactsFor(viewer, [standing]) === 'all');
  const narrow = it.standings.filter((standing) => contactsFor(viewer, [standing]) === 'own');
  if (narrow.length === 0) return whole;
  const { encounter_id, person_id } = it.row;
  const ids = [person_id, ...(await listSamePersons(tx, person_id))];
  const own = await sql<{ standing: Standing }>`
    select distinct o.standing from (${ownContacts(narrow, ids)}) o where o.encounter_id = ${encounter_id}`.execute(
    tx,
  );
  return [...whole, ...own.rows.map((row) => row.standing)];
}
