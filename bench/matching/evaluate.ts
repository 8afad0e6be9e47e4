import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { askingsOf, registerOf } from './generator.ts';
import { memoryRegister } from './memory-register.ts';
import { outcomeOf } from './outcome.ts';
import { figuresOf, type Run, sectionOf } from './report.ts';
import { summarise } from './summary.ts';

/**
 * Measures "met before?" on invented people: `node bench/matching/evaluate.ts --size 100000 --seed 201 --write`.
 * Seeds 101 to 109 are for tuning, 201 and on for reporting; a run on a tuning seed is never written down.
 */
export function measureMatching(seed: number, size: number, askings: number): Run {
  const people = [...registerOf(seed, size)];
  const memory = memoryRegister(people);
  const asked = askingsOf(seed, people, { returning: askings, others: askings });
  const outcomes = asked.map((asking) => outcomeOf(asking, people, memory));
  return {
    seed,
    size,
    rowsPerPerson: memory.rows / people.length,
    marksPerPerson: memory.marks / people.length,
    summary: summarise(outcomes),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '101' },
      size: { type: 'string', default: '10000' },
      askings: { type: 'string', default: '3000' },
      write: { type: 'boolean', default: false },
    },
  });
  const run = measureMatching(Number(values.seed), Number(values.size), Number(values.askings));
  console.log(sectionOf(run));
  if (values.write && run.seed < 200) throw new Error('this seed is for tuning: report on 201 or later');
  if (values.write) write(run);
}

function write(run: Run): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const lines = figuresOf(run).map((figure) => JSON.stringify({ ...figure, commit }));
  appendFileSync('docs/measurements/matching.jsonl', `${lines.join('\n')}\n`);
  const page = 'docs/measurements/matching.md';
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
  writeFileSync(page, `${before.trimEnd()}\n\n${sectionOf(run)}`);
}
