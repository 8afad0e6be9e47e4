import type { Figure } from '#bench/figures/bench.ts';

export type Line = Omit<Figure, 'at'> & { readonly at: number; readonly commit: string };

/** The figures as a table, a column for each size: what a city's growth costs. */
export function reportOf(lines: readonly Line[]): string {
  const sizes = [...new Set(lines.map((line) => line.at))].sort((a, b) => a - b);
  const figures = [...new Set(lines.map((line) => line.figure))];
  const cell = (figure: string, at: number) => {
    const line = lines.find((it) => it.figure === figure && it.at === at);
    return line ? `${line.value}${line.holds ? '' : ' ✗'}` : '';
  };
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# The main job, measured',
    '',
    'Written by `npm run bench -- --size SIZE --write` from `main-job.jsonl`. ✗: the bar was not reached at that size;',
    'bars are meant for 1,000,000 persons; matching for 100,000, pages for the demonstration. Two cores, shared.',
    '',
    row(['figure', 'unit', 'bar', ...sizes.map((at) => at.toLocaleString('en'))]),
    row(['---', '---', '---', ...sizes.map(() => '--:')]),
    ...figures.map((figure) => {
      const first = lines.find((it) => it.figure === figure);
      return row([figure, first?.unit ?? '', first?.bar ?? '', ...sizes.map((at) => cell(figure, at))]);
    }),
    '',
  ].join('\n');
}
