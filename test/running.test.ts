// A real city from its first minute: opened, worked in, backed up, destroyed, restored, emptied of what was erased.
import { spawnSync } from 'node:child_process';
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findRunning } from '#platform/database/embedded/start.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { retentionRules } from '#retention/rules.ts';
import { type CityPlace, type CityServer, cityPlace, password, signIn } from '#test/city-server.ts';
import { metChild } from '#test/met-child.ts';

let place: CityPlace;
let server: CityServer;
beforeAll(async () => {
  place = await cityPlace();
  const made = await place.rangkul('keys', 'make');
  if (made.code !== 0) throw new Error(made.output);
  server = await place.serve();
}, 120_000);
afterAll(async () => {
  await server.stop();
  await place.remove();
});

async function ask(text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const connection = await findRunning(place.data);
  if (!connection) throw new Error('the city does not run');
  const client = new pg.Client({ ...connection, user: connection.superuser });
  await client.connect();
  return client.query(text, values).finally(() => client.end());
}

async function meetChild(username: string, name: string): Promise<string> {
  const personId = uuidv7();
  const worker = await signIn(server, username);
  await worker.does('encounters/record', { ...metChild(), personId });
  await worker.does('persons/identify', {
    personId,
    identity: { names: [name], aliases: [], kin: [], marks: [] },
  });
  return personId;
}

async function nameOf(personId: string): Promise<string | undefined> {
  const worker = await signIn(server, 'sari.peksos');
  return (await worker.get(`/api/persons/${personId}`)).body.person?.name;
}

async function restart(change: () => Promise<void>): Promise<void> {
  await server.stop();
  await change();
  server = await place.serve();
}

const post = (path: string, body: unknown) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('the first administrator is made with the code from the log, and only one', async () => {
  const code = /give the code (\S+)/.exec(server.program.output())?.[1] ?? '';
  const administrator = {
    code,
    username: 'ida.admin',
    name: 'Ida Contoh',
    agencyCode: 'DISKOMINFO',
    password: 'hujan turun di Muaro',
  };
  const desks = (await (await fetch(`${server.url}/api/session/first-run`)).json()) as { desks: unknown[] };

  const wrong = await post('/api/session/first-run', { ...administrator, code: 'AAAA-BBBB-CCCC' });
  const short = await post('/api/session/first-run', { ...administrator, password: 'pendek' });
  const common = await post('/api/session/first-run', { ...administrator, password: 'Password12345!' });
  const elsewhere = await post('/api/session/first-run', { ...administrator, agencyCode: 'DINKES' });
  const right = await post('/api/session/first-run', administrator);
  const again = await post('/api/session/first-run', { ...administrator, username: 'ida.lain' });

  expect([wrong, short, common, elsewhere, right, again].map((it) => it.status)).toEqual([
    401, 400, 422, 422, 200, 404,
  ]);
  // Nobody could give a new code yet: the server's log has it.
  const said = (await wrong.json()) as { code: string; message: string };
  expect(said.code).toBe('first-run-code-refused');
  expect(said.message).toContain('log server');
  expect(desks.desks).toContainEqual(expect.objectContaining({ agencyCode: 'DISKOMINFO' }));
  const session = await post('/api/session', { username: 'ida.admin', password: administrator.password });
  expect(await session.json()).toMatchObject({ staff: { role: 'administrator' } });
});

test('health says that it is ready, and neither the log nor the answer holds a secret', async () => {
  const health = await fetch(`${server.url}/health`);

  expect(health.status).toBe(200);
  expect(Object.keys((await health.json()) as object)).toEqual(['alive', 'ready', 'database', 'version']);
  const log = await readFile(join(place.data, 'log', 'rangkul.log'), 'utf8');
  expect(log).toContain('Server listening');
  expect(log).not.toContain(password);
});

test('a city whose data folder is destroyed is restored, its worker signs in and finds the child', async () => {
  await place.staff();
  const personId = await meetChild('sari.peksos', 'Rafli Contoh');
  const before = await signIn(server, 'sari.peksos');
  const backups = join(place.folder, 'backups');

  const made = await place.rangkul('backup', backups);
  const occupied = await place.rangkul('restore', backups);
  let restored = { code: 1, output: '' };
  await restart(async () => {
    await rm(place.data, { recursive: true });
    restored = await place.rangkul('restore', backups);
  });

  const [file = ''] = await readdir(backups);
  expect(made.output).toContain('was started again and is the same');
  expect(occupied).toMatchObject({ code: 1, output: expect.stringContaining('in use by another Rangkul') });
  expect((await readFile(join(backups, file))).includes('Rafli')).toBe(false);
  expect(restored.output).toContain('0 identities erased again');
  expect((await before.get(`/api/persons/${personId}`)).status).toBe(401);
  expect(await nameOf(personId)).toBe('Rafli Contoh');
  expect((await place.rangkul('audit', 'verify')).output).toContain(': whole.');
  expect((await place.rangkul('keys', 'check')).output).toContain('1 sealed identities, the key of each');
}, 240_000);

test('an older backup does not bring back an erased name, though the name is in it', async () => {
  const personId = await meetChild('sari.peksos', 'Bujang Terhapus');
  const backups = join(place.folder, 'older');
  const keys = `${place.data}.keys`;
  const older = join(place.folder, 'older-keys');
  await place.rangkul('backup', backups);
  await cp(keys, older, { recursive: true });
  const named = await nameOf(personId);
  await ask(`update app.encounters set occurred_at = now() - interval '3 years' where person_id = $1`, [
    personId,
  ]);
  await ask(
    `update app.persons set recorded_at = now() - interval '3 years', last_met_at = now() - interval '3 years' where person_id = $1`,
    [personId],
  );
  const ran = await place.rangkul('retention', 'run');
  const reported = await place.rangkul('retention', 'report');
  const erased = await nameOf(personId);

  let restored = { code: 1, output: '' };
  await restart(async () => {
    restored = await place.rangkul('restore', backups, '--replace');
  });
  const after = await nameOf(personId);
  const boxes = await ask('select count(*)::int as n from app.person_identities where person_id = $1', [
    personId,
  ]);
  // The control: with the keys of that day and without the list of erasures, the name is in this very backup.
  await restart(async () => {
    await rename(keys, `${keys}.new`);
    await rename(older, keys);
    await place.rangkul('restore', backups, '--replace');
  });
  const control = await nameOf(personId);

  expect(named).toBe('Bujang Terhapus');
  expect(ran.output).toMatch(/1 done, 0 held, \d+ within 30 days: Identities without a case/);
  const rulesOf = (output: string) => output.split('\n').filter((line) => line.startsWith('  '));
  expect(rulesOf(ran.output)).toHaveLength(retentionRules.length);
  // As it ran, rule by rule: not by the alphabet of their codes.
  expect(rulesOf(reported.output)).toEqual(rulesOf(ran.output));
  expect(erased).toBeUndefined();
  expect(restored.output).toContain('1 identities erased again');
  expect(after).toBeUndefined();
  expect(boxes.rows).toEqual([{ n: 0 }]);
  expect(control).toBe('Bujang Terhapus');
}, 240_000);

test('a hold set after a backup holds again after the restore, before retention can run', async () => {
  const personId = await meetChild('sari.peksos', 'Sutan Ditahan');
  const lifted = await meetChild('sari.peksos', 'Puti Dilepas');
  const backups = join(place.folder, 'before-hold');
  const putri = await signIn(server, 'putri.ppd');
  await place.rangkul('backup', backups);
  for (const reference of [personId, lifted])
    await putri.does('retention/hold', { reference, reason: 'Perkara PN Padang 12/2026' });
  await putri.does('retention/lift', { personId: lifted, reason: 'Perkara selesai' });

  let restored = { code: 1, output: '' };
  await restart(async () => {
    restored = await place.rangkul('restore', backups, '--replace');
  });
  const holds = async () =>
    (
      await ask(
        `select person_id, reference, lifted_at from app.legal_holds where person_id = any ($1::uuid[])`,
        [[personId, lifted]],
      )
    ).rows;
  const held = await holds();
  // The control: without the line the same backup brings no hold; with it again the next start sets it.
  const list = join(`${place.data}.keys`, 'erasures.jsonl');
  const lines = await readFile(list, 'utf8');
  await restart(async () => {
    await writeFile(list, lines.replaceAll(personId, uuidv7()));
    await place.rangkul('restore', backups, '--replace');
  });
  const control = await holds();
  await restart(() => writeFile(list, lines));

  expect(restored.output).toContain('1 legal holds set again');
  const standing = [{ person_id: personId, reference: personId, lifted_at: null }];
  expect([held, control, await holds()]).toEqual([standing, [], standing]);
}, 240_000);

test('everything goes into one archive and comes back whole in another database', async () => {
  const personId = await meetChild('sari.peksos', 'Upik Pindah');
  const archive = join(place.folder, 'padang.tar.gz');
  const other = await cityPlace({ RANGKUL_KEYS: `${place.data}.keys` });
  const wrong = await cityPlace();
  await wrong.rangkul('keys', 'make');

  const written = await place.rangkul('export', archive);
  const over = await place.rangkul('export', archive);
  const replaced = await place.rangkul('export', archive, '--replace');
  const refused = await wrong.rangkul('export', '--read', archive);
  const read = await other.rangkul('export', '--read', archive);
  const twice = await other.rangkul('export', '--read', archive);
  await server.stop();
  server = await other.serve();
  const sari = await signIn(server, 'sari.peksos');
  const found = await sari.get(`/api/persons/${personId}`);
  await sari.get('/api/persons');
  await expect
    .poll(async () => (await other.rangkul('audit', 'verify')).output, { timeout: 20_000 })
    .toMatch(/whole\. .* 0 rows not yet sealed/);
  await server.stop();
  server = await place.serve();

  expect(written.output).toMatch(/rows of \d+ tables/);
  expect(over).toMatchObject({ code: 1, output: expect.stringContaining('is there already') });
  expect(replaced).toMatchObject({ code: 0, output: expect.stringMatching(/rows of \d+ tables/) });
  expect(refused.output).toContain('are not those of 13.71');
  expect(read.output).toMatch(/the audit log is whole, \d+ identities erased again/);
  expect(twice).toMatchObject({ code: 1, output: expect.stringContaining('already holds the city 13.71') });
  expect(found.body.person.name).toBe('Upik Pindah');
  const names = spawnSync('tar', ['tzf', archive], { encoding: 'utf8' }).stdout.split('\n');
  expect(names.slice(0, 2)).toEqual(['manifest.json', 'README.txt']);
  expect(names).toContain('tables/app.persons.0001.ndjson');
  await Promise.all([other.remove(), wrong.remove()]);
}, 240_000);

test('check names what needs care, a second city is added, and a lost administrator gets in again', async () => {
  const check = await place.rangkul('check');
  const city = await place.rangkul('city', 'add', '99.71');
  const again = await place.rangkul('city', 'add', '99.71');
  const unknown = await place.rangkul('city', 'add', '12.34');
  const code = await place.rangkul('code', 'ida.admin');
  const notHers = await place.rangkul('code', 'sari.peksos');

  expect(check.output).toMatch(/^good +Rangkul \d/);
  expect(check.output).toContain('database roles are as they should be');
  expect(check.output).toMatch(/row security is forced on \d+ tables/);
  expect([city.code, again.code, unknown.code, code.code, notHers.code]).toEqual([0, 0, 1, 0, 1]);
  expect(again.output).toContain('is here already');
  const entered = await post('/api/session/code', {
    username: 'ida.admin',
    code: /: (\S+)\n$/.exec(code.output)?.[1],
    password: 'ombak di Air Manis pagi',
  });
  expect(entered.status).toBe(200);
}, 120_000);

test('a backup of a city whose audit log was tampered with is kept as evidence, and everybody is told what is broken', async () => {
  const backups = join(place.folder, 'evidence');
  const whole = await place.rangkul('check');
  await place.rangkul('backup', backups);
  const older = await readdir(backups);
  await ask(`insert into app.backups (taken_at, kind, failed) values (now(), 'embedded', 'no space left')`);
  const failed = await place.rangkul('check');
  await ask('alter table app.audit_rows disable trigger all');
  await ask(`delete from app.audit_rows where audit_id = (select min(audit_id) from app.audit_rows)`);
  await ask('alter table app.audit_rows enable trigger all');

  const made = await place.rangkul('backup', backups);
  const checked = await place.rangkul('check');
  const ida = await signIn(server, 'agus.admin');
  const { figures } = (await ida.get('/api/today')).body;
  const files = await readdir(backups);
  let restored = { code: 0, output: '' };
  await restart(async () => {
    restored = await place.rangkul('restore', backups, '--replace');
  });

  expect(whole.output).toMatch(/audit 13\.71: \d+ seals recomputed, all hold/);
  expect(whole.output).not.toContain('BROKEN');
  expect(failed).toMatchObject({
    code: 1,
    output: expect.stringMatching(/the backup of \S+ failed: no space left/),
  });
  expect(made.code).toBe(1);
  expect(made.output).toContain('was started again and is the same');
  expect(made.output).toMatch(
    /THE AUDIT LOG IS BROKEN \(audit 13\.71: seal \d+, count\).*run rangkul audit verify/,
  );
  expect(made.output).not.toContain('look after the disk');
  expect([older.length, files.length]).toEqual([1, 2]);
  expect(checked).toMatchObject({
    code: 1,
    output: expect.stringMatching(/BAD +audit 13\.71: BROKEN at seal \d+/),
  });
  expect(checked.output).not.toContain('failed: no space left');
  expect(figures.office.auditBroken).toMatch(/^audit 13\.71: seal \d+, count$/);
  expect(restored.output).toMatch(/THE AUDIT LOG IS BROKEN/);
}, 240_000);

test('other keys are named when a backup is to be restored under them, and nothing is touched', async () => {
  const other = await cityPlace();
  await other.rangkul('keys', 'make');
  const refused = await other.rangkul('restore', join(place.folder, 'evidence'));
  const right = await cityPlace({ RANGKUL_KEYS: `${place.data}.keys` });
  const restored = await right.rangkul('restore', join(place.folder, 'evidence'));
  await Promise.all([other.remove(), right.remove()]);

  expect(refused.code).toBe(1);
  expect(refused.output).toMatch(/The keys in the key folder do not fit the backup .*RANGKUL_KEYS/);
  expect(refused.output).not.toContain('use another one');
  expect(restored.output).toContain('Restored from');
}, 120_000);
