// `npm run prove`: the long form. Every stage of `npm test`, the database tests on PostgreSQL 15 where it is, the kills in
// their long form, and the measurements at the everyday size. Writes docs/measurements/prove.json.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const stages: readonly {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Record<string, string>;
}[] = [
  { name: 'npm test', command: ['node', 'test/run.ts'] },
  { name: 'database tests on PostgreSQL 15', command: ['node', 'test/on-postgres-15.ts'] },
  { name: 'kills, long form', command: ['vitest', 'run', 'test/kill.test.ts'], env: { PROVE: '1' } },
  { name: 'measurements at 100,000 persons', command: ['node', 'bench/run.ts', '--size', '100k', '--write'] },
];

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const results = stages.map(({ name, command: [program = '', ...args], env }) => {
  console.log(`\n==== ${name}`);
  const started = performance.now();
  const done = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return {
    stage: name,
    passed: done.status === 0,
    seconds: Math.round((performance.now() - started) / 1000),
  };
});
writeFileSync('docs/measurements/prove.json', `${JSON.stringify({ commit, results }, null, 2)}\n`);
for (const it of results) console.log(`${it.passed ? 'passed' : 'FAILED'}  ${it.stage}  ${it.seconds} s`);
process.exit(results.every((it) => it.passed) ? 0 : 1);
