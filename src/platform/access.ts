import { type RawBuilder, sql } from 'kysely';
import type { StaffRole } from '#platform/roles.ts';

/**
 * Lock one as an object that the server is given at start: what the application asks before it shows or does anything.
 * The access tests hand in another that allows all, to see whether the database alone still holds.
 */
export type ApplicationLock = {
  /** May this role come to this route at all? */
  readonly mayUse: (role: StaffRole, allowed: readonly StaffRole[]) => boolean;
  /** The relation that holds (city, person_id, standing, because) for the viewer. */
  readonly personStanding: RawBuilder<unknown>;
  /** The same for some persons, as (person_id, standing); a lock without it is asked through the relation. */
  readonly standingsOf?: (personIds: readonly string[]) => RawBuilder<unknown>;
  /** May a viewer of these standings do this? Whatever one of them allows, the others do not take away. */
  readonly standingAllows: (held: readonly string[], allowed: readonly string[]) => boolean;
  /** Which standing counts when something is disclosed. */
  readonly discloseAs: <S extends string>(standing: S, widest: S) => S;
};

/** The lock every real server runs with. */
export const applicationLock: ApplicationLock = {
  mayUse: (role, allowed) => allowed.includes(role),
  personStanding: sql`app.person_standing`,
  standingsOf: (personIds) => sql`app.standings_of(${personIds}::uuid[])`,
  standingAllows: (held, allowed) => held.some((standing) => allowed.includes(standing)),
  discloseAs: (standing) => standing,
};

/** The relation (person_id, standing) of some persons, as the lock says. */
export function standingsOf(lock: ApplicationLock, personIds: readonly string[]): RawBuilder<unknown> {
  if (lock.standingsOf) return lock.standingsOf(personIds);
  return sql`(select y.person_id, y.standing from ${lock.personStanding} y
    where y.city = (select app.city()) and y.person_id = any (${personIds}::uuid[]))`;
}
