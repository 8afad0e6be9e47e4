// Answers that get lost, two who write at once, dialogs left half filled: what was typed is stored once, or still there.
import type { Page } from '@playwright/test';
import { messages } from '#cases/messages.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { messages as retention } from '#retention/messages.ts';
import { does, expect, type JourneyCity, test } from '#test/journeys/app.ts';
import { sitDown, word } from '#test/journeys/desk.ts';

async function openCase(city: JourneyCity, page: Page): Promise<string> {
  const [personId, caseId] = [uuidv7(), uuidv7()];
  await city.admin.query(
    `with person as (
       insert into app.persons (city, person_id, sex, recorded_by, last_met_at)
       select '13.71', $1, 'male', staff_id, now() from app.staff where username = 'sari.peksos')
     insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $2, $1, now(), staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNDER_18'
       from app.staff where username = 'sari.peksos'`,
    [personId, uuidv7()],
  );
  const riskReason = 'sendirian di pasar';
  await does(page, 'cases/open', { caseId, personId, openedFrom: 'ENCOUNTER', riskLevel: 'LOW', riskReason });
  return caseId;
}

function assessment(caseId: string, problems: string) {
  const factors = [{ code: 'E01', side: 'external', level: 'micro', saidBy: 'CHILD', evidence: '' }];
  const rest = { problems, strengths: '', childWishes: '', conclusion: '' };
  return { caseId, assessmentId: uuidv7(), factors, ...rest };
}

async function notesOf(page: Page, caseId: string): Promise<string[]> {
  const read = await (await page.request.get(`/api/cases/${caseId}`)).json();
  return read.notes.map((it: { body: string }) => it.body);
}

test('a note whose answer got lost is stored once, and a corrected one only when that is said', async ({
  browser,
  city,
}) => {
  const desk = await sitDown(browser, city, { username: 'sari.peksos', width: 1280 });
  const { page } = desk;
  const caseId = await openCase(city, page);
  const save = () => desk.press(messages.noteAdd);
  await page.route('**/api/cases/note', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await desk.open(`/kasus/${caseId}?bagian=catatan`);
  await desk.fill('body', 'Ibu ingin menjemput.');
  await save();
  const notice = page.locator('form [role=alert]');
  await expect(notice).toBeVisible();
  await page.unroute('**/api/cases/note');
  await desk.fill('body', 'Ibu ingin menjemput besok.');
  await save();
  await expect(notice.getByRole('button')).toHaveCount(2);
  expect(await notesOf(page, caseId)).toEqual(['Ibu ingin menjemput.']);
  await desk.looksWell();
  await notice.getByRole('button').first().click();
  await expect(page.locator('main li', { hasText: 'Ibu ingin menjemput.' })).toBeVisible();
  await expect(page.locator('[name="body"]')).toHaveValue('Ibu ingin menjemput besok.');

  await page.locator('[name="happenedAt"]').fill('2026-07-20T10:00');
  await save();
  await expect(page.locator('[name="body"]')).toHaveValue('');
  await expect(page.locator('[name="happenedAt"]')).toHaveValue('');
  expect(await notesOf(page, caseId)).toHaveLength(2);
  let asked = false;
  page.on('dialog', (dialog) => {
    asked = true;
    void dialog.accept();
  });
  await page.reload();
  await desk.fill('body', 'Belum dikirim');
  expect(asked).toBe(false);
  await page.reload();
  expect(asked).toBe(true);
  await page.context().close();
});

test('of two assessments at once everything that was typed is kept, and a closing note outlasts the assessment it asked for', async ({
  browser,
  city,
}) => {
  const desk = await sitDown(browser, city, { username: 'sari.peksos', width: 1280 });
  const { page } = desk;
  const caseId = await openCase(city, page);
  const bestInterest = 'Tinggal dengan nenek adalah yang terbaik baginya.';
  await desk.open(`/kasus/${caseId}/tutup`);
  await desk.fill('bestInterest', bestInterest);
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain('rangkul.sealed.');

  await desk.open(`/kasus/${caseId}/asesmen`);
  await desk.pick('outside-micro', 'E02');
  await desk.fill('E02-evidence', 'BUKTI SAYA');
  await desk.fill('problems', 'p'.repeat(3000));
  await desk.fill('conclusion', `${'k'.repeat(3000)} SIMPULAN SAYA`);
  await does(page, 'cases/assess', assessment(caseId, 'yang lain'));
  // What was begun on another assessment is not laid over it, not even after a reload.
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain(`assess-${caseId}`);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText(word(messages.draftOlder))).toBeVisible();
  await desk.press(messages.saveAssessment);
  const cards = page.getByRole('region', { name: word(messages.conflictTitle) });
  await expect(cards).toBeFocused();
  await expect(cards).toContainText('yang lain');
  await does(page, 'cases/assess', assessment(caseId, 'yang ketiga'));
  await desk.press(messages.useChosen);
  await expect(cards.getByRole('alert')).toBeVisible();
  await expect(cards).toContainText('yang ketiga');
  await desk.looksWell();
  await desk.press(messages.keepBoth);
  await expect(page).toHaveURL(/bagian=asesmen/);
  const kept = (await notesOf(page, caseId)).join('\n');
  for (const text of ['BUKTI SAYA', 'SIMPULAN SAYA', 'p'.repeat(3000)]) expect(kept).toContain(text);

  await desk.open(`/kasus/${caseId}/asesmen`);
  await expect(page.locator('[name="problems"]')).toHaveValue('yang ketiga');
  await desk.open(`/kasus/${caseId}/tutup`);
  await expect(page.locator('[name="bestInterest"]')).toHaveValue(bestInterest);
  expect(desk.errors).toEqual([]);
  await page.context().close();
});

test('a reason begun for one request stands in no other, waits for its own, and is taken in two lines', async ({
  browser,
  city,
}) => {
  const [worker, officer, supervisor] = [
    await sitDown(browser, city, { username: 'sari.peksos', width: 1280 }),
    await sitDown(browser, city, { username: 'putri.ppd', width: 1280 }),
    await sitDown(browser, city, { username: 'dewi.penyelia', width: 1280 }),
  ];
  for (const _ of [1, 2]) {
    const caseId = await openCase(city, worker.page);
    const { caseNumber } = await (await worker.page.request.get(`/api/cases/${caseId}`)).json();
    const input = {
      requestId: uuidv7(),
      reference: caseNumber,
      askedFor: 'GUARDIAN',
      reason: 'wali meminta',
    };
    await does(officer.page, 'retention/ask-erasure', input);
  }
  const { page } = supervisor;
  await supervisor.open('/penghapusan');
  const refuse = page.getByRole('button', { name: word(retention.refuse), exact: true });
  const dialog = page.getByRole('dialog');
  await refuse.nth(0).click();
  await dialog.getByRole('textbox').fill('Alasan tentang anak PERTAMA');
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain('reason-refuse-');
  await page.keyboard.press('Escape');
  await refuse.nth(1).click();
  await expect(dialog.getByRole('textbox')).toHaveValue('');
  await page.keyboard.press('Escape');
  await refuse.nth(0).click();
  await expect(dialog.getByRole('textbox')).toHaveValue('Alasan tentang anak PERTAMA');
  await dialog.getByRole('textbox').fill('Dipakai\u202e terbalik');
  await supervisor.press(retention.refuse, dialog);
  await expect(dialog.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByRole('textbox').fill('baris satu\nbaris dua');
  await supervisor.looksWell();
  await supervisor.press(retention.refuse, dialog);
  await expect(dialog).toBeHidden();
  await expect(page.getByText('baris satu')).toBeVisible();
  for (const desk of [worker, officer, supervisor]) await desk.page.context().close();
});
