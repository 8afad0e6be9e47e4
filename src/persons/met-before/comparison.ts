import { sql } from 'kysely';
import { revealTo } from '#persons/access.ts';
import { matchIdentityOf, readIdentities, searchKey } from '#persons/identities.ts';
import type { MatchIdentity } from '#persons/match/identity.ts';
import { explainPair } from '#persons/match/pair.ts';
import { type FoundPerson, findPersons, openPerson } from '#persons/queries.ts';
import type { Identity, PersonRecord, ReviewComparison } from '#persons/schema.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { Answer } from '#platform/http/routes.ts';
import { problem } from '#platform/problems.ts';
import type { World } from '#platform/world.ts';

/**
 * The two records of one question side by side, and how each field compares. Only what the viewer's standing reveals of
 * both is compared: an agreement tells a value as well as printing it does.
 */
export async function compareReview(
  tx: Tx,
  viewer: Viewer,
  { reviewId }: { reviewId: string },
  world: World,
): Promise<Answer<ReviewComparison>> {
  const asked = await sql<{ person_id: string; candidate_person_id: string }>`
    select person_id, candidate_person_id from match_reviews
     where city = (select app.city()) and review_id = ${reviewId}`.execute(tx);
  const review = asked.rows[0];
  if (!review) throw problem('not-found');
  const ids = [review.person_id, review.candidate_person_id];
  const found = await findPersons(tx, viewer, ids);
  const [newer, older] = ids.map((id) => found.find((row) => row.person_id === id));
  if (!newer || !older) throw problem('not-found');
  const identities = await readIdentities(tx, world.keys, ids);
  const side = async (row: FoundPerson) => {
    const record = await openPerson(tx, viewer, row, world);
    return { record, seen: seenOf(viewer, row, { record, identity: identities.get(row.person_id), world }) };
  };
  const [a, b] = [await side(newer), await side(older)];
  return {
    show: {
      reviewId,
      person: a.record,
      candidate: b.record,
      fields: { ...explainPair(a.seen, b.seen, searchKey(world.keys)) },
    },
    audit: [{ act: 'review.compared', on: { kind: 'review', id: reviewId }, persons: [...new Set(ids)] }],
  };
}

type Opened = {
  readonly record: PersonRecord;
  readonly identity: Identity | undefined;
  readonly world: World;
};

function seenOf(viewer: Viewer, row: FoundPerson, { record, identity, world }: Opened): MatchIdentity {
  const sees = revealTo(viewer, record.person.standing, row.discloses);
  const named = sees.name === 'full' ? identity : undefined;
  const shown: Identity = {
    names: named?.names ?? [],
    aliases: named?.aliases ?? [],
    kin: (sees.kin && named?.kin) || [],
    marks: (sees.marks && named?.marks) || [],
    ...(sees.numbers && named?.nik ? { nik: named.nik } : {}),
  };
  const coarse = {
    sex: record.person.sex,
    birthFrom: sees.age ? row.birth_from : null,
    birthTo: sees.age ? row.birth_to : null,
    originArea: record.originArea,
  };
  return matchIdentityOf(shown, coarse, world.keys);
}
