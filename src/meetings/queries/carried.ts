import { sql } from 'kysely';
import { actionColumns, actionJoins, actionOf, type FoundAction } from '#meetings/queries/follow-up.ts';
import type { CarriedAction } from '#meetings/schema/follow-up.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

type Row = FoundAction & { readonly state_then: FoundAction['state']; readonly progress_then: number };

/** The actions that a meeting takes over: as they stood when it began, before that those that are open now. */
export async function listCarriedTo(
  tx: Tx,
  { meetingId, today }: { meetingId: string; today: string },
): Promise<CarriedAction[]> {
  const meeting = await sql<{ state: string; follows_id: string | null }>`
    select state, follows_id from meetings where city = (select app.city()) and meeting_id = ${meetingId}`.execute(
    tx,
  );
  const [it] = meeting.rows;
  if (!it) throw problem('not-found');
  const begun = it.state === 'held' || it.state === 'closed';
  const found = begun
    ? await sql<Row>`
    select ${actionColumns}, c.state_then, c.progress_then
      from carried_actions c
      join actions a on a.city = c.city and a.action_id = c.action_id ${actionJoins}
     where c.city = (select app.city()) and c.meeting_id = ${meetingId}
     order by a.due_on, a.action_id
     limit 500`.execute(tx)
    : await sql<Row>`
    select ${actionColumns}, a.state as state_then, a.progress as progress_then
      from actions a ${actionJoins}
     where a.city = (select app.city()) and a.adopted and a.closed_at is null
       and (d.meeting_id = ${it.follows_id} or exists (
         select 1 from carried_actions c where c.city = a.city and c.meeting_id = ${it.follows_id} and c.action_id = a.action_id))
     order by a.due_on, a.action_id
     limit 500`.execute(tx);
  return found.rows.map((row) => ({
    action: actionOf(row, today),
    stateThen: row.state_then,
    progressThen: row.progress_then,
  }));
}
