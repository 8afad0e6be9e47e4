// A child handed over is on the list of whoever holds it now, until what the first hour asks is done or a case has it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { type Body, type CastName, openTestApp, type TestApp } from '#test/app.ts';
import { openInput } from '#test/case-scene.ts';
import { handingOver, meet, takenIn } from '#test/custody-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const dueOf = async (username: CastName, personId: string): Promise<(string | boolean)[]> => {
  const { body } = await (await app.as(username)).get('/api/today');
  return body.items
    .filter((it: Body) => it.kind === 'custody' && it.person?.personId === personId)
    .flatMap((it: Body) => [it.code, it.late]);
};
const handedToSocialService = async (minutesAgo: number, how: object = {}) => {
  const rina = await app.as('rina.lapangan');
  const met = await meet(app, { minutesAgo, ...how });
  const custodyId = await takenIn(rina, met);
  const handover = handingOver(custodyId);
  await rina.does('custody/hand-over', handover);
  return { personId: met.personId, custodyId: handover.toCustodyId };
};

test('handed to the Social Service, a child whose guardian nobody told is on its list until it is done', async () => {
  const sari = await app.as('sari.peksos');
  const { personId, custodyId } = await handedToSocialService(90);
  const open = await dueOf('sari.peksos', personId);
  const ofSupervisor = await dueOf('dewi.penyelia', personId);
  const elsewhere = await dueOf('beni.mako', personId);
  await sari.does('custody/record-step', {
    custodyId,
    stepId: uuidv7(),
    kind: 'GUARDIAN_TOLD',
    result: 'REACHED',
    note: 'Ibunya datang besok.',
  });
  const told = await dueOf('sari.peksos', personId);
  await sari.does('custody/record-step', { custodyId, stepId: uuidv7(), kind: 'NEEDS_SEEN' });

  expect(open).toEqual(['GUARDIAN_TOLD', true]);
  expect(ofSupervisor).toEqual(['GUARDIAN_TOLD', true]);
  expect(elsewhere).toEqual([]);
  // The Social Service itself need not be told.
  expect(told).toEqual(['NEEDS_SEEN', true]);
  expect(await dueOf('sari.peksos', personId)).toEqual([]);
});

test('an open case has the child, and an adult has no first hour', async () => {
  const sari = await app.as('sari.peksos');
  const child = await handedToSocialService(90);
  const adult = await handedToSocialService(90, { ageClass: 'ADULT', birthYear: 1980 });
  const before = await dueOf('sari.peksos', child.personId);
  await sari.does('cases/open', { ...openInput(uuidv7(), child.personId), openedFrom: 'CUSTODY' });

  expect(before).toEqual(['GUARDIAN_TOLD', true]);
  expect(await dueOf('sari.peksos', child.personId)).toEqual([]);
  expect(await dueOf('sari.peksos', adult.personId)).toEqual([]);
});

test('past the limit the hand-over is the line of the desk, not a step that is missing too', async () => {
  const rina = await app.as('rina.lapangan');
  const late = await meet(app, { minutesAgo: 26 * 60 });
  const fresh = await meet(app, { minutesAgo: 90 });
  for (const met of [late, fresh])
    await takenIn(rina, met, { custodianKind: 'ENFORCEMENT', agencyCode: 'SATPOL_PP' });

  expect(await dueOf('beni.mako', late.personId)).toEqual(['HAND_OVER', true]);
  expect(await dueOf('beni.mako', fresh.personId)).toEqual(['GUARDIAN_TOLD', true]);
});
