import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

type Listed = { agencyCode: string; dutyCode: string; validFrom: string; validTo: string | null };

test('everybody at work reads which agency must do what, on which basis and since when', async () => {
  const rina = await app.as('rina.lapangan');

  const summary = (await rina.get('/api/agencies/duty-summary')).body.items;
  const order = (await rina.get('/api/agencies/duties?dutyCode=PUBLIC_ORDER')).body.items;
  const pages = (await rina.get('/api/agencies/duties?dutyCode=HOME_VISIT')).body;
  const next = (await rina.get(`/api/agencies/duties?dutyCode=HOME_VISIT&after=${pages.next}`)).body;

  expect(summary.find((it: { dutyCode: string }) => it.dutyCode === 'HEALTH_CHECK')).toEqual({
    dutyCode: 'HEALTH_CHECK',
    holders: 1,
    first: ['DINKES'],
  });
  expect(order.map((it: Listed) => [it.validFrom, it.validTo])).toContainEqual(['2005-01-01', '2025-02-06']);
  const since2025 = order.find((it: Listed) => it.validFrom === '2025-02-07');
  expect(since2025.basis).toMatchObject({ legalBasisId: 'perda-1-2025', textChecked: false });
  expect(pages.items).toHaveLength(50);
  expect(next.items[0].agencyCode > pages.items[49].agencyCode).toBe(true);
});

test('the coordinator gives an agency a duty and ends it; a referral for it may go there in between only', async () => {
  const eko = await app.as('eko.kesra');
  const dutyId = uuidv7();
  const holders = async () => {
    const { items } = (await eko.get('/api/agencies/duty-summary')).body;
    return items.find((it: { dutyCode: string }) => it.dutyCode === 'LEGAL_AID').holders;
  };
  const before = await holders();

  const duty = { agencyCode: 'DP3AP2KB', dutyCode: 'LEGAL_AID', legalBasisId: 'perwako-41-2017' };
  await eko.does('agencies/add-duty', { dutyId, ...duty, validFrom: '2026-01-01' });
  const twice = await eko.tries('agencies/add-duty', { dutyId: uuidv7(), ...duty, validFrom: '2026-03-01' });
  const held = await holders();
  const early = await eko.tries('agencies/end-duty', { dutyId, validTo: '2025-12-31' });
  await eko.does('agencies/end-duty', { dutyId, validTo: '2026-01-02' });

  expect(held).toBe(before + 1);
  expect(twice.body).toMatchObject({ code: 'duty-already-held', field: 'agencyCode' });
  expect(early.body).toMatchObject({ code: 'duty-ends-before-it-began', field: 'validTo' });
  expect(await holders()).toBe(before);
});

test('unknown agencies, duties and bases are refused, each at its field; others may not change duties', async () => {
  const agus = await app.as('agus.admin');
  const add = (rest: object) =>
    agus.tries('agencies/add-duty', {
      dutyId: uuidv7(),
      agencyCode: 'DISDIK',
      dutyCode: 'LEGAL_AID',
      validFrom: '2026-01-01',
      ...rest,
    });

  const agency = await add({ agencyCode: 'NOBODY' });
  const code = await add({ dutyCode: 'NOTHING' });
  const basis = await add({ legalBasisId: 'no-such-law' });
  const sari = await (await app.as('sari.peksos')).tries('agencies/end-duty', {
    dutyId: uuidv7(),
    validTo: '2026-01-01',
  });
  const absent = await agus.tries('agencies/end-duty', { dutyId: uuidv7(), validTo: '2026-01-01' });

  expect(agency.body).toMatchObject({ code: 'agency-unknown', field: 'agencyCode' });
  expect(code.body).toMatchObject({ code: 'code-not-valid', field: 'dutyCode' });
  expect(basis.body).toMatchObject({ code: 'legal-basis-unknown', field: 'legalBasisId' });
  expect([sari.status, absent.status]).toEqual([403, 404]);
});

test('the matrix has a line for each body and one for all offices of a kind; a duty nobody has is a gap, of several an overlap', async () => {
  const rina = await app.as('rina.lapangan');
  const eko = await app.as('eko.kesra');
  const read = async (query = '') => (await rina.get(`/api/agencies/duty-matrix${query}`)).body;
  const of = (matrix: Awaited<ReturnType<typeof read>>, code: string) =>
    matrix.duties.find((it: { dutyCode: string }) => it.dutyCode === code);
  const kelurahan = (matrix: Awaited<ReturnType<typeof read>>) =>
    matrix.lines.filter((it: { kind: string }) => it.kind === 'VILLAGE_OFFICE');

  const before = await read();
  const coordination = (await rina.get('/api/agencies/duties?dutyCode=COORDINATION')).body.items[0];
  await eko.does('agencies/end-duty', { dutyId: coordination.dutyId, validTo: '2026-01-31' });
  const after = await read();
  const then = await read('?day=2026-01-15');

  expect(of(before, 'COORDINATION')).toMatchObject({ lines: 1, holders: 1, nature: 'FUNCTION' });
  expect(of(after, 'COORDINATION')).toMatchObject({ lines: 0, holders: 0 });
  expect(of(then, 'COORDINATION')).toMatchObject({ lines: 1 });
  expect(of(after, 'VIOLENCE_CASE').lines).toBeGreaterThan(1);
  expect(kelurahan(after)).toHaveLength(1);
  expect(kelurahan(after)[0]).toMatchObject({ agencyCode: null, offices: 104 });
  expect(kelurahan(after)[0].held.every((it: { holders: number }) => it.holders <= 104)).toBe(true);
  expect((await rina.get('/api/agencies/duty-matrix?day=2026-02-30')).status).toBe(422);
});

test('the history of the matrix names who changed what and when, newest first', async () => {
  const eko = await app.as('eko.kesra');
  const dutyId = uuidv7();
  const changes = async () => (await eko.get('/api/agencies/duty-changes')).body.items;
  const had = (await changes()).length;

  const duty = { agencyCode: 'KNPI', dutyCode: 'SPIRITUAL_GUIDANCE' };
  await eko.does('agencies/add-duty', { dutyId, ...duty, validFrom: '2026-01-01' });
  await eko.does('agencies/end-duty', { dutyId, validTo: '2026-06-30' });
  const [ended, added, ...older] = await changes();

  expect(added).toMatchObject({ ...duty, act: 'added', day: '2026-01-01' });
  expect(ended).toMatchObject({ ...duty, act: 'ended', day: '2026-06-30', changedBy: added.changedBy });
  expect(added.changedBy).toContain('Eko');
  expect(older).toHaveLength(had);
});

test('the matrix and the guide of one body are printed by the server; a body that is not there is not found', async () => {
  const rina = await app.as('rina.lapangan');
  const matrix = (await rina.get('/api/agencies/duty-matrix/print')).text;
  const guide = (await rina.get('/api/agencies/SATPOL_PP/guide')).text;
  const office = (await rina.get('/api/agencies/KEC_13.71.09/guide')).text;
  const nobody = await rina.get('/api/agencies/NOBODY/guide');

  expect(matrix).toContain('Kelurahan (104 kantor)');
  expect(matrix).toContain('Perda Kota Padang 1/2025');
  expect(guide).toContain('Patroli dan penertiban');
  expect(guide).toContain('Wewenang');
  expect(office).toContain('Kuranji');
  expect(nobody.status).toBe(404);
});
