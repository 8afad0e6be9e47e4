import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('a chosen language is one’s own and stays with the account', async () => {
  const sari = await app.as('sari.peksos');
  const budi = await app.as('budi.peksos');

  await sari.does('session/locale', { locale: 'en' });

  expect((await sari.get('/api/session')).body.staff.locale).toBe('en');
  expect((await budi.get('/api/session')).body.staff.locale).toBe('id');
});

test('a language that the screens do not speak is refused', async () => {
  const sari = await app.as('sari.peksos');
  expect((await sari.tries('session/locale', { locale: 'fr' })).status).toBeGreaterThanOrEqual(400);
  expect((await sari.tries('session/locale', { locale: 'id' })).status).toBe(200);
});
