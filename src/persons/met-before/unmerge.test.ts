// Three and four records taken for one child, and parted again: each goes back to the record it was said to be.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Body, type Client, openTestApp, type TestApp } from '#test/app.ts';
import { handingOver, type Met, meet, takenIn } from '#test/custody-scene.ts';

let app: TestApp;
let rina: Client;
let beni: Client;
let dewi: Client;
beforeAll(async () => {
  app = await openTestApp();
  rina = await app.as('rina.lapangan');
  beni = await app.as('beni.mako');
  dewi = await app.as('dewi.penyelia');
});
afterAll(() => app.close());

/** A supervisor says that one record is another, or not; the reason tells which decision it was. */
async function say(one: Met, other: Met, reason: string, answer = 'same'): Promise<string> {
  const reviewId = uuidv7();
  await app.admin.query(
    `insert into app.match_reviews (city, review_id, person_id, candidate_person_id, strength, asked_by)
     select '13.71', $1, $2, $3, 'likely', staff_id from app.staff where username = 'rina.lapangan'`,
    [reviewId, one.personId, other.personId],
  );
  await dewi.does('persons/decide-review', { reviewId, answer, reason });
  return reviewId;
}

const part = (one: Met, from?: Met) =>
  dewi.does('persons/unmerge', {
    personId: one.personId,
    reason: 'ternyata dua anak',
    ...(from ? { from: from.personId } : {}),
  });

type Letters<K extends string> = Record<K, Met>;
async function records<K extends string>(...letters: K[]): Promise<Letters<K>> {
  const made: [K, Met][] = [];
  for (const letter of letters) made.push([letter, await meet(app, { minutesAgo: 60 - made.length })]);
  return Object.fromEntries(made) as Letters<K>;
}

/** Who stands for whom and why, in letters. */
async function standing(of: Letters<string>) {
  const letter = new Map(Object.entries(of).map(([key, met]) => [met.personId, key]));
  const found = await app.admin.query<{ person_id: string; stands_for: string; reason: string }>(
    'select person_id, stands_for, reason from app.person_merges where person_id = any ($1)',
    [Object.values(of).map((it) => it.personId)],
  );
  return found.rows
    .map((row) => `${letter.get(row.person_id)}→${letter.get(row.stands_for)} ${row.reason}`)
    .sort();
}

const sameAs = async (one: Met) => (await dewi.get(`/api/persons/${one.personId}`)).body.sameAs.sort();
const ids = (...of: Met[]) => of.map((it) => it.personId).sort();

test('whichever was said first, the follower leaves with the record it was said to be, for the reason it was said', async () => {
  for (const followerFirst of [true, false]) {
    const of = await records('a', 'b', 'd');
    const said = [() => say(of.d, of.b, 'nama sama'), () => say(of.b, of.a, 'ibu sama')];
    for (const it of followerFirst ? said : said.reverse()) await it();

    expect(await standing(of)).toEqual(['b→a ibu sama', 'd→a nama sama']);
    await part(of.b);
    expect(await standing(of)).toEqual(['d→b nama sama']);
    expect(await sameAs(of.d)).toEqual(ids(of.b));
    expect(await sameAs(of.a)).toEqual([]);
  }
});

test('the follower alone leaves alone', async () => {
  const of = await records('a', 'b', 'd');
  await say(of.d, of.b, 'nama sama');
  await say(of.b, of.a, 'ibu sama');

  await part(of.d);
  expect(await standing(of)).toEqual(['b→a ibu sama']);
  expect(await sameAs(of.d)).toEqual([]);
});

test('of four records each decision is taken back by itself, in any order', async () => {
  const chain = async () => {
    const of = await records('a', 'b', 'd', 'e');
    await say(of.e, of.d, 'tanda');
    await say(of.d, of.b, 'nama');
    await say(of.b, of.a, 'ibu');
    return of;
  };
  const inward = await chain();
  await part(inward.d);
  expect(await standing(inward)).toEqual(['b→a ibu', 'e→d tanda']);
  await part(inward.e);
  expect(await standing(inward)).toEqual(['b→a ibu']);
  await part(inward.b);
  expect(await standing(inward)).toEqual([]);

  const outward = await chain();
  await part(outward.b);
  expect(await standing(outward)).toEqual(['d→b nama', 'e→b tanda']);
  await part(outward.d);
  expect(await standing(outward)).toEqual(['e→d tanda']);
  await part(outward.e);
  expect(await standing(outward)).toEqual([]);
});

test('a decision about a record that another stands for is taken back as it was made', async () => {
  const of = await records('a', 'b', 'd');
  await say(of.d, of.b, 'nama');
  await say(of.d, of.a, 'ibu');
  expect(await standing(of)).toEqual(['b→a ibu', 'd→a nama']);

  await part(of.d, of.b);
  expect(await standing(of)).toEqual(['d→a ibu']);
  await say(of.d, of.b, 'nama');
  expect(await standing(of)).toEqual(['a→b nama', 'd→b ibu']);
  await part(of.d, of.a);
  expect(await standing(of)).toEqual(['d→b nama']);
});

test('records of different children are not parted, and the list of joined ones forgets what was taken back', async () => {
  const of = await records('a', 'b', 'd');
  const first = await say(of.d, of.b, 'nama');
  const second = await say(of.b, of.a, 'ibu');
  const stranger = await meet(app);
  const listed = async () =>
    (await dewi.get('/api/match-reviews/joined')).body.items
      .map((it: Body) => it.reviewId)
      .filter((id: string) => id === first || id === second)
      .sort();

  expect(await listed()).toEqual([first, second].sort());
  const refused = await dewi.tries('persons/unmerge', {
    personId: of.d.personId,
    from: stranger.personId,
    reason: 'ternyata dua anak',
  });
  expect(refused.status).toBe(404);
  expect(await standing(of)).toHaveLength(2);
  await part(of.b, of.a);
  expect(await listed()).toEqual([first]);
});

test('every decision stays in the history: the rows that go keep their reason there', async () => {
  const of = await records('a', 'b', 'd');
  await say(of.d, of.b, 'nama');
  await say(of.b, of.a, 'ibu');
  await part(of.b);

  const kept = await app.admin.query<{ was: { stands_for: string; reason: string } }>(
    `select was from app.history where table_name = 'person_merges' and row_key = any ($1) order by history_id`,
    [ids(of.b, of.d)],
  );
  expect(kept.rows.map(({ was }) => [was.stands_for, was.reason]).sort()).toEqual(
    [
      [of.b.personId, 'nama'],
      [of.a.personId, 'ibu'],
      [of.a.personId, 'nama'],
    ].sort(),
  );
});

test('custody decided between the follower and the record that stays goes back when both leave together', async () => {
  const of = await records('a', 'b', 'd');
  const atDesk = await takenIn(rina, of.a, { custodianKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });
  const shelter = { custodianKind: 'SHELTER', agencyCode: 'RUMAH_SINGGAH_AIR_PACAH' };
  const inShelter = await takenIn(rina, of.d, shelter);
  const moved = handingOver(inShelter, { toCustodyId: uuidv7() });
  const intervals = async () =>
    (
      await app.admin.query(
        'select custody_id, ended_at, set_aside, disputed from app.custody_intervals where person_id = any ($1) order by 1',
        [ids(of.a, of.b, of.d)],
      )
    ).rows;
  await rina.does('custody/hand-over', moved);
  const before = await intervals();
  await say(of.d, of.b, 'nama');
  await say(of.b, of.a, 'ibu');
  await beni.does('custody/settle', {
    stepId: uuidv7(),
    personId: of.a.personId,
    stands: atDesk,
    reason: 'dilihat langsung di tempat',
  });
  const settled = await intervals();
  const { putBack } = await part(of.b);

  expect(settled).not.toEqual(before);
  expect(await intervals()).toEqual(before);
  expect(putBack.map((it: Body) => it.personId)).toContain(of.d.personId);
});

test('what was decided of a child is in the list of each of its records: who said so, and who took it back', async () => {
  const of = await records('a', 'b', 'd', 'x');
  const audited = async (act: string, onId: string) =>
    (
      await app.admin.query<{ persons: string[] }>(
        'select persons from app.audit_rows where act = $1 and on_id = $2',
        [act, onId],
      )
    ).rows.map((row) => row.persons.sort());
  const first = await say(of.d, of.b, 'nama');
  const second = await say(of.b, of.a, 'ibu');
  await part(of.b);
  const different = await say(of.x, of.a, 'tanda', 'different');

  expect(await audited('review.same', first)).toEqual([ids(of.b, of.d)]);
  expect(await audited('review.same', second)).toEqual([ids(of.a, of.b, of.d)]);
  expect(await audited('persons.unmerged', of.b.personId)).toEqual([ids(of.a, of.b, of.d)]);
  expect(await audited('review.different', different)).toEqual([ids(of.a, of.x)]);
});
