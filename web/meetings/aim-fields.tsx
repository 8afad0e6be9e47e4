import { messages } from '#meetings/messages/outcome.ts';
import { indicatorRules } from '#meetings/rules/outcome.ts';
import { type DecisionIndicator, decisionIndicators } from '#meetings/schema/outcome.ts';
import { targetLabel } from '#web/meetings/outcome-words.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { Select, TextField } from '#web/ui/fields.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** What a decision is measured by, as it is typed. */
export type AimValues = { indicator: string; indicatorArea: string; target: string };

const isIndicator = (code: string): code is DecisionIndicator =>
  decisionIndicators.some((one) => one === code);

type Aim = { indicator: DecisionIndicator | null; indicatorArea: string | null; target: number | null };

/** A kept aim as it is typed: shares in per cent. */
export function aimValues(aim: Aim | null): AimValues {
  const { indicator = null, indicatorArea = null, target = null } = aim ?? {};
  const per = indicator && indicatorRules[indicator].kind === 'share' ? 100 : 1;
  return {
    indicator: indicator ?? '',
    indicatorArea: indicatorArea ?? '',
    target: target === null ? '' : String(Math.round(target * per * 1000) / 1000),
  };
}

/** What was typed as it is sent. */
export function aimInput(values: AimValues): Aim {
  const { indicator } = values;
  if (!isIndicator(indicator)) return { indicator: null, indicatorArea: null, target: null };
  const { kind } = indicatorRules[indicator];
  const typed = Number(values.target.replace(',', '.'));
  return {
    indicator,
    indicatorArea: kind === 'count' ? values.indicatorArea || null : null,
    target:
      values.target.trim() === '' || Number.isNaN(typed) ? null : kind === 'share' ? typed / 100 : typed,
  };
}

type Props = {
  indicator: Bound<string>;
  indicatorArea: Bound<string>;
  target: Bound<string>;
};

/** The figure by which a decision is held to what it promised, its area and its target. */
export function AimFields({ indicator, indicatorArea, target }: Props) {
  const lists = useLists();
  const { value } = indicator;
  return (
    <>
      <Select
        field={indicator}
        label={t(messages.measuredBy)}
        hint={t(messages.measuredHint)}
        placeholder={t(messages.notMeasured)}
        options={decisionIndicators.map((code) => ({ value: code, label: t(messages[code]) }))}
        optional
      />
      {isIndicator(value) && indicatorRules[value].kind === 'count' ? (
        <Select
          field={indicatorArea}
          label={t(messages.area)}
          placeholder={t(messages.wholeCity)}
          options={lists.data?.villages() ?? []}
          optional
        />
      ) : null}
      {isIndicator(value) ? (
        <TextField field={target} label={targetLabel(value)} inputMode="decimal" maxLength={9} optional />
      ) : null}
    </>
  );
}
