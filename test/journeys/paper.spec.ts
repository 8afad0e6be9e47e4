// On A4 paper a list keeps its words whole: nothing letter by letter, nothing beyond the edge of the sheet.
import { expect, test } from '#test/journeys/app.ts';
import { sitDown } from '#test/journeys/desk.ts';

// A4 within its margins, in CSS pixels.
const sheet = { width: 718, height: 1010 };

for (const username of ['hendri.penyelia', 'rina.peksos', 'fauzan.kesra'] as const)
  test(`the list of cases of ${username} is read on paper, a dozen or more to a sheet`, async ({
    browser,
    demonstration,
  }) => {
    const { page, open } = await sitDown(browser, demonstration, { username, width: 1280 });
    await open('/kasus');
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await page.setViewportSize(sheet);
    await page.emulateMedia({ media: 'print' });

    const rows = page.locator('tbody tr');
    const heights = await rows.evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));
    const names = await rows
      .locator('.subject')
      .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().width));
    const beyond = await rows
      .locator('*')
      .evaluateAll(
        (all, edge) =>
          all.filter((it) => it.getBoundingClientRect().right > edge).map((it) => it.textContent),
        sheet.width,
      );
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

    expect(beyond).toEqual([]);
    expect(heights.length).toBeGreaterThan(15);
    expect(Math.min(...names)).toBeGreaterThan(140);
    expect(Math.max(...heights)).toBeLessThan(110);
    expect(sheets).toBeLessThanOrEqual(1 + Math.ceil(heights.length / 12));
    await page.context().close();
  });
