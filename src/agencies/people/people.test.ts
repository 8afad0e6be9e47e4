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

const readSheet = async (text: string | Buffer) =>
  (await app.as('agus.admin')).post('/api/people/read-sheet', { file: Buffer.from(text).toString('base64') });
type SheetLine = { line: number; name: string; problems: string[] };
const linesOf = (lines: SheetLine[]) => lines.map((it) => [it.line, it.name, it.problems]);

test('each line is told by its number in the file, also after empty ones, in CSV and in XLSX', async () => {
  const csv = [
    '',
    'username,name,agency,role,area',
    'baru.satu,"Satu,',
    'Contoh",KESRA,coordinator,',
    '',
    ',,,,',
    'baru.dua,Dua,X,coordinator,',
    '',
  ];
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('meja');
  sheet.addRow(['username', 'name', 'agency', 'role', 'area']);
  sheet.addRow([]);
  sheet.addRow(['baru.satu', 'Satu', 'KESRA', 'coordinator', '']);
  sheet.addRow([' ']);
  sheet.addRow(['baru.dua', 'Dua', 'X', 'coordinator', '']);

  const ofCsv = (await readSheet(csv.join('\r\n'))).body.lines;
  const ofBook = (await readSheet(Buffer.from(await book.xlsx.writeBuffer()))).body.lines;

  expect(linesOf(ofCsv)).toEqual([
    [3, 'Satu, Contoh', []],
    [7, 'Dua', ['agency-unknown']],
  ]);
  expect(linesOf(ofBook)).toEqual([
    [3, 'Satu', []],
    [5, 'Dua', ['agency-unknown']],
  ]);
});

test('a sheet with semicolons, as Excel in Indonesia saves it, reads like one with commas', async () => {
  const comma = 'username,name,agency,role,area\nbaru.tiga,"Tiga, S.Sos; M.Si",KESRA,coordinator,\n';
  const semicolon =
    '\uFEFFusername;name;agency;role;area\r\nbaru.tiga;"Tiga, S.Sos; M.Si";KESRA;coordinator;\r\n';
  const bare = 'baru.tiga;Ti\u200bga, S.Sos;KESRA;coordinator;\r\n';
  const turned = 'baru.tiga;Ti\u202ega, S.Sos;KESRA;coordinator;\r\n';

  for (const text of [comma, semicolon])
    expect(linesOf((await readSheet(text)).body.lines)).toEqual([[2, 'Tiga, S.Sos; M.Si', []]]);
  expect(linesOf((await readSheet(bare)).body.lines)).toEqual([[1, 'Tiga, S.Sos', []]]);
  expect((await readSheet(turned)).body.lines[0].problems).toEqual(['text-not-visible']);
});

test('a quote that is never closed is told with its line; more people than are taken at once are not cut off', async () => {
  const line = (n: number) => `orang.ke.${n},Orang,KESRA,coordinator,\n`;
  const many = (n: number) => `username,name\n${Array.from({ length: n }, (_, it) => line(it)).join('')}`;
  const open = await readSheet('username,name\n\nbaru.empat,"Empat,KESRA,coordinator,\n');
  const within = await readSheet('username,name\nbaru.empat,Em"pat,KESRA,coordinator,\n');
  const tooMany = await readSheet(many(301));

  expect(open).toMatchObject({ status: 422, body: { code: 'sheet-quote-broken', field: 'file' } });
  expect(open.body.message).toContain('Baris 3:');
  expect(within.body.message).toContain('Baris 2:');
  expect(tooMany).toMatchObject({ status: 422, body: { code: 'sheet-too-long', field: 'file' } });
  expect((await readSheet(many(300))).body.lines).toHaveLength(300);
});

test('an area is said to be wrong in the sheet itself, and an invitation says the same', async () => {
  const agus = await app.as('agus.admin');
  const desk = (role: string, area: string) => {
    const agency = role === 'area_desk' ? 'KEC_13.71.09' : 'DINSOS_KOTA';
    return [`baru.${uuidv7().slice(-8)}`, 'Orang Baru', agency, role, area];
  };
  const desks = [
    desk('social_worker', '13.71.09'),
    desk('social_worker', ''),
    desk('area_desk', '13.72.01'),
    desk('area_desk', ''),
    desk('area_desk', '13.71.09'),
  ];
  const invited = async ([username, name, agencyCode, role, areaCode]: string[]) =>
    (
      await agus.tries('people/invite', {
        staffId: uuidv7(),
        ...{ username, name, agencyCode, role, areaCode: areaCode || null },
      })
    ).body;

  const { body } = await readSheet(desks.map((it) => `${it.join(',')}\n`).join(''));
  const answers = [];
  for (const it of desks) answers.push(await invited(it));

  const faults = ['area-not-for-role', undefined, 'area-of-another-city', 'area-missing', undefined];
  expect(body.lines.map((it: SheetLine) => it.problems)).toEqual(faults.map((it) => (it ? [it] : [])));
  expect(answers.map((it) => [it.code, it.field])).toEqual(
    faults.map((it) => [it, it ? 'areaCode' : undefined]),
  );
});
