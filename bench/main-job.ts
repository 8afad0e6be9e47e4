// `npm run bench -- --size 100k`: loads an invented city of that size, measures, and says which bars hold.
// `--size 1m --write` also writes docs/measurements/main-job.jsonl; `--only writes,search` measures a part;
// `--keep FOLDER` leaves the loaded city there and measures the next run on it, without loading.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { foldFigures, loadBenchCity } from '#bench/city/load.ts';
import { atMost, type Bench, type Figure } from '#bench/figures/bench.ts';
import { measurePages } from '#bench/figures/board-page.ts';
import { measureHangup, measureMemory, measureStart } from '#bench/figures/endurance.ts';
import { keepLines, showFigures } from '#bench/figures/lines.ts';
import { measurePlans } from '#bench/figures/plans.ts';
import { measureBoard, measureChildPage, measureLists, measureSearch } from '#bench/figures/reads.ts';
import { reportOf } from '#bench/figures/report.ts';
import { measureWrites } from '#bench/figures/writes.ts';
import { startProgram } from '#bench/process.ts';
import { makeRoles } from '#platform/database/bootstrap.ts';
import { openPool } from '#platform/database/connection.ts';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openKeys } from '#platform/keys/ring.ts';
import { openCity } from '#platform/open-city.ts';
import { tempFolder } from '#test/temp-folder.ts';

const measures = {
  writes: measureWrites,
  search: measureSearch,
  child: measureChildPage,
  board: measureBoard,
  lists: measureLists,
  hangup: measureHangup,
  start: measureStart,
  plans: measurePlans,
  memory: measureMemory,
  pages: measurePages,
} satisfies Record<string, (bench: Bench) => Promise<Figure[]>>;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10k' },
    seed: { type: 'string', default: '2026' },
    only: { type: 'string' },
    keep: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const size = sizeOf(values.size);
const seed = Number(values.seed);
const say = (line: string) => console.log(`  ${line}`);
console.log(`Bench at ${size.toLocaleString('en')} persons, seed ${seed}`);
const folder = values.keep ?? tempFolder('bench');
if (values.keep) mkdirSync(folder, { recursive: true, mode: 0o755 });
const loadedMark = join(folder, 'loaded');
const embedded = await startEmbedded({
  dataFolder: join(folder, 'data'),
  say: () => undefined,
  settings: { max_wal_size: '8GB', maintenance_work_mem: '512MB' },
});
const figures: Figure[] = [];
const closers: (() => Promise<void>)[] = [];
try {
  const keys = openKeys(join(folder, 'keys'), { make: true, demonstration: true });
  const secret = keys.of('database roles');
  await makeRoles(embedded.connection, secret);
  await migrate(embedded.connection, secret);
  const report = (error: Error) => say(error.message);
  const admin = openPool(embedded.connection, { role: 'superuser', secret, max: 2 }, report);
  const jobs = openPool(embedded.connection, { role: 'rangkul_jobs', secret, max: 2 }, report);
  await openCity({
    jobs,
    world: { keys, now: () => new Date() },
    demonstration: true,
    wanted: undefined,
    say: () => undefined,
  });
  if (!existsSync(loadedMark)) {
    const seconds = await loadBenchCity({ admin, jobs, keys, folder, size, seed, say });
    const disk = await admin.query<{ n: number }>('select pg_database_size(current_database()) as n');
    figures.push(
      atMost('load-time', seconds / 60, 15, 'min', 1),
      atMost('load-disk', (disk.rows[0]?.n ?? 0) / 1e9, 8, 'GB', 1),
    );
    if (values.keep) writeFileSync(loadedMark, `${size}`);
  } else await foldFigures({ jobs, say });
  const env = { BENCH_CONNECTION: JSON.stringify(embedded.connection), BENCH_KEYS: join(folder, 'keys') };
  const server = await startProgram('bench/server.ts', env, '/api/session');
  const pid = Number(
    readFileSync(join(embedded.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  closers.push(server.stop);
  const bench: Bench = {
    size,
    seed,
    connection: embedded.connection,
    admin,
    keys,
    server,
    env,
    postgresPid: pid,
    logFolder: join(embedded.dataFolder, 'log'),
    say,
  };
  for (const [name, measure] of Object.entries(measures)) {
    if (values.only && !values.only.split(',').includes(name)) continue;
    console.log(name);
    figures.push(...(await measure(bench)));
  }
  await admin.end();
  await jobs.end();
  keys.identities.close();
} finally {
  for (const close of closers) await close();
  await embedded.stop();
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
console.log('');
showFigures(figures);
if (values.write) {
  const lines = keepLines('docs/measurements/main-job.jsonl', [...figures, ...matchFigures()], size);
  writeFileSync('docs/measurements/main-job.md', reportOf(lines));
}

function sizeOf(text: string): number {
  const found = /^(\d+)(k|m)?$/i.exec(text);
  if (!found) throw new Error('--size takes a number, such as 10k, 100k or 1m');
  return Number(found[1]) * ({ k: 1000, m: 1_000_000 }[found[2]?.toLowerCase() ?? ''] ?? 1);
}

/** The figures of `bench/matching` at 100,000 persons, as they stand in its own file, with the commit they are of. */
function matchFigures() {
  const lines: {
    figure: string;
    value: number;
    unit: string;
    at: string;
    bar: number;
    holds: boolean;
    samples: number;
    commit: string;
  }[] = readFileSync('docs/measurements/matching.jsonl', 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return ['match-recall', 'match-precision', 'match-highlight'].flatMap((figure) => {
    const found = lines.findLast((line) => line.figure === figure && line.at.startsWith('100000 persons'));
    return found ? [{ ...found, bar: `≥ ${found.bar}`, at: Number.parseInt(found.at, 10) }] : [];
  });
}
