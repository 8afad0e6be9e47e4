// The figures of a run: shown, and kept as one JSON line each.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from '#bench/figures/bench.ts';
import type { Line } from '#bench/figures/report.ts';

/** Says of each figure whether its bar holds. */
export function showFigures(list: readonly Figure[]): void {
  for (const it of list)
    console.log(
      `${it.holds ? 'holds      ' : 'FALLS SHORT'} ${it.figure.padEnd(14)} ${String(it.value).padStart(9)} ${it.unit.padEnd(6)} bar ${it.bar}`,
    );
}

/** Replaces the lines of these figures at their size in a file, where the others stay; answers all lines. */
export function keepLines(
  file: string,
  list: readonly (Figure & { readonly commit?: string })[],
  size: number,
): Line[] {
  const now = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const before = readLines(file).filter(
    (line) => !list.some((it) => line.figure === it.figure && line.at === (it.at ?? size)),
  );
  const lines = [
    ...before,
    ...list.map(({ figure, value, unit, bar, holds, samples, at = size, commit = now }) => ({
      figure,
      value,
      unit,
      at,
      bar,
      holds,
      samples,
      commit,
    })),
  ];
  writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  return lines;
}

function readLines(file: string): Line[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
