import { sql } from 'kysely';
import { requireCode } from '#areas/queries.ts';
import { standingsTowards } from '#persons/queries.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem } from '#platform/problems.ts';
import '#services/commands/problems.ts';
import { askers, mayDoWithPlace } from '#services/access.ts';
import { findProgramme } from '#services/queries/programmes.ts';
import { findPlace } from '#services/queries/roster.ts';
import { takesPart } from '#services/rules.ts';
import { Ask, Asked, EnrolmentChanged, Leave, Outcome } from '#services/schema.ts';

/**
 * Writes down that a child was asked and what it and who cares for it said. Two who agree give it a place; a refusal is
 * kept and nothing else happens: no reason is asked, nobody is told, and the child may be asked again.
 */
export const askChild = command({
  name: 'services/ask-child',
  summary: 'Write down what a child says about taking part, and give it a place if it agrees',
  may: askers,
  input: Ask,
  result: Asked,
  audit: (input, result) => ({
    act: result.state === 'refused' ? 'enrolment.refused' : 'enrolment.made',
    on: { kind: 'enrolment', id: input.enrolmentId },
    persons: [result.personId],
    detail: { programme: input.programmeId },
  }),
  run: async (tx, viewer, input, sent) => {
    const held = await standingsTowards(tx, viewer, input.personId);
    if (held.length === 0) throw problem('not-found');
    if (!mayDoWithPlace(viewer, held, 'enrol')) throw problem('not-allowed');
    const programme = await findProgramme(tx, input.programmeId);
    if (!programme) throw problem('not-found');
    const today = cityDate(sent.world.now(), viewer.city.timeZone);
    requirePast(input.askedOn, today, 'askedOn');
    if (programme.cancelled || (programme.endsOn !== null && programme.endsOn < today))
      throw problem('programme-not-open');
    const refused = input.childSays === 'refuses' || input.guardianSays === 'refuses';
    if (!refused && !takesPart(input.childSays, input.guardianSays))
      throw problem('child-not-asked', { field: 'childSays' });
    const number = refused ? null : await takePlace(tx, input.programmeId, programme.capacity);
    const state = refused ? ('refused' as const) : ('enrolled' as const);
    await sql`
      insert into enrolments (enrolment_id, programme_id, person_id, number, state, child_says, guardian_says, asked_on)
      values (${input.enrolmentId}, ${input.programmeId}, ${input.personId}, ${number}, ${state}, ${input.childSays}, ${input.guardianSays},
              ${input.askedOn})`.execute(tx);
    return { enrolmentId: input.enrolmentId, state, number, personId: input.personId };
  },
});

async function takePlace(tx: Tx, programmeId: string, capacity: number | null): Promise<number> {
  const found = await sql<{ number: number; taken: number }>`
    select number, taken from take_place(${programmeId})`.execute(tx);
  const [place] = found.rows;
  if (!place) throw problem('not-allowed');
  if (capacity !== null && place.taken >= capacity) throw problem('programme-full');
  return place.number;
}

function requirePast(day: string, today: string, field: string): void {
  if (day > today) throw problem('date-impossible', { field });
}

async function requirePlace(tx: Tx, viewer: Viewer, enrolmentId: string) {
  const place = await findPlace(tx, viewer, enrolmentId);
  if (!place || place.held.length === 0) throw problem('not-found');
  if (!mayDoWithPlace(viewer, place.held, 'enrol')) throw problem('not-allowed');
  return place;
}

/** Ends a place early, by whoever wished so; like a refusal it has no consequence. */
export const leaveProgramme = command({
  name: 'services/leave-programme',
  summary: 'Write down that a child leaves a programme early',
  may: askers,
  input: Leave,
  result: EnrolmentChanged,
  audit: (input, result) => ({
    act: 'enrolment.left',
    on: { kind: 'enrolment', id: input.enrolmentId },
    persons: [result.personId],
    detail: { by: input.by },
  }),
  run: async (tx, viewer, input, sent) => {
    const place = await requirePlace(tx, viewer, input.enrolmentId);
    const today = cityDate(sent.world.now(), viewer.city.timeZone);
    requirePast(input.on, today, 'on');
    if (input.on < place.askedOn) throw problem('date-impossible', { field: 'on' });
    if (place.state !== 'enrolled') throw problem('place-ended');
    await sql`
      update enrolments set state = 'left', ended_on = ${input.on}, ended_by = ${input.by}, version = version + 1
       where city = (select app.city()) and enrolment_id = ${input.enrolmentId}`.execute(tx);
    return { enrolmentId: input.enrolmentId, personId: place.personId };
  },
});

/** Writes how a child fares: at the end, which finishes its place, and 3, 6 and 12 months later. */
export const keepOutcome = command({
  name: 'services/keep-outcome',
  summary: 'Write down how a child fares after a programme',
  may: askers,
  input: Outcome,
  result: EnrolmentChanged,
  audit: (input, result) => ({
    act: 'enrolment.outcome-kept',
    on: { kind: 'enrolment', id: input.enrolmentId },
    persons: [result.personId],
    detail: { afterMonths: input.afterMonths },
  }),
  run: async (tx, viewer, input, sent) => {
    const place = await requirePlace(tx, viewer, input.enrolmentId);
    const today = cityDate(sent.world.now(), viewer.city.timeZone);
    requirePast(input.seenOn, today, 'seenOn');
    await requireCode(tx, {
      list: 'programme_outcome',
      code: input.outcome,
      day: input.seenOn,
      field: 'outcome',
    });
    if (place.state === 'refused') throw problem('place-ended');
    if (input.seenOn < place.askedOn) throw problem('date-impossible', { field: 'seenOn' });
    await sql`
      insert into programme_outcomes (outcome_id, enrolment_id, person_id, after_months, outcome, seen_on)
      values (${input.outcomeId}, ${input.enrolmentId}, ${place.personId}, ${input.afterMonths}, ${input.outcome}, ${input.seenOn})`.execute(
      tx,
    );
    if (place.state === 'enrolled')
      await sql`
        update enrolments set state = 'finished', ended_on = ${input.seenOn}, version = version + 1
         where city = (select app.city()) and enrolment_id = ${input.enrolmentId}`.execute(tx);
    return { enrolmentId: input.enrolmentId, personId: place.personId };
  },
});
