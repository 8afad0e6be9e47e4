// `npm test`: everything, in order, stopping at the first failure, with where its time went. `--only NAME` runs one stage.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findChromium } from '#test/chromium.ts';

type Stage = {
  readonly name: string;
  readonly say: string;
  readonly commands: readonly (readonly string[])[];
  readonly browser?: boolean;
};

const stages: readonly Stage[] = [
  {
    name: 'static',
    say: 'format, lint, types',
    commands: [
      ['biome', 'check', '--error-on-warnings', '.'],
      ['tsc', '-p', 'tsconfig.json'],
      ['tsc', '-p', 'tsconfig.web.json'],
    ],
  },
  { name: 'vitest', say: 'unit, property, database, routes, access', commands: [['vitest', 'run']] },
  {
    name: 'journeys',
    say: 'browser journeys with axe',
    commands: [
      ['vite', 'build', '--logLevel', 'warn'],
      ['playwright', 'test'],
    ],
    browser: true,
  },
];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = stages.filter((stage) => !values.only || stage.name === values.only);
const spent: string[] = [];
for (const stage of chosen) {
  const started = performance.now();
  runStage(stage);
  spent.push(
    `${stage.name.padEnd(10)} ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${stage.say}`,
  );
}
console.log(`\nWhere the time went:\n${spent.join('\n')}`);

function runStage(stage: Stage): void {
  if (stage.browser && !existsSync('playwright.config.ts')) return;
  const chromium = stage.browser ? findChromium() : undefined;
  for (const [name = '', ...args] of stage.commands) {
    console.log(`\n— ${name} ${args.join(' ')}`);
    const env = chromium ? { ...process.env, CHROMIUM: chromium } : process.env;
    const done = spawnSync(name, args, { stdio: 'inherit', env });
    if (done.status === 0) continue;
    console.error(`\n${stage.name}: «${name} ${args.join(' ')}» failed; mend that first.`);
    process.exit(done.status ?? 1);
  }
}
