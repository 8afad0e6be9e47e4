// Two records that were taken for one child, and are parted again: what was decided between their custodians goes back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Body, type Client, openTestApp, type TestApp } from '#test/app.ts';
import { openCaseOfSari } from '#test/case-scene.ts';
import { handingOver, type Met, meet, takenIn, takingIn } from '#test/custody-scene.ts';

let app: TestApp;
let rina: Client;
let beni: Client;
let yeni: Client;
let dewi: Client;
beforeAll(async () => {
  app = await openTestApp();
  rina = await app.as('rina.lapangan');
  beni = await app.as('beni.mako');
  yeni = await app.as('yeni.rumahsinggah');
  dewi = await app.as('dewi.penyelia');
});
afterAll(() => app.close());

const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000).toISOString();
const byDesk = { custodianKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' };
const byShelter = { custodianKind: 'SHELTER', agencyCode: 'RUMAH_SINGGAH_AIR_PACAH' };

/** One child met an hour ago, at the desk since; another met half an hour later by another team, in the shelter since. */
async function twoHeld() {
  const [one, other] = [await meet(app, { minutesAgo: 60 }), await meet(app, { minutesAgo: 30 })];
  const atDesk = await takenIn(rina, one, byDesk);
  const inShelter = await takenIn(rina, other, byShelter);
  return { one, other, atDesk, inShelter };
}

async function merge(other: Met, one: Met): Promise<void> {
  const reviewId = uuidv7();
  await app.admin.query(
    `insert into app.match_reviews (city, review_id, person_id, candidate_person_id, strength, asked_by)
     select '13.71', $1, $2, $3, 'likely', staff_id from app.staff where username = 'rina.lapangan'`,
    [reviewId, other.personId, one.personId],
  );
  await dewi.does('persons/decide-review', { reviewId, answer: 'same', reason: 'nama ibu sama' });
}

const settle = (client: Client, { personId }: Met, stands: string) =>
  client.does('custody/settle', { stepId: uuidv7(), personId, stands, reason: 'dilihat langsung di tempat' });
const part = ({ personId }: Met) => dewi.does('persons/unmerge', { personId, reason: 'ternyata dua anak' });

async function recorded(...children: Met[]) {
  const ids = [children.map((it) => it.personId)];
  const intervals = await app.admin.query(
    `select custody_id, started_at, ended_at, end_kind, disputed, set_aside from app.custody_intervals
      where person_id = any ($1) order by custody_id`,
    ids,
  );
  const acts = await app.admin.query(
    'select handover_id, state from app.handovers where person_id = any ($1) order by handover_id',
    ids,
  );
  return [...intervals.rows, ...acts.rows];
}

/** What the list of disputes, the board and Hari ini of somebody say of these children. */
async function told(client: Client, children: readonly Met[]) {
  const ofThem = (id: string) => children.some((it) => it.personId === id);
  const listed = (await client.get('/api/custody/disputed')).body.items as Body[];
  const board = (await client.get('/api/custody/board')).body;
  const today = (await client.get('/api/today')).body.items as Body[];
  return {
    listed: listed.filter((it) => ofThem(it.person.personId)).length,
    board: board.items.filter((it: Body) => ofThem(it.person.personId)).map((it: Body) => it.disputed),
    count: board.counts.disputed,
    today: today.filter((it) => it.kind === 'dispute' && ofThem(it.person.personId)).length,
  };
}

test('a dispute that a merge brings about is in the list, on the board and in Hari ini, of the desks and the supervisor', async () => {
  const { one, other, atDesk } = await twoHeld();
  const children = [one, other];
  const all = async () => [
    await told(beni, children),
    await told(yeni, children),
    await told(dewi, children),
  ];

  const apart = await all();
  await merge(other, one);
  const merged = await all();
  await settle(beni, one, atDesk);
  const settled = await all();

  const quiet = { listed: 0, board: [false], count: 0, today: 0 };
  const loud = { listed: 1, board: [true], count: 1, today: 1 };
  expect(apart).toEqual([quiet, quiet, { ...quiet, board: [] }]);
  expect(merged).toEqual([loud, loud, { ...loud, board: [], count: 0 }]);
  expect(settled).toEqual([quiet, { ...quiet, board: [] }, { ...quiet, board: [] }]);
});

test('two phones about one record are told of in the same three places', async () => {
  const met = await meet(app);
  const atDesk = await takenIn(rina, met, byDesk);
  await (await app.as('doni.lapangan')).tries('custody/take-in', takingIn(met, byShelter));

  expect(await told(beni, [met])).toEqual({ listed: 1, board: [true], count: 1, today: 1 });
  expect(await told(yeni, [met])).toEqual({ listed: 1, board: [true], count: 1, today: 1 });
  await settle(beni, met, atDesk);
});

test('whichever custodian was said to stand, both are as recorded once the children are parted', async () => {
  for (const stands of ['desk', 'shelter'] as const) {
    const { one, other, atDesk, inShelter } = await twoHeld();
    const moved = handingOver(inShelter, { at: minutesAgo(10), toCustodyId: uuidv7() });
    if (stands === 'desk') await rina.does('custody/hand-over', moved);
    const before = await recorded(one, other);

    await merge(other, one);
    if (stands === 'desk') await settle(beni, one, atDesk);
    else await settle(yeni, one, inShelter);
    const settled = await recorded(one, other);
    const { putBack } = await part(other);

    expect(settled).not.toEqual(before);
    expect(await recorded(one, other)).toEqual(before);
    expect(putBack.map((it: Body) => it.custodyId).sort()).toEqual(
      stands === 'desk' ? [inShelter, moved.toCustodyId].sort() : [atDesk],
    );
    const audited = await app.admin.query(
      `select on_id from app.audit_rows where act = 'custody.put-back' and on_id = any ($1)`,
      [putBack.map((it: Body) => it.custodyId)],
    );
    expect(audited.rows).toHaveLength(putBack.length);
  }
});

test('the child has its custodian again: on the board and the record, and without one its operation does not close', async () => {
  const { one, other, atDesk, inShelter } = await twoHeld();
  const team = await meet(app, { minutesAgo: 20 });
  const withTeam = await takenIn(rina, team);
  await merge(other, one);
  await merge(team, one);
  const held = async () =>
    (await yeni.get('/api/custody/board')).body.items.filter((it: Body) => it.custodyId === inShelter).length;
  const close = ({ operationId }: Met) => rina.tries('operations/close', { operationId });

  await settle(beni, one, atDesk);
  const lost = await held();
  await part(other);
  await part(team);
  const record = (await yeni.get(`/api/custody/${inShelter}`)).body;

  expect(lost).toBe(0);
  expect(await held()).toBe(1);
  expect([record.over, record.gaps, record.held.disputed]).toEqual([false, [], false]);
  expect(record.chain.map((it: Body) => [it.custodyId, it.setAside])).toEqual([[inShelter, false]]);
  expect((await rina.get(`/api/custody/${withTeam}`)).body.over).toBe(false);
  expect((await close(team)).body.code).toBe('operation-unaccounted');
  expect((await close(other)).status).toBe(200);
});

test('a statement set aside answers for nobody: over it an operation does not close', async () => {
  const met = await meet(app, { minutesAgo: 60 });
  const custodyId = await takenIn(rina, met);
  const doni = await app.as('doni.lapangan');
  const close = () => rina.tries('operations/close', { operationId: met.operationId });
  await doni.tries('custody/take-in', takingIn(met, { ...byShelter, at: minutesAgo(30) }));
  await settle(rina, met, custodyId);

  expect((await close()).body.code).toBe('operation-unaccounted');
  await rina.does('custody/hand-over', handingOver(custodyId));
  expect((await close()).status).toBe(200);
});

test('a statement set aside keeps no case open: only the custodian who stands does', async () => {
  const { personId, caseId } = await openCaseOfSari(app);
  const sari = await app.as('sari.peksos');
  const take = (more: object) => ({ custodyId: uuidv7(), personId, basis: 'OPERATION', ...more });
  const stands = take({ custodianKind: 'SOCIAL_SERVICE', agencyCode: 'DINSOS_KOTA' });
  const aside = take(byShelter);
  await sari.does('custody/take-in', stands);
  const second = await sari.tries('custody/take-in', aside);
  const waiting = async () =>
    (await sari.get(`/api/cases/${caseId}`)).body.looseEnds.map((it: Body) => it.id).sort();

  expect(second.body.outcome).toBe('conflict');
  expect(await waiting()).toEqual([stands.custodyId, aside.custodyId].sort());
  await sari.does('custody/settle', {
    stepId: uuidv7(),
    personId,
    stands: stands.custodyId,
    reason: 'dilihat langsung di tempat',
  });
  expect(await waiting()).toEqual([stands.custodyId]);
});

test('with three records only what came of the one that leaves goes back', async () => {
  const { one, other, atDesk } = await twoHeld();
  const third = await meet(app, { minutesAgo: 20 });
  await takenIn(rina, third, byShelter);
  await merge(other, one);
  await merge(third, one);
  const before = await recorded(other);
  await settle(beni, one, atDesk);
  const thirdSettled = await recorded(third);
  await part(other);

  const left = await recorded(other);
  expect(left.map((it) => [it.set_aside, it.disputed])).toEqual([[false, false]]);
  expect(left).toEqual(before);
  expect(await recorded(third)).toEqual(thirdSettled);
  expect(thirdSettled.map((it) => it.set_aside)).toEqual([true]);
});

test('where another custodian of the same record was stated meanwhile, the desk decides', async () => {
  const { one, other, atDesk, inShelter } = await twoHeld();
  await merge(other, one);
  await settle(yeni, one, inShelter);
  const later = takingIn(one, { at: minutesAgo(5) });
  await rina.tries('custody/take-in', later);
  await part(other);

  const dispute = (await beni.get('/api/custody/disputed')).body.items.find(
    (it: Body) => it.person.personId === one.personId,
  );
  expect(dispute.claims.map((it: Body) => it.claimId)).toEqual([atDesk, later.custodyId]);
  expect((await told(beni, [one])).today).toBe(1);
  expect((await told(yeni, [other])).listed).toBe(0);
  await settle(beni, one, later.custodyId);
  const rows = await recorded(one);
  expect(rows.map((it) => [it.custody_id, it.ended_at !== null, it.disputed])).toEqual([
    [atDesk, true, true],
    [later.custodyId, false, false],
  ]);
});

test('a custody that was in dispute only with the other record’s is in none after they are parted', async () => {
  const [one, other] = [await meet(app, { minutesAgo: 60 }), await meet(app, { minutesAgo: 30 })];
  await takenIn(rina, one, byDesk);
  await merge(other, one);
  const stated = await rina.tries('custody/take-in', takingIn(other, byShelter));
  await part(other);

  expect(stated.body.outcome).toBe('conflict');
  expect((await recorded(other)).map((it) => [it.disputed, it.set_aside])).toEqual([[false, false]]);
  expect(await told(yeni, [other])).toMatchObject({ listed: 0, board: [false], today: 0 });
});
