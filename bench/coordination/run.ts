// `npm run bench -- --coordination`: a city with its agencies and the cast, no children; the product's own server and worker
// in this process. `--write` also writes docs/measurements/coordination.jsonl; `--only invitations` measures a part.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Coordination, openCoordination } from '#bench/coordination/city.ts';
import { measureInvitations } from '#bench/coordination/invitations.ts';
import type { Figure } from '#bench/figures/bench.ts';
import { tempFolder } from '#test/temp-folder.ts';

/** Every part, by its name after `--only`. */
const measures = {
  invitations: measureInvitations,
} satisfies Record<string, (it: Coordination) => Promise<Figure[]>>;

const { values } = parseArgs({
  options: {
    coordination: { type: 'boolean', default: false },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const folder = tempFolder('bench-coordination');
const city = await openCoordination(folder);
const figures: Figure[] = [];
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (values.only && !values.only.split(',').includes(name)) continue;
    console.log(name);
    figures.push(...(await measure(city)));
  }
} finally {
  await city.close();
  rmSync(folder, { recursive: true, force: true });
}
for (const it of figures)
  console.log(
    `${it.holds ? 'holds      ' : 'FALLS SHORT'} ${it.figure.padEnd(14)} ${String(it.value).padStart(9)} ${it.unit.padEnd(6)} bar ${it.bar}`,
  );
if (values.write) write(figures);

/** Replaces the lines of these figures; the others stay. */
function write(list: readonly Figure[]): void {
  const file = join(import.meta.dirname, '../../docs/measurements/coordination.jsonl');
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const before = linesOf(file).filter((line) => !list.some((it) => it.figure === line.figure));
  const lines = list.map(({ figure, value, unit, bar, holds, samples, at = 0 }) => ({
    figure,
    value,
    unit,
    at,
    bar,
    holds,
    samples,
    commit,
  }));
  writeFileSync(file, `${[...before, ...lines].map((line) => JSON.stringify(line)).join('\n')}\n`);
}

function linesOf(file: string): { figure: string }[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  } catch {
    return [];
  }
}
