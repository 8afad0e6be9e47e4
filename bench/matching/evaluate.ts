import { type Outcome, outcomeOf } from './evaluate-core.ts';
import { askingsOf, registerOf } from './generator.ts';
import { memoryRegister } from './memory-register.ts';
import { summarise } from './summary.ts';

const seed = Number(process.argv[2] ?? 101);
const size = Number(process.argv[3] ?? 100_000);
const count = Number(process.argv[4] ?? 2000);
const started = performance.now();
const people = [...registerOf(seed, size)];
const memory = memoryRegister(people);
console.log(
  'loaded',
  people.length,
  (memory.rows / people.length).toFixed(1),
  'rows',
  (memory.marks / people.length).toFixed(1),
  'marks',
  ((performance.now() - started) / 1000).toFixed(1),
  's',
);
const askings = askingsOf(seed, people, { returning: count, others: count });
const outcomes: Outcome[] = askings.map((asking) => outcomeOf(asking, people, memory));
const summary = summarise(outcomes);
console.log(JSON.stringify({ ...summary, thresholds: undefined }, null, 1));
console.table(summary.thresholds);
const missed = outcomes.flatMap((outcome, at) => {
  const asking = askings[at];
  const bad =
    outcome.kind === 'returning' &&
    outcome.shared.length >= 2 &&
    (outcome.place === null || outcome.place > 10);
  return bad && asking ? [{ outcome, asking }] : [];
});
console.log(
  'missed',
  missed.length,
  'not retrieved',
  missed.filter(({ outcome }) => outcome.place === null).length,
  ((performance.now() - started) / 1000).toFixed(1),
  's',
);
for (const { outcome, asking } of missed.slice(0, Number(process.argv[5] ?? 12))) {
  console.log(outcome.place, outcome.candidates, outcome.shared.join(), '|', asking.damaged.join());
  console.log('   typed ', JSON.stringify(asking.identity));
  console.log('   record', JSON.stringify(people[asking.truth ?? 0]?.identity));
}
const falseOnes = outcomes.flatMap((outcome, at) =>
  outcome.first && !outcome.first.isTruth && outcome.first.probability > 0.95
    ? [`${outcome.kind} ${outcome.first.probability.toFixed(3)} ${JSON.stringify(askings[at]?.identity)}`]
    : [],
);
console.log('false highlights', falseOnes.length, falseOnes.slice(0, 8).join('\n'));
