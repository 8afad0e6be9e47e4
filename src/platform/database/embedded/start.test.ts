import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { endGroup, type Program, startProgram, temporaryFolder } from '#test/processes.ts';
import { type Connection, type Embedded, findRunning, startEmbedded } from './start.ts';

async function start(dataFolder: string, say: (line: string) => void = () => undefined): Promise<Embedded> {
  const database = await startEmbedded({ dataFolder, say });
  onTestFinished(() => database.stop());
  return database;
}

async function ask(connection: Connection, sql: string): Promise<pg.QueryResult> {
  const { host, port, database, superuser, password } = connection;
  const client = new pg.Client({ host, port, database, password, user: superuser });
  client.on('error', () => undefined);
  await client.connect();
  return client.query(sql).finally(() => client.end().catch(() => undefined));
}

async function hold(folder: string): Promise<{ program: Program; connection: Connection }> {
  const program = startProgram({ name: 'hold-database.ts', args: [folder] });
  return { program, connection: JSON.parse(await program.firstLine) };
}

async function postmasterPid(folder: string): Promise<number> {
  return Number.parseInt(await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

test('the first start makes the database as we want it, the second finds it', async () => {
  const folder = join(await temporaryFolder(), 'data, "Dinas" d\'Padang');
  const first = await start(folder);
  const { rows } = await ask(
    first.connection,
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
       current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
       current_setting('timezone') as timezone, current_setting('listen_addresses') as addresses,
       current_setting('password_encryption') as passwords
     from pg_database where datname = current_database()`,
  );
  await ask(first.connection, 'create table kept (word text)');
  await first.stop();
  await first.exited;

  const second = await start(folder);

  expect(rows).toEqual([
    {
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      checksums: 'on',
      fsync: 'on',
      timezone: 'UTC',
      addresses: '',
      passwords: 'scram-sha-256',
    },
  ]);
  expect([first.firstStart, second.firstStart]).toEqual([true, false]);
  expect((await ask(second.connection, 'select word from kept')).rows).toEqual([]);
});

test('a wrong password is refused', async () => {
  const { connection } = await start(join(await temporaryFolder(), 'data'));

  await expect(ask({ ...connection, password: 'wrong' }, 'select 1')).rejects.toThrow(/password/);
  expect((await ask(connection, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('a folder whose path is too long for a socket works all the same', async () => {
  const folder = join(await temporaryFolder(), 'nagari-'.repeat(20), 'data');

  const { connection } = await start(folder);

  expect((await ask(connection, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
  await rm(connection.host, { recursive: true, force: true });
});

test('a second start on a folder in use is refused and disturbs nothing; a command finds the running one', async () => {
  const folder = join(await temporaryFolder(), 'data');
  const { connection } = await start(folder);

  const other = startProgram({ name: 'hold-database.ts', args: [folder] });

  expect(JSON.parse(await other.firstLine)).toEqual({ refused: 'data-in-use' });
  expect(await findRunning(folder)).toEqual(connection);
  expect((await ask(connection, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('of several that start at once on one folder exactly one gets it', async () => {
  const folder = join(await temporaryFolder(), 'data');
  await (await start(folder)).stop();

  const programs = Array.from({ length: 4 }, () =>
    startProgram({ name: 'hold-database.ts', args: [folder] }),
  );
  const lines = await Promise.all(programs.map((program) => program.firstLine));

  const refused = lines.filter((line) => line.includes('data-in-use'));
  expect(refused).toHaveLength(3);
});

test('a stopped database is not running for a command', async () => {
  const folder = join(await temporaryFolder(), 'data');
  await (await start(folder)).stop();

  expect(await findRunning(folder)).toBeUndefined();
});

test('a database that is killed comes back by itself on the same connection', async () => {
  const folder = join(await temporaryFolder(), 'data');
  const said: string[] = [];
  const { connection } = await start(folder, (line) => said.push(line));
  await ask(connection, "create table kept as select 'acknowledged' as word");

  process.kill(await postmasterPid(folder), 'SIGKILL');
  await expect
    .poll(
      () =>
        ask(connection, 'select word from kept').then(
          ({ rows }) => rows,
          () => [],
        ),
      { timeout: 10_000 },
    )
    .toEqual([{ word: 'acknowledged' }]);

  expect(said.at(-1)).toBe('The database ended by itself; starting it again …');
});

test('a database whose Rangkul is killed stops by itself', async () => {
  const folder = join(await temporaryFolder(), 'data');
  const { program } = await hold(folder);

  await endGroup(program.child, program.ended);

  await expect
    .poll(() => readFile(join(folder, 'postgres', 'postmaster.pid')).catch(() => 'gone'), { timeout: 10_000 })
    .toBe('gone');
});

test('what was acknowledged before a SIGKILL is there after the next start, at once and over again', async () => {
  const folder = join(await temporaryFolder(), 'data');
  let acknowledged = 0;
  for (let round = 0; round < 3; round++) {
    const { program, connection } = await hold(folder);
    await ask(connection, 'create table if not exists rows (number int)');
    const writing = (async () => {
      while (true) {
        await ask(connection, `insert into rows values (${acknowledged + 1})`);
        acknowledged++;
      }
    })().catch(() => undefined);
    await pause(300);
    await endGroup(program.child, program.ended);
    await writing;
  }

  const { connection } = await start(folder);

  const { rows } = await ask(connection, 'select count(distinct number)::int as count from rows');
  expect(acknowledged).toBeGreaterThan(0);
  expect(rows[0].count).toBeGreaterThanOrEqual(acknowledged);
});

test.runIf(process.platform === 'linux')(
  'an orphan without its watcher is stopped by the next start',
  async () => {
    const folder = join(await temporaryFolder(), 'data');
    const { program } = await hold(folder);
    const orphan = await postmasterPid(folder);
    // A stopped watcher cannot act; the postmaster lives on, as after a kill of everything else in its session.
    const watcher = await watcherOf(orphan);
    process.kill(watcher, 'SIGKILL');
    await endGroup(program.child, program.ended);
    const said: string[] = [];

    const { connection } = await start(folder, (line) => said.push(line));

    expect(said).toEqual(['The earlier database still runs; stopping it first …']);
    expect(await postmasterPid(folder)).not.toBe(orphan);
    expect((await ask(connection, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
  },
);

async function watcherOf(pid: number): Promise<number> {
  const { readdir } = await import('node:fs/promises');
  for (const number of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${number}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(`rangkul-watch\0${pid}\0`)) return Number(number);
  }
  throw new Error('the database has no watcher');
}

test('killed at any moment of its first start it starts again by itself', async () => {
  const folder = join(await temporaryFolder(), 'data');
  for (const moment of [120, 200, 280, 360, 440, 520, 600, 700]) {
    const program = startProgram({ name: 'hold-database.ts', args: [folder] });
    await pause(moment);
    await endGroup(program.child, program.ended);
  }

  const { connection } = await start(folder);

  expect((await ask(connection, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test.runIf(process.getuid?.() === 0)(
  'killed between making its folder and handing it over, root starts again by itself; a closed folder above is refused',
  async () => {
    const folder = join(await temporaryFolder(), 'data');
    await mkdir(folder, { mode: 0o700 });
    const closed = join(await temporaryFolder(), 'closed');
    await mkdir(join(closed, 'data'), { recursive: true, mode: 0o700 });

    const { connection } = await start(folder);

    expect((await ask(connection, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
    await expect(start(join(closed, 'data'))).rejects.toMatchObject({ code: 'data-unreachable' });
  },
);
