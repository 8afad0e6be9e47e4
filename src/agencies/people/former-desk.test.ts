import { afterAll, beforeAll, expect, test } from 'vitest';
import { addableTo } from '#operations/rules.ts';
import type { TeamMember } from '#operations/schema.ts';
import type { StaffRole } from '#platform/roles.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { allowAll } from '#test/allow-all.ts';
import { type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { openOperation } from '#test/custody-scene.ts';
import { metChild } from '#test/met-child.ts';

/** Both locks; and the database's alone, with the application's held open. */
const locks = [
  { name: 'both locks', options: {} },
  { name: 'the database alone', options: { lock: allowAll } },
];
const apps: TestApp[] = [];
beforeAll(async () => {
  for (const { options } of locks) apps.push(await openTestApp(options));
});
afterAll(() => Promise.all(apps.map((app) => app.close())));

const appOf = (n: number): TestApp => apps[n] as TestApp;

async function signInAgain(app: TestApp, username: CastName) {
  const reply = await app.server.inject({ method: 'POST', url: '/api/session', payload: { cast: username } });
  const cookie = reply.cookies.map((it) => `${it.name}=${it.value}`).join('; ');
  return async (path: string) => {
    const got = await app.server.inject({ method: 'GET', url: path, headers: { cookie } });
    return { status: got.statusCode, body: got.json() };
  };
}

const staffIdOf = async (app: TestApp, username: CastName): Promise<string> =>
  (await (await app.as(username)).get('/api/session')).body.staff.staffId;

test.each(locks.map((it, n) => ({ ...it, n })))(
  '$name: whoever moves desk reaches nobody of the old one, the colleague who stays still does',
  async ({ n }) => {
    const app = appOf(n);
    const operationId = await openOperation(app, ['doni.lapangan', 'rina.lapangan']);
    const doni = await app.as('doni.lapangan');
    const inOperation = { ...metChild(), approach: 'OUTREACH', operationId };
    const alone = metChild();
    await doni.does('encounters/record', inOperation);
    await doni.does('encounters/record', alone);
    const before = [
      (await doni.get(`/api/persons/${inOperation.personId}`)).status,
      (await doni.get(`/api/persons/${alone.personId}`)).status,
      (await doni.get(`/api/operations/${operationId}`)).body.onTeam,
    ];
    const agus = await app.as('agus.admin');
    const doniId = await staffIdOf(app, 'doni.lapangan');
    await agus.does('people/move', {
      staffId: doniId,
      agencyCode: 'DINSOS_KOTA',
      role: 'field_officer',
    });

    const moved = await signInAgain(app, 'doni.lapangan');
    const rina = await app.as('rina.lapangan');
    const seenByRina = await rina.get(`/api/operations/${operationId}`);

    expect(before).toEqual([200, 200, true]);
    expect([
      (await moved(`/api/persons/${inOperation.personId}`)).status,
      (await moved(`/api/persons/${alone.personId}`)).status,
      (await moved(`/api/operations/${operationId}`)).body.onTeam,
    ]).toEqual([404, 404, false]);
    expect((await rina.get(`/api/persons/${inOperation.personId}`)).status).toBe(200);
    expect(seenByRina.body.onTeam).toBe(true);

    // Whoever left is told as such, is offered again as the others are, and comes back.
    const teamOf = async () => {
      const { body } = await rina.get(`/api/operations/${operationId}`);
      const colleagues: { staffId: string; name: string; role: StaffRole }[] = (await rina.get('/api/staff'))
        .body.items;
      const names = (them: readonly { name: string }[]) => them.map((it) => it.name);
      return {
        left: names(body.team.filter((it: TeamMember) => it.left)),
        here: names(body.team.filter((it: TeamMember) => !it.left)),
        offered: names(addableTo(body.team, colleagues)),
      };
    };
    const after = await teamOf();
    await rina.does('operations/add-team-member', {
      operationId,
      staffId: doniId,
    });
    const back = await teamOf();

    expect([after.left, after.here]).toEqual([['Doni Lapangan'], ['Rina Lapangan']]);
    expect(after.offered).toEqual(expect.arrayContaining(['Doni Lapangan', 'Beni Mako']));
    expect(after.offered).not.toContain('Rina Lapangan');
    expect(after.offered).not.toContain('Hadi Dinkes');
    expect([back.left, back.here.toSorted()]).toEqual([[], ['Doni Lapangan', 'Rina Lapangan']]);
    expect(back.offered).not.toContain('Doni Lapangan');
    expect((await moved(`/api/operations/${operationId}`)).body.onTeam).toBe(true);
  },
);

test.each(locks.map((it, n) => ({ ...it, n })))(
  '$name: whoever was ended and taken back begins anew; whoever was suspended finds the work again',
  async ({ n }) => {
    const app = appOf(n);
    const agus = await app.as('agus.admin');
    const seen: Record<string, number> = {};
    for (const [username, state] of [
      ['tika.penjangkau', 'ended'],
      ['rina.lapangan', 'suspended'],
    ] as const) {
      const officer = await app.as(username);
      const met = metChild();
      const staffId = await staffIdOf(app, username);
      await officer.does('encounters/record', met);
      expect((await officer.get(`/api/persons/${met.personId}`)).status).toBe(200);
      await agus.does('people/state', { staffId, state, reason: 'uji keadaan' });
      expect((await officer.get(`/api/persons/${met.personId}`)).status).toBe(401);
      await agus.does('people/state', { staffId, state: 'active', reason: 'uji keadaan' });
      const back = await signInAgain(app, username);
      seen[state] = (await back(`/api/persons/${met.personId}`)).status;
    }

    expect(seen).toEqual({ ended: 404, suspended: 200 });
  },
);

test('a closed case is handed on too, only to a colleague who can hold it', async () => {
  const app = appOf(0);
  const agus = await app.as('agus.admin');
  const sari = await app.as('sari.peksos');
  const [staffId, budi, nita, beni, dewi] = await Promise.all(
    (['sari.peksos', 'budi.peksos', 'nita.disdik', 'beni.mako', 'dewi.penyelia'] as const).map((it) =>
      staffIdOf(app, it),
    ),
  );
  const [personId, caseId] = [uuidv7(), uuidv7()];
  await app.admin.query(`insert into app.persons (city, person_id) values ('13.71', $1)`, [personId]);
  await app.admin.query(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level, state)
     values ('13.71', $1, 'K-2026-9002', $2, 'DINSOS_KOTA', $3, now(), 'REPORT', 'LOW', 'closed')`,
    [caseId, personId, staffId],
  );
  expect((await sari.get(`/api/persons/${personId}`)).status).toBe(200);
  await agus.does('people/state', { staffId: budi, state: 'suspended', reason: 'uji keadaan' });
  const move = (handOnTo?: string) =>
    agus.tries('people/move', {
      staffId,
      agencyCode: 'DINKES',
      role: 'partner_desk',
      ...(handOnTo ? { handOnTo } : {}),
    });

  const left = await move();
  const refused = [];
  for (const to of [staffId, nita, beni, budi, uuidv7()]) refused.push(await move(to));
  expect((await sari.get(`/api/persons/${personId}`)).status).toBe(200);
  const taken = await move(dewi);
  const moved = await signInAgain(app, 'sari.peksos');

  expect(left.body).toMatchObject({ code: 'work-not-handed-on', field: 'handOnTo' });
  for (const it of refused) {
    expect(it.status).toBe(422);
    expect(it.body).toMatchObject({ code: 'cannot-take-over', field: 'handOnTo' });
  }
  expect(taken.status).toBe(200);
  expect((await moved(`/api/persons/${personId}`)).status).toBe(404);
});
