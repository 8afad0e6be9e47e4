// Whoever met a child without a name gives it one later, from the child's page; two who correct it see both versions.

import { messages as ageMessages } from '#persons/messages/age.ts';
import { messages } from '#persons/messages/identity.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { expect, test } from '#test/journeys/app.ts';
import { sitDown, word } from '#test/journeys/desk.ts';

test('a child recorded without a name is named, aged and found by that name', async ({ browser, city }) => {
  const personId = uuidv7();
  await city.admin.query(
    `insert into app.persons (city, person_id, sex, recorded_by, last_met_at)
     select '13.71', $1, 'male', staff_id, now() from app.staff where username = 'sari.peksos'`,
    [personId],
  );
  await city.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, now(), staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNKNOWN' from app.staff where username = 'sari.peksos'`,
    [uuidv7(), personId],
  );
  const desk = await sitDown(browser, city, { username: 'sari.peksos', width: 360 });
  const { page } = desk;
  const child = `/anak/${personId}`;
  const save = page.getByRole('button', { name: word(messages.save) });

  await desk.open(child);
  await desk.follow(messages.giveName);
  await expect(save).toBeVisible();
  await save.click();
  await expect(page.getByText(word(messages.nameOrAlias)).first()).toBeVisible();
  // What is wrong with a name stands at the field where it was typed, whether the browser sees it or the server.
  await desk.fill('name', '-');
  await desk.fill('otherNames', 'a,b,c,d,e,f');
  await save.click();
  const invalid = page.locator('[aria-invalid]');
  await expect(invalid).toHaveAttribute('name', 'otherNames');
  await desk.fill('otherNames', '');
  await expect(invalid).toHaveCount(0);
  await save.click();
  await expect(invalid).toHaveAttribute('name', 'name');

  await desk.fill('name', 'Zaki Ramadhan');
  await desk.fill('aliases', 'Jek, Si Kecil');
  await desk.fill('nik', '12');
  await desk.press(messages.kinAdd);
  await desk.choose('kin-relation', 'MOTHER');
  await desk.fill('kin-name', 'Marni');
  await desk.press(messages.kinAdd);
  await page.locator('[name="kin-relation"]').nth(1).selectOption('FATHER');
  await save.click();
  await expect(page.getByText(word(messages.digits)).first()).toBeVisible();
  await desk.fill('nik', '');
  // The relative who is not complete is marked, and the summary leads there; who is taken away leaves the focus in place.
  const second = page.locator('[name="kin-name"]').nth(1);
  await expect(page.locator('.kin [aria-invalid]')).toHaveCount(1);
  await page.locator('.error-summary a').last().click();
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute('aria-invalid', 'true');
  await page
    .getByRole('button', { name: word(messages.kinRemove) })
    .last()
    .click();
  await expect(page.getByRole('button', { name: word(messages.kinAdd) })).toBeFocused();
  await desk.looksWell();

  // The language of the page changes nothing of the record.
  const otherLanguage = async () => {
    await page.locator('.user-menu summary').click();
    await page.locator('.menu-list button').first().click();
  };
  const changed = page.getByText(word({ id: 'Yang kini tercatat', en: 'What is on record now' }));
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.innerText();
  await otherLanguage();
  await expect(heading).not.toHaveText(before);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await otherLanguage();
  await expect(heading).toHaveText(before);

  // Somebody else writes it while the form is left: both versions stand on the page when it is opened again.
  const writes = (areaCode: string) =>
    city.admin.query('update app.persons set version = version + 1, origin_area = $2 where person_id = $1', [
      personId,
      areaCode,
    ]);
  await desk.open(child);
  await writes('13.72');
  await desk.open(`${child}/identitas`);
  await expect(changed).toBeVisible();
  await expect(page.locator('[name="name"]')).toHaveValue('Zaki Ramadhan');
  await desk.looksWell();
  // And while it is being sent: the stored part is taken, what was typed stays.
  await writes('13.71');
  await save.click();
  await expect(page.locator('.notice', { has: changed })).toContainText('Kota Padang');
  const take = word({ id: 'Pakai yang tercatat', en: 'Take what is on record' });
  await page.getByRole('button', { name: `${take} ${word(messages.origin)}` }).click();
  await expect(page.locator('[name="originArea"]')).toBeFocused();
  await expect(changed).toBeVisible();
  await expect(page.locator('[name="name"]')).toHaveValue('Zaki Ramadhan');
  await save.click();

  await expect(page).toHaveURL(new RegExp(`${child}$`));
  await expect(heading).toContainText('Zaki Ramadhan');
  const stored = await city.admin.query('select origin_area from app.persons where person_id = $1', [
    personId,
  ]);
  expect(stored.rows).toEqual([{ origin_area: '13.71' }]);
  await desk.press(ageMessages.ageSay);
  await desk.pick('kind', 'assessed');
  await page.getByLabel(word(ageMessages.ageYears)).fill('11');
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: word(ageMessages.ageSay) })
    .click();
  await expect(page.getByText(word(ageMessages.ageRecorded))).toBeVisible();
  await desk.looksWell();
  expect(desk.errors).toEqual([]);
  await page.context().close();
});
