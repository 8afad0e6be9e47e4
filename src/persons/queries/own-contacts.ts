// The contacts that are a viewer's own (view own_contact), of those standings that open no others.
import { type RawBuilder, sql } from 'kysely';
import { contactsFor, standingsWith } from '#persons/access.ts';
import { type Person, type Standing, standings } from '#persons/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';

// Literals, not parameters: so the parts of the union that can't hold a row are not even planned.
export const words = (of: readonly Standing[]) => sql`any (${sql.lit(`{${of.join()}}`)}::text[])`;

/** What gives the viewer these standings towards these records of a person, as (person_id, standing, encounter_id, at). */
export function ownContacts(found: readonly Standing[], personIds: readonly string[]): RawBuilder<unknown> {
  return sql`
    select o.person_id, o.standing, o.encounter_id, o.at
      from own_contact o
     where o.city = (select app.city()) and o.person_id = any (${personIds}::uuid[]) and o.standing = ${words(standingsWith('own', found))}`;
}

type Met = {
  readonly person_id: string;
  readonly last_met_at: Date | null;
  readonly standings: readonly Standing[];
};

/**
 * When each person was last met as far as the viewer may know: at all, or to who knows only the own contacts the last of
 * those; to others not at all.
 */
export async function lastMet(
  tx: Tx,
  viewer: Viewer,
  found: readonly Met[],
): Promise<ReadonlyMap<string, Date | null>> {
  const narrow = found.filter((row) => contactsFor(viewer, row.standings) === 'own');
  const own = await lastOwn(
    tx,
    narrow.map((row) => row.person_id),
  );
  return new Map(
    found.map((row) => {
      const contacts = contactsFor(viewer, row.standings);
      if (contacts !== 'own') return [row.person_id, contacts === 'all' ? row.last_met_at : null];
      const times = own
        .filter((it) => it.person_id === row.person_id && row.standings.includes(it.standing))
        .map((it) => it.at.getTime());
      return [row.person_id, times.length > 0 ? new Date(Math.max(...times)) : null];
    }),
  );
}

/** Persons in the order of what the viewer is told: the true one would tell that some were met again. The untold come last. */
export function lastMetFirst(persons: readonly Person[]): Person[] {
  return persons.toSorted((a, b) => (b.lastMetAt ?? '').localeCompare(a.lastMetAt ?? ''));
}

async function lastOwn(tx: Tx, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  const alias = await sql<{ person_id: string; same_as: string }>`
    select person_id, same_as from person_alias
     where city = (select app.city()) and person_id = any (${personIds}::uuid[])`.execute(tx);
  const records = [...new Set(alias.rows.map((row) => row.same_as))];
  const own = await sql<{ person_id: string; standing: Standing; at: Date }>`
    ${ownContacts(standings, records)}`.execute(tx);
  // A team knows whom it met, not who that is elsewhere: as in the view person_standing.
  return alias.rows.flatMap(({ person_id, same_as }) =>
    own.rows
      .filter(
        (row) => row.person_id === same_as && (row.standing !== 'operationTeam' || same_as === person_id),
      )
      .map((row) => ({ ...row, person_id })),
  );
}
