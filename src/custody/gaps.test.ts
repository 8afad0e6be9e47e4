// The chain of custodians from first contact on, as the desk and the child's lifeline show it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, openTestApp, type TestApp } from '#test/app.ts';
import { type Met, meet, takenIn } from '#test/custody-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const after = (met: Met, milliseconds: number) => new Date(met.at.getTime() + milliseconds).toISOString();

async function gapsSeen(client: Client, met: Met, milliseconds: number) {
  const custodyId = await takenIn(client, met, { at: after(met, milliseconds) });
  const custody = await client.get(`/api/custody/${custodyId}`);
  const lifeline = await client.get(`/api/persons/${met.personId}/lifeline`);
  return [custody.body.gaps.length, custody.body.held.gaps, lifeline.body.gaps.length];
}

test('the team that met a child takes it in moments later: that is no gap, a later one is', async () => {
  const [rina, doni] = [await app.as('rina.lapangan'), await app.as('doni.lapangan')];
  const quarter = 15 * 60_000;

  expect(await gapsSeen(rina, await meet(app), 4)).toEqual([0, 0, 0]);
  expect(await gapsSeen(doni, await meet(app, { minutesAgo: 30 }), quarter)).toEqual([0, 0, 0]);
  expect(await gapsSeen(doni, await meet(app, { minutesAgo: 30 }), quarter + 1)).toEqual([1, 1, 1]);
});

test('whoever was not there explains even a short time in between', async () => {
  const met = await meet(app, { team: ['rina.lapangan', 'beni.mako'] });
  await app.admin.query(
    `delete from app.operation_team t using app.staff s where s.staff_id = t.staff_id and s.username = 'beni.mako' and t.operation_id = $1`,
    [met.operationId],
  );
  const rina = await app.as('rina.lapangan');
  const custodyId = await takenIn(rina, met, { at: after(met, 4) });
  const gaps = async () => (await rina.get(`/api/custody/${custodyId}`)).body.gaps.length;

  expect(await gaps()).toBe(0);
  await app.admin.query(
    `update app.custody_intervals set recorded_by = (select staff_id from app.staff where username = 'beni.mako') where custody_id = $1`,
    [custodyId],
  );
  expect(await gaps()).toBe(1);
});
