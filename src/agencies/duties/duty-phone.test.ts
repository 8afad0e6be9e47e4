import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function phoneSeenBy(who: 'rina.lapangan' | 'agus.admin') {
  const { body } = await (await app.as(who)).get('/api/agencies');
  return body.items.find((it: { agencyCode: string }) => it.agencyCode === 'DINSOS_KOTA').dutyPhone;
}

test('the administrator sets, changes and takes away a duty number, everybody at work reads it, and each number stays on record', async () => {
  const agus = await app.as('agus.admin');
  const set = (phone: string) => agus.does('agencies/set-duty-phone', { agencyCode: 'DINSOS_KOTA', phone });
  const seen = [await phoneSeenBy('rina.lapangan')];
  for (const phone of ['0751 000 000', '+62 751 000 001', '']) {
    await set(phone);
    seen.push(await phoneSeenBy('rina.lapangan'));
  }
  const kept = await app.admin.query(
    `select phone from app.duty_phones where agency_code = 'DINSOS_KOTA' order by set_at`,
  );

  expect(seen).toEqual([null, '0751 000 000', '+62 751 000 001', null]);
  expect(kept.rows.map((row) => row.phone)).toEqual(['0751 000 000', '+62 751 000 001', '']);
});

test('nobody else sets it, and what is no number is refused at its field', async () => {
  const input = { agencyCode: 'DINSOS_KOTA', phone: '0751 000 002' };
  const others = ['dewi.penyelia', 'eko.kesra', 'rina.lapangan'] as const;
  const refused = await Promise.all(
    others.map(async (who) => (await (await app.as(who)).tries('agencies/set-duty-phone', input)).status),
  );
  const agus = await app.as('agus.admin');
  const wrong = await agus.tries('agencies/set-duty-phone', { ...input, phone: 'tanya Bu Ani' });
  const nowhere = await agus.tries('agencies/set-duty-phone', { ...input, agencyCode: 'NO_SUCH' });

  expect(refused).toEqual([403, 403, 403]);
  expect([wrong.status, wrong.body.fields.map((it: { field: string }) => it.field)]).toEqual([
    400,
    ['phone'],
  ]);
  expect([nowhere.status, nowhere.body.field]).toEqual([422, 'agencyCode']);
  await agus.does('agencies/set-duty-phone', input);
  expect(await phoneSeenBy('agus.admin')).toBe('0751 000 002');
});
