// One page of every template, as the role it is for, at phone and desk: it opens, has its heading, fits, and axe finds nothing.
import { does, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from '#test/journeys/app.ts';
import { language } from '#test/journeys/desk.ts';

const templates = [
  ['rina.lapangan', '/'],
  ['sari.peksos', '/'],
  ['eko.kesra', '/papan'],
  ['rina.lapangan', '/operasi'],
  ['rina.lapangan', '/operasi/baru'],
  ['rina.lapangan', '/catat'],
  ['beni.mako', '/penjagaan'],
  ['sari.peksos', '/anak'],
  ['sari.peksos', '/anak/cari'],
  ['sari.peksos', '/kasus'],
  ['hadi.dinkes', '/rujukan/masuk'],
  ['dewi.penyelia', '/kemiripan'],
  ['eko.kesra', '/tugas'],
  ['eko.kesra', '/tugas/matriks'],
  ['eko.kesra', '/program'],
  ['eko.kesra', '/program/keselarasan'],
  ['dewi.penyelia', '/program/baru'],
  ['agus.admin', '/orang'],
  ['agus.admin', '/orang/undang'],
  ['agus.admin', '/pengaturan'],
  ['agus.admin', '/retensi'],
  ['putri.ppd', '/retensi'],
  ['putri.ppd', '/penghapusan'],
  ['dewi.penyelia', '/penghapusan'],
  ['uni.lkaam', '/'],
  ['joko.auditor', '/'],
] as const;

for (const width of [360, 1280])
  for (const [username, path] of templates)
    test(`${path} for ${username} at ${width} px`, async ({ page, city }) => {
      expect(city.url).toContain('http');
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.setViewportSize({ width, height: 800 });
      await signIn(page, username);
      await does(page, 'session/locale', { locale: language });
      await page.goto(path);

      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');

      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      expect(errors).toEqual([]);
    });

test('the sign-in page says whose it is, and one’s account which agency, by name', async ({ page, city }) => {
  expect(city.url).toContain('http');
  await page.goto('/masuk');
  await expect(page.getByText('Ruang kerja bersama Kota Padang')).toBeVisible();
  await expectAccessible(page);
  await signIn(page, 'rina.lapangan');
  await does(page, 'session/locale', { locale: 'id' });

  await page.goto('/akun');

  await expect(page.getByText('Satuan Polisi Pamong Praja', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('SATPOL_PP')).toHaveCount(0);
  await expectAccessible(page);
});

test('the pages before signing in say that the data are samples', async ({ page, city }) => {
  expect(city.url).toContain('http');
  for (const path of ['/masuk', '/kode']) {
    await page.goto(path);
    await expect(page.getByText('Data contoh.')).toBeVisible();
    await expectAccessible(page);
  }
});

test('who tried too often reads on the sign-in page how long to wait, in the language of the page', async ({
  page,
  city,
}) => {
  expect(city.url).toContain('http');
  await page.goto('/masuk');
  const attempt = async (said: RegExp) => {
    await page.getByLabel(/Nama pengguna|User name/).fill('tak.dikenal');
    await page.getByLabel(/Kata sandi|Password/).fill('salah sekali');
    await page.getByRole('button', { name: /^(Masuk|Sign in)$/ }).click();
    await expect(page.getByRole('alert')).toContainText(said);
  };
  for (let n = 0; n < 5; n++) await attempt(/tidak cocok/);
  await attempt(/Coba lagi \d+ menit lagi/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'English' }).click();
  await attempt(/Try again in \d+ min/);
});
