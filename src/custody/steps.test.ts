// What is done for a child while it is held: reasons for holding on, and the guardian told.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { handingOver, meet, takenIn } from '#test/custody-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('holding a child beyond what the hand-over needs asks for a reason: past the limit, and at once when young or hurt', async () => {
  const rina = await app.as('rina.lapangan');
  const year = new Date().getUTCFullYear();
  const cases = [
    { how: { minutesAgo: 25 * 60 }, asks: true },
    { how: { minutesAgo: 90, birthYear: year - 8 }, asks: true },
    { how: { minutesAgo: 90, injury: 'SERIOUS' }, asks: true },
    { how: { minutesAgo: 90, intoxication: 'YES' }, asks: true },
    { how: { minutesAgo: 90 }, asks: false },
    { how: { minutesAgo: 90, ageClass: 'UNKNOWN', injury: 'SERIOUS' }, asks: true },
    { how: { minutesAgo: 25 * 60, ageClass: 'ADULT' }, asks: false },
  ] as const;
  for (const { how, asks } of cases) {
    const custodyId = await takenIn(rina, await meet(app, how));
    const silent = await rina.tries('custody/hand-over', handingOver(custodyId));
    expect([how, silent.body.code ?? 'accepted']).toEqual([how, asks ? 'hold-reason-missing' : 'accepted']);
    if (!asks) continue;
    const reasoned = await rina.tries(
      'custody/hand-over',
      handingOver(custodyId, { holdReason: 'TRANSPORT' }),
    );
    expect(reasoned.status).toBe(200);
  }
});

test('a reason for holding on covers until its time, and no further than a day', async () => {
  const rina = await app.as('rina.lapangan');
  const custodyId = await takenIn(rina, await meet(app, { minutesAgo: 26 * 60 }));
  const until = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const hold = (hours: number) => ({ stepId: uuidv7(), custodyId, reason: 'HEALTH', until: until(hours) });

  expect((await rina.tries('custody/hold-longer', hold(25))).body.code).toBe('hold-until-too-far');
  expect((await rina.tries('custody/hold-longer', hold(-1))).body.code).toBe('date-impossible');
  expect((await rina.get(`/api/custody/${custodyId}`)).body.held.hold.reasonDue).toBe(true);
  await rina.does('custody/hold-longer', hold(2));
  expect((await rina.get(`/api/custody/${custodyId}`)).body.held.hold.reasonDue).toBe(false);
  expect((await rina.tries('custody/hand-over', handingOver(custodyId))).status).toBe(200);
});

test('the guardian is told by attempts, and only one that settles it counts as done', async () => {
  const rina = await app.as('rina.lapangan');
  const custodyId = await takenIn(rina, await meet(app));
  const attempt = (more: object) => ({ stepId: uuidv7(), custodyId, kind: 'GUARDIAN_TOLD', ...more });
  const done = async () => (await rina.get(`/api/custody/${custodyId}`)).body.held.stepsDone;

  expect((await rina.tries('custody/record-step', attempt({}))).body).toMatchObject({
    code: 'field-missing',
    field: 'result',
  });
  expect((await rina.tries('custody/record-step', attempt({ result: 'NO_SUCH' }))).body.code).toBe(
    'code-not-valid',
  );
  await rina.does('custody/record-step', attempt({ result: 'NO_ANSWER' }));
  expect(await done()).toEqual([]);
  await rina.does('custody/record-step', attempt({ result: 'COMING' }));
  expect(await done()).toEqual(['GUARDIAN_TOLD']);
  const own = await rina.tries('custody/record-step', {
    stepId: uuidv7(),
    custodyId,
    kind: 'FEARED_PERSONS_ASKED',
  });
  expect(own.body.code).toBe('step-has-its-own-form');
});
