import type { Page } from '@playwright/test';
import { uuidv7 } from '#platform/uuid.ts';
import {
  countTaps,
  does,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  type JourneyCity,
  signIn,
  test,
} from '#test/journeys/app.ts';
import { mostFieldBytes, scriptBytesUntilFirstKey } from '#test/script-bytes.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

async function runningOperation(page: Page, city: JourneyCity): Promise<string> {
  const operationId = uuidv7();
  const now = Date.now();
  await does(page, 'operations/plan', {
    operationId,
    kind: 'OUTREACH',
    title: 'Kuranji Malam',
    leadAgency: 'SATPOL_PP',
    partnerAgencies: ['DINSOS_KOTA'],
    plannedFrom: new Date(now).toISOString(),
    plannedTo: new Date(now + 4 * 3_600_000).toISOString(),
    team: [city.staffId('rina.lapangan'), city.staffId('tika.penjangkau')],
    sites: [{ areaCode: '13.71.09.1007', locationType: 'TRAFFIC_LIGHT', place: 'Simpang Balai Baru' }],
    legalBases: ['perwako-41-2017'],
    instruction: '',
  });
  await does(page, 'operations/start', { operationId });
  return operationId;
}

test('a child who gives no name is recorded in at most ten taps, without typing', async ({ page, city }) => {
  await signIn(page, 'rina.lapangan');
  const operationId = await runningOperation(page, city);
  const taps = await countTaps(page);
  await page.goto(`/operasi/${operationId}`);

  await page.getByRole('link', { name: 'Catat perjumpaan' }).tap();
  await page.getByText('Laki-laki', { exact: true }).tap();
  await page.getByText('10–12', { exact: true }).tap();
  await page.getByText('Mengamen', { exact: true }).tap();
  await page.getByText('Lapar', { exact: true }).tap();
  await page.getByRole('button', { name: 'Catat', exact: true }).tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Tercatat' })).toBeVisible();
  await page.getByRole('button', { name: 'Tetap di tempat' }).tap();
  await expect(page.getByText('Tercatat: Tetap di tempat')).toBeVisible();

  expect(taps.count()).toBeLessThanOrEqual(10);
  const stored = await city.admin.query(
    `select e.activity, e.condition, e.age_class, e.area_code, e.spot_outcome, p.named
       from app.encounters e join app.persons p using (city, person_id) where e.operation_id = $1`,
    [operationId],
  );
  expect(stored.rows).toEqual([
    {
      activity: 'BUSKING',
      condition: 'HUNGRY',
      age_class: 'UNDER_18',
      area_code: '13.71.09.1007',
      spot_outcome: 'STAYED',
      named: false,
    },
  ]);
});

test('with a name the likely matches are looked for first, and the operation closes once all are accounted for', async ({
  page,
  city,
}) => {
  await signIn(page, 'rina.lapangan');
  const operationId = await runningOperation(page, city);
  await page.goto(`/operasi/${operationId}/catat`);

  await page.getByLabel('Sebutan atau nama').fill('Rafli Saputra');
  await page.getByText('Laki-laki', { exact: true }).tap();
  await page.getByText('13–15', { exact: true }).tap();
  await page.getByText('Berjualan asongan', { exact: true }).tap();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Lanjut: pernah bertemu?' }).tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Pernah bertemu?' })).toBeVisible();
  await page.getByRole('button', { name: /anak baru/i }).tap();
  await expect(page.getByText('Rafli Saputra')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Ke operasi' }).tap();
  await expect(page.getByText('Belum dapat ditutup.')).toBeVisible();
  await page.getByRole('button', { name: 'Tutup operasi' }).tap();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('link', { name: /Kuranji/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Jangan dahulu' }).tap();
  await page.getByRole('button', { name: 'Tetap di tempat' }).tap();
  await expect(page.getByText('Belum dapat ditutup.')).toBeHidden();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Tutup operasi' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Tutup operasi' }).tap();
  await expect(page.getByText('Ditutup', { exact: true })).toBeVisible();
});

test('without a network nothing that was entered is lost, and it is sent afterwards', async ({
  page,
  city,
  context,
}) => {
  await signIn(page, 'rina.lapangan');
  const operationId = await runningOperation(page, city);
  await page.goto(`/operasi/${operationId}/catat`);
  await page.getByText('Perempuan', { exact: true }).tap();
  await page.getByText('6–9', { exact: true }).tap();
  await page.getByText('Meminta-minta', { exact: true }).tap();

  await context.setOffline(true);
  await expect(page.getByText('Tanpa jaringan.')).toBeVisible();
  await page.getByRole('button', { name: 'Catat', exact: true }).tap();
  await expect(page.getByRole('alert')).toContainText('Server tidak terjangkau');
  await expect(page.getByLabel('Perempuan')).toBeChecked();
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByLabel('Perempuan')).toBeChecked();
  await expect(page.getByLabel('Meminta-minta')).toBeChecked();
  await page.getByRole('button', { name: 'Catat', exact: true }).tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Tercatat' })).toBeVisible();

  const stored = await city.admin.query(
    'select count(*)::int as n from app.encounters where operation_id = $1',
    [operationId],
  );
  expect(stored.rows[0]?.n).toBe(1);
});

test('Back from "met before?" leads to the form with everything typed, Forward to the question, and without a network it can be asked again', async ({
  page,
  city,
  context,
}) => {
  await signIn(page, 'rina.lapangan');
  const operationId = await runningOperation(page, city);
  await page.goto(`/operasi/${operationId}/catat`);
  const name = page.getByLabel('Sebutan atau nama');
  const question = page.getByRole('heading', { level: 1, name: 'Pernah bertemu?' });
  await name.fill('Rafli Saputra');
  await page.getByText('Laki-laki', { exact: true }).tap();
  await page.getByText('13–15', { exact: true }).tap();
  await page.getByText('Berjualan asongan', { exact: true }).tap();
  await page.getByRole('button', { name: 'Lanjut: pernah bertemu?' }).tap();
  await expect(question).toBeVisible();

  await page.goBack();
  await expect(name).toHaveValue('Rafli Saputra');
  await expect(page.getByLabel('Berjualan asongan')).toBeChecked();
  await page.goForward();
  await expect(question).toBeVisible();
  await page.getByRole('button', { name: 'Kembali ke isian' }).tap();
  await expect(name).toHaveValue('Rafli Saputra');

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Lanjut: pernah bertemu?' }).tap();
  await expect(page.getByRole('alert')).toContainText('Server tidak terjangkau');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Coba lagi' }).tap();
  await expect(page.getByRole('button', { name: /anak baru/i })).toBeVisible();
  page.once('dialog', (leave) => leave.accept());
  await page.reload();
  await expect(page.getByLabel('Berjualan asongan')).toBeChecked();
  await expect(name).toHaveValue('Rafli Saputra');
  await expect(question).toBeHidden();
});

test('when only the answer was lost, a correction leads to what is on record, and no second child is made', async ({
  page,
  city,
}) => {
  await signIn(page, 'rina.lapangan');
  const operationId = await runningOperation(page, city);
  const newChild = page.getByRole('button', { name: /anak baru/i });
  const recorded = async () =>
    (
      await city.admin.query(
        `select encounter_id, person_id, (select count(*)::int from app.match_reviews r where r.person_id = e.person_id) as asked
           from app.encounters e where operation_id = $1`,
        [operationId],
      )
    ).rows;
  let cut = true;
  await page.route('**/api/encounters/record', async (route) => {
    if (!cut) return route.continue();
    cut = false;
    await route.fetch();
    await route.abort();
  });
  await page.goto(`/operasi/${operationId}/catat`);
  await page.getByLabel('Sebutan atau nama').fill('Rafli Saputra');
  await page.getByText('Laki-laki', { exact: true }).tap();
  await page.getByText('13–15', { exact: true }).tap();
  await page.getByText('Berjualan asongan', { exact: true }).tap();
  await page.getByRole('button', { name: 'Lanjut: pernah bertemu?' }).tap();
  await newChild.tap();
  await expect(page.getByRole('alert')).toContainText('Server tidak terjangkau');
  // The page is lost as well: what was typed is kept together with the ids it was sent under.
  page.once('dialog', (leave) => leave.accept());
  await page.reload();
  await expect(page.getByLabel('Sebutan atau nama')).toHaveValue('Rafli Saputra');
  await page.getByLabel('Sebutan atau nama').fill('Rafli Syaputra');
  await page.getByRole('button', { name: 'Lanjut: pernah bertemu?' }).tap();
  await newChild.tap();

  await expect(page.getByText(/^Sudah tercatat/)).toBeVisible();
  await expectAccessible(page);
  const [only, ...more] = await recorded();
  expect([only?.asked, more]).toEqual([0, []]);
  await page.getByRole('link', { name: 'Perbaiki identitas' }).tap();
  await expect(page).toHaveURL(new RegExp(`/anak/${only?.person_id}/identitas$`));
  await expect(page.getByLabel('Nama lengkap')).toHaveValue('Rafli Saputra');
  await page.goto(`/operasi/${operationId}/catat`);
  await expect(page.getByLabel('Sebutan atau nama')).toHaveValue('');
});

test('a name typed and not yet sent is there after a reload, lies sealed on the phone, and goes at sign-out', async ({
  page,
  city,
}) => {
  await signIn(page, 'rina.lapangan');
  const operationId = await runningOperation(page, city);
  const name = page.getByLabel('Sebutan atau nama');
  await page.goto(`/operasi/${operationId}/catat`);
  await name.fill('Rafli Saputra');
  await page.getByText('13–15', { exact: true }).tap();
  await expect(page.getByText(/^Draf tersimpan [\d.:]+$/)).toBeVisible();

  const kept = await page.evaluate(() => JSON.stringify(sessionStorage));
  page.once('dialog', (leave) => leave.accept());
  await page.reload();
  await expect(name).toHaveValue('Rafli Saputra');
  await expect(page.getByLabel('13–15')).toBeChecked();

  expect(kept).toContain('THIRTEEN');
  expect(kept).toContain('rangkul.sealed.');
  expect(kept).not.toContain('Rafli');
  const sealed = Object.entries<string>(JSON.parse(kept));
  await signIn(page, 'tika.penjangkau');
  await page.evaluate((items) => {
    for (const [key, value] of items) sessionStorage.setItem(key, value);
  }, sealed);
  await page.goto(`/operasi/${operationId}/catat`);
  await expect(name).toHaveValue('');
  await expect(page.getByLabel('13–15')).not.toBeChecked();
  // What rina typed waits for her.
  await signIn(page, 'rina.lapangan');
  await page.goto(`/operasi/${operationId}/catat`);
  await expect(name).toHaveValue('Rafli Saputra');
  await expect(page.getByLabel('13–15')).toBeChecked();
});

test('until the first field takes a key the phone has fetched at most 120 kB of script', async ({
  page,
  city,
}) => {
  await signIn(page, 'rina.lapangan');
  const operationId = await runningOperation(page, city);
  const sent = await scriptBytesUntilFirstKey(page, `/operasi/${operationId}/catat`);
  test.info().annotations.push({ type: 'field-bytes', description: `${sent.bytes} in ${sent.files} files` });
  expect(sent.files).toBeGreaterThan(1);
  expect(sent.bytes).toBeLessThanOrEqual(mostFieldBytes);
});
