// The rendered examples in docs/letters are what the code makes. Write them anew:
// `LETTERS=write sh bin/on24 vitest run src/meetings/examples.test.ts`, then the pictures: docs/letters/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Frozen, setPaper, withCode } from '#meetings/queries/documents/paper.ts';
import { documentKinds } from '#meetings/rules/documents.ts';
import { codePicture } from '#platform/typeset/sheet.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { type Held, heldScene, signatory } from '#test/paper-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const folder = join(import.meta.dirname, '../../docs/letters');
const address = 'https://rangkul.kota.example';
const held: Held = {
  decisions: [
    {
      issue: 'Rujukan ke Dinas Kesehatan dijawab lewat tenggat',
      decision: 'Setiap rujukan dijawab dalam tiga hari kerja',
      what: 'Menunjuk petugas meja rujukan di tiap puskesmas',
    },
    {
      issue: 'Kelurahan belum tahu tugasnya setelah anak pulang',
      decision: 'Kunjungan lanjut dilakukan kelurahan bersama pekerja sosial',
      what: 'Menyusun jadwal kunjungan lanjut per kelurahan',
    },
    {
      issue: 'Anak putus sekolah di Kuranji bertambah',
      decision: 'Jalur pendidikan kesetaraan dibuka di PKBM terdekat',
      what: 'Mendaftar anak yang putus sekolah ke PKBM',
    },
  ],
  came: [
    { name: 'Nama Contoh Satu', office: 'Kepala Bidang Kesehatan Masyarakat', body: 'Dinas Kesehatan' },
    { name: 'Nama Contoh Dua', office: 'Kepala Seksi Kesos', body: 'Kecamatan Kuranji' },
    { name: 'Nama Contoh Tiga', office: 'Kepala Seksi PM', body: 'Kelurahan Kuranji' },
  ],
  problems:
    'Rujukan tertunda karena meja rujukan kosong pada hari pasar.\nKelurahan meminta daftar tugas tertulis.',
};

test('the rendered examples are what the code makes', async () => {
  const { meetingId } = await heldScene(app, held);
  const eko = await app.as('eko.kesra');
  const different: string[] = [];
  for (const kind of documentKinds) {
    app.setNow(new Date(kind === 'INVITATION' ? '2026-11-20T02:00:00Z' : '2026-12-04T02:00:00Z'));
    const letterId = uuidv7();
    await eko.does('letters/issue', { letterId, meetingId, kind, signatory });
    const { rows } = await app.admin.query('select contents from app.letters where letter_id = $1', [
      letterId,
    ]);
    const contents: Frozen = rows[0].contents;
    const world = { keys: app.keys, now: () => new Date(), publicUrl: address };
    const to = [
      {
        office: 'Kepala Seksi Pemberdayaan Masyarakat Kelurahan Kuranji',
        name: '',
        reply: { qr: codePicture(`${address}/u/contoh`), words: `${address}/u/contoh` },
      },
    ];
    const bytes = await setPaper(
      withCode(contents, 'C0NT0H0000000000', world),
      kind === 'INVITATION' ? to : undefined,
    );
    const file = join(folder, `${kind.toLowerCase().replace('_', '-')}.pdf`);
    if (process.env.LETTERS === 'write') writeFileSync(file, bytes);
    if (!readFileSync(file).equals(bytes)) different.push(file);
  }

  expect(different).toEqual([]);
});
