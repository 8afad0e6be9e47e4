// Two tabs of one browser have one session: a change of user in one closes what the other shows. And two who change one
// thing at once both see it.
import type { BrowserContext, Page } from '@playwright/test';
import { messages as encounterMessages } from '#encounters/messages.ts';
import { messages as operationMessages } from '#operations/messages.ts';
import { does, expect, type JourneyCity, test } from '#test/journeys/app.ts';
import { type Desk, sitDown, word } from '#test/journeys/desk.ts';
import { plannedOperation } from '#test/planned-operation.ts';

/** Fills in a child in a second tab of the same browser, with a name and its hint of an age. */
async function halfFilled(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto('/catat');
  await tab.locator('input[name="name"]').fill('Rafli Saputra');
  await tab.locator('label', { has: tab.locator('input[name="age"][value="TEN"]') }).click();
  await expect.poll(() => tab.evaluate(() => JSON.stringify(sessionStorage))).toContain('rangkul.sealed.');
  return tab;
}

/** The quick change on the desk's PC: menu, change user, somebody of the cast. */
async function changeUser({ page }: Desk, name: string): Promise<void> {
  await page.locator('.user-menu summary').click();
  await page.locator('.menu-list button').nth(1).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('.castbtn').first()).toBeVisible();
  await dialog.locator('.button--quiet').first().click();
  await dialog.locator('.castbtn', { hasText: name }).click();
  await expect(page.locator('.user-menu')).toContainText(name);
}

const nameOf = async (city: JourneyCity, username: string): Promise<string> => {
  const found = await city.admin.query<{ name: string }>('select name from app.staff where username = $1', [
    username,
  ]);
  return found.rows[0]?.name ?? '';
};

/** Everything the minimum of a record asks for, without a name, in a tab that hears of no other. */
async function readyToSend(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage();
  await tab.addInitScript('delete window.BroadcastChannel');
  await tab.goto('/catat');
  for (const [name, value] of [
    ['sex', 'male'],
    ['age', 'TEN'],
    ['activity', 'SCAVENGING'],
  ])
    await tab.locator('label', { has: tab.locator(`input[name="${name}"][value="${value}"]`) }).click();
  await tab.locator('select[name="locationType"]').selectOption('TRAFFIC_LIGHT');
  await tab.locator('select[name="areaCode"]').selectOption('13.71.09.1007');
  return tab;
}

const send = (tab: Page) => tab.locator('form button[type="submit"]').click();
const recordedBy = async (city: JourneyCity): Promise<string[]> => {
  const found = await city.admin.query<{ username: string }>(
    `select s.username from app.encounters e join app.staff s on s.city = e.city and s.staff_id = e.recorded_by
      order by e.recorded_at`,
  );
  return found.rows.map((row) => row.username);
};

test('a change of user in one tab closes the other at once, and nothing of the person before comes back', async ({
  browser,
  city,
}) => {
  const first = await sitDown(browser, city, { username: 'rina.lapangan', width: 1280 });
  await first.open('/');
  const [rina, tika] = [await nameOf(city, 'rina.lapangan'), await nameOf(city, 'tika.penjangkau')];
  const tab = await halfFilled(first.page.context());

  await changeUser(first, tika);

  await expect(tab.locator('.user-menu')).toContainText(tika);
  await expect(tab).toHaveURL(`${city.url}/`);
  await expect(tab.locator('input[name="name"]')).toHaveCount(0);
  await expect(tab.locator('body')).not.toContainText(rina);
  await tab.goBack().catch(() => null);
  await tab.goto('/catat');
  await expect(tab.locator('input[name="name"]')).toHaveValue('');
  await expect(tab.locator('input[name="age"]:checked')).toHaveCount(0);
  // The draft is the other person's, and waits for that person.
  await changeUser(first, rina);
  await tab.goto('/catat');
  await expect(tab.locator('input[name="name"]')).toHaveValue('Rafli Saputra');
  await expect(tab.locator('input[name="age"][value="TEN"]')).toBeChecked();
  expect(first.errors).toEqual([]);
  await first.page.context().close();
});

test('a tab that heard nothing of the change records nothing in the name of the next, and closes', async ({
  browser,
  city,
}) => {
  const first = await sitDown(browser, city, { username: 'rina.lapangan', width: 1280 });
  await first.open('/');
  const tika = await nameOf(city, 'tika.penjangkau');
  const stale = await readyToSend(first.page.context());
  const before = await recordedBy(city);

  await changeUser(first, tika);
  const answered = stale.waitForResponse((it) => it.url().endsWith('/api/encounters/record'));
  await stale.evaluate('document.querySelector("form button[type=submit]").click()');

  expect((await answered).status()).toBe(409);
  await expect(stale.locator('.user-menu')).toContainText(tika);
  await expect(stale.locator('input[name="sex"]')).toHaveCount(0);
  expect(await recordedBy(city)).toEqual(before);
  await first.page.context().close();
});

test('one person in two tabs goes on working in both; signing out in one closes the other', async ({
  browser,
  city,
}) => {
  const first = await sitDown(browser, city, { username: 'tika.penjangkau', width: 1280 });
  await first.open('/');
  const before = await recordedBy(city);
  const tab = await readyToSend(first.page.context());
  const listening = await halfFilled(first.page.context());
  await changeUser(first, await nameOf(city, 'tika.penjangkau'));

  await expect(listening.locator('input[name="name"]')).toHaveValue('Rafli Saputra');
  await tab.bringToFront();
  await send(tab);
  await expect(tab.getByRole('heading', { level: 1, name: word(encounterMessages.recorded) })).toBeVisible();
  expect(await recordedBy(city)).toEqual([...before, 'tika.penjangkau']);
  await expect(listening.locator('input[name="name"]')).toHaveValue('Rafli Saputra');

  await first.page.locator('.user-menu summary').click();
  await first.page.locator('.menu-list button').nth(2).click();
  await expect(listening.locator('input[name="username"]')).toBeVisible();
  await expect(listening.locator('input[name="name"]')).toHaveCount(0);
  await first.page.context().close();
});

test('of two who change one plan the second sees what is stored now, takes it part by part, and saves', async ({
  browser,
  city,
}) => {
  const desk = await sitDown(browser, city, { username: 'rina.lapangan', width: 360 });
  const { page } = desk;
  const plan = plannedOperation([city.staffId('rina.lapangan')]);
  await does(page, 'operations/plan', plan);
  await desk.open(`/operasi/${plan.operationId}/ubah`);
  await desk.fill('title', 'Kuranji Subuh');
  await does(page, 'operations/change', { ...plan, title: 'Kuranji Pagi', instruction: 'Bawa air minum.' });

  await desk.press(operationMessages.savePlan);

  const changed = page.locator('.notice', { hasText: 'Kuranji Pagi' });
  await expect(changed).toContainText('Bawa air minum.');
  await expect(changed.getByRole('button')).toHaveCount(2);
  await expect(page.locator('[name="title"]')).toHaveValue('Kuranji Subuh');
  await desk.looksWell();
  const take = word({ id: 'Pakai yang tercatat', en: 'Take what is on record' });
  await page.getByRole('button', { name: `${take} ${word(operationMessages.instruction)}` }).click();
  await expect(page.locator('[name="instruction"]')).toHaveValue('Bawa air minum.');
  await desk.press(operationMessages.savePlan);
  await expect(page).toHaveURL(new RegExp(`/operasi/${plan.operationId}$`));

  const stored = await city.admin.query(
    'select title, instruction from app.operations where operation_id = $1',
    [plan.operationId],
  );
  expect(stored.rows).toEqual([{ title: 'Kuranji Subuh', instruction: 'Bawa air minum.' }]);
  await page.context().close();
});
