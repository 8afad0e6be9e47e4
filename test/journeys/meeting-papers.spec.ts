// The papers of a meeting: brought, refused where they must be, issued as letters, and taken out with a second person.
import { truncateSync, writeFileSync } from 'node:fs';
import { makeExport } from '#meetings/jobs/exports.ts';
import { prepareQueue } from '#platform/jobs/worker.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from '#test/journeys/app.ts';
import { heldScene, paperScene } from '#test/paper-scene.ts';
import { pdfBytes } from '#test/sent-file.ts';

const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 900 };

test('a paper that is too large, or not what it says, is refused at its field; nothing typed is lost', async ({
  page,
  city,
}, testInfo) => {
  const { meetingId } = await paperScene(city);
  await page.setViewportSize(phone);
  await signIn(page, 'eko.kesra');
  await page.goto(`/rapat/${meetingId}`);
  await page.getByText('Tambah bahan').click();
  await page.getByLabel('Judul').fill('Paparan Dinas Sosial');
  const file = page.getByLabel('Berkas');
  const send = page.getByRole('button', { name: 'Kirim bahan' });

  // A file with a hole in it: as large as it says, and made at once.
  const large = testInfo.outputPath('paparan.pdf');
  writeFileSync(large, '');
  truncateSync(large, 40 * 1024 * 1024);
  await file.setInputFiles(large);
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Berkas ini 40 MB; paling besar 20 MB');
  await expectAccessible(page);
  await file.setInputFiles({
    name: 'paparan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('bukan pdf'),
  });
  await send.click();
  await expect(page.getByRole('alert')).toContainText('berakhir .pdf, tetapi isinya bukan itu');
  await expect(page.getByLabel('Judul')).toHaveValue('Paparan Dinas Sosial');
  const bytes = pdfBytes(400_000);
  await file.setInputFiles({ name: 'paparan.pdf', mimeType: 'application/pdf', buffer: bytes });
  await send.click();

  const paper = page.getByRole('listitem').filter({ hasText: 'Paparan Dinas Sosial' });
  const waiting = page.waitForEvent('download');
  await paper.getByRole('link', { name: 'Unduh' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('Paparan-Dinas-Sosial.pdf');
  await expectNoSidewaysScroll(page);
});

for (const [name, size] of Object.entries({ phone, desktop }))
  test(`letters are drafted and issued, and names go out with a second person, on a ${name}`, async ({
    page,
    city,
  }) => {
    await prepareQueue(city.jobs);
    const { meetingId } = await paperScene(city, { invited: 60, named: 51 });
    await page.setViewportSize(size);
    await signIn(page, 'eko.kesra');
    await page.goto(`/rapat/${meetingId}`);
    await page.getByRole('link', { name: 'Buka surat dan dokumen' }).click();
    const card = page.getByRole('region', { name: 'Undangan', exact: true });
    await expect(card.getByRole('link', { name: 'Lihat rancangan' })).toBeVisible();
    await card.getByRole('button', { name: 'Terbitkan' }).click();
    await page.getByLabel('Jabatan penanda tangan').fill('Kepala Bagian Kesra');
    await page.getByRole('dialog').getByRole('button', { name: 'Terbitkan' }).click();
    await expect(card).toContainText(/005\/\d+\/KESRA\/20\d\d/);
    const waiting = page.waitForEvent('download');
    await card.getByRole('link', { name: 'Unduh' }).click();
    expect((await waiting).suggestedFilename()).toMatch(/^invitation-.*\.pdf$/);

    await page.getByRole('combobox', { name: 'Unduhan' }).selectOption('INVITATION_LIST');
    await page.getByLabel('Keperluan').fill(`Penyiapan tempat, ${name}`);
    await page.getByRole('button', { name: 'Siapkan unduhan' }).click();
    await expect(page.getByText('menunggu orang kedua', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Setujui' })).toHaveCount(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    await signIn(page, 'agus.admin');
    await page.goto('/unduhan');
    const asked = page.getByRole('listitem').filter({ hasText: `Penyiapan tempat, ${name}` });
    await asked.getByRole('button', { name: 'Setujui' }).click();
    await expect(asked.getByText('menunggu giliran')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const { rows } = await city.admin.query(`select export_id from app.exports where purpose = $1`, [
      `Penyiapan tempat, ${name}`,
    ]);
    const world = { keys: city.keys, now: () => new Date() };
    await makeExport({ jobs: city.jobs, city: '13.71', world }, rows[0].export_id);
    await expect(asked.getByRole('link', { name: 'Unduh' })).toBeVisible();
  });

test('who does an action brings its evidence; who is invited takes their own letter', async ({
  page,
  city,
}) => {
  const { meetingId } = await heldScene(city);
  const { rows } = await city.admin.query(
    `select action_id from app.actions join app.decisions using (city, decision_id) where meeting_id = $1 limit 1`,
    [meetingId],
  );
  await page.setViewportSize(phone);
  await signIn(page, 'sari.peksos');
  await page.goto(`/tindak-lanjut/${rows[0].action_id}`);
  await page.getByText('Tambah bukti').click();
  await page.getByLabel('Judul').fill('Foto kunjungan');
  await page
    .getByLabel('Berkas')
    .setInputFiles({ name: 'laporan.pdf', mimeType: 'application/pdf', buffer: pdfBytes(2000) });
  await page.getByRole('button', { name: 'Kirim bahan' }).click();
  await expect(page.getByRole('link', { name: 'Foto kunjungan' })).toBeVisible();
  await expectNoSidewaysScroll(page);

  await city.admin.query(`update app.meetings set letter_number = '005/9/KESRA/2026' where meeting_id = $1`, [
    meetingId,
  ]);
  await signIn(page, 'hadi.dinkes');
  await page.goto(`/rapat/${meetingId}`);
  await expect(page.getByRole('link', { name: 'Unduh undangan' })).toBeVisible();
});

test('whoever holds a letter sees on any phone whether it is genuine', async ({ page, city }) => {
  await page.setViewportSize(phone);
  await page.goto(`${city.url}/v/0000000000000000`);
  await expect(page.getByRole('heading', { name: 'Keaslian surat' })).toBeVisible();
  await expect(page.getByText('Tidak ada surat dengan kode ini.')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
