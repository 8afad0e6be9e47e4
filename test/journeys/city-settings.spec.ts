// The city's administrator sets a limit: what is empty or impossible is said at its field, and the new number holds at once.
import { messages, settingWords } from '#areas/messages.ts';
import { does, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from '#test/journeys/app.ts';
import { language } from '#test/journeys/desk.ts';

const word = (text: { id: string; en: string }) => text[language];

for (const width of [360, 1280])
  test(`a limit of the city is set at ${width} px`, async ({ page, city }) => {
    await city.admin.query('delete from app.setting_terms');
    await page.setViewportSize({ width, height: 800 });
    await signIn(page, 'agus.admin');
    await does(page, 'session/locale', { locale: language });
    await page.goto('/pengaturan');
    const limit = () =>
      page
        .getByRole('row')
        .filter({ hasText: word(settingWords.holdLimitHours) })
        .first();
    await expect(limit()).toContainText(`24 ${language === 'id' ? 'jam' : 'hours'}`);
    await expect(limit()).toContainText(word(messages.byDefault));
    const save = page.getByRole('button', { name: word(messages.save), exact: true });
    const field = (text: { id: string; en: string }) => page.getByLabel(word(text), { exact: false }).last();

    await save.click();
    await expect(page.locator('[aria-invalid=true]')).toHaveCount(4);
    await page.getByRole('combobox').selectOption('holdLimitHours');
    await field(messages.value).fill('99');
    await field(messages.validFrom).fill('2020-01-01');
    await field(messages.basis).fill('SK Wali Kota 12 Tahun 2026');
    await save.click();
    await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
    await field(messages.value).fill('12');
    await save.click();
    await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
    await expect(field(messages.basis)).toHaveValue('SK Wali Kota 12 Tahun 2026');
    await expectAccessible(page);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    await field(messages.validFrom).fill(today);
    await save.click();

    await expect(limit()).toContainText(`12 ${language === 'id' ? 'jam' : 'hours'}`);
    await expect(limit()).toContainText(word(messages.byCity));
    await expect(page.getByText('SK Wali Kota 12 Tahun 2026')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
