import { messages } from '#meetings/messages/outcome.ts';
import { indicatorRules } from '#meetings/rules/outcome.ts';
import type { DecisionIndicator, Verdict } from '#meetings/schema/outcome.ts';
import { decimal, integer, percent } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Tone } from '#web/ui/notice.tsx';

/** A value of a figure in its own unit; a dash where there is none. */
export function valueWords(indicator: DecisionIndicator, value: number | null): string {
  if (value === null) return '–';
  const { kind } = indicatorRules[indicator];
  if (kind === 'share') return percent(value);
  return kind === 'hours' ? decimal(value) : integer(value);
}

/** What its target is typed in. */
export function targetLabel(indicator: DecisionIndicator): string {
  const words = { count: messages.targetCount, share: messages.targetPercent, hours: messages.targetHours };
  return t(words[indicatorRules[indicator].kind]);
}

export const verdictTones = {
  reached: 'positive',
  better: 'positive',
  same: 'neutral',
  worse: 'negative',
  asElsewhere: 'neutral',
  tooFew: 'neutral',
  tooEarly: 'neutral',
  noBefore: 'neutral',
} satisfies Record<Verdict, Tone>;
