import { createHash } from 'node:crypto';
import excel from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/uuid.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');
const password = 'hujan turun di Siteba 7';

async function invited(username: string) {
  const agus = await app.as('agus.admin');
  const staffId = uuidv7();
  await agus.does('people/invite', {
    staffId,
    username,
    name: 'Orang Baru',
    agencyCode: 'DINSOS_KOTA',
    role: 'social_worker',
  });
  return { agus, staffId, username };
}

const useCode = (username: string, code: string, typed = password) =>
  app.nobody.post('/api/session/code', { username, code, password: typed });

test('a one-time code opens an account once, and never again', async () => {
  const { agus, staffId, username } = await invited('orang.satu');
  await agus.does('people/code', { staffId, codeHash: hashOf('ABCDEFGHJKLM') });

  const wrong = await useCode(username, 'ABCD-EFGH-JKLN');
  const opened = await useCode(username, 'abcd-efgh-jklm');
  const again = await useCode(username, 'ABCD-EFGH-JKLM');
  const signedIn = await app.nobody.post('/api/session', { username, password });

  expect([wrong.status, wrong.body.code]).toEqual([401, 'code-refused']);
  expect(opened.body.staff).toMatchObject({ role: 'social_worker', name: 'Orang Baru' });
  expect(again.status).toBe(401);
  expect(signedIn.status).toBe(200);
});

test('an easy password is refused and the code stays good', async () => {
  const { agus, staffId, username } = await invited('orang.dua');
  await agus.does('people/code', { staffId, codeHash: hashOf('BBCDEFGHJKLM') });

  const easy = await useCode(username, 'BBCDEFGHJKLM', 'password1234567');
  const good = await useCode(username, 'BBCDEFGHJKLM');

  expect(easy.body).toMatchObject({ code: 'password-too-common', field: 'password' });
  expect(good.status).toBe(200);
});

test('no log holds the code or its hash', async () => {
  const { agus, staffId } = await invited('orang.tiga');
  await agus.does('people/code', { staffId, codeHash: hashOf('CCCDEFGHJKLM') });

  const found = await app.admin.query(
    `select 1 from app.command_log where outcome::text like '%' || $1 || '%'`,
    [hashOf('CCCDEFGHJKLM')],
  );
  const audit = await app.admin.query(
    `select 1 from app.audit_rows where detail::text like '%' || $1 || '%'`,
    [hashOf('CCCDEFGHJKLM')],
  );

  expect(found.rowCount).toBe(0);
  expect(audit.rowCount).toBe(0);
});

test('moving desk ends the session at once', async () => {
  const budi = await app.as('budi.peksos');
  const agus = await app.as('agus.admin');
  const { body } = await budi.get('/api/session');
  expect((await budi.get('/api/persons')).status).toBe(200);

  await agus.does('people/move', { staffId: body.staff.staffId, agencyCode: 'DINKES', role: 'partner_desk' });

  expect((await budi.get('/api/persons')).status).toBe(401);
});

test('whoever has open cases leaves only when a colleague takes them over', async () => {
  const { agus, staffId } = await invited('orang.empat');
  const { staffId: colleague, username } = await invited('orang.lima');
  await agus.does('people/code', { staffId: colleague, codeHash: hashOf('DDCDEFGHJKLM') });
  await useCode(username, 'DDCDEFGHJKLM');
  const personId = uuidv7();
  await app.admin.query(`insert into app.persons (city, person_id) values ('13.71', $1)`, [personId]);
  await app.admin.query(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
     values ('13.71', $1, 'K-2026-9001', $2, 'DINSOS_KOTA', $3, now(), 'REPORT', 'LOW')`,
    [uuidv7(), personId, staffId],
  );

  const refused = await agus.tries('people/state', { staffId, state: 'ended', reason: 'pindah tugas' });
  await agus.does('people/state', { staffId, state: 'ended', reason: 'pindah tugas', handOnTo: colleague });
  const owner = await app.admin.query<{ worker_id: string }>(
    `select worker_id from app.cases where case_number = 'K-2026-9001'`,
  );
  const reach = await app.admin.query(`select 1 from app.reach where person_id = $1 and staff_id = $2`, [
    personId,
    staffId,
  ]);

  expect(refused.body).toMatchObject({ code: 'work-not-handed-on', field: 'handOnTo' });
  expect(owner.rows[0]?.worker_id).toBe(colleague);
  expect(reach.rowCount).toBe(0);
});

test('the administrator sees no child; nobody else administers', async () => {
  const agus = await app.as('agus.admin');
  const eko = await app.as('eko.kesra');

  expect((await agus.get('/api/persons')).status).toBe(403);
  expect((await agus.get('/api/people')).status).toBe(200);
  expect((await eko.get('/api/people')).status).toBe(403);
  expect(
    (
      await eko.tries('people/invite', {
        staffId: uuidv7(),
        username: 'curang',
        name: 'C',
        agencyCode: 'KESRA',
        role: 'coordinator',
      })
    ).status,
  ).toBe(403);
});

test('a spreadsheet of desks is read line by line; bad lines say why and good ones stay good', async () => {
  const agus = await app.as('agus.admin');
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('meja');
  sheet.addRow(['username', 'name', 'agency', 'role', 'area']);
  for (let n = 1; n <= 9; n++)
    sheet.addRow([
      `kel.kuranji.${n}`,
      `Kasi PM ${n}`,
      `KEL_13.71.09.100${n}`,
      'area_desk',
      `13.71.09.100${n}`,
    ]);
  sheet.addRow(['KEL.SALAH', 'Tanpa wilayah', 'KEL_13.71.09.1001', 'area_desk', '']);
  sheet.addRow(['peran.salah', 'Peran salah', 'KEL_13.71.09.1001', 'social_worker', '']);
  const file = Buffer.from(await book.xlsx.writeBuffer()).toString('base64');

  const { body } = await agus.post('/api/people/read-sheet', { file });
  const good = body.lines.filter((line: { problems: string[] }) => line.problems.length === 0);
  const invitedAll = await agus.does('people/invite-many', {
    people: good.map(
      (line: { username: string; name: string; agencyCode: string; role: string; areaCode: string }) => ({
        staffId: uuidv7(),
        username: line.username,
        name: line.name,
        agencyCode: line.agencyCode,
        role: line.role,
        areaCode: line.areaCode,
      }),
    ),
  });

  expect(body.lines).toHaveLength(11);
  expect(body.lines[9].problems).toEqual(['area-missing']);
  expect(body.lines[10].problems).toEqual(['role-not-at-agency']);
  expect(invitedAll.invited).toBe(9);
});

test('a file that is no sheet and a bomb are refused in a sentence', async () => {
  const agus = await app.as('agus.admin');
  const noSheet = await agus.post('/api/people/read-sheet', {
    file: Buffer.from('PK but no zip').toString('base64'),
  });
  const header = Buffer.alloc(46);
  header.write('PK\x01\x02', 0, 'latin1');
  header.writeUInt32LE(3_000_000_000, 24);
  const bomb = await agus.post('/api/people/read-sheet', {
    file: Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), header]).toString('base64'),
  });

  expect(noSheet.body.code).toBe('sheet-unreadable');
  expect(bomb.body.code).toBe('sheet-too-large');
});
