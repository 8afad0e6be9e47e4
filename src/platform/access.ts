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
  /** May a viewer of this standing do this? */
  readonly standingAllows: (standing: string, allowed: readonly string[]) => boolean;
  /** Which standing counts when something is disclosed. */
  readonly discloseAs: <S extends string>(standing: S, widest: S) => S;
};

/** The lock every real server runs with. */
export const applicationLock: ApplicationLock = {
  mayUse: (role, allowed) => allowed.includes(role),
  personStanding: sql`app.person_standing`,
  standingAllows: (standing, allowed) => allowed.includes(standing),
  discloseAs: (standing) => standing,
};
