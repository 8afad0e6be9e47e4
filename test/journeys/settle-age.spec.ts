// A supervisor settles an age that was stated differently, at the page of the custody.
import { messages } from '#persons/messages/age.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { meet } from '#test/custody-scene.ts';
import { expect, test } from '#test/journeys/app.ts';
import { sitDown, word } from '#test/journeys/desk.ts';

test('whoever was said to be adult and to be a child is protected as a child until a supervisor says', async ({
  browser,
  city,
}) => {
  const met = await meet(city, { ageClass: 'UNDER_18' });
  const custodyId = uuidv7();
  await city.admin.query(
    `insert into app.custody_intervals (city, custody_id, person_id, custodian_kind, agency_code, started_at, first_contact_at)
     values ('13.71', $1, $2, 'SOCIAL_SERVICE', 'DINSOS_KOTA', $3, $3)`,
    [custodyId, met.personId, met.at],
  );
  await city.admin.query(
    `insert into app.person_ages (city, person_id, kind, years_low, years_high, on_date) values ('13.71', $1, 'stated', 25, 25, current_date)`,
    [met.personId],
  );
  await city.admin.query(
    `update app.persons set birth_from = current_date - interval '26 years' + interval '1 day', birth_to = current_date - interval '25 years' where person_id = $1`,
    [met.personId],
  );
  const desk = await sitDown(browser, city, { username: 'dewi.penyelia', width: 360 });
  const { page } = desk;
  await desk.open(`/penjagaan/${custodyId}`);
  const told = page.getByText(word(messages.ageContested));

  await expect(told).toBeVisible();
  await page.getByRole('button', { name: word(messages.ageSay) }).click();
  await desk.looksWell();
  await desk.pick('kind', 'assessed');
  await page.getByLabel(word(messages.ageYears)).fill('25');
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: word(messages.ageSay) })
    .click();
  await expect(page.getByText(word(messages.ageRecorded))).toBeVisible();
  await expect(told).toHaveCount(0);
  await page.context().close();
});
