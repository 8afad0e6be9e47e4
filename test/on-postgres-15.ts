// Runs the database tests a second time, on Debian's PostgreSQL 15, when its binaries are there.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { tempFolder } from '#test/temp-folder.ts';

const binaries = '/usr/lib/postgresql/15/bin';

// These start servers of their own, or need none.
const without = [
  'src/platform/database/embedded/**',
  'src/platform/serve.test.ts',
  'src/platform/web-build.test.ts',
  'test/command-line.test.ts',
  'test/running.test.ts',
  'test/kill.test.ts',
  'test/timetable.test.ts',
  'web/**',
  'test/schema-current.test.ts',
].flatMap((pattern) => ['--exclude', pattern]);

if (!existsSync(join(binaries, 'initdb'))) {
  console.log('PostgreSQL 15 is not here: the second run is left out.');
  process.exit(0);
}
process.exit(await runOnFifteen());

async function runOnFifteen(): Promise<number> {
  const folder = tempFolder('pg15');
  const data = join(folder, 'data');
  mkdirSync(data);
  const nobody = process.getuid?.() === 0 ? idsOf('nobody') : undefined;
  if (nobody) for (const path of [folder, data]) chownSync(path, nobody.uid, nobody.gid);
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust'],
    { ...nobody, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (made.status !== 0) return 1;
  const settings = [
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'fsync=off',
    '-c',
    'max_connections=100',
  ];
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings], {
    ...nobody,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  try {
    for (let n = 0; n < 100 && !existsSync(join(folder, '.s.PGSQL.5432')); n++) await wait(100);
    const url = `postgres://postgres@localhost:5432/postgres?host=${encodeURIComponent(folder)}`;
    return (
      spawnSync('vitest', ['run', ...without], {
        stdio: 'inherit',
        env: { ...process.env, TEST_DATABASE_URL: url },
      }).status ?? 1
    );
  } finally {
    server.kill('SIGINT');
    await new Promise((resolve) => server.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

function idsOf(user: string): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((it) => it.startsWith(`${user}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}
