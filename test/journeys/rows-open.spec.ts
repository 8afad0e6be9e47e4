// A row of a list opens wherever a thumb meets it, and what else can be pressed in it is as big as a thumb.
import type { Page } from '@playwright/test';
import { expect, test } from '#test/journeys/app.ts';
import { sitDown } from '#test/journeys/desk.ts';

const lists = [
  ['rina.peksos', '/', '.worklist > li'],
  ['rina.peksos', '/anak', '.person-list > li'],
  ['rina.peksos', '/kasus', '.table--cards tbody tr, .worklist > li'],
  ['afdal.lapangan', '/operasi', '.table--cards tbody tr, .worklist > li'],
  ['yenti.mako', '/penjagaan', '.table--cards tbody tr'],
] as const;

type Missed = { row: string; where: string; hit: string };

/** Of each row with a link of its own: the places, from its start to its end, where a thumb would open nothing. */
async function missesIn(page: Page, rows: string): Promise<{ rows: number; missed: Missed[] }> {
  return page.locator(rows).evaluateAll((found) => {
    const view = globalThis as unknown as {
      document: { elementFromPoint: (x: number, y: number) => Element | null };
    };
    type Element = {
      closest: (selector: string) => Element | null;
      querySelector: (selector: string) => Element | null;
      getBoundingClientRect: () => { left: number; top: number; width: number; height: number };
      scrollIntoView: (how: object) => void;
      contains: (other: Element | null) => boolean;
      className: string;
      textContent: string;
    };
    const opening = (found as unknown as Element[]).filter((row) =>
      row.querySelector('.person__name > a, .worklist__what > a, .subject > a'),
    );
    const missed: { row: string; where: string; hit: string }[] = [];
    for (const row of opening) {
      row.scrollIntoView({ block: 'center' });
      const box = row.getBoundingClientRect();
      const places = { start: 12, middle: box.width / 2, end: box.width - 12 };
      for (const [where, x] of Object.entries(places)) {
        const hit = view.document.elementFromPoint(box.left + x, box.top + box.height / 2);
        const pressed = hit?.closest('a, button') ?? null;
        if (!pressed || !row.contains(pressed) || box.height < 44)
          missed.push({ row: row.textContent.slice(0, 40), where, hit: hit?.className ?? '' });
      }
    }
    return { rows: opening.length, missed };
  });
}

for (const width of [360, 1280])
  test(`rows open wherever they are touched at ${width} px`, async ({ browser, demonstration }) => {
    test.setTimeout(120_000);
    for (const [username, path, rows] of lists) {
      // A wide table keeps its rows: there the name and its tile open.
      if (width === 1280 && rows.startsWith('.table')) continue;
      const desk = await sitDown(browser, demonstration, { username, width });
      await desk.open(path);
      await desk.page.locator(rows).first().waitFor();

      const seen = await missesIn(desk.page, rows);

      expect.soft([path, seen.missed]).toEqual([path, []]);
      expect.soft([path, seen.rows > 0]).toEqual([path, true]);
      await desk.page.context().close();
    }
  });

test('a button within a row is pressed, not the row, and the keyboard meets each once', async ({
  browser,
  demonstration,
}) => {
  const desk = await sitDown(browser, demonstration, { username: 'rina.peksos', width: 360 });
  await desk.open('/');
  const row = desk.page
    .locator('.worklist > li', { has: desk.page.locator('.worklist__go a.button') })
    .first();
  const button = row.locator('.worklist__go a.button').first();
  const to = await button.getAttribute('href');

  await button.click();

  await expect(desk.page).toHaveURL(new RegExp(`${to?.replace(/[?]/g, '\\?')}$`));
  await desk.page.context().close();
});
