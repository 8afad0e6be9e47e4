import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Body, openTestApp, type TestApp } from '#test/app.ts';
import { goingHome, handingOver, meet, takenIn, takingIn } from '#test/custody-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const why = 'Rina dan petugas Dinsos memastikan lewat telepon.';
const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000).toISOString();

async function disputeOf(personId: string): Promise<Body> {
  const { body } = await (await app.as('rina.lapangan')).get('/api/custody/disputed');
  return body.items.find((it: Body) => it.person.personId === personId);
}

test('two phones that take the same child in at once: one stands, the other is kept and waits', async () => {
  const met = await meet(app);
  const [rina, doni] = [await app.as('rina.lapangan'), await app.as('doni.lapangan')];

  const answers = await Promise.all([
    rina.tries('custody/take-in', takingIn(met)),
    doni.tries('custody/take-in', takingIn(met, { custodianKind: 'POLICE', agencyCode: 'POLRI' })),
  ]);
  const stored = await app.admin.query('select disputed from app.custody_intervals where person_id = $1', [
    met.personId,
  ]);

  expect(answers.map((it) => it.status)).toEqual([200, 200]);
  expect(answers.map((it) => it.body.outcome).sort()).toEqual(['accepted', 'conflict']);
  expect(stored.rows.map((row) => row.disputed).sort()).toEqual([false, true]);
  expect((await disputeOf(met.personId)).claims).toHaveLength(2);
});

test('the database itself refuses a second custodian of the same time', async () => {
  const met = await meet(app);
  await takenIn(await app.as('rina.lapangan'), met);
  const insert = (disputed: boolean) =>
    app.admin.query(
      `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, started_at, disputed) values ('13.71', $1, $2, 'SHELTER', now(), $3)`,
      [uuidv7(), met.personId, disputed],
    );

  await expect(insert(false)).rejects.toMatchObject({ constraint: 'custody_one_custodian' });
  await expect(insert(true)).resolves.toBeDefined();
});

test('two hand-overs of one child at once: one stands, the other is stored beside it and answered as a conflict', async () => {
  const met = await meet(app);
  const [rina, doni] = [await app.as('rina.lapangan'), await app.as('doni.lapangan')];
  const custodyId = await takenIn(rina, met);

  const answers = await Promise.all([
    rina.tries('custody/hand-over', handingOver(custodyId)),
    doni.tries(
      'custody/hand-over',
      handingOver(custodyId, { endKind: 'SHELTER', agencyCode: 'RUMAH_SINGGAH_AIR_PACAH' }),
    ),
  ]);
  const acts = await app.admin.query('select state from app.handovers where person_id = $1', [met.personId]);

  expect(answers.map((it) => it.status)).toEqual([200, 200]);
  expect(answers.map((it) => it.body.outcome).sort()).toEqual(['accepted', 'conflict']);
  expect(acts.rows.map((row) => row.state).sort()).toEqual(['disputed', 'stands']);
});

test('the desk says which hand-over stands and why; the other is kept and gives nobody standing any more', async () => {
  const met = await meet(app, { minutesAgo: 60 });
  const [rina, doni, yeni] = [
    await app.as('rina.lapangan'),
    await app.as('doni.lapangan'),
    await app.as('yeni.rumahsinggah'),
  ];
  const custodyId = await takenIn(rina, met);
  const first = handingOver(custodyId, { at: minutesAgo(20) });
  await rina.does('custody/hand-over', first);
  const second = handingOver(custodyId, {
    at: minutesAgo(30),
    endKind: 'SHELTER',
    agencyCode: 'RUMAH_SINGGAH_AIR_PACAH',
  });
  const conflict = await doni.tries('custody/hand-over', second);
  expect(conflict.body).toMatchObject({ outcome: 'conflict', result: { disputed: true } });
  expect((await yeni.get(`/api/custody/${second.toCustodyId}`)).status).toBe(200);

  const dispute = await disputeOf(met.personId);
  expect(dispute.claims.map((it: Body) => it.agencyCode).sort()).toEqual([
    'DINSOS_KOTA',
    'RUMAH_SINGGAH_AIR_PACAH',
  ]);
  const settle = { stepId: uuidv7(), personId: met.personId, stands: second.toCustodyId, reason: why };
  const short = await rina.tries('custody/settle', { ...settle, reason: 'x' });
  const settled = await rina.does('custody/settle', settle);
  const again = await rina.tries('custody/settle', { ...settle, stepId: uuidv7() });
  const record = await rina.get(`/api/custody/${second.toCustodyId}`);

  expect(short.body.fields[0]).toMatchObject({ field: 'reason' });
  expect(settled.setAside).toEqual([first.toCustodyId]);
  expect(again.body.code).toBe('nothing-to-settle');
  expect(await disputeOf(met.personId)).toBeUndefined();
  expect(record.body.chain.map((it: Body) => [it.custodyId, it.setAside, it.disputed])).toEqual([
    [custodyId, false, false],
    [second.toCustodyId, false, false],
    [first.toCustodyId, true, true],
  ]);
  expect(record.body.gaps).toEqual([]);
  expect(record.body.handovers.map((it: Body) => it.state).sort()).toEqual(['set_aside', 'stands']);
  expect((await (await app.as('sari.peksos')).get(`/api/custody/${first.toCustodyId}`)).status).toBe(404);
  expect((await (await app.as('sari.peksos')).get('/api/custody/board')).text).not.toContain(met.personId);
});

test('going home stated on one phone and the social service on another is a choice too', async () => {
  const met = await meet(app, { minutesAgo: 60 });
  const [rina, doni] = [await app.as('rina.lapangan'), await app.as('doni.lapangan')];
  const custodyId = await takenIn(rina, met);
  await rina.does('custody/ask-fears', { custodyId, askedAlone: true, fearsSomeone: false });
  const toDinsos = handingOver(custodyId, { at: minutesAgo(10) });
  await rina.does('custody/hand-over', toDinsos);
  const homeAt = minutesAgo(15);
  const home = goingHome(custodyId, { at: homeAt });
  await doni.tries('custody/hand-over', home);

  const dispute = await disputeOf(met.personId);
  await rina.does('custody/settle', {
    stepId: uuidv7(),
    personId: met.personId,
    stands: home.handoverId,
    reason: why,
  });
  const rows = await app.admin.query(
    'select custody_id, ended_at, end_kind, set_aside from app.custody_intervals where person_id = $1 order by started_at',
    [met.personId],
  );

  expect(dispute.claims.map((it: Body) => it.kind)).toEqual(['handover', 'custody']);
  expect(rows.rows).toEqual([
    { custody_id: custodyId, ended_at: new Date(homeAt), end_kind: 'HOME_WITH_PARENT', set_aside: false },
    expect.objectContaining({ custody_id: toDinsos.toCustodyId, set_aside: true }),
  ]);
});

test('two records that turn out to be one child bring two custodians to the desk', async () => {
  const [one, other] = [await meet(app), await meet(app)];
  const rina = await app.as('rina.lapangan');
  const first = await takenIn(rina, one);
  const second = await takenIn(rina, other);
  expect(await disputeOf(one.personId)).toBeUndefined();

  await app.admin.query(
    `insert into app.person_merges (city, person_id, stands_for, merged_by) select '13.71', $1, $2, staff_id from app.staff where username = 'dewi.penyelia'`,
    [other.personId, one.personId],
  );
  const { body } = await rina.get('/api/custody/disputed');
  const found = body.items.filter((it: Body) =>
    it.claims.some((claim: Body) => [first, second].includes(claim.claimId)),
  );

  expect(found).toHaveLength(1);
  expect(found[0].claims).toHaveLength(2);
  await rina.does('custody/settle', { stepId: uuidv7(), personId: one.personId, stands: first, reason: why });
  const left = (await rina.get('/api/custody/disputed')).text;
  expect(left).not.toContain(second);
});

test('nobody without standing settles a dispute', async () => {
  const met = await meet(app, { team: ['rina.lapangan', 'doni.lapangan'] });
  const custodyId = await takenIn(await app.as('rina.lapangan'), met);
  await (await app.as('doni.lapangan')).tries(
    'custody/take-in',
    takingIn(met, { custodianKind: 'POLICE', agencyCode: 'POLRI' }),
  );
  const settle = { stepId: uuidv7(), personId: met.personId, stands: custodyId, reason: why };

  expect((await (await app.as('budi.peksos')).tries('custody/settle', settle)).status).toBe(404);
  expect((await (await app.as('rina.lapangan')).tries('custody/settle', settle)).status).toBe(200);
});

test('a gap is listed, explained once with a reason, and an invented one is refused', async () => {
  const rina = await app.as('rina.lapangan');
  const met = await meet(app, { minutesAgo: 50 });
  const from = met.at.toISOString();
  const custodyId = await takenIn(rina, met, { at: minutesAgo(20) });
  const record = async () => (await rina.get(`/api/custody/${custodyId}`)).body;
  const [gap] = (await record()).gaps;
  const explain = (more: object) => ({
    stepId: uuidv7(),
    custodyId,
    from,
    to: gap.to,
    reason: 'Dicatat setelah tiba di mako.',
    ...more,
  });

  expect((await record()).held.gaps).toBe(1);
  expect(gap).toMatchObject({ from, explained: null });
  expect((await rina.tries('custody/explain-gap', explain({ from: minutesAgo(45) }))).body.code).toBe(
    'gap-not-there',
  );
  await rina.does('custody/explain-gap', explain({}));
  expect((await record()).gaps).toEqual([{ ...gap, explained: 'Dicatat setelah tiba di mako.' }]);
  expect((await record()).held.gaps).toBe(0);
});

test('a colleague of the desk that handed the child over is told so and to whom; other desks learn nothing', async () => {
  const met = await meet(app, { minutesAgo: 60 });
  const [rina, beni, yeni] = [
    await app.as('rina.lapangan'),
    await app.as('beni.mako'),
    await app.as('yeni.rumahsinggah'),
  ];
  const custodyId = await takenIn(rina, met);
  const toDesk = handingOver(custodyId, {
    at: minutesAgo(30),
    endKind: 'ENFORCEMENT',
    agencyCode: 'SATPOL_PP',
  });
  await rina.does('custody/hand-over', toDesk);
  await app.admin.query(`update app.operations set state = 'closed' where operation_id = $1`, [
    met.operationId,
  ]);
  const onward = handingOver(toDesk.toCustodyId, { at: minutesAgo(10) });
  await beni.does('custody/hand-over', onward);
  const second = { endKind: 'SHELTER', agencyCode: 'RUMAH_SINGGAH_AIR_PACAH' };

  const told = await beni.tries('custody/hand-over', handingOver(toDesk.toCustodyId, second));
  const other = await yeni.tries('custody/hand-over', handingOver(toDesk.toCustodyId, second));

  expect(told.body).toMatchObject({
    code: 'custody-handed-over',
    details: { endKind: 'SOCIAL_SERVICE', agencyCode: 'DINSOS_KOTA' },
  });
  expect(told.status).toBe(409);
  expect(told.body.message).toMatch(/Dinas Sosial.*\d\d[.:]\d\d/);
  expect(told.text).not.toContain(met.personId);
  expect(other.body.code).toBe('not-found');
  const stored = await app.admin.query('select count(*)::int as n from app.handovers where person_id = $1', [
    met.personId,
  ]);
  expect(stored.rows).toEqual([{ n: 2 }]);
});
