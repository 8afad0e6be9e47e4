import { messages } from '#indicators/messages.ts';
import { fewest } from '#indicators/rules.ts';
import type { Comparison } from '#indicators/schema.ts';
import { monthsWords } from '#web/indicators/words.ts';
import { decimal, integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';

const told = {
  upUp: messages.upUp,
  upFlat: messages.upFlat,
  upDown: messages.upDown,
  flatUp: messages.flatUp,
  flatFlat: messages.flatFlat,
  flatDown: messages.flatDown,
  downUp: messages.downUp,
  downFlat: messages.downFlat,
  downDown: messages.downDown,
} as const;
const second = { up: 'Up', down: 'Down', flat: 'Flat' } as const;

/** The sentence on top: what changed, or why that cannot be told. */
export function sentenceOf(comparison: Comparison): string {
  if (comparison.verdict === 'told') return t(told[`${comparison.children}${second[comparison.perChild]}`]);
  return t(messages[comparison.verdict], { fewest });
}

/** The figures that the sentence stands on. */
export function figuresOf({ from, to, now, before, verdict }: Comparison): string {
  if (verdict !== 'told' && verdict !== 'tooFew') return '';
  const rate = (met: { children: number; encounters: number }) =>
    met.children === 0 ? '–' : decimal(met.encounters / met.children);
  return t(messages.comparedFigures, {
    span: monthsWords(from, to),
    children: integer(now.children),
    encounters: integer(now.encounters),
    rate: rate(now),
    childrenBefore: integer(before.children),
    encountersBefore: integer(before.encounters),
    rateBefore: rate(before),
  });
}
