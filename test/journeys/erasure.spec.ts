// A guardian asks that a child be forgotten: from the child's page to the officer, who sees no child, and to the supervisor.
import { messages as retention } from '#retention/messages.ts';
import { expect, test } from '#test/journeys/app.ts';
import { sitDown, word } from '#test/journeys/desk.ts';
import { messages as life } from '#today/messages/life.ts';
import { messages as today } from '#today/messages/today.ts';

test('the number on the child’s page leads the officer to the request, and the request to the supervisor', async ({
  browser,
  demonstration,
}) => {
  test.setTimeout(120_000);
  const worker = await sitDown(browser, demonstration, { username: 'rina.peksos', width: 360 });
  await worker.open('/kasus');
  await worker.page.locator('main a[href^="/kasus/0"]').first().click();
  await worker.page.locator('main a[href^="/anak/0"]').first().click();
  await worker.page.getByText(word(life.erasure)).click();
  const address = await worker.page.getByText(/penghapusan\?acuan=/).innerText();
  await worker.looksWell();
  await expect(worker.page.getByRole('link', { name: /penghapusan/ })).toHaveCount(0);

  const officer = await sitDown(browser, demonstration, { username: 'silvia.pdp', width: 360 });
  const { pathname, search, searchParams } = new URL(address);
  const reference = searchParams.get('acuan') ?? '';
  await officer.open(pathname + search);
  await expect(officer.page.locator('[name="reference"]')).toHaveValue(reference);
  await officer.page.locator('[name="askedFor"]').selectOption('GUARDIAN');
  await officer.fill('reason', 'Surat ibu 24 November 2026');
  await officer.press(retention.request);
  await expect(officer.page.getByRole('row', { name: new RegExp(reference) })).toBeVisible();
  await officer.looksWell();

  const supervisor = await sitDown(browser, demonstration, { username: 'hendri.penyelia', width: 360 });
  await supervisor.open('/');
  const line = supervisor.page.locator('.worklist > li').filter({ hasText: word(today.erasure) });
  await expect(line).toContainText(reference);
  await line.getByRole('link', { name: word(today.goDecide) }).click();
  await expect(supervisor.page).toHaveURL(/\/penghapusan$/);
  await supervisor.looksWell();
});
