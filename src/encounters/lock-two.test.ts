// With the application's lock opened wide the database alone must still hold.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationLock } from '#platform/access.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { plannedOperation } from '#test/planned-operation.ts';

const open: ApplicationLock = {
  mayUse: () => true,
  personStanding: sql`(select p.city, p.person_id, 'caseTeam' as standing, p.person_id as because from app.persons p)`,
  standingAllows: () => true,
  discloseAs: (_standing, widest) => widest,
};

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({ lock: open });
});
afterAll(() => app.close());

async function meetInOperation() {
  const rina = await app.as('rina.lapangan');
  const me = await rina.get('/api/session');
  const planned = plannedOperation([me.body.staff.staffId]);
  const { operationId } = planned;
  await rina.does('operations/plan', planned);
  await rina.does('operations/start', { operationId });
  const input = {
    encounterId: uuidv7(),
    personId: uuidv7(),
    known: false,
    operationId,
    approach: 'OUTREACH',
    activity: 'BUSKING',
    locationType: 'MARKET',
    areaCode: '13.71.09.1007',
    point: { latitude: -0.9, longitude: 100.4 },
    sex: 'male',
    needs: [],
    companions: [],
    identity: { name: 'Rafli Contoh' },
    ownWords: 'Saya ingin pulang.',
  };
  await rina.does('encounters/record', input);
  return input;
}

test('by the database alone: colleagues and other agencies reach neither encounter, words nor point', async () => {
  const it = await meetInOperation();
  const team = await (await app.as('rina.lapangan')).get(`/api/encounters/${it.encounterId}`);

  expect(team.body).toMatchObject({
    ownWords: 'Saya ingin pulang.',
    point: { latitude: -0.9, longitude: 100.4 },
  });
  for (const username of [
    'doni.lapangan',
    'beni.mako',
    'budi.peksos',
    'hadi.dinkes',
    'arif.kuranji',
    'agus.admin',
  ] as const) {
    const other = await app.as(username);
    const answers = [
      await other.get(`/api/encounters/${it.encounterId}`),
      await other.get(`/api/encounters?operationId=${it.operationId}`),
      await other.get(`/api/operations/${it.operationId}/points`),
    ];
    const said = await other.tries('encounters/spot-outcome', {
      encounterId: it.encounterId,
      outcome: 'STAYED',
    });
    expect([username, answers[0]?.status, said.status]).toEqual([username, 404, 404]);
    expect(answers[1]?.body.items).toEqual([]);
    expect(answers[2]?.body.items).toEqual([]);
  }
});

test('by the database alone: the coordinator reaches the event, and neither name nor words nor point', async () => {
  const it = await meetInOperation();

  const seen = await (await app.as('eko.kesra')).get(`/api/encounters/${it.encounterId}`);

  expect(seen.status).toBe(200);
  expect(seen.text).not.toContain('Rafli');
  expect(seen.text).not.toContain('pulang');
  expect(seen.body.point).toBeUndefined();
});

test('by the database alone: a closed operation leaves its team no person and no words', async () => {
  const it = await meetInOperation();
  const rina = await app.as('rina.lapangan');
  await rina.does('encounters/spot-outcome', { encounterId: it.encounterId, outcome: 'STAYED' });
  await rina.does('operations/close', { operationId: it.operationId });

  const encounter = await rina.get(`/api/encounters/${it.encounterId}`);
  const points = await rina.get(`/api/operations/${it.operationId}/points`);

  expect(encounter.status).toBe(404);
  expect(points.body.items).toHaveLength(1);
});

test('by the database alone: nobody outside runs another agency’s operation', async () => {
  const it = await meetInOperation();

  const closed = await (await app.as('budi.peksos')).tries('operations/cancel', {
    operationId: it.operationId,
  });
  const recorded = await (await app.as('budi.peksos')).tries('operations/add-team-member', {
    operationId: it.operationId,
    staffId: (await (await app.as('budi.peksos')).get('/api/session')).body.staff.staffId,
  });
  const state = await app.admin.query('select state from app.operations where operation_id = $1', [
    it.operationId,
  ]);

  expect(closed.status).not.toBe(200);
  expect(recorded.status).not.toBe(200);
  expect(state.rows[0]?.state).toBe('under_way');
});
