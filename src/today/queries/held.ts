import { sql } from 'kysely';
import { listIntervals, readHeld } from '#custody/queries.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';
import type { Ask, Found } from '#today/queries/source.ts';
import { byClock, comesAfter } from '#today/rules.ts';

/**
 * Children in the care of my agency under a limit, or without one and without an open case, whose worker would have them:
 * the next thing that is due, as the custody board says it. The clock is a rule of custody, so the order is settled here
 * and not in SQL; an agency holds few under a limit at a time.
 */
export async function readCustodyDue(
  tx: Tx,
  viewer: Viewer,
  { ask, world }: { ask: Ask; world: World },
): Promise<Found[]> {
  const open = await sql<{ custody_id: string; person_id: string }>`
    select h.custody_id, h.person_id from app.held_without_case() h
    union all
    (select i.custody_id, i.person_id
       from custody_intervals i
       join codes c on c.city = i.city and c.list = 'custodian_kind' and c.code = i.custodian_kind and c.extra ? 'clock'
      where i.city = (select app.city()) and i.agency_code = (select app.viewer_agency()) and i.ended_at is null and not i.set_aside
      order by i.started_at
      limit 200)`.execute(tx);
  if (open.rows.length === 0) return [];
  const wanted = new Set(open.rows.map((row) => row.custody_id));
  const intervals = await listIntervals(tx, [...new Set(open.rows.map((row) => row.person_id))]);
  const { facts } = await readHeld(
    tx,
    viewer,
    intervals.filter((it) => wanted.has(it.custody_id)),
    world,
  );
  const found = facts.flatMap(({ held, found: person }): Found[] =>
    held.next
      ? [
          {
            ...nothingElse,
            kind: 'custody',
            id: held.custodyId,
            at: new Date(held.next.dueAt),
            since: new Date(held.firstContactAt),
            due_at: new Date(held.next.dueAt),
            person_id: person.person_id,
            agency_code: held.agencyCode,
            code: held.next.what,
          },
        ]
      : [],
  );
  return byClock([found])
    .filter((it) => comesAfter(it, ask.after))
    .slice(0, ask.most);
}

const nothingElse = {
  due_on: null,
  paused: false,
  case_id: null,
  case_number: null,
  staff: null,
  text: null,
  count: null,
};
