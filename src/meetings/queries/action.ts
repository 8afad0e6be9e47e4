import { sql } from 'kysely';
import { type ActionAbility, actionAbilities, actionStandingsOf } from '#meetings/access/follow-up.ts';
import { actionOf, type FoundAction, findAction } from '#meetings/queries/follow-up.ts';
import { isClosed } from '#meetings/rules/follow-up.ts';
import type { ActionRecord, ActionStanding, ActionState, ActionUpdate } from '#meetings/schema/follow-up.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { listFiles } from '#platform/files/files.ts';
import { problem } from '#platform/problems.ts';

/** What the viewer is to an action that was found. */
export function standingsTo(viewer: Viewer, row: FoundAction): ActionStanding[] {
  return actionStandingsOf(viewer, {
    hostAgency: row.host_agency,
    responsibleAgency: row.responsible_agency,
    supporters: row.supporters,
  });
}

/** One action with what was reported, how far up it was raised, and the meetings that had it again. */
export async function openAction(
  tx: Tx,
  viewer: Viewer,
  { actionId, today }: { actionId: string; today: string },
): Promise<ActionRecord> {
  const row = await findAction(tx, actionId);
  if (!row) throw problem('not-found');
  const held = standingsTo(viewer, row);
  // A draft is a matter of who writes it.
  if (!row.adopted && !held.includes('host')) throw problem('not-found');
  return {
    action: actionOf(row, today),
    issue: row.issue,
    meeting: await findMeetingOf(tx, row.meeting_id),
    updates: await listUpdates(tx, actionId),
    escalations: await listEscalations(tx, actionId),
    carried: await listCarried(tx, actionId),
    evidence: await listFiles(tx, { onKind: 'action', onId: actionId }),
    standing: held[0] ?? 'reader',
    abilities: abilitiesOn(viewer, row, held),
  };
}

function abilitiesOn(viewer: Viewer, row: FoundAction, held: readonly ActionStanding[]): ActionAbility[] {
  if (!row.adopted) return [];
  const fits = {
    report: !isClosed(row.state),
    addEvidence: row.state !== 'cancelled',
    cancel: !isClosed(row.state),
    reopen: isClosed(row.state),
  } satisfies Record<ActionAbility, boolean>;
  const all = Object.keys(actionAbilities) as ActionAbility[];
  return all.filter((act) => fits[act] && viewer.lock.standingAllows(held, actionAbilities[act]));
}

async function findMeetingOf(tx: Tx, meetingId: string): Promise<ActionRecord['meeting']> {
  const found = await sql<{ title: string; starts_at: Date; invented: boolean }>`
    select title, starts_at, invented
      from meetings
     where city = (select app.city()) and meeting_id = ${meetingId}`.execute(tx);
  const [row] = found.rows;
  return row
    ? { meetingId, title: row.title, startsAt: row.starts_at.toISOString(), invented: row.invented }
    : null;
}

async function listUpdates(tx: Tx, actionId: string): Promise<ActionUpdate[]> {
  const found = await sql<{
    update_id: string;
    state: ActionState;
    progress: number;
    text: string;
    obstacle: string;
    agency_code: string;
    name: string | null;
    written_at: Date;
  }>`
    select u.update_id, u.state, u.progress, u.text, u.obstacle, u.agency_code, s.name, u.written_at
      from action_updates u
      left join staff s on s.city = u.city and s.staff_id = u.written_by
     where u.city = (select app.city()) and u.action_id = ${actionId}
     order by u.written_at desc, u.update_id desc
     limit 200`.execute(tx);
  return found.rows.map((row) => ({
    updateId: row.update_id,
    state: row.state,
    progress: row.progress,
    text: row.text,
    obstacle: row.obstacle,
    agencyCode: row.agency_code,
    by: row.name,
    at: row.written_at.toISOString(),
  }));
}

async function listEscalations(tx: Tx, actionId: string): Promise<ActionRecord['escalations']> {
  const found = await sql<{ level: number; raised_at: Date; days_late: number }>`
    select level, raised_at, days_late
      from action_escalations
     where city = (select app.city()) and action_id = ${actionId}
     order by level`.execute(tx);
  return found.rows.map((row) => ({
    level: row.level,
    at: row.raised_at.toISOString(),
    daysLate: row.days_late,
  }));
}

async function listCarried(tx: Tx, actionId: string): Promise<ActionRecord['carried']> {
  const found = await sql<{
    meeting_id: string;
    title: string;
    starts_at: Date;
    state_then: ActionState;
    progress_then: number;
  }>`
    select c.meeting_id, m.title, m.starts_at, c.state_then, c.progress_then
      from carried_actions c
      join meetings m on m.city = c.city and m.meeting_id = c.meeting_id
     where c.city = (select app.city()) and c.action_id = ${actionId}
     order by m.starts_at`.execute(tx);
  return found.rows.map((row) => ({
    meetingId: row.meeting_id,
    title: row.title,
    at: row.starts_at.toISOString(),
    state: row.state_then,
    progress: row.progress_then,
  }));
}
