import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import { requireAbility } from '#persons/access.ts';
import { listSamePersons, standingsTowards } from '#persons/queries.ts';
import { AnswerMatch, DecideReview, Unmerge } from '#persons/schema.ts';
import { command } from '#platform/commands.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import { Uuid } from '#platform/schemas.ts';
import { uuidv7 } from '#platform/uuid.ts';

problemsOf({
  'hint-missing': { status: 422, id: 'Pilih salah satu petunjuk.', en: 'Choose one of the hints.' },
  'look-answered': {
    status: 409,
    id: 'Pencarian ini sudah dijawab lain. Cari sekali lagi bila pendapat Anda berubah.',
    en: 'This look-up has another answer already. Look again if you changed your mind.',
  },
  'review-answered': {
    status: 409,
    id: 'Pertanyaan ini sudah dijawab.',
    en: 'This question has been answered.',
  },
});

const recorders = ['field_officer', 'custody_desk', 'social_worker', 'supervisor'] as const;

constraintsOf({ match_reviews_pkey: { code: 'command-id-reused', field: 'reviewId' } });

/**
 * What the officer says of the hints. "Same" and "unsure" both go to a supervisor, who alone joins records; "new" is
 * recorded and nothing follows from it.
 */
export const answerMatch = command({
  name: 'persons/answer-match',
  summary: 'Same, new or unsure',
  may: recorders,
  input: AnswerMatch,
  result: Type.Object({ reviews: Type.Integer() }),
  audit: (input) => ({
    act: `match.${input.choice}`,
    on: { kind: 'look', id: String(input.lookId) },
    persons: [input.personId],
  }),
  run: async (tx, viewer, input, sent) => {
    requireAbility(viewer, await standingsTowards(tx, viewer, input.personId), 'identify');
    const look = await sql<{ candidates: string[]; strengths: string[] }>`
      select candidates, strengths from match_looks
       where city = (select app.city()) and look_id = ${input.lookId} and staff_id = (select app.viewer_staff())`.execute(
      tx,
    );
    const found = look.rows[0];
    if (!found) throw problem('not-found');
    const places = placesOf(input, found.candidates);
    const said = { choice: input.choice, place: input.place ?? null, personId: input.personId };
    if (!(await answerOnce(tx, input.lookId, said))) return { reviews: places.length };
    for (const [n, place] of places.entries())
      await sql`
        insert into match_reviews (review_id, person_id, candidate_person_id, encounter_id, strength, look_id, asked_at)
        values (${n === 0 ? input.reviewId : uuidv7(sent.occurredAt.getTime())}, ${input.personId}, ${found.candidates[place - 1]},
                ${input.encounterId ?? null}, ${input.choice === 'same' ? 'very_likely' : (found.strengths[place - 1] ?? 'weak')}, ${input.lookId}, ${sent.occurredAt})`.execute(
        tx,
      );
    return { reviews: places.length };
  },
});

type Answered = Static<typeof AnswerMatch>;

/** Which hints the answer is about: the one named, or of a doubt about all the first three. */
function placesOf(input: Answered, candidates: readonly string[]): number[] {
  if (input.choice === 'new') return [];
  if (input.choice === 'same' && !input.place) throw problem('hint-missing', { field: 'place' });
  const places = input.place ? [input.place] : candidates.slice(0, 3).map((_, n) => n + 1);
  if (places.some((place) => !candidates[place - 1])) throw problem('hint-missing', { field: 'place' });
  return places;
}

/** Writes the answer of a look; false when the same one is there already. Of two at once the second waits for the first. */
async function answerOnce(tx: Tx, lookId: number, said: object): Promise<boolean> {
  const first = await sql`
    update match_looks set answer = ${JSON.stringify(said)}::jsonb
     where city = (select app.city()) and look_id = ${lookId} and answer is null`.execute(tx);
  if (first.numAffectedRows === 1n) return true;
  const same = await sql<{ same: boolean }>`
    select answer = ${JSON.stringify(said)}::jsonb as same from match_looks
     where city = (select app.city()) and look_id = ${lookId}`.execute(tx);
  if (!same.rows[0]?.same) throw problem('look-answered');
  return false;
}

/** A supervisor's answer. "Same" joins the records: nothing moves, the newer one is represented by the older from now on. */
export const decideReview = command({
  name: 'persons/decide-review',
  summary: 'Answer a question of likeness',
  may: ['supervisor'],
  input: DecideReview,
  result: Type.Object({
    reviewId: Type.String(),
    merged: Type.Boolean(),
    /** Both records, and every other that is one with them now. */
    persons: Type.Array(Uuid),
  }),
  audit: (input, result) => ({
    act: `review.${input.answer}`,
    on: { kind: 'review', id: input.reviewId },
    persons: result.persons,
  }),
  run: async (tx, viewer, input, sent) => {
    const found = await sql<{ person_id: string; candidate_person_id: string; answer: string | null }>`
      select person_id, candidate_person_id, answer from match_reviews
       where city = (select app.city()) and review_id = ${input.reviewId} for update`.execute(tx);
    const review = found.rows[0];
    if (!review) throw problem('not-found');
    if (review.answer) throw problem('review-answered');
    requireAbility(viewer, await standingsTowards(tx, viewer, review.person_id), 'merge');
    const merged =
      input.answer === 'same' && (await join(tx, review.person_id, review.candidate_person_id, input.reason));
    await sql`
      update match_reviews
         set answer = ${input.answer}, reason = ${input.reason}, answered_by = app.viewer_staff(), answered_at = ${sent.occurredAt}
       where city = (select app.city()) and review_id = ${input.reviewId}`.execute(tx);
    const both = [review.person_id, review.candidate_person_id];
    const persons = input.answer === 'same' ? await recordsOf(tx, review.person_id) : both;
    return { reviewId: input.reviewId, merged, persons };
  },
});

/**
 * Takes back that two records are one: each is where it always was, and whoever was said to be this one leaves with it.
 * Who stands for whom is worked out anew by the database (sec.stand_by).
 */
export const unmergePerson = command({
  name: 'persons/unmerge',
  summary: 'Take a merge back',
  may: ['supervisor'],
  input: Unmerge,
  result: Type.Object({
    personId: Type.String(),
    /** Every record of the child before it was parted. */
    persons: Type.Array(Uuid),
    /** Custody that a decision between the two records had set aside or cut short, and that counts again. */
    putBack: Type.Array(Type.Object({ custodyId: Uuid, personId: Uuid })),
  }),
  audit: (input, result) => [
    {
      act: 'persons.unmerged',
      on: { kind: 'person', id: input.personId },
      persons: result.persons,
      detail: { reason: input.reason },
    },
    ...result.putBack.map((it) => ({
      act: 'custody.put-back',
      on: { kind: 'custody', id: it.custodyId },
      persons: [it.personId],
    })),
  ],
  run: async (tx, viewer, input) => {
    requireAbility(viewer, await standingsTowards(tx, viewer, input.personId), 'merge');
    const persons = await recordsOf(tx, input.personId);
    const parted = await sql<{ other: string | null }>`
      select app.part_records(${input.personId}, ${input.from ?? null}) as other`.execute(tx);
    const other = parted.rows[0]?.other;
    if (!other) throw problem('not-found');
    const back = await sql<{ custodyId: string; personId: string }>`
      select custody_id as "custodyId", person_id as "personId" from app.part_custody(${input.personId}, ${other})`.execute(
      tx,
    );
    return { personId: input.personId, persons, putBack: back.rows };
  },
});

async function join(tx: Tx, personId: string, candidateId: string, reason: string): Promise<boolean> {
  const found = await sql<{ joined: boolean }>`
    select app.join_records(${personId}, ${candidateId}, ${reason}) as joined`.execute(tx);
  return found.rows[0]?.joined === true;
}

const recordsOf = async (tx: Tx, personId: string) => [personId, ...(await listSamePersons(tx, personId))];
