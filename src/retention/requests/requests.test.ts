import { afterAll, beforeAll, expect, test } from 'vitest';
import { readErasures } from '#platform/keys/erasures.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { carryOutRequests } from '#retention/jobs.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { closeAtHome, openCaseOfSari } from '#test/case-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const carryOut = () =>
  carryOutRequests({ jobs: app.jobs, city: '13.71', world: { keys: app.keys, now: () => new Date() } });
const ask = (reference: string) => ({
  requestId: uuidv7(),
  reference,
  askedFor: 'GUARDIAN',
  reason: 'Surat ibu 24 November 2026',
});
const decide = (requestId: string, carry = true) => ({
  requestId,
  carryOut: carry,
  reason: 'Kasus selesai, tidak ada perkara.',
});

test('asked by the officer, decided by the supervisor, erased with its keys, listed and audited', async () => {
  const scene = await openCaseOfSari(app, 'Rafli Diminta');
  await closeAtHome(app, scene);
  const request = ask(scene.caseNumber);
  const putri = await app.as('putri.ppd');
  const dewi = await app.as('dewi.penyelia');
  const sari = await app.as('sari.peksos');
  const before = await sari.get(`/api/persons/${scene.personId}`);

  await putri.does('retention/ask-erasure', request);
  const waiting = await dewi.get('/api/retention/requests');
  expect(await carryOut()).toBe(0);
  await dewi.does('retention/decide-erasure', decide(request.requestId));
  expect(await carryOut()).toBe(1);

  expect(before.body.person.name).toBe('Rafli Diminta');
  expect(waiting.body.items[0]).toMatchObject({
    reference: scene.caseNumber,
    state: 'waiting',
    obstacle: null,
  });
  expect(waiting.text).not.toContain('Rafli');
  const after = await sari.get(`/api/persons/${scene.personId}`);
  expect(after.text).not.toContain('Rafli');
  const listed = readErasures(app.keys.folder).find((it) => it.person === scene.personId);
  expect(listed).toMatchObject({ rule: 'ON_REQUEST' });
  expect(listed?.slots.map((slot) => app.keys.identities.read(slot))).toEqual([null]);
  expect((await putri.get('/api/retention/requests')).body.items[0]).toMatchObject({
    state: 'done',
    decidedBy: 'Dewi Penyelia',
  });
  expect((await putri.get('/api/retention/erased')).body.items[0]).toMatchObject({ rule: 'ON_REQUEST' });
  const acts = await app.admin.query(
    `select act from app.audit_rows where persons @> array[$1::uuid] and (act like 'erasure.%' or act = 'identity.erased') order by audit_id`,
    [scene.personId],
  );
  expect(acts.rows.map((row) => row.act)).toEqual(['erasure.asked', 'erasure.approved', 'identity.erased']);
});

test('an open case, a custodian and a legal hold stand against it, also one that comes after the decision', async () => {
  const scene = await openCaseOfSari(app, 'Rafli Terbuka');
  const request = ask(scene.caseNumber);
  const putri = await app.as('putri.ppd');
  const dewi = await app.as('dewi.penyelia');
  await putri.does('retention/ask-erasure', request);
  const refusal = async () =>
    (await dewi.tries('retention/decide-erasure', decide(request.requestId))).body.code;

  expect(await refusal()).toBe('erasure-case-open');
  await closeAtHome(app, scene);
  await app.admin.query(
    `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, agency_code, started_at, first_contact_at, basis, recorded_by)
     select '13.71', $1, $2, 'DINSOS', agency_code, now(), now(), 'CARE', staff_id from app.staff where username = 'sari.peksos'`,
    [uuidv7(), scene.personId],
  );
  expect(await refusal()).toBe('erasure-in-custody');
  await app.admin.query(`delete from app.custody_intervals where person_id = $1`, [scene.personId]);
  await putri.does('retention/hold', { reference: scene.caseNumber, reason: 'Permintaan PN 9/2026' });
  expect(await refusal()).toBe('erasure-held');
  await putri.does('retention/lift', { personId: scene.personId, reason: 'Perkara selesai' });
  await dewi.does('retention/decide-erasure', decide(request.requestId));
  await putri.does('retention/hold', { reference: scene.caseNumber, reason: 'Permintaan PN 10/2026' });
  expect(await carryOut()).toBe(0);
  await putri.does('retention/lift', { personId: scene.personId, reason: 'Perkara selesai' });
  expect(await carryOut()).toBe(1);
});

test('nobody both asks and decides, no one else does either, and a refused request erases nothing', async () => {
  const scene = await openCaseOfSari(app, 'Rafli Ditolak');
  await closeAtHome(app, scene);
  const request = ask(scene.caseNumber);
  const putri = await app.as('putri.ppd');
  const dewi = await app.as('dewi.penyelia');
  await putri.does('retention/ask-erasure', request);

  expect((await putri.tries('retention/ask-erasure', ask(scene.caseNumber))).body.code).toBe('erasure-waits');
  expect((await putri.tries('retention/ask-erasure', ask('K-0000-0000'))).body).toMatchObject({
    code: 'hold-case-unknown',
    field: 'reference',
  });
  const other = await openCaseOfSari(app, 'Rafli Lain');
  const sameId = { ...ask(other.caseNumber), requestId: request.requestId };
  expect(await putri.tries('retention/ask-erasure', sameId)).toMatchObject({
    status: 409,
    body: { code: 'command-id-reused', field: 'requestId' },
  });
  await putri.does('retention/ask-erasure', { ...sameId, requestId: uuidv7() });
  expect((await putri.tries('retention/decide-erasure', decide(request.requestId))).status).toBe(403);
  for (const name of ['joko.auditor', 'agus.admin', 'sari.peksos', 'eko.kesra', 'beni.mako'] as const) {
    const client = await app.as(name);
    expect((await client.tries('retention/ask-erasure', ask(scene.caseNumber))).status).toBe(403);
    expect((await client.tries('retention/decide-erasure', decide(request.requestId))).status).toBe(403);
  }
  expect((await dewi.tries('retention/ask-erasure', ask(scene.caseNumber))).status).toBe(403);
  await dewi.does('retention/decide-erasure', decide(request.requestId, false));
  expect((await dewi.tries('retention/decide-erasure', decide(request.requestId))).body.code).toBe(
    'erasure-decided',
  );
  expect(await carryOut()).toBe(0);
  const kept = await (await app.as('sari.peksos')).get(`/api/persons/${scene.personId}`);
  expect(kept.body.person.name).toBe('Rafli Ditolak');
});

test('a supervisor of another agency neither sees nor decides it, by either lock, and the database wants two persons', async () => {
  const scene = await openCaseOfSari(app);
  await closeAtHome(app, scene);
  const request = ask(scene.caseNumber);
  await (await app.as('putri.ppd')).does('retention/ask-erasure', request);
  await app.admin.query(`update app.erasure_requests set deciding_agency = 'DINKES' where request_id = $1`, [
    request.requestId,
  ]);
  const dewi = await app.as('dewi.penyelia');

  expect((await dewi.get('/api/retention/requests')).text).not.toContain(request.requestId);
  expect((await dewi.tries('retention/decide-erasure', decide(request.requestId))).status).toBe(404);
  await expect(
    app.admin.query(
      `update app.erasure_requests set state = 'approved', decided_by = asked_by, decided_at = now() where request_id = $1`,
      [request.requestId],
    ),
  ).rejects.toThrow('erasure_two_persons');
});
