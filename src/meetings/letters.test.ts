import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { paperScene, signatory } from '#test/paper-scene.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterEach(() => app.setNow(null));
afterAll(() => app.close());

const issue = async (meetingId: string, letterId = uuidv7()) => {
  const eko = await app.as('eko.kesra');
  return eko.does('letters/issue', { letterId, meetingId, kind: 'INVITATION', signatory });
};
const pdfOf = async (who: Parameters<TestApp['as']>[0], path: string) => {
  const reply = await (await app.as(who)).get(path);
  return { status: reply.status, isPdf: reply.text.startsWith('%PDF-'), text: reply.text };
};

test('letters of an agency are numbered without a gap, each year anew', async () => {
  const { meetingId } = await paperScene(app);
  app.setNow(new Date('2027-12-30T05:00:00Z'));
  const first = await issue(meetingId);
  const eko = await app.as('eko.kesra');
  const empty = await paperScene(app, { invited: 0 });
  const refused = await eko.tries('letters/issue', {
    letterId: uuidv7(),
    meetingId: empty.meetingId,
    kind: 'INVITATION',
    signatory,
  });
  const second = await issue(meetingId);
  app.setNow(new Date('2027-12-31T18:00:00Z'));
  const third = await issue(meetingId);

  expect(refused).toMatchObject({ status: 409, body: { code: 'nobody-invited', field: 'kind' } });
  expect([first.number, second.number, third.number]).toEqual([
    '005/1/KESRA/2027',
    '005/2/KESRA/2027',
    '005/1/KESRA/2028',
  ]);
});

test('two letters issued at the same moment get two numbers', async () => {
  const { meetingId } = await paperScene(app);
  app.setNow(new Date('2030-02-01T05:00:00Z'));

  const numbers = (await Promise.all([1, 2, 3].map(() => issue(meetingId)))).map((it) => it.number).sort();

  expect(numbers).toEqual(['005/1/KESRA/2030', '005/2/KESRA/2030', '005/3/KESRA/2030']);
});

test('the invitation of one is the same file whenever it is made, and another’s is another', async () => {
  const { meetingId, invitationIds } = await paperScene(app);
  const path = (n: number) => `/api/meetings/${meetingId}/invitations/${invitationIds[n]}/letter`;
  const before = await pdfOf('eko.kesra', path(0));
  await issue(meetingId);

  const one = await pdfOf('eko.kesra', path(0));
  app.setNow(new Date('2026-12-20T05:00:00Z'));
  const again = await pdfOf('eko.kesra', path(0));
  const other = await pdfOf('eko.kesra', path(1));

  expect([before.status, one.status, other.status]).toEqual([409, 200, 200]);
  expect(one.isPdf).toBe(true);
  expect(again.text).toBe(one.text);
  expect(other.text).not.toBe(one.text);
  // Archival and tagged, as the standard's own marks in the file say.
  expect(one.text).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(one.text).toContain('/StructTreeRoot');
});

test('an issued letter does not follow what changes later', async () => {
  const { meetingId, invitationIds } = await paperScene(app);
  await issue(meetingId);
  const path = `/api/meetings/${meetingId}/invitations/${invitationIds[0]}/letter`;
  const before = await pdfOf('eko.kesra', path);
  const { rowCount } = await app.admin.query(
    `update app.meetings set place = 'Tempat lain' where meeting_id = $1`,
    [meetingId],
  );

  expect(rowCount).toBe(1);
  expect((await pdfOf('eko.kesra', path)).text).toBe(before.text);
});

test('an agency reads its own invitation, and nobody else’s; drafts are the host’s', async () => {
  const { meetingId, invitationIds } = await paperScene(app);
  await issue(meetingId);
  const letter = (n: number) => `/api/meetings/${meetingId}/invitations/${invitationIds[n]}/letter`;
  const draft = `/api/meetings/${meetingId}/documents/INVITATION`;

  expect((await pdfOf('hadi.dinkes', letter(0))).isPdf).toBe(true);
  expect((await pdfOf('hadi.dinkes', letter(1))).status).toBe(404);
  expect((await pdfOf('nita.disdik', letter(0))).status).toBe(404);
  expect((await pdfOf('hadi.dinkes', draft)).status).toBe(404);
  expect((await pdfOf('eko.kesra', draft)).isPdf).toBe(true);
  const hadi = await app.as('hadi.dinkes');
  const tried = await hadi.tries('letters/issue', {
    letterId: uuidv7(),
    meetingId,
    kind: 'INVITATION',
    signatory,
  });
  expect(tried.status).toBe(403);
});

test('who holds the paper learns that it is genuine, of which body and day, and nothing else', async () => {
  const { meetingId } = await paperScene(app);
  app.setNow(new Date('2026-11-25T05:00:00Z'));
  const { letterId } = await issue(meetingId);
  const { rows } = await app.admin.query('select code from app.letters where letter_id = $1', [letterId]);
  const code: string = rows[0].code;

  const found = await app.nobody.get(`/v/${code}`);
  const typed = await app.nobody.get(`/v/${code.toLowerCase().slice(0, 8)}%20${code.toLowerCase().slice(8)}`);
  const wrong = await app.nobody.get('/v/0000000000000000');

  expect(found.status).toBe(200);
  expect(found.text).toContain('asli');
  expect(found.text).toContain('Bagian Kesejahteraan Rakyat');
  expect(found.text).toContain('Rabu, 25 November 2026');
  expect(found.text).not.toMatch(/005|Pejabat|Balai Kota|Rapat koordinasi|Nama Contoh/);
  expect(typed.text).toBe(found.text);
  expect(wrong.status).toBe(404);
  expect(wrong.text).toContain('Tidak ada surat dengan kode ini');
});

test('the id of a letter is used once', async () => {
  const { meetingId } = await paperScene(app);
  const { letterId } = await issue(meetingId);
  const eko = await app.as('eko.kesra');

  const again = await eko.tries('letters/issue', { letterId, meetingId, kind: 'INVITATION', signatory });

  expect(again).toMatchObject({ status: 409, body: { code: 'command-id-reused', field: 'letterId' } });
});
