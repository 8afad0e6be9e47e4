import { sql } from 'kysely';
import { isAreaOfCity } from '#areas/queries.ts';
import { foldSome } from '#indicators/queries/pending.ts';
import '#meetings/commands/follow-up-problems.ts';
import {
  type DecisionAbility,
  decisionAbilities,
  decisionActsIn,
  minuteTakers,
  requireStanding,
} from '#meetings/access/follow-up.ts';
import { tellAdopted } from '#meetings/commands/tell.ts';
import {
  actionsOf,
  type DecidingMeeting,
  type FoundDecision,
  findDecidingMeeting,
  findDecision,
  standingsToHost,
} from '#meetings/queries/decisions.ts';
import { wholeMonthsBefore } from '#meetings/queries/facts.ts';
import { measure } from '#meetings/queries/measures.ts';
import { readsOutcomes } from '#meetings/queries/outcomes.ts';
import { type Missing, missingFor } from '#meetings/rules/decisions.ts';
import { indicatorRules, monthsToJudge } from '#meetings/rules/outcome.ts';
import {
  DecisionAct,
  DecisionChanged,
  type DecisionState,
  WithdrawDecision,
  WriteDecision,
} from '#meetings/schema/decisions.ts';
import type { Measure } from '#meetings/schema/outcome.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { uuidv7 } from '#platform/uuid.ts';

const told = (act: string) => (input: { decisionId: string }) => ({
  act,
  on: { kind: 'decision', id: input.decisionId },
});

/** Writes down a new decision as a draft, under the next number of its meeting. */
export const draftDecision = command({
  name: 'decisions/draft',
  summary: 'Write down a decision of a meeting as a draft',
  may: minuteTakers,
  input: WriteDecision,
  result: DecisionChanged,
  audit: told('decision.drafted'),
  run: async (tx, viewer, input) => {
    const { decisionId, meetingId, issue, decision } = input;
    requireRunning(await requireHost(tx, viewer, meetingId));
    const agendaItemId = await requireItem(tx, meetingId, input.agendaItemId);
    const aim = await requireAim(tx, viewer, input);
    // The meeting is held fast while its next number is taken.
    await sql`
      select 1 from meetings where city = (select app.city()) and meeting_id = ${meetingId} for no key update`.execute(
      tx,
    );
    await sql`
      insert into decisions (decision_id, meeting_id, number, agenda_item_id, issue, decision, indicator, indicator_area, target)
      select ${decisionId}, ${meetingId}, coalesce(max(d.number), 0) + 1, ${agendaItemId}, ${issue}, ${decision},
             ${aim.indicator}, ${aim.area}, ${aim.target}::numeric
        from decisions d
       where d.city = (select app.city()) and d.meeting_id = ${meetingId}`.execute(tx);
    return { decisionId, state: 'draft' as const, version: 1 };
  },
});

/** Changes the words of a draft. */
export const changeDecision = command({
  name: 'decisions/change',
  summary: 'Change a draft of a decision',
  may: minuteTakers,
  input: WriteDecision,
  result: DecisionChanged,
  audit: told('decision.changed'),
  run: async (tx, viewer, input, sent) => {
    const row = await takeDecision(tx, viewer, input.decisionId, 'write', sent.basedOn);
    if (row.meeting_id !== input.meetingId) throw problem('not-found');
    const agendaItemId = await requireItem(tx, row.meeting_id, input.agendaItemId);
    const aim = await requireAim(tx, viewer, input);
    await sql`
      update decisions
         set issue = ${input.issue}, decision = ${input.decision}, agenda_item_id = ${agendaItemId}, indicator = ${aim.indicator},
             indicator_area = ${aim.area}, target = ${aim.target}::numeric, version = version + 1
       where city = (select app.city()) and decision_id = ${row.decision_id}`.execute(tx);
    return { decisionId: row.decision_id, state: row.state, version: row.version + 1 };
  },
});

/**
 * Takes a decision into force. Without an action, or where one has nobody who answers for it or no day to come, it is
 * refused, and each thing that is missing is named.
 */
export const adoptDecision = command({
  name: 'decisions/adopt',
  summary: 'Adopt a decision',
  may: minuteTakers,
  input: DecisionAct,
  result: DecisionChanged,
  audit: told('decision.adopted'),
  run: async (tx, viewer, { decisionId }, sent) => {
    const row = await takeDecision(tx, viewer, decisionId, 'adopt', sent.basedOn);
    if (row.meeting_state !== 'held' && row.meeting_state !== 'closed') throw problem('meeting-not-held');
    const at = sent.world.now();
    const actions = (await actionsOf(tx, [decisionId])).map((one) => ({
      number: one.number,
      responsibleAgency: one.responsible_agency,
      dueOn: one.due_on,
    }));
    const missing = missingFor(actions, cityDate(at, viewer.city.timeZone));
    if (missing.length > 0) throw problem('decision-incomplete', { fields: missing.map(fieldOf) });
    const before = await freeze(tx, viewer, row, at);
    await sql`
      update decisions
         set state = 'adopted', adopted_at = ${at}, before_value = ${before && JSON.stringify(before)}::jsonb,
             frozen_at = ${before ? at : null}::timestamptz, version = version + 1
       where city = (select app.city()) and decision_id = ${decisionId}`.execute(tx);
    await sql`
      update actions set adopted = true
       where city = (select app.city()) and decision_id = ${decisionId} and closed_at is null`.execute(tx);
    await tellAdopted(tx, decisionId, at);
    return { decisionId, state: 'adopted' as const, version: row.version + 1 };
  },
});

/** Takes a decision back. What is still open of its actions ends with it, for the same reason. */
export const withdrawDecision = command({
  name: 'decisions/withdraw',
  summary: 'Withdraw a decision, with a reason',
  may: minuteTakers,
  input: WithdrawDecision,
  result: DecisionChanged,
  audit: told('decision.withdrawn'),
  run: async (tx, viewer, { decisionId, reason }, sent) => {
    const row = await takeDecision(tx, viewer, decisionId, 'withdraw', sent.basedOn);
    const at = sent.world.now();
    const open = (await actionsOf(tx, [decisionId])).filter((one) => one.adopted && one.closed_at === null);
    for (const one of open)
      await sql`
        insert into action_updates (action_id, update_id, state, progress, text, written_at)
        values (${one.action_id}, ${uuidv7()}, 'cancelled', ${one.progress}, ${reason}, ${at})`.execute(tx);
    await sql`
      update actions set state = 'cancelled', closed_at = ${at}, updated_at = ${at}, version = version + 1
       where city = (select app.city()) and decision_id = ${decisionId} and closed_at is null`.execute(tx);
    await sql`
      update decisions set state = 'withdrawn', withdraw_reason = ${reason}, version = version + 1
       where city = (select app.city()) and decision_id = ${decisionId}`.execute(tx);
    return { decisionId, state: 'withdrawn' as const, version: row.version + 1 };
  },
});

/** The figure that a decision is measured by, as it stands in the last whole months: from here on it stays. */
async function freeze(tx: Tx, viewer: Viewer, row: FoundDecision, at: Date): Promise<Measure | null> {
  if (row.indicator === '') return null;
  await foldSome(tx);
  const months = wholeMonthsBefore(cityDate(at, viewer.city.timeZone), monthsToJudge);
  return measure(tx, { indicator: row.indicator, place: row.indicator_area ?? viewer.city.code, months });
}

/** What a decision is measured by, for who reads the figures of the city; those on care have no area. */
async function requireAim(tx: Tx, viewer: Viewer, input: WriteDecision) {
  const { indicator = null, indicatorArea: area = null, target = null } = input;
  if (indicator === null) return { indicator: '', area: null, target: null };
  if (!readsOutcomes(viewer)) throw problem('not-allowed', { field: 'indicator' });
  if (area && indicatorRules[indicator].kind !== 'count')
    throw problem('decision-figure-of-city', { field: 'indicatorArea' });
  if (area && !(await isAreaOfCity(tx, area)))
    throw problem('action-area-unknown', { field: 'indicatorArea' });
  if (target !== null && target > 1 && indicatorRules[indicator].kind === 'share')
    throw problem('decision-target-share', { field: 'target' });
  return { indicator, area, target };
}

const codes = {
  action: 'decision-without-action',
  owner: 'action-without-owner',
  day: 'action-without-day',
  dayGone: 'action-day-gone',
} satisfies Record<Missing['what'], string>;

function fieldOf({ what, number }: Missing) {
  return { field: 'decisionId', code: codes[what], number };
}

/** The meeting of the own agency, for who writes down what it decides. */
async function requireHost(tx: Tx, viewer: Viewer, meetingId: string): Promise<DecidingMeeting> {
  const meeting = await findDecidingMeeting(tx, meetingId);
  if (!meeting) throw problem('not-found');
  requireStanding(viewer, standingsToHost(viewer, meeting.hostAgency), decisionAbilities.write);
  return meeting;
}

function requireRunning(meeting: { readonly state: string }): void {
  if (meeting.state === 'cancelled') throw problem('meeting-cancelled');
}

async function requireItem(tx: Tx, meetingId: string, agendaItemId: string | null): Promise<string | null> {
  if (agendaItemId === null) return null;
  const found = await sql`
    select 1 from agenda_items
     where city = (select app.city()) and agenda_item_id = ${agendaItemId} and meeting_id = ${meetingId}`.execute(
    tx,
  );
  if (found.rows.length === 0) throw problem('not-found', { field: 'agendaItemId' });
  return agendaItemId;
}

/** Takes a decision for writing, held fast, as one who may do this with it and in a state in which it can be done. */
export async function takeDecision(
  tx: Tx,
  viewer: Viewer,
  decisionId: string,
  ability: DecisionAbility,
  basedOn: string | number | null,
): Promise<FoundDecision> {
  const seen = await findDecision(tx, decisionId);
  if (!seen) throw problem('not-found');
  requireStanding(viewer, standingsToHost(viewer, seen.host_agency), decisionAbilities[ability]);
  await sql`
    select 1 from decisions where city = (select app.city()) and decision_id = ${decisionId} for update`.execute(
    tx,
  );
  const row = (await findDecision(tx, decisionId)) ?? seen;
  const states: readonly DecisionState[] = decisionActsIn[ability];
  if (!states.includes(row.state)) throw problem('decision-not-in-state');
  if (basedOn !== null && Number(basedOn) !== row.version) throw problem('changed-meanwhile');
  return row;
}
