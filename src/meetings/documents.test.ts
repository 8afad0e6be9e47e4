import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { heldScene, paperScene, signatory } from '#test/paper-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const kinds = ['INVITATION', 'ATTENDANCE', 'MINUTES', 'RESOLUTIONS', 'FOLLOW_UP', 'MEMO'] as const;
const contentsOf = async (letterId: string) =>
  JSON.stringify(
    (await app.admin.query('select contents from app.letters where letter_id = $1', [letterId])).rows[0]
      .contents,
  );

test('every paper of a meeting can be looked at as a draft, issued, and opened as issued', async () => {
  const { meetingId } = await heldScene(app);
  const eko = await app.as('eko.kesra');
  const path = `/api/meetings/${meetingId}/documents`;
  const before = await eko.get(path);
  const opened: unknown[] = [];
  for (const kind of kinds) {
    const draft = await eko.get(`${path}/${kind}`);
    const { letterId } = await eko.does('letters/issue', { letterId: uuidv7(), meetingId, kind, signatory });
    const issued = await eko.get(`${path}/${kind}?letterId=${letterId}`);
    const again = await eko.get(`${path}/${kind}?letterId=${letterId}`);
    opened.push([
      kind,
      draft.text.startsWith('%PDF-'),
      issued.text.startsWith('%PDF-'),
      again.text === issued.text,
    ]);
    expect(issued.text).not.toBe(draft.text);
  }

  expect(before.body.items.map((it: { kind: string; missing: unknown }) => [it.kind, it.missing])).toEqual(
    kinds.map((kind) => [kind, null]),
  );
  expect(opened).toEqual(kinds.map((kind) => [kind, true, true, true]));
  const after = await eko.get(path);
  expect(after.body.items.map((it: { letters: unknown[] }) => it.letters.length)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(after.body.signatory).toEqual(signatory);
});

test('a paper says what was decided, by whom and until when, and what was carried over only in the matrix', async () => {
  const { meetingId } = await heldScene(app);
  const eko = await app.as('eko.kesra');
  const said: Record<string, string> = {};
  for (const kind of kinds) {
    const letterId = uuidv7();
    await eko.does('letters/issue', { letterId, meetingId, kind, signatory, words: 'Mohon arahan khusus.' });
    said[kind] = await contentsOf(letterId);
  }

  for (const kind of ['MINUTES', 'RESOLUTIONS', 'FOLLOW_UP', 'MEMO'])
    expect(said[kind]).toContain('#set text(red) *tebal* $x$');
  expect(said.MINUTES).toContain('Rujukan tertunda.');
  expect(said.MINUTES).toContain('31 Januari 2027');
  expect(said.MEMO).toContain('Mohon arahan khusus.');
  expect(said.MEMO).toContain('dihadiri 1 orang dari 3 undangan');
  expect(said.ATTENDANCE).toContain('Nama Hadir');
  expect(said.FOLLOW_UP).toContain('dari rapat 3 Desember 2026');
  expect(said.FOLLOW_UP).toContain('Petugas kurang');
  expect(said.RESOLUTIONS).not.toContain('Keputusan terdahulu');
});

test('what is missing for a paper is said beside it, and to who asks for it all the same', async () => {
  const { meetingId } = await paperScene(app, { invited: 0 });
  const eko = await app.as('eko.kesra');
  const listed = await eko.get(`/api/meetings/${meetingId}/documents`);
  const missing = Object.fromEntries(
    listed.body.items.map((it: { kind: string; missing: string }) => [it.kind, it.missing]),
  );

  expect(missing).toEqual({
    INVITATION: 'nobody-invited',
    ATTENDANCE: 'nobody-invited',
    MINUTES: 'no-minutes',
    RESOLUTIONS: 'nothing-adopted',
    FOLLOW_UP: 'nothing-adopted',
    MEMO: 'nothing-adopted',
  });
  for (const [kind, code] of Object.entries(missing)) {
    const tried = await eko.tries('letters/issue', { letterId: uuidv7(), meetingId, kind, signatory });
    expect(tried).toMatchObject({ status: 409, body: { code, field: 'kind' } });
  }
});

test('the matrix as a workbook holds every action as text, so that nothing typed runs as a formula', async () => {
  const { meetingId } = await heldScene(app);
  const reply = await app.server.inject({
    method: 'GET',
    url: `/api/meetings/${meetingId}/documents/FOLLOW_UP?format=xlsx`,
    headers: { cookie: await app.cookie('eko.kesra') },
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(reply.rawPayload as unknown as ArrayBuffer);
  const sheet = book.getWorksheet('RTL');
  const cell = sheet?.getCell('C4');

  expect(sheet?.rowCount).toBe(6);
  expect(cell?.type).toBe(ExcelJS.ValueType.String);
  expect(cell?.value).toContain('=HYPERLINK("x")');
  expect(sheet?.getCell('N6').value).toBe('dari rapat 3 Desember 2026');
  expect(sheet?.getCell('A2').value).toBe('DATA CONTOH - bukan surat resmi');
});

test('who is invited reads minutes, resolutions and matrix once they are issued, and no list of names', async () => {
  const { meetingId } = await heldScene(app);
  const eko = await app.as('eko.kesra');
  const hadi = await app.as('hadi.dinkes');
  const path = `/api/meetings/${meetingId}/documents`;
  const letters: Record<string, string> = {};
  for (const kind of kinds) {
    letters[kind] = uuidv7();
    await eko.does('letters/issue', { letterId: letters[kind], meetingId, kind, signatory });
  }

  const opened = await Promise.all(
    kinds.map(async (kind) => (await hadi.get(`${path}/${kind}?letterId=${letters[kind]}`)).status),
  );
  const drafts = await Promise.all(kinds.map(async (kind) => (await hadi.get(`${path}/${kind}`)).status));

  expect(opened).toEqual([404, 404, 200, 200, 200, 404]);
  expect(drafts).toEqual([404, 404, 404, 404, 404, 404]);
  expect((await hadi.get(path)).body.items.map((it: { kind: string }) => it.kind)).toEqual([
    'MINUTES',
    'RESOLUTIONS',
    'FOLLOW_UP',
  ]);
  expect((await (await app.as('nita.disdik')).get(path)).status).toBe(404);
});
