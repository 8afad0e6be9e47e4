// The list of the persons whom the viewer's task is about.
import { sql } from 'kysely';
import { undatedRoles } from '#persons/access.ts';
import { columns, type FoundPerson } from '#persons/queries/rows.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { Seal } from '#platform/paging.ts';
import type { World } from '#platform/world.ts';

/** A person with its place in the list: to the microsecond, or those of one transaction would be passed over. */
type ListedPerson = FoundPerson & { readonly at: string };

/** A place in the list may be that of a contact that does not exist for the viewer, so it is sealed. */
export function placeSeal(viewer: Viewer, world: World): Seal {
  return { key: world.keys.of('page places'), place: `persons ${viewer.staffId}` };
}

type Place = { readonly at: string; readonly personId: string };

/**
 * The persons the viewer has a standing towards, 50 a page: last met first, or to those of a role that never knows when, last
 * recorded. The place of a person holds when the standing towards it was lost meanwhile.
 */
export async function listPersons(tx: Tx, viewer: Viewer, after: Place | null): Promise<ListedPerson[]> {
  const undated = undatedRoles.includes(viewer.role);
  const at = undated ? sql.ref('p.recorded_at') : sql.ref('p.last_met_at');
  const mine = sql`select x.person_id from ${viewer.lock.personStanding} x where x.city = (select app.city()) and x.standing <> 'coordinator'`;
  // Nothing is in the order of recording: there the few persons are looked up, not all of the city walked through.
  const listed = undated
    ? sql`p.person_id = any (array(${mine}))`
    : sql`(p.person_id in (${mine}) or (select app.viewer_role()) = 'coordinator')`;
  const found = await sql<ListedPerson>`
    with mine as (
      select p.city, p.person_id, ${at} as at
        from persons p
       where p.city = (select app.city()) and p.last_met_at is not null
         and (${at}, p.person_id) < (${after?.at ?? 'infinity'}::timestamptz, ${after?.personId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
         and ${listed}
       order by ${at} desc, p.person_id desc
       limit 51)
    select ${columns}, mine.at::text as at, (select array_agg(distinct x.standing) from ${viewer.lock.personStanding} x where x.city = p.city and x.person_id = p.person_id) as standings
      from mine join persons p using (city, person_id)
     order by mine.at desc, p.person_id desc`.execute(tx);
  return found.rows;
}
