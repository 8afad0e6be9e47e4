// `npm run prove`: the long form. Everything of `npm test`; the main job and every page at phone and desk in both
// languages; many kills at random moments; a backup, the data folder destroyed, and restored; the database tests once
// more on PostgreSQL 15 where it is. Measurements have a command of their own, `npm run bench`, on a quiet machine.
// Writes docs/measurements/prove.json.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { findChromium } from '#test/chromium.ts';

type Part = {
  readonly part: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly leftOut?: string | false;
};
type Outcome = { part: string; outcome: 'passed' | 'failed' | 'left out'; seconds: number };

const languages = { id: 'Bahasa Indonesia', en: 'English' } as const;
const journeys = (['id', 'en'] as const).flatMap((locale): Part[] => {
  const walk = (width: string): Part => ({
    part: `the main job and the pages of the demonstration in ${languages[locale]}, all at ${width} px`,
    command: ['playwright', 'test', 'main-job', 'with-data'],
    env: { JOURNEY_LOCALE: locale, JOURNEY_WIDTH: width },
  });
  return [walk('360'), walk('1280')];
});

const parts: readonly Part[] = [
  { part: 'npm test', command: ['node', 'test/run.ts'] },
  ...journeys,
  {
    part: 'every page in English, at 360 and 1280 px',
    command: ['playwright', 'test', 'templates'],
    env: { JOURNEY_LOCALE: 'en' },
  },
  {
    part: 'kills at random moments, the long form',
    command: ['vitest', 'run', 'test/kill.test.ts'],
    env: { PROVE: '1' },
  },
  {
    part: 'backup, data folder destroyed, restored',
    command: ['vitest', 'run', 'test/running.test.ts', 'test/timetable.test.ts'],
  },
  {
    part: 'database tests on PostgreSQL 15',
    command: ['node', 'test/on-postgres-15.ts'],
    leftOut: !existsSync('/usr/lib/postgresql/15/bin/initdb') && 'PostgreSQL 15 is not installed here',
  },
];

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const commit = git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? ' with changes' : '');
const chromium = findChromium();
const outcomes: Outcome[] = parts.map(prove);
const total = outcomes.reduce((sum, it) => sum + it.seconds, 0);
const passed = outcomes.every((it) => it.outcome !== 'failed');
const written = {
  date: new Date().toISOString().slice(0, 10),
  commit,
  passed,
  seconds: total,
  parts: outcomes,
};
writeFileSync('docs/measurements/prove.json', `${JSON.stringify(written, null, 2)}\n`);

console.log('\nWhere the time went:');
for (const it of outcomes)
  console.log(`${String(it.seconds).padStart(6)} s  ${it.outcome.padEnd(8)}  ${it.part}`);
console.log(`${String(total).padStart(6)} s  ${passed ? 'passed' : 'FAILED'}`);
process.exit(passed ? 0 : 1);

function prove({ part, command: [program = '', ...args], env, leftOut }: Part): Outcome {
  console.log(`\n==== ${part}`);
  if (leftOut) {
    console.log(`Left out: ${leftOut}.`);
    return { part, outcome: 'left out', seconds: 0 };
  }
  const started = performance.now();
  const done = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: chromium, ...env },
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  return { part, outcome: done.status === 0 ? 'passed' : 'failed', seconds };
}
