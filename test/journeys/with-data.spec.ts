// The pages of the demonstration with rows in them, their dialogs and forms open, and what happens when a form is refused.
import { messages as caseMessages } from '#cases/messages.ts';
import { messages as operationMessages } from '#operations/messages.ts';
import { expect, test } from '#test/journeys/app.ts';
import { type Desk, sitDown, word } from '#test/journeys/desk.ts';

const rowsOf = '.worklist > li, tbody tr, .met > li, .match, .card article, .card li';

/** Opens one after the other every dialog that a button of the page opens, and looks at each. */
async function lookAtDialogs(desk: Desk, within = 'main'): Promise<number> {
  const { page } = desk;
  const buttons = page.locator(`${within} button[type="button"]:not([aria-disabled]):visible`);
  let opened = 0;
  for (let n = 0; n < (await buttons.count()); n++) {
    await buttons.nth(n).click();
    const dialog = page.locator('dialog[open]');
    if ((await dialog.count()) === 0) continue;
    opened += 1;
    await desk.looksWell();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  return opened;
}

const pages = [
  ['yenti.mako', '/'],
  ['yenti.mako', '/penjagaan'],
  ['yenti.mako', '/penjagaan/serah-terima'],
  ['yenti.mako', '/penjagaan/barang'],
  ['putri.singgah', '/penjagaan'],
  ['rina.peksos', '/kasus'],
  ['rina.peksos', '/anak'],
  ['rina.peksos', '/kunjungan'],
  ['rina.peksos', '/rujukan'],
  ['mira.dinkes', '/rujukan'],
  ['hendri.penyelia', '/kemiripan'],
  ['afdal.lapangan', '/operasi'],
  ['fauzan.kesra', '/kasus'],
] as const;

test('the pages have rows in them and look well', async ({ browser, demonstration }) => {
  test.setTimeout(180_000);
  const desks = new Map<string, Desk>();
  for (const [username, path] of pages) {
    const desk = desks.get(username) ?? (await sitDown(browser, demonstration, { username, width: 360 }));
    desks.set(username, desk);
    await desk.open(path);
    await desk.looksWell();
    const rows = await desk.page.locator(rowsOf).count();
    expect.soft([username, path, rows > 0]).toEqual([username, path, true]);
  }
  for (const desk of desks.values()) await desk.page.context().close();
});

test('on a sheet of A4 the custody board lies on its side and nothing of it is cut; it says who printed it', async ({
  browser,
  demonstration,
}) => {
  const { page, open } = await sitDown(browser, demonstration, { username: 'yenti.mako', width: 1280 });
  await open('/penjagaan');
  await expect(page.locator('.board tbody tr').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  // 297 mm less two margins of 14 mm, at 96 points to the inch.
  await page.setViewportSize({ width: 1017, height: 688 });

  const cut = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.board td, .board td *')].filter((it) => it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0 || it.getBoundingClientRect().right > 1017).map((it) => [it.className, it.scrollWidth - it.clientWidth, it.innerText].join(' '))`,
  );
  expect(
    await page.evaluate<string>(`getComputedStyle(document.querySelector('main')).getPropertyValue('page')`),
  ).toBe('wide');
  expect(cut).toEqual([]);
  await expect(page.locator('.print-head')).toContainText('Yenti Oktavia');
  await expect(page.locator('.print-head')).toContainText(word({ id: 'Data contoh', en: 'Sample data' }));
  await page.context().close();
});

test('a running operation with its points fits a phone', async ({ browser, demonstration }) => {
  const desk = await sitDown(browser, demonstration, { username: 'afdal.lapangan', width: 360 });
  await desk.open('/operasi');
  await desk.page.locator('main a[href^="/operasi/0"]').first().click();
  await expect(desk.page.getByRole('table', { name: word(operationMessages.points) })).toBeVisible();
  await desk.looksWell();
  await desk.page.context().close();
});

test('a child in custody, a case part by part, and all their dialogs', async ({ browser, demonstration }) => {
  test.setTimeout(240_000);
  const desk = await sitDown(browser, demonstration, { username: 'yenti.mako', width: 360 });
  await desk.open('/penjagaan');
  await desk.page.locator('main a[href^="/penjagaan/0"]').first().click();
  await expect(desk.page).toHaveURL(/\/penjagaan\/[0-9a-f-]{36}/);
  await desk.open(new URL(desk.page.url()).pathname.replace('/serahkan', ''));
  await desk.looksWell();
  expect(await lookAtDialogs(desk)).toBeGreaterThan(3);
  await desk.page.context().close();

  const worker = await sitDown(browser, demonstration, { username: 'rina.peksos', width: 1280 });
  const { items } = await (await worker.page.request.get('/api/cases')).json();
  const { caseId } = items[0];
  await worker.open(`/kasus/${caseId}`);
  await worker.looksWell();
  expect(await lookAtDialogs(worker)).toBeGreaterThan(2);
  for (const part of ['asesmen', 'catatan', 'bimbingan', 'akses']) {
    await worker.open(`/kasus/${caseId}?bagian=${part}`);
    await worker.looksWell();
  }
  for (const form of ['asesmen', 'rujuk', 'tutup']) {
    await worker.open(`/kasus/${caseId}/${form}`);
    await worker.looksWell();
  }
  await worker.page.context().close();
});

test('what was typed stays when the server refuses it, and the reason is said in words', async ({
  browser,
  demonstration,
}) => {
  const { page, ...desk } = await sitDown(browser, demonstration, { username: 'rina.peksos', width: 360 });
  const { items } = await (await page.request.get('/api/cases')).json();
  const { person, caseNumber } = items.find((it: { state: string }) => it.state === 'open');
  await desk.open(`/kasus/buka?anak=${person.personId}&dari=REPORT`);
  await desk.pick('riskLevel', 'HIGH');
  await desk.fill('riskReason', 'tidur di pasar tanpa pengasuh');

  await desk.press(caseMessages.openVerb);

  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByText(caseNumber).first()).toBeVisible();
  await expect(page.locator('[name="riskReason"]')).toHaveValue('tidur di pasar tanpa pengasuh');
  await expect(page.locator('input[name="riskLevel"][value="HIGH"]')).toBeChecked();
  await desk.looksWell();
  await page.context().close();
});

test('what was typed in an assessment, a goal and a closure is there after a reload, and lies sealed meanwhile', async ({
  browser,
  demonstration,
}) => {
  const { page, ...desk } = await sitDown(browser, demonstration, { username: 'rina.peksos', width: 1280 });
  const { items } = await (await page.request.get('/api/cases')).json();
  const { caseId } = items.find((it: { state: string }) => it.state === 'open');
  const keptAfterReload = async (open: () => Promise<void>, name: string) => {
    const typed = `Tinggal bersama nenek di Purus (${name})`;
    await open();
    await desk.fill(name, typed);
    const kept = () => page.evaluate<string>('JSON.stringify(sessionStorage)');
    await expect.poll(kept).toContain('rangkul.sealed.');
    expect(await kept()).not.toContain('nenek');
    page.once('dialog', (leave) => leave.accept());
    await page.reload();
    await open();
    await expect(page.locator(`[name="${name}"]`)).toHaveValue(typed);
  };
  await keptAfterReload(() => desk.open(`/kasus/${caseId}/asesmen`), 'problems');
  await keptAfterReload(() => desk.open(`/kasus/${caseId}/tutup`), 'bestInterest');
  await keptAfterReload(async () => {
    await desk.open(`/kasus/${caseId}`);
    await desk.press(caseMessages.addGoal);
  }, 'goal');
  await page.context().close();
});

test('without a network a page says what has to wait and that what was typed is kept', async ({
  browser,
  demonstration,
}) => {
  const { page, ...desk } = await sitDown(browser, demonstration, { username: 'rina.peksos', width: 360 });
  await desk.open('/kasus');
  const strip = page.getByText(
    word({ id: 'yang Anda ketik tetap ada di layar ini', en: 'what you typed stays on this screen' }),
  );
  await expect(strip).toHaveCount(0);

  await page.context().setOffline(true);

  await expect(strip).toBeVisible();
  await desk.looksWell();
  await page.context().setOffline(false);
  await expect(strip).toHaveCount(0);
  await page.context().close();
});

test('two edit one case: the second sees both versions, and chooses', async ({ browser, demonstration }) => {
  const first = await sitDown(browser, demonstration, { username: 'rina.peksos', width: 1280 });
  const second = await sitDown(browser, demonstration, { username: 'hendri.penyelia', width: 1280 });
  const { items } = await (await first.page.request.get('/api/cases')).json();
  const { caseId } = items.find((it: { state: string }) => it.state === 'open');
  const change = async (desk: Desk, level: string, reason: string) => {
    await desk.open(`/kasus/${caseId}`);
    await desk.press(caseMessages.changeRisk);
    await desk.pick('riskLevel', level);
    await desk.fill('riskReason', reason);
  };
  await change(first, 'HIGH', 'tidur di jalan sejak Senin');
  await change(second, 'LOW', 'ibunya sudah menjemput');
  await first.press(caseMessages.saveRisk);
  await expect(first.page.getByRole('dialog')).toHaveCount(0);

  await second.press(caseMessages.saveRisk);

  const dialog = second.page.getByRole('dialog');
  await expect(dialog).toContainText('tidur di jalan sejak Senin');
  await expect(dialog).toContainText('ibunya sudah menjemput');
  await expect(dialog).toContainText('Rina Marlis');
  await expect(dialog.getByText(word(caseMessages.versionYours)).first()).toBeVisible();
  await second.looksWell();
  await first.page.context().close();
  await second.page.context().close();
});
