import { sql } from 'kysely';
import type { Tx } from '#platform/database/transaction.ts';

/**
 * Writes down, as they stand, the actions that a meeting takes over: what is still open of the meeting that it follows,
 * whether that one decided it or had taken it over itself. So nothing is lost between two meetings until it is closed.
 */
export async function carryOpen(tx: Tx, meetingId: string, at: Date): Promise<void> {
  await sql`
    insert into carried_actions (meeting_id, action_id, state_then, progress_then, carried_at)
    select m.meeting_id, a.action_id, a.state, a.progress, ${at}
      from meetings m
      join actions a on a.city = m.city and a.adopted and a.closed_at is null
      join decisions d on d.city = a.city and d.decision_id = a.decision_id
     where m.city = (select app.city()) and m.meeting_id = ${meetingId}
       and (d.meeting_id = m.follows_id or exists (
         select 1 from carried_actions c where c.city = m.city and c.meeting_id = m.follows_id and c.action_id = a.action_id))
    on conflict do nothing`.execute(tx);
}
