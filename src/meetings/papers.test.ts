import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { paperScene } from '#test/paper-scene.ts';
import { pdfBytes, sendParts } from '#test/sent-file.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('a paper of several parts comes out as it went in, for everybody who is invited and nobody else', async () => {
  const { meetingId } = await paperScene(app);
  const eko = await app.as('eko.kesra');
  const bytes = pdfBytes(300_000);
  const sent = await sendParts(eko, bytes);
  await eko.does('papers/keep', { ...sent, meetingId });

  const path = `/api/meetings/${meetingId}/papers`;
  const listed = await (await app.as('hadi.dinkes')).get(path);
  const reply = await app.server.inject({
    method: 'GET',
    url: `${path}/${sent.fileId}`,
    headers: { cookie: await app.cookie('hadi.dinkes') },
  });

  expect(listed.body.items).toMatchObject([{ fileId: sent.fileId, byteCount: 300_000, agencyCode: 'KESRA' }]);
  expect(reply.rawPayload.equals(bytes)).toBe(true);
  expect(reply.headers['content-type']).toBe('application/pdf');
  expect(reply.headers['content-disposition']).toBe('attachment; filename="Paparan-narasumber.pdf"');
  expect(reply.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  expect((await (await app.as('nita.disdik')).get(`${path}/${sent.fileId}`)).status).toBe(404);
  expect((await (await app.as('nita.disdik')).get(path)).status).toBe(404);
});

test('what a file holds lies sealed in the database', async () => {
  const { meetingId } = await paperScene(app);
  const eko = await app.as('eko.kesra');
  const word = Buffer.from('kata yang dicari');
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), word, Buffer.from('\n%%EOF\n')]);
  const sent = await sendParts(eko, bytes);
  const lies = async (table: string) =>
    (await app.admin.query(`select sealed from app.${table} where file_id = $1`, [sent.fileId])).rows;
  const onTheWay = await lies('upload_parts');
  await eko.does('papers/keep', { ...sent, meetingId });
  const kept = await lies('file_chunks');

  expect(bytes.includes(word)).toBe(true);
  expect([onTheWay.length, kept.length]).toEqual([1, 1]);
  for (const { sealed } of [...onTheWay, ...kept]) expect(sealed.includes(word)).toBe(false);
  expect(await lies('upload_parts')).toEqual([]);
});

test('a file that is too large, unfinished, or not what it says is refused at its field, and sent again it is taken', async () => {
  const { meetingId } = await paperScene(app);
  const eko = await app.as('eko.kesra');
  const keep = (input: object) => eko.tries('papers/keep', { ...input, meetingId });
  const whole = pdfBytes(200_000);
  const half = await sendParts(eko, whole, { without: 0 });
  const book = await new ExcelJS.Workbook().xlsx.writeBuffer();
  const sheet = await sendParts(eko, Buffer.from(book));

  const large = await keep({ ...half, byteCount: 40 * 1024 * 1024 });
  const unfinished = await keep(half);
  const lying = await keep(sheet);
  const unknown = await keep({ ...sheet, fileName: 'paparan.exe' });
  const empty = await keep({ ...sheet, fileId: uuidv7(), byteCount: 0 });

  expect(large).toMatchObject({
    status: 413,
    body: { code: 'file-too-large', field: 'file', details: { megabytes: 40 } },
  });
  expect(large.body.message).toContain('40 MB');
  expect(unfinished).toMatchObject({ status: 422, body: { code: 'file-incomplete', field: 'file' } });
  expect(lying).toMatchObject({
    status: 422,
    body: { code: 'file-not-what-it-says', field: 'file', details: { says: 'pdf', holds: 'xlsx' } },
  });
  expect(unknown.body).toMatchObject({ code: 'file-not-taken', field: 'file' });
  expect(empty.body).toMatchObject({ code: 'file-empty', field: 'file' });
  const again = await sendParts(eko, whole, { fileId: half.fileId });
  expect((await keep(again)).status).toBe(200);
  expect((await keep({ ...sheet, fileName: 'rtl.xlsx' })).status).toBe(200);
});

test('a speaker’s paper stands beside the speaker', async () => {
  const { meetingId } = await paperScene(app);
  const eko = await app.as('eko.kesra');
  const path = `/api/meetings/${meetingId}/papers`;
  const [speaker] = (await eko.get(path)).body.speakers;
  const sent = await sendParts(eko, pdfBytes(1000));

  await eko.does('papers/keep', { ...sent, meetingId, speakerId: speaker.speakerId });

  expect((await eko.get(path)).body.items).toMatchObject([
    { fileId: sent.fileId, speaker: 'Kepala Dinas Sosial', speakerId: speaker.speakerId },
  ]);
});

test('who reviews a meeting reads its papers and adds none; parts of another are not taken for one’s own', async () => {
  const { meetingId } = await paperScene(app);
  const eko = await app.as('eko.kesra');
  const joko = await app.as('joko.auditor');
  const sent = await sendParts(eko, pdfBytes(1000));

  const own = await sendParts(joko, pdfBytes(1000));
  expect((await joko.tries('papers/keep', { ...own, meetingId })).status).toBe(403);
  const hadi = await app.as('hadi.dinkes');
  expect((await hadi.tries('papers/keep', { ...sent, meetingId })).body.code).toBe('file-incomplete');
  expect((await eko.tries('papers/keep', { ...sent, meetingId })).status).toBe(200);
  expect((await joko.get(`/api/meetings/${meetingId}/papers`)).body.items).toHaveLength(1);
});
