import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({ requestsPerMinute: 8 });
});
afterAll(() => app.close());

test('who asks too much is held up alone: colleagues behind the same address go on and can sign in; a made-up session is none', async () => {
  const [rina, tika] = [await app.as('rina.lapangan'), await app.as('tika.penjangkau')];
  const own = async (client: typeof rina) => (await client.get('/api/city/lists')).status;
  const stranger = async (cookie = '') =>
    (await app.server.inject({ method: 'GET', url: '/api/session/city', headers: { cookie } })).statusCode;

  const many: number[] = [];
  for (let n = 0; n < 11; n++) many.push(await own(rina));
  // The first answer still counts for the address: until then the session is not known.
  expect(many.slice(0, 9)).toEqual(Array(9).fill(200));
  expect(many.slice(9)).toEqual([429, 429]);
  expect(await own(tika)).toBe(200);
  expect(await own(await app.as('sari.peksos'))).toBe(200);

  const strangers: number[] = [];
  for (let n = 0; n < 10; n++) strangers.push(await stranger(`rangkul=made-up-${n}`));
  expect(strangers.at(-1)).toBe(429);
  expect(await stranger()).toBe(429);
  expect(await own(tika)).toBe(200);
});
