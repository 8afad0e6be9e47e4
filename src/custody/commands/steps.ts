import { sql } from 'kysely';
import { Type } from 'typebox';
import { requireCode } from '#areas/queries.ts';
import { custodyRoles, requireHandOver } from '#custody/access.ts';
import { dayOf, momentOf } from '#custody/commands/common.ts';
import { requireInChain } from '#custody/queries/chains.ts';
import { readHeld } from '#custody/queries/held.ts';
import { fearsPlace } from '#custody/queries/record.ts';
import { findInterval, type Interval } from '#custody/queries/rows.ts';
import { AskFears, ExplainGap, HoldLonger, RecordStep } from '#custody/schema.ts';
import { takePersonKey } from '#persons/queries.ts';
import { command } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { sealBox } from '#platform/keys/box.ts';
import { problem } from '#platform/problems.ts';
import { Uuid } from '#platform/schemas.ts';
import { uuidv7 } from '#platform/uuid.ts';

const Done = Type.Object({ custodyId: Uuid, personId: Uuid });

/** What is done for a person in custody: the guardian told (each attempt), the social service told, the needs seen. */
export const recordStep = command({
  name: 'custody/record-step',
  summary: 'Record what was done for a person in custody',
  may: custodyRoles,
  input: RecordStep,
  result: Done,
  audit: (input, result) => ({
    act: 'custody.step-recorded',
    on: { kind: 'custody', id: input.custodyId },
    persons: [result.personId],
    detail: { kind: input.kind },
  }),
  run: async (tx, viewer, input, sent) => {
    const interval = await openInterval(tx, viewer, input.custodyId);
    const at = momentOf(input.at, sent, interval.first_contact_at);
    const day = dayOf(viewer, at);
    const kind = await requireCode(tx, { list: 'custody_step', code: input.kind, day, field: 'kind' });
    if (kind.extra.byItself || kind.code === 'FEARED_PERSONS_ASKED')
      throw problem('step-has-its-own-form', { field: 'kind' });
    if (kind.extra.attempts) {
      if (!input.result) throw problem('field-missing', { field: 'result' });
      await requireCode(tx, { list: 'contact_result', code: input.result, day, field: 'result' });
    }
    const result = kind.extra.attempts && input.result ? input.result : 'DONE';
    await writeStep(tx, {
      stepId: input.stepId,
      interval,
      kind: input.kind,
      at,
      until: null,
      result,
      note: input.note ?? '',
    });
    return { custodyId: input.custodyId, personId: interval.person_id };
  },
});

/**
 * Asks the child whom it fears, and seals the answer under the child's own key, beside every answer before it. Only asked
 * alone does it open the way home.
 */
export const askFears = command({
  name: 'custody/ask-fears',
  summary: 'Record whom the child fears, as asked of it alone',
  may: custodyRoles,
  input: AskFears,
  result: Done,
  audit: (input, result) => ({
    act: 'custody.fears-asked',
    on: { kind: 'custody', id: input.custodyId },
    persons: [result.personId],
    detail: { alone: input.askedAlone },
  }),
  run: async (tx, viewer, input, sent) => {
    const interval = await openInterval(tx, viewer, input.custodyId);
    const at = momentOf(input.at, sent, interval.first_contact_at);
    const day = dayOf(viewer, at);
    const { names = [], relations = [], note = '' } = input;
    // Dropped in silence, a name given beside "nobody" would send the child home with that very person.
    if (!input.fearsSomeone && (names.length > 0 || relations.length > 0 || note))
      throw problem('fears-contradict', { field: 'fearsSomeone' });
    for (const [index, code] of relations.entries())
      await requireCode(tx, { list: 'kin_relation', code, day, field: `relations.${index}` });
    const { person_id: personId } = interval;
    const key = await takePersonKey(tx, sent.world.keys, personId);
    const box = sealBox({ names, relations, note }, key, fearsPlace(personId, at));
    await sql`
      insert into custody_fears (answer_id, person_id, asked_at, asked_alone, fears_someone, box)
      values (${uuidv7()}, ${personId}, ${at}, ${input.askedAlone}, ${input.fearsSomeone}, ${box})`.execute(
      tx,
    );
    return { custodyId: input.custodyId, personId };
  },
});

/** Says why a child is held longer than its hand-over needs, and until when that holds. */
export const holdLonger = command({
  name: 'custody/hold-longer',
  summary: 'Say why a child is held longer',
  may: custodyRoles,
  input: HoldLonger,
  result: Done,
  audit: (input, result) => ({
    act: 'custody.held-longer',
    on: { kind: 'custody', id: input.custodyId },
    persons: [result.personId],
    detail: { reason: input.reason },
  }),
  run: async (tx, viewer, input, sent) => {
    const interval = await openInterval(tx, viewer, input.custodyId);
    const now = sent.world.now();
    const until = new Date(input.until);
    if (until <= now) throw problem('date-impossible', { field: 'until' });
    if (until.getTime() > now.getTime() + 24 * 3_600_000)
      throw problem('hold-until-too-far', { field: 'until' });
    await requireCode(tx, {
      list: 'hold_reason',
      code: input.reason,
      words: { text: input.note, field: 'note' },
      day: dayOf(viewer, now),
      field: 'reason',
    });
    await giveHoldReason(tx, {
      stepId: input.stepId,
      from: interval,
      reason: input.reason,
      note: input.note ?? '',
      until,
      at: sent.occurredAt,
    });
    return { custodyId: input.custodyId, personId: interval.person_id };
  },
});

/** Explains a time in which nobody is written down as custodian. */
export const explainGap = command({
  name: 'custody/explain-gap',
  summary: 'Explain a gap in the chain of custodians',
  may: custodyRoles,
  input: ExplainGap,
  result: Done,
  audit: (input, result) => ({
    act: 'custody.gap-explained',
    on: { kind: 'custody', id: input.custodyId },
    persons: [result.personId],
  }),
  run: async (tx, viewer, input, sent) => {
    const interval = await requireInChain(tx, viewer, await findInterval(tx, input.custodyId));
    await requireHandOver(tx, viewer, interval.person_id);
    const [held] = (await readHeld(tx, viewer, [interval], sent.world)).facts;
    const same = (one: string | null, other: string) => one !== null && Date.parse(one) === Date.parse(other);
    const gap = held?.gaps.find((it) => same(it.from, input.from) && same(it.to, input.to));
    if (!gap?.to) throw problem('gap-not-there', { field: 'from' });
    await writeStep(tx, {
      stepId: input.stepId,
      interval,
      kind: 'GAP_EXPLAINED',
      at: new Date(gap.from),
      until: new Date(gap.to),
      result: 'EXPLAINED',
      note: input.reason,
    });
    return { custodyId: input.custodyId, personId: interval.person_id };
  },
});

/** The custody that something is written to: it must exist for the viewer, be theirs to act on, and not be over. */
async function openInterval(tx: Tx, viewer: Viewer, custodyId: string): Promise<Interval> {
  const interval = await requireInChain(tx, viewer, await findInterval(tx, custodyId));
  await requireHandOver(tx, viewer, interval.person_id);
  if (interval.ended_at || interval.set_aside) throw problem('custody-over');
  return interval;
}

/** Writes a reason for holding on. */
export async function giveHoldReason(
  tx: Tx,
  it: { stepId?: string; from: Interval; reason: string; note: string; until: Date; at: Date },
): Promise<void> {
  await writeStep(tx, {
    stepId: it.stepId ?? uuidv7(),
    interval: it.from,
    kind: 'HELD_LONGER',
    at: it.at,
    until: it.until,
    result: it.reason,
    note: it.note,
  });
}

type Step = {
  readonly stepId: string;
  readonly interval: Interval;
  readonly kind: string;
  readonly at: Date;
  readonly until: Date | null;
  readonly result: string;
  readonly note: string;
};

/** Writes one step to the custody it belongs to. */
export async function writeStep(tx: Tx, it: Step): Promise<void> {
  await sql`
    insert into custody_steps (step_id, person_id, custody_id, kind, occurred_at, until, result, note)
    values (${it.stepId}, ${it.interval.person_id}, ${it.interval.custody_id}, ${it.kind}, ${it.at}, ${it.until}, ${it.result}, ${it.note})`.execute(
    tx,
  );
}
