// What is not taken as an encounter, or not twice, and what is taken although it looks odd.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { metChild } from '#test/met-child.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const met = (changes: Record<string, unknown> = {}) =>
  metChild({ approach: 'OUTREACH', locationType: 'TRAFFIC_LIGHT', ...changes });

test('bad input is refused with a code tied to its field, and nothing is written', async () => {
  const rina = await app.as('rina.lapangan');
  await app.admin.query(
    `insert into app.codes (city, list, code, label_id, label_en, valid_from, valid_to)
     values ('13.71', 'street_activity', 'FIRE_BREATHING', 'Sembur api', 'Fire breathing', '2012-01-01', '2020-12-31')`,
  );
  const refusal = async (changes: Record<string, unknown>, sent = {}) => {
    const input = met(changes);
    const { status, body } = await rina.tries('encounters/record', input, sent);
    const written = await app.admin.query('select 1 from app.persons where person_id = $1', [input.personId]);
    return [status, body.code, body.field ?? body.fields?.[0]?.field, written.rowCount];
  };

  expect(await refusal({ activity: 'FIRE_BREATHING' })).toEqual([422, 'code-not-valid', 'activity', 0]);
  expect(await refusal({ needs: ['FOOD', 'GOLD'] })).toEqual([422, 'code-not-valid', 'needs', 0]);
  expect(await refusal({ areaCode: '99.71.01.1001' })).toEqual([422, 'area-of-another-city', 'areaCode', 0]);
  expect(await refusal({ areaCode: '13.71.09.9999' })).toEqual([422, 'area-of-another-city', 'areaCode', 0]);
  expect(await refusal({ statedAge: 121 })).toEqual([400, 'input-invalid', 'statedAge', 0]);
  expect(await refusal({ statedAge: -1 })).toEqual([400, 'input-invalid', 'statedAge', 0]);
  expect(await refusal({ assessedLow: 15, assessedHigh: 12 })).toEqual([
    422,
    'age-impossible',
    'assessedHigh',
    0,
  ]);
  expect(await refusal({ point: { latitude: 48.1, longitude: 11.5 } })).toEqual([
    400,
    'input-invalid',
    'point.latitude',
    0,
  ]);
  const jakarta = { latitude: -6.2, longitude: 106.8 };
  expect(await refusal({ point: jakarta })).toEqual([422, 'point-outside-city', 'point', 0]);
  expect(await refusal({ point: { latitude: -0.95, longitude: 100.1 } })).toEqual([
    422,
    'point-outside-city',
    'point',
    0,
  ]);
  expect(await refusal({ point: { latitude: -0.72, longitude: 100.25 } })).toEqual([
    200,
    undefined,
    undefined,
    1,
  ]);
  expect(await refusal({ ownWords: 'a'.repeat(501) })).toEqual([400, 'input-invalid', 'ownWords', 0]);
  expect(await refusal({ surprise: 1 })).toEqual([400, 'input-invalid', 'surprise', 0]);
  expect(await refusal({ operationId: uuidv7() })).toEqual([409, 'operation-not-running', 'operationId', 0]);
  expect(await refusal({}, { occurredAt: '2026-02-31T25:00:00Z' })).toEqual([
    422,
    'date-impossible',
    'occurredAt',
    0,
  ]);
  expect(await refusal({ approach: 'ENFORCEMENT', identity: { name: 'Am', marks: ['parut'] } })).toEqual([
    422,
    'marks-not-in-enforcement',
    'marks',
    0,
  ]);
  expect(await refusal({ known: true })).toEqual([404, 'not-found', undefined, 0]);
});

test('a retired code stays valid for a day on which it was in the list', async () => {
  const rina = await app.as('rina.lapangan');
  await app.admin.query(
    `insert into app.codes (city, list, code, label_id, label_en, valid_from, valid_to)
     values ('13.71', 'street_activity', 'STILTS', 'Egrang', 'Stilts', '2012-01-01', '2020-12-31')`,
  );

  const late = await rina.tries('encounters/record', met({ activity: 'STILTS' }), {
    occurredAt: '2020-12-31T16:59:00Z',
  });
  const after = await rina.tries('encounters/record', met({ activity: 'STILTS' }), {
    occurredAt: '2020-12-31T17:00:00Z',
  });

  expect(late.status).toBe(200);
  expect(after.body.code).toBe('code-not-valid');
});

test('a clock two days ahead is accepted, flagged and corrected', async () => {
  const rina = await app.as('rina.lapangan');
  const input = met();
  const ahead = new Date(Date.now() + 2 * 86_400_000).toISOString();

  const recorded = await rina.does('encounters/record', input, { occurredAt: ahead });
  const seen = await rina.get(`/api/encounters/${input.encounterId}`);

  expect(recorded.clockFlag).toBe('ahead');
  expect(Date.parse(seen.body.occurredAt)).toBeLessThanOrEqual(Date.now());
  expect(seen.body.clockFlag).toBe('ahead');
});

test('the same command twice is one encounter; its id with other contents is refused', async () => {
  const rina = await app.as('rina.lapangan');
  const input = met();
  const id = uuidv7();

  const first = await rina.does('encounters/record', input, { id });
  const again = await rina.does('encounters/record', input, { id });
  const other = await rina.tries('encounters/record', { ...input, sex: 'female' }, { id });
  const anew = await rina.tries('encounters/record', input);

  expect(again).toEqual(first);
  expect(other.body.code).toBe('command-id-reused');
  expect(anew.body.code).toBe('command-id-reused');
});
