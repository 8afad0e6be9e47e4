import { sql } from 'kysely';
import { Type } from 'typebox';
import { custodyRoles, mayInCustody } from '#custody/access.ts';
import { writeStep } from '#custody/commands/steps.ts';
import { readStated, type Stated } from '#custody/queries/disputes.ts';
import { aliasesOf } from '#custody/queries/facts.ts';
import { type Decision, decide } from '#custody/rules/disputes.ts';
import { Settle } from '#custody/schema.ts';
import { standingsTowards } from '#persons/queries.ts';
import { command } from '#platform/commands.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import { Uuid } from '#platform/schemas.ts';

/** Says which of two statements about a person's custodian stands, and why. Both stay in the history. */
export const settleCustody = command({
  name: 'custody/settle',
  summary: 'Decide which hand-over stands, and why',
  may: custodyRoles,
  input: Settle,
  result: Type.Object({ personId: Uuid, stands: Uuid, setAside: Type.Array(Uuid) }),
  audit: (input, result) => ({
    act: 'custody.settled',
    on: { kind: 'claim', id: input.stands },
    persons: [input.personId],
    detail: { setAside: result.setAside },
  }),
  run: async (tx, viewer, input) => {
    const held = await standingsTowards(tx, viewer, input.personId);
    if (held.length === 0) throw problem('not-found');
    if (!mayInCustody(viewer, held, 'settle')) throw problem('not-allowed');
    const aliases = (await aliasesOf(tx, [input.personId])).get(input.personId) ?? [input.personId];
    await sql`
      select 1 from custody_intervals where city = (select app.city()) and person_id = any (${aliases}::uuid[]) for update`.execute(
      tx,
    );
    const stated = await readStated(tx, aliases);
    if (stated.claims.size < 2) throw problem('nothing-to-settle');
    if (!stated.claims.has(input.stands)) throw problem('not-found', { field: 'stands' });
    const decision = decide(stated.stretches, stated.acts, input.stands);
    const interval =
      stated.intervals.find((it) => it.custody_id === input.stands) ??
      stated.intervals.find((it) => it.custody_id === decision.ended[0]?.custodyId);
    if (interval)
      await writeStep(tx, {
        stepId: input.stepId,
        interval,
        kind: 'CUSTODIAN_DECIDED',
        at: interval.started_at,
        until: null,
        result: 'DECIDED',
        note: input.reason,
      });
    await keepDecision(tx, stated, decision, input);
    await carryDecision(tx, decision, input);
    return { personId: input.personId, stands: input.stands, setAside: decision.setAside };
  },
});

// How it was before, and on whose account it changes: unmerge puts back what one record lost to another (app.part_custody).
async function keepDecision(
  tx: Tx,
  stated: Stated,
  decision: Decision,
  { stepId, stands }: { stepId: string; stands: string },
): Promise<void> {
  const person =
    stated.intervals.find((it) => it.custody_id === stands)?.person_id ??
    stated.handovers.find((it) => it.handoverId === stands)?.personId;
  await sql`
    insert into custody_decisions (step_id, person_id, custody_id, handover_id, change, stands_person, was_ended_at, ended_at, was_state)
    select ${stepId}::uuid, i.person_id, i.custody_id, null::uuid, 'set_aside', ${person}::uuid, null::timestamptz, null::timestamptz, null::text
      from custody_intervals i
     where i.city = (select app.city()) and i.custody_id = any (${decision.setAside}::uuid[])
    union all
    select ${stepId}::uuid, i.person_id, i.custody_id, null, 'cut_short', ${person}::uuid, i.ended_at, e.at, null
      from unnest(${decision.ended.map((it) => it.custodyId)}::uuid[], ${decision.ended.map((it) => it.at)}::timestamptz[]) as e (custody_id, at)
      join custody_intervals i on i.city = (select app.city()) and i.custody_id = e.custody_id
    union all
    select ${stepId}::uuid, h.person_id, null, h.handover_id, 'set_aside', ${person}::uuid, null, null, h.state
      from handovers h
     where h.city = (select app.city()) and h.handover_id = any (${decision.handoversSetAside}::uuid[])`.execute(
    tx,
  );
}

// In one statement and in this order: the database allows one custodian at a time, so the others step back before the one
// that stands steps in; and the viewer may lose reach of the person with the statement of their own agency.
async function carryDecision(
  tx: Tx,
  decision: Decision,
  input: { stands: string; reason: string },
): Promise<void> {
  await sql`
    with aside as (
      update custody_intervals
         set disputed = true, set_aside = true, settled_at = now(), settled_by = app.viewer_staff(), settled_reason = ${input.reason}, version = version + 1
       where city = (select app.city()) and custody_id = any (${decision.setAside}::uuid[])
       returning 1),
    ended as (
      update custody_intervals i
         set ended_at = e.at, end_kind = coalesce(e.end_kind, i.end_kind), version = i.version + 1
        from unnest(${decision.ended.map((it) => it.custodyId)}::uuid[], ${decision.ended.map((it) => it.at)}::timestamptz[], ${decision.ended.map((it) => it.endKind)}::text[]) as e (custody_id, at, end_kind)
       where i.city = (select app.city()) and i.custody_id = e.custody_id and (select count(*) from aside) >= 0
       returning 1),
    papers as (
      update handovers set state = 'set_aside'
       where city = (select app.city()) and handover_id = any (${decision.handoversSetAside}::uuid[])
       returning 1),
    kept as (
      update handovers set state = 'stands'
       where city = (select app.city()) and handover_id = ${decision.handoverStands}::uuid
       returning 1)
    update custody_intervals
       set disputed = false, settled_at = now(), settled_by = app.viewer_staff(), settled_reason = ${input.reason}, version = version + 1
     where city = (select app.city()) and custody_id = ${input.stands}::uuid and (select count(*) from ended) >= 0`.execute(
    tx,
  );
}
