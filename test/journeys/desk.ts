// One member of the cast at a screen: in the language and at the width of this run, by words from the tables of messages.
import type { Browser, Locator, Page } from '@playwright/test';
import type { Username } from '#demo/staff.ts';
import { type Locale, say, type Text } from '#platform/messages.ts';
import type { CastName } from '#test/app.ts';
import {
  does,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  type JourneyCity,
  signIn,
} from '#test/journeys/app.ts';

/** `JOURNEY_LOCALE=en` walks in English, `JOURNEY_WIDTH=360` everybody at that width. */
export const language: Locale = process.env.JOURNEY_LOCALE === 'en' ? 'en' : 'id';
const widthOfAll = process.env.JOURNEY_WIDTH ? Number(process.env.JOURNEY_WIDTH) : undefined;

/** A sentence as it stands on the screens of this run. */
export const word = (text: Text, values: Record<string, string | number> = {}) => say(text, language, values);

export type Desk = {
  readonly page: Page;
  readonly errors: string[];
  /** Opens an address and waits for its heading. */
  readonly open: (path: string) => Promise<void>;
  readonly press: (text: Text, within?: Locator) => Promise<void>;
  readonly follow: (text: Text) => Promise<void>;
  /** Chooses a tile by the name of its field and the value behind it. */
  readonly pick: (name: string, value: string) => Promise<void>;
  readonly fill: (name: string, value: string) => Promise<void>;
  readonly choose: (name: string, value: string) => Promise<void>;
  /** A page worth keeping: its heading, no violation that axe finds, nothing sticking out. */
  readonly looksWell: () => Promise<void>;
};

/** Signs somebody in at a screen of their own. */
export async function sitDown(
  browser: Browser,
  city: JourneyCity,
  who: { username: Username | CastName; width: number },
): Promise<Desk> {
  const width = widthOfAll ?? who.width;
  const phone = width < 600;
  const context = await browser.newContext({
    baseURL: city.url,
    locale: language === 'id' ? 'id-ID' : 'en-GB',
    timezoneId: 'Asia/Jakarta',
    viewport: { width, height: phone ? 740 : 900 },
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await signIn(page, who.username);
  await does(page, 'session/locale', { locale: language });
  return deskOf(page, errors);
}

function deskOf(page: Page, errors: string[]): Desk {
  const named = (name: string) => page.locator(`[name="${name}"]`);
  return {
    page,
    errors,
    open: async (path) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
    press: (text, within) =>
      (within ?? page)
        .getByRole('button', { name: word(text), exact: true })
        .first()
        .click(),
    follow: (text) =>
      page
        .getByRole('link', { name: word(text), exact: true })
        .first()
        .click(),
    pick: (name, value) =>
      page
        .locator('label', { has: page.locator(`input[name="${name}"][value="${value}"]`) })
        .first()
        .click(),
    fill: (name, value) => named(name).first().fill(value),
    choose: async (name, value) => {
      await named(name).first().selectOption(value);
    },
    looksWell: async () => {
      await page.waitForLoadState('networkidle');
      // What is being read anew is dimmed meanwhile.
      await expect(page.locator('[aria-busy]')).toHaveCount(0);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(errors).toEqual([]);
    },
  };
}

/** Signs in the box with the given label, as a finger would. */
export async function sign(page: Page, label: Text): Promise<void> {
  const box = page.getByRole('group', { name: word(label) }).locator('canvas');
  await box.scrollIntoViewIfNeeded();
  const at = await box.boundingBox();
  if (!at) throw new Error('there is no box to sign in');
  await page.mouse.move(at.x + 30, at.y + 30);
  await page.mouse.down();
  await page.mouse.move(at.x + 90, at.y + 60, { steps: 4 });
  await page.mouse.move(at.x + 140, at.y + 25, { steps: 4 });
  await page.mouse.up();
}
