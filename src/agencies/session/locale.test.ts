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

test('the names of agencies are in the reader’s language where nobody is signed in yet, and on a report', async () => {
  const named = await app.admin.query<{ id: string; en: string }>(
    `select a.name_id as id, a.name_en as en from app.agencies a join app.staff s using (city, agency_code)
      where s.username = 'putri.ppd'`,
  );
  const { id = '', en = '' } = named.rows[0] ?? {};
  const cast = async (language: string) => {
    const reply = await app.server.inject({
      method: 'GET',
      url: '/api/session/cast',
      headers: { 'accept-language': language },
    });
    return reply.json().cast.find((it: { username: string }) => it.username === 'putri.ppd').agencyName;
  };
  const putri = await app.as('putri.ppd');
  const report = async (locale: string) => {
    await putri.does('session/locale', { locale });
    return (await putri.get('/api/retention/report')).text;
  };
  const [indonesian, english] = [await report('id'), await report('en')];

  expect(id).not.toBe(en);
  expect([await cast('id'), await cast('en')]).toEqual([id, en]);
  expect([indonesian.includes(id), indonesian.includes(en)]).toEqual([true, false]);
  expect([english.includes(id), english.includes(en)]).toEqual([false, true]);
});
