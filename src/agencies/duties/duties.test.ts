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
