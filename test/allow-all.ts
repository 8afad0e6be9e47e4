import { sql } from 'kysely';
import type { ApplicationLock } from '#platform/access.ts';

/** The application's lock, open: every role may use every route, everybody is of every child's team. What still holds is the database's. */
export const allowAll: ApplicationLock = {
  mayUse: () => true,
  personStanding: sql`(select p.city, p.person_id, 'caseTeam' as standing, p.person_id as because from app.persons p)`,
  standingAllows: () => true,
  discloseAs: (_standing, widest) => widest,
};
