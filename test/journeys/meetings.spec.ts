// A meeting from its plan to who was not represented: the host at a desk, an agency and a kelurahan on their phones, the
// second of them without an account and without script.
import type { Browser } from '@playwright/test';
import { messages as attendance } from '#meetings/messages/attendance.ts';
import { messages as invitations } from '#meetings/messages/invitations.ts';
import { messages } from '#meetings/messages/meetings.ts';
import { messages as open } from '#meetings/messages/open-page.ts';
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  type JourneyCity,
  test,
} from '#test/journeys/app.ts';
import { type Desk, language, sitDown, word } from '#test/journeys/desk.ts';

test.setTimeout(180_000);

/** What a date and time input takes, so many minutes from now on the city's clock. */
function inMinutes(n: number): string {
  const zone = { timeZone: 'Asia/Jakarta', dateStyle: 'short', timeStyle: 'medium' } as const;
  const text = new Intl.DateTimeFormat('sv-SE', zone).format(new Date(Date.now() + n * 60_000));
  return text.replace(' ', 'T').slice(0, 16);
}

async function planned(desk: Desk): Promise<string> {
  await desk.open('/rapat');
  await desk.looksWell();
  await desk.follow(messages.planNew);
  await desk.pick('kind', 'RAKOR');
  await desk.fill('title', 'Rapat koordinasi triwulan');
  await desk.fill('aims', 'Menyamakan langkah\nMembagi tugas');
  await desk.fill('startsAt', inMinutes(20));
  await desk.fill('endsAt', inMinutes(200));
  await desk.fill('place', 'Aula Balai Kota');
  await desk.press(messages.addSpeaker);
  await desk.fill('speakers-office', 'Kepala Bagian Kesra');
  await desk.looksWell();
  await desk.press(messages.save);
  await expect(desk.page.getByRole('heading', { level: 1, name: 'Rapat koordinasi triwulan' })).toBeVisible();
  return new URL(desk.page.url()).pathname;
}

async function invites(desk: Desk): Promise<void> {
  await desk.follow(invitations.manage);
  await desk.choose('rule', 'DISTRICTS');
  await desk.press(invitations.add);
  await expect(desk.page.getByRole('row')).toHaveCount(12);
  await desk.choose('agencies', 'DINKES');
  await desk.press(invitations.add, desk.page.getByRole('form', { name: word(invitations.byAgency) }));
  await expect(desk.page.getByRole('row')).toHaveCount(13);
  await desk.press(invitations.issue);
  await expect(desk.page.getByText(word(invitations.issued))).toBeVisible();
  // Without the toast, which on a phone lies over a row for a moment.
  await desk.page.reload();
  await desk.looksWell();
}

async function linkOf(desk: Desk, body: string): Promise<string> {
  await desk.press(invitations.link, desk.page.getByRole('row', { name: new RegExp(body) }));
  const dialog = desk.page.getByRole('dialog');
  await expect(dialog.getByRole('img')).toBeVisible();
  const address = (await dialog.locator('.qr__address').textContent()) ?? '';
  await desk.page.keyboard.press('Escape');
  return new URL(address).pathname;
}

async function answersWithoutScript(browser: Browser, city: JourneyCity, path: string): Promise<void> {
  const context = await browser.newContext({
    baseURL: city.url,
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByLabel(word(open.chooseDelegated)).check();
  await page.getByRole('button', { name: word(open.send) }).click();
  await expect(page.getByText(word(open.delegateMissing))).toBeVisible();
  await page.getByLabel(word(open.delegateName)).fill('Utusan Kuranji');
  await page.getByRole('button', { name: word(open.send) }).click();
  await expect(page.getByText(word(open.delegated, { name: 'Utusan Kuranji' }))).toBeVisible();
  await expect(page.getByLabel(word(open.yourName))).toHaveValue('Utusan Kuranji');
  await page.getByRole('button', { name: word(open.present) }).click();
  const said = page.getByText(/Utusan Kuranji .*\d\d[.:]\d\d/);
  await expect(said).toBeVisible();
  const first = await said.textContent();
  await page.goto(path);
  await expect(said).toHaveText(first ?? '');
  await context.close();
}

test('from the plan of a meeting to who was not represented', async ({ browser, city }) => {
  const host = await sitDown(browser, city, { username: 'eko.kesra', width: 1280 });
  const meeting = await planned(host);
  await host.looksWell();
  await invites(host);
  const kuranji = await linkOf(host, 'Kuranji');

  const hadi = await sitDown(browser, city, { username: 'hadi.dinkes', width: 360 });
  await hadi.open('/rapat');
  await hadi.page.getByRole('link', { name: 'Rapat koordinasi triwulan' }).click();
  await hadi.pick('answer', 'coming');
  await hadi.press(invitations.sendReply);
  await expect(hadi.page.getByText(word(invitations.replied))).toBeVisible();
  await hadi.page.reload();
  await hadi.looksWell();

  await answersWithoutScript(browser, city, kuranji);
  // The same page with the tools that look for what a reader of screens would miss.
  await hadi.page.goto(kuranji);
  await expectAccessible(hadi.page);
  await expectNoSidewaysScroll(hadi.page);

  await host.open(`${meeting}/meja`);
  await host.looksWell();
  await host.page.context().setOffline(true);
  await host.page.getByLabel(word(attendance.find)).fill('12');
  await host.page.keyboard.press('Enter');
  await host.page.getByLabel(word(attendance.name)).fill('Hadirin Dinkes');
  await host.press(attendance.checkIn, host.page.getByRole('dialog'));
  await expect(host.page.getByText(word(attendance.waitingCount, { count: '1' }))).toBeVisible();
  await host.page.context().setOffline(false);
  await expect(host.page.getByText(word(attendance.waitingCount, { count: '1' }))).toHaveCount(0);
  await host.page.getByLabel(word(attendance.find)).fill(`${city.url}${kuranji}`);
  await host.page.keyboard.press('Enter');
  await expect(host.page.getByRole('dialog').getByText('Utusan Kuranji')).toBeVisible();
  await host.page.keyboard.press('Escape');

  await host.open(meeting);
  await expect(host.page.getByText(word(attendance.people, { count: '2' }))).toBeVisible();
  await host.looksWell();
  const stored = await city.admin.query(
    `select a.name, a.way, count(f.*)::int as n from app.attendances a join app.attendance_for f using (city, attendance_id) group by 1, 2 order by 1`,
  );
  expect(stored.rows).toEqual([
    { name: 'Hadirin Dinkes', way: 'DESK', n: 1 },
    { name: 'Utusan Kuranji', way: 'QR', n: 1 },
  ]);
  await hadi.page.context().close();
  await host.page.context().close();
});
