import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstration } from '#demo/load/demonstration.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  await app.admin.query('delete from app.staff');
  await load();
}, 120_000);
afterAll(() => app.close());

const load = () =>
  loadDemonstration({
    jobs: app.jobs,
    world: { keys: app.keys, now: () => new Date() },
    city: '13.71',
    say: () => undefined,
  });

async function count(statement: string): Promise<number> {
  const found = await app.admin.query<{ n: number }>(`select count(*) as n from ${statement}`);
  return found.rows[0]?.n ?? 0;
}

test('three years are there, with returns, an operation under way and a child whose clock runs', async () => {
  expect(await count('app.encounters')).toBeGreaterThan(900);
  expect(await count('app.encounters')).toBeLessThan(3000);
  expect(await count(`app.operations where state = 'under_way'`)).toBeGreaterThan(0);
  expect(
    await count('app.custody_intervals where ended_at is null and agency_code is not null'),
  ).toBeGreaterThan(0);
  expect(await count(`app.cases where state = 'open'`)).toBeGreaterThan(10);
  expect(await count('app.person_merges')).toBeGreaterThan(0);
});

test('a city with anyone at work is never loaded again', async () => {
  const before = await count('app.persons');

  await load();

  expect(await count('app.persons')).toBe(before);
});

test('no name of the world lies readable in the database, and the cast can work with it', async () => {
  const hits = await count(`app.persons p where p::text ~* '(ahmad|muhammad|siti)'`);
  const signedIn = await app.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { cast: 'rina.peksos' },
  });
  const cookie = signedIn.cookies.map((it) => `${it.name}=${it.value}`).join('; ');
  const list = await app.server.inject({ method: 'GET', url: '/api/persons', headers: { cookie } });

  expect(hits).toBe(0);
  expect(list.json().items.length).toBeGreaterThan(5);
  expect(list.json().items.filter((it: { kind: string }) => it.kind === 'known').length).toBeGreaterThan(3);
});
