// A real city from its first minute: opened, worked in, backed up, destroyed, restored, emptied of what was erased.
import { spawnSync } from 'node:child_process';
import { cp, readdir, readFile, rename, rm } from 'node:fs/promises';
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
