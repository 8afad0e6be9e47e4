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

  await desk.fill('name', 'Zaki Ramadhan');
  await desk.fill('aliases', 'Jek, Si Kecil');
  await desk.fill('nik', '12');
  await desk.press(messages.kinAdd);
  await desk.choose('kin-relation', 'MOTHER');
  await desk.fill('kin-name', 'Marni');
  await save.click();
  await expect(page.getByText(word(messages.digits)).first()).toBeVisible();
  await desk.fill('nik', '');
  await desk.looksWell();

  // Meanwhile somebody else writes it: both versions stand on the page, and a second save is a decision.
  await city.admin.query(
    'update app.persons set version = version + 1, origin_area = $2 where person_id = $1',
    [personId, '13.72'],
  );
  await save.click();
  await expect(page.getByText(word(messages.changedTitle))).toBeVisible();
  await expect(page.locator('[name="name"]')).toHaveValue('Zaki Ramadhan');
  await save.click();

  await expect(page).toHaveURL(new RegExp(`${child}$`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Zaki Ramadhan');
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
