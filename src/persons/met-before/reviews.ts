import { sql } from 'kysely';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import type { MatchReview, Strength } from '#persons/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';

type Row = {
  review_id: string;
  person_id: string;
  candidate_person_id: string;
  strength: Strength;
  asked_at: Date;
  asked_by: string;
};

/** Questions of likeness that wait for a supervisor, oldest first; 50 a page. */
export async function listReviews(tx: Tx, after: { at: string; reviewId: string } | null): Promise<Row[]> {
  const found = await sql<Row>`
    select r.review_id, r.person_id, r.candidate_person_id, r.strength, r.asked_at, s.name as asked_by
      from match_reviews r
      join staff s on s.city = r.city and s.staff_id = r.asked_by
     where r.city = (select app.city()) and r.answer is null
       and (r.asked_at, r.review_id) > (${after?.at ?? '-infinity'}::timestamptz, ${after?.reviewId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
     order by r.asked_at, r.review_id
     limit 51`.execute(tx);
  return found.rows;
}

/** The questions with both persons as the viewer may know them. */
export async function presentReviews(
  tx: Tx,
  viewer: Viewer,
  rows: readonly Row[],
  world: World,
): Promise<{ items: MatchReview[]; shown: string[] }> {
  const ids = [...new Set(rows.flatMap((row) => [row.person_id, row.candidate_person_id]))];
  const { persons, shown } = await disclosePersons(tx, viewer, await findPersons(tx, viewer, ids), world);
  const byId = new Map(persons.map((person) => [person.personId, person]));
  const items = rows.flatMap((row): MatchReview[] => {
    const person = byId.get(row.person_id);
    const candidate = byId.get(row.candidate_person_id);
    if (!person || !candidate) return [];
    return [
      {
        reviewId: row.review_id,
        person,
        candidate,
        strength: row.strength,
        askedAt: row.asked_at.toISOString(),
        askedBy: row.asked_by,
      },
    ];
  });
  return { items, shown };
}

/** Records joined in the last 90 days, newest first: what may still have to be taken back; 50 a page. */
export async function listJoined(tx: Tx, after: { at: string; reviewId: string } | null): Promise<Row[]> {
  const found = await sql<Row>`
    select r.review_id, r.person_id, r.candidate_person_id, r.strength, r.answered_at as asked_at, s.name as asked_by
      from match_reviews r
      join staff s on s.city = r.city and s.staff_id = r.answered_by
     where r.city = (select app.city()) and r.answer = 'same' and r.answered_at > now() - interval '90 days'
       and (r.answered_at, r.review_id) < (${after?.at ?? 'infinity'}::timestamptz, ${after?.reviewId ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
       and exists (select 1 from person_alias a where a.city = r.city and a.person_id = r.person_id and a.same_as = r.candidate_person_id)
     order by r.answered_at desc, r.review_id desc
     limit 51`.execute(tx);
  return found.rows;
}
