// "Another reason" says nothing by itself: whoever chooses it writes which.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { handingOver, meet, takenIn } from '#test/custody-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('another reason for holding on, or for the facility, is written in words; a named one is enough by itself', async () => {
  const rina = await app.as('rina.lapangan');
  const custodyId = await takenIn(rina, await meet(app, { minutesAgo: 26 * 60 }));
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const longer = (more: object) =>
    rina.tries('custody/hold-longer', { stepId: uuidv7(), custodyId, until, ...more });
  const toFacility = (more: object) =>
    rina.tries(
      'custody/hand-over',
      handingOver(custodyId, { endKind: 'SOCIAL_REHAB_FACILITY', agencyCode: 'LPKS_KASIH_IBU', ...more }),
    );
  const held = { holdReason: 'TRANSPORT', facilityReason: 'SHELTER_FULL' };

  expect((await longer({ reason: 'OTHER' })).body).toMatchObject({ code: 'words-missing', field: 'note' });
  expect((await longer({ reason: 'OTHER', note: 'Jembatan putus' })).status).toBe(200);
  expect((await longer({ reason: 'HEALTH' })).status).toBe(200);
  expect((await toFacility({ ...held, holdReason: 'OTHER' })).body).toMatchObject({
    code: 'words-missing',
    field: 'holdNote',
  });
  expect((await toFacility({ ...held, facilityReason: 'OTHER' })).body).toMatchObject({
    code: 'words-missing',
    field: 'facilityNote',
  });
  const reasoned = { facilityReason: 'OTHER', facilityNote: 'Kakaknya di sana', holdReason: 'TRANSPORT' };
  expect((await toFacility(reasoned)).status).toBe(200);
});

test('every list of reasons asks for words beside its other reason', async () => {
  const found = await app.admin.query<{ list: string; asks: boolean }>(
    `select list, coalesce((extra ->> 'needsWords')::boolean, false) as asks from app.codes
      where city = '13.71' and list like '%\\_reason' and code = 'OTHER' order by list`,
  );

  expect(found.rows).toEqual(
    [
      'facility_without_offence_reason',
      'hold_reason',
      'referral_decline_reason',
      'referral_pause_reason',
    ].map((list) => ({ list, asks: true })),
  );
});
