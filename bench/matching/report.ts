import { highlightFrom } from '#persons/match/weights.ts';
import { cityReturns, type Summary } from './summary.ts';

export type Run = {
  readonly seed: number;
  readonly size: number;
  readonly rowsPerPerson: number;
  readonly marksPerPerson: number;
  readonly summary: Summary;
};

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;

/** The bars of the project, one line for each figure. */
export function figuresOf({ size, seed, summary }: Run) {
  const at = summary.thresholds.find(({ from }) => from === highlightFrom);
  const precision = at?.precisionAtMix ?? 0;
  const highlighted = at?.highlighted ?? 0;
  const samples = summary.returning;
  const line = (figure: string, value: number, bar: number) => ({
    figure,
    value: Number(value.toFixed(4)),
    unit: 'share',
    at: `${size} persons, seed ${seed}`,
    bar,
    holds: value >= bar,
    samples,
  });
  return [
    line('match-recall', summary.recallAt10, 0.99),
    line('match-precision', precision, 0.98),
    line('match-highlight', highlighted, 0.6),
  ];
}

/** One run as a section of `docs/measurements/matching.md`. */
export function sectionOf(run: Run): string {
  const { summary } = run;
  const lines = [
    `## ${run.size.toLocaleString('en')} persons, seed ${run.seed}`,
    '',
    `${summary.returning} returning children, of whom ${percent(summary.damagedInTwo)} damaged in two or more fields; ${summary.decidable} pairs decidable, ${summary.undecidable} not decidable (fewer than two informative fields on both sides). As many askings about children who are not on record.`,
    `${run.rowsPerPerson.toFixed(1)} token rows and ${run.marksPerPerson.toFixed(1)} marks a person.`,
    '',
    '| figure | value |',
    '|---|---|',
    `| true person among the first 10, decidable pairs | ${percent(summary.recallAt10)} |`,
    `| true person first, decidable pairs | ${percent(summary.recallAt1)} |`,
    `| true person among the candidates at all, decidable pairs | ${percent(summary.retrieved)} |`,
    `| true person among the first 10, pairs that are not decidable | ${percent(summary.undecidableRecallAt10)} |`,
    `| true person among the first 10, all returning children | ${percent(summary.overallRecallAt10)} |`,
    '',
    `| put forward from a chance of | precision, one in two returning | precision, ${percent(cityReturns)} returning | put forward, of decidable pairs | of them right |`,
    '|---|---|---|---|---|',
    ...summary.thresholds.map(
      (one) =>
        `| ${one.from}${one.from === highlightFrom ? ' (highlight)' : ''} | ${percent(one.precision)} | ${percent(one.precisionAtMix)} | ${percent(one.highlighted)} | ${percent(one.recall)} |`,
    ),
    '',
    '| damaged fields | decidable pairs | among the first 10 |',
    '|---|---|---|',
    ...summary.byDamage.map((one) => `| ${one.damaged} | ${one.asked} | ${percent(one.recallAt10)} |`),
    '',
    '| asked about | askings | wrongly highlighted |',
    '|---|---|---|',
    ...Object.entries(summary.falseByKind).map(
      ([kind, one]) => `| ${kind} | ${one.asked} | ${one.highlighted} |`,
    ),
    '',
  ];
  return lines.join('\n');
}
