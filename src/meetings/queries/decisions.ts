import { sql } from 'kysely';
import {
  actionStandingsOf,
  type DecisionAbility,
  decisionAbilities,
  decisionActsIn,
} from '#meetings/access/follow-up.ts';
import { actionColumns, actionJoins, actionOf, type FoundAction } from '#meetings/queries/follow-up.ts';
import { missingFor } from '#meetings/rules/decisions.ts';
import type { Decision, DecisionList, DecisionState } from '#meetings/schema/decisions.ts';
import type { ActionStanding } from '#meetings/schema/follow-up.ts';
import type { DecisionIndicator, Measure } from '#meetings/schema/outcome.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

/** A decision as the database lets it through, with the agency that called its meeting. */
export type FoundDecision = {
  readonly decision_id: string;
  readonly meeting_id: string;
  readonly number: number;
  readonly agenda_item_id: string | null;
  readonly issue: string;
  readonly decision: string;
  readonly state: DecisionState;
  readonly adopted_at: Date | null;
  readonly withdraw_reason: string;
  readonly indicator: DecisionIndicator | '';
  readonly indicator_area: string | null;
  readonly target: string | null;
  readonly before_value: Measure | null;
  readonly version: number;
  readonly host_agency: string | null;
  readonly meeting_state: string | null;
};

const decisionColumns = sql`
  d.decision_id, d.meeting_id, d.number, d.agenda_item_id, d.issue, d.decision, d.state, d.adopted_at, d.withdraw_reason, d.version,
  d.indicator, d.indicator_area, d.target::text, d.before_value,
  m.host_agency, m.state as meeting_state`;
const decisionSource = sql`
  decisions d
  left join meetings m on m.city = d.city and m.meeting_id = d.meeting_id`;

/** What a meeting is to whoever writes down its decisions. */
export type DecidingMeeting = { readonly hostAgency: string; readonly state: string };

/** The meeting that decides, if it is open to the viewer. */
export async function findDecidingMeeting(tx: Tx, meetingId: string): Promise<DecidingMeeting | null> {
  const found = await sql<DecidingMeeting>`
    select host_agency as "hostAgency", state
      from meetings
     where city = (select app.city()) and meeting_id = ${meetingId}`.execute(tx);
  return found.rows[0] ?? null;
}

/** What the viewer is to the decisions of an agency's meeting. */
export function standingsToHost(viewer: Viewer, hostAgency: string | null): ActionStanding[] {
  return actionStandingsOf(viewer, { hostAgency, responsibleAgency: null, supporters: [] });
}

/** One decision, if the database shows it to the viewer at all. */
export async function findDecision(tx: Tx, decisionId: string): Promise<FoundDecision | null> {
  const found = await sql<FoundDecision>`
    select ${decisionColumns}
      from ${decisionSource}
     where d.city = (select app.city()) and d.decision_id = ${decisionId}`.execute(tx);
  return found.rows[0] ?? null;
}

/** The actions of some decisions, in their order; what was dropped from a draft is left out. */
export async function actionsOf(tx: Tx, decisionIds: readonly string[]): Promise<FoundAction[]> {
  const found = await sql<FoundAction>`
    select ${actionColumns}
      from actions a ${actionJoins}
     where a.city = (select app.city()) and a.decision_id = any (${decisionIds}::uuid[]) and (a.adopted or a.closed_at is null)
     order by d.number, a.number`.execute(tx);
  return found.rows;
}

/** What a meeting decided, in order, each with its actions; drafts only for who writes them. */
export async function listDecisions(
  tx: Tx,
  viewer: Viewer,
  { meetingId, today }: { meetingId: string; today: string },
): Promise<DecisionList> {
  const meeting = await findDecidingMeeting(tx, meetingId);
  if (!meeting) throw problem('not-found');
  const held = standingsToHost(viewer, meeting.hostAgency);
  const isHost = held.includes('host');
  const found = await sql<FoundDecision>`
    select ${decisionColumns}
      from ${decisionSource}
     where d.city = (select app.city()) and d.meeting_id = ${meetingId}
     order by d.number`.execute(tx);
  const rows = found.rows.filter((row) => isHost || row.adopted_at !== null);
  const actions = await actionsOf(
    tx,
    rows.map((row) => row.decision_id),
  );
  return {
    items: rows.map((row) => decisionOf(viewer, row, { actions, today })),
    mayWrite: meeting.state !== 'cancelled' && viewer.lock.standingAllows(held, decisionAbilities.write),
  };
}

function decisionOf(
  viewer: Viewer,
  row: FoundDecision,
  { actions, today }: { actions: readonly FoundAction[]; today: string },
): Decision {
  const its = actions.filter((one) => one.decision_id === row.decision_id).map((one) => actionOf(one, today));
  const held = standingsToHost(viewer, row.host_agency);
  const all = Object.keys(decisionAbilities) as DecisionAbility[];
  return {
    decisionId: row.decision_id,
    meetingId: row.meeting_id,
    number: row.number,
    agendaItemId: row.agenda_item_id,
    issue: row.issue,
    decision: row.decision,
    state: row.state,
    adoptedAt: row.adopted_at?.toISOString() ?? null,
    withdrawReason: row.withdraw_reason,
    indicator: row.indicator || null,
    indicatorArea: row.indicator_area,
    target: row.target === null ? null : Number(row.target),
    before: row.before_value,
    actions: its,
    missing: row.state === 'draft' ? missingFor(its, today) : [],
    version: row.version,
    abilities: all.filter((act) => {
      const states: readonly DecisionState[] = decisionActsIn[act];
      return states.includes(row.state) && viewer.lock.standingAllows(held, decisionAbilities[act]);
    }),
  };
}
