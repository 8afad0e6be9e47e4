import { sql } from 'kysely';
import '#meetings/commands/follow-up-problems.ts';
import { listAgencies } from '#agencies/queries.ts';
import { isAreaOfCity } from '#areas/queries.ts';
import { minuteTakers } from '#meetings/access/follow-up.ts';
import { takeDecision } from '#meetings/commands/decisions.ts';
import { findAction } from '#meetings/queries/follow-up.ts';
import { ActionChanged, DropAction, WriteAction } from '#meetings/schema/follow-up.ts';
import { addDays, cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';

const told = (act: string) => (input: { actionId: string }) => ({
  act,
  on: { kind: 'action', id: input.actionId },
});
const farthestDays = 5 * 366;

/** Adds to a draft who does what, where and until when; owner and day may still be open. */
export const addAction = command({
  name: 'decisions/add-action',
  summary: 'Add an action to a draft of a decision',
  may: minuteTakers,
  input: WriteAction,
  result: ActionChanged,
  audit: told('action.added'),
  run: async (tx, viewer, input, sent) => {
    await takeDecision(tx, viewer, input.decisionId, 'write', null);
    await checkAction(tx, input, cityDate(sent.world.now(), viewer.city.timeZone));
    await sql`
      insert into actions (action_id, decision_id, number, what, responsible_agency, place, area_code, starts_on, due_on, funds, output, target,
                           evidence_asked)
      select ${input.actionId}, ${input.decisionId}, coalesce(max(a.number), 0) + 1, ${input.what}, ${input.responsibleAgency}, ${input.place},
             ${input.areaCode}, ${input.startsOn}::date, ${input.dueOn}::date, ${input.funds}, ${input.output}, ${input.target},
             ${input.evidenceAsked}
        from actions a
       where a.city = (select app.city()) and a.decision_id = ${input.decisionId}`.execute(tx);
    await writeSupporters(tx, input);
    return { actionId: input.actionId, state: 'not_started' as const, version: 1 };
  },
});

/** Changes an action while its decision is a draft. */
export const changeAction = command({
  name: 'decisions/change-action',
  summary: 'Change an action of a draft',
  may: minuteTakers,
  input: WriteAction,
  result: ActionChanged,
  audit: told('action.changed'),
  run: async (tx, viewer, input, sent) => {
    await takeDecision(tx, viewer, input.decisionId, 'write', null);
    const row = await findAction(tx, input.actionId);
    if (row?.decision_id !== input.decisionId) throw problem('not-found');
    if (sent.basedOn !== null && Number(sent.basedOn) !== row.version) throw problem('changed-meanwhile');
    await checkAction(tx, input, cityDate(sent.world.now(), viewer.city.timeZone));
    await sql`
      update actions
         set what = ${input.what}, responsible_agency = ${input.responsibleAgency}, place = ${input.place}, area_code = ${input.areaCode},
             starts_on = ${input.startsOn}::date, due_on = ${input.dueOn}::date, funds = ${input.funds}, output = ${input.output},
             target = ${input.target}, evidence_asked = ${input.evidenceAsked}, version = version + 1
       where city = (select app.city()) and action_id = ${input.actionId}`.execute(tx);
    await writeSupporters(tx, input);
    return { actionId: input.actionId, state: row.state, version: row.version + 1 };
  },
});

/** Drops an action from a draft: it stays as cancelled, so that no number is given twice. */
export const dropAction = command({
  name: 'decisions/drop-action',
  summary: 'Drop an action from a draft',
  may: minuteTakers,
  input: DropAction,
  result: ActionChanged,
  audit: told('action.dropped'),
  run: async (tx, viewer, { actionId }, sent) => {
    const row = await findAction(tx, actionId);
    if (!row) throw problem('not-found');
    await takeDecision(tx, viewer, row.decision_id, 'write', null);
    await sql`
      update actions set state = 'cancelled', closed_at = ${sent.world.now()}, version = version + 1
       where city = (select app.city()) and action_id = ${actionId}`.execute(tx);
    return { actionId, state: 'cancelled' as const, version: row.version + 1 };
  },
});

async function checkAction(tx: Tx, input: WriteAction, today: string): Promise<void> {
  const { startsOn, dueOn, responsibleAgency, supporters, areaCode } = input;
  if (dueOn && ((startsOn && dueOn < startsOn) || dueOn > addDays(today, farthestDays)))
    throw problem('action-due-day', { field: 'dueOn' });
  const known = new Set((await listAgencies(tx, today)).map((it) => it.agencyCode));
  if (responsibleAgency && !known.has(responsibleAgency))
    throw problem('action-agency-unknown', { field: 'responsibleAgency' });
  if (supporters.some((code) => !known.has(code)))
    throw problem('action-agency-unknown', { field: 'supporters' });
  if (responsibleAgency && supporters.includes(responsibleAgency))
    throw problem('action-supports-itself', { field: 'supporters' });
  if (areaCode && !(await isAreaOfCity(tx, areaCode)))
    throw problem('action-area-unknown', { field: 'areaCode' });
}

async function writeSupporters(tx: Tx, { actionId, supporters }: WriteAction): Promise<void> {
  await sql`delete from action_supporters where city = (select app.city()) and action_id = ${actionId}`.execute(
    tx,
  );
  await sql`
    insert into action_supporters (action_id, agency_code)
    select ${actionId}, code from unnest(${supporters}::text[]) as code`.execute(tx);
}
