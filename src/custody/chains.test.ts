// An earlier custody does not exist for whoever has the child now, by whatever address; and why a supervisor decided stays with the case team.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Body, type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { asking, goingHome, handingOver, meet, takenIn } from '#test/custody-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

/** A custody of another agency that ended at home, days before, with its letter. */
async function earlierCustody(personId: string, days: number) {
  const [custodyId, handoverId] = [uuidv7(), uuidv7()];
  await app.admin.query(
    `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, agency_code, started_at, ended_at, end_kind)
     values ('13.71', $1, $2, 'SHELTER', 'RUMAH_SINGGAH_AIR_PACAH', now() - make_interval(days => $3), now() - make_interval(days => $3 - 1), 'HOME_WITH_PARENT')`,
    [custodyId, personId, days],
  );
  await app.admin.query(
    `insert into app.handovers (city, handover_id, person_id, from_custody_id, occurred_at, end_kind, receiver_name, receiver_relation, condition, basis, statement_letter)
     values ('13.71', $1, $2, $3, now() - make_interval(days => $4 - 1), 'HOME_WITH_PARENT', 'Zqibu Contoh', 'MOTHER', 'WELL', 'OPERATION', true)`,
    [handoverId, personId, custodyId, days],
  );
  return { custodyId, handoverId };
}

let cases = 6000;
const worksOnCase = (personId: string) =>
  app.admin.query(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
     select '13.71', $1, $2, $3, agency_code, staff_id, now(), 'CUSTODY', 'LOW' from app.staff where username = 'budi.peksos'`,
    [uuidv7(), `K-2026-${cases++}`, personId],
  );

test('the present custodian reads its own chain, and no earlier custody, letter or hand-over; the case team reads both', async () => {
  const met = await meet(app);
  const earlier = await earlierCustody(met.personId, 20);
  const rina = await app.as('rina.lapangan');
  const first = await takenIn(rina, met);
  const to = handingOver(first, { endKind: 'SHELTER', agencyCode: 'RUMAH_SINGGAH_AIR_PACAH' });
  await rina.does('custody/hand-over', to);
  await worksOnCase(met.personId);
  const read = async (username: CastName) => {
    const client = await app.as(username);
    const paths = [
      `/api/custody/${to.toCustodyId}`,
      `/api/custody/${first}`,
      `/api/custody/handovers/${to.handoverId}/record`,
      `/api/custody/${earlier.custodyId}`,
      `/api/custody/handovers/${earlier.handoverId}/record`,
      `/api/custody/handovers/${earlier.handoverId}/letter`,
    ];
    const answers: number[] = [];
    for (const path of paths) answers.push((await client.get(path)).status);
    const recent = await client.get('/api/custody/recent');
    const listed = recent.body.items.filter((it: Body) => it.person.personId === met.personId);
    return [answers, listed.map((it: Body) => it.handover.handoverId)];
  };

  const chain = [[200, 200, 200, 404, 404, 404], [to.handoverId]];
  expect(await read('yeni.rumahsinggah')).toEqual(chain);
  expect(await read('rina.lapangan')).toEqual(chain);
  expect(await read('budi.peksos')).toEqual([
    [200, 200, 200, 200, 200, 200],
    [to.handoverId, earlier.handoverId],
  ]);
});

test('nothing is written to a custody that does not exist for the present custodian', async () => {
  const met = await meet(app);
  const earlier = await earlierCustody(met.personId, 60);
  const first = await takenIn(await app.as('rina.lapangan'), met);
  const yeni = await app.as('yeni.rumahsinggah');
  const to = handingOver(first, { endKind: 'SHELTER', agencyCode: 'RUMAH_SINGGAH_AIR_PACAH' });
  await (await app.as('rina.lapangan')).does('custody/hand-over', to);
  const act = async (custodyId: string) => [
    (await yeni.tries('custody/ask-fears', asking(custodyId))).status,
    (await yeni.tries('custody/hand-over', handingOver(custodyId))).status,
  ];

  expect(await act(earlier.custodyId)).toEqual([404, 404]);
  expect(await act(to.toCustodyId)).toEqual([200, 200]);
});

test('why a supervisor let a child go is for the case team; the others and the log hold only that it was decided', async () => {
  const met = await meet(app);
  const [rina, dewi] = [await app.as('rina.lapangan'), await app.as('dewi.penyelia')];
  const custodyId = await takenIn(rina, met);
  const to = handingOver(custodyId);
  await rina.does('custody/hand-over', to);
  const home = goingHome(to.toCustodyId, {
    supervisorReason: 'Zqalasan: takut pada pamannya, bukan ibunya.',
  });
  await dewi.does('custody/hand-over', home);
  await worksOnCase(met.personId);
  const readBy = async (username: CastName) => {
    const { body, text } = await (await app.as(username)).get(`/api/custody/${to.toCustodyId}`);
    const act = body.handovers.find((it: Body) => it.handoverId === home.handoverId);
    const list = await (await app.as(username)).get('/api/custody/recent');
    return [act.supervisorDecided, text.includes('Zqalasan'), list.text.includes('Zqalasan')];
  };
  const log = await app.admin.query<{ id: string; detail: Body }>(
    `select on_id as id, detail from app.audit_rows where act = 'custody.handed-over' and on_id in ($1, $2)`,
    [to.handoverId, home.handoverId],
  );

  expect(await readBy('rina.lapangan')).toEqual([true, false, false]);
  expect(await readBy('budi.peksos')).toEqual([true, true, true]);
  expect(new Map(log.rows.map((row) => [row.id, row.detail.supervisorDecided]))).toEqual(
    new Map([
      [to.handoverId, false],
      [home.handoverId, true],
    ]),
  );
  expect(JSON.stringify(log.rows)).not.toContain('Zqalasan');
});
