import { messages } from '#cases/messages.ts';
import type { Factor } from '#cases/schema/acts.ts';
import type { Assessment } from '#cases/schema/reads.ts';
import type { Typed } from '#web/cases/two-versions.ts';
import { fieldName } from '#web/cases/versions.tsx';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';

export type Detail = { level: string; saidBy: string; evidence: string };
export type Values = {
  inside: string[];
  outside: string[];
  details: Record<string, Detail>;
  problems: string;
  strengths: string;
  childWishes: string;
  conclusion: string;
  /** The assessment that was before the writer; a draft keeps it, so that none is laid over what came since. */
  base: string;
};

/** What an assessment is based on, as the server asks for it. */
export const baseOf = (last: Assessment | undefined) => last?.assessmentId ?? 'none';

/** A form that begins with the last assessment. */
export function initialOf(last: Assessment | undefined): Values {
  const of = (side: Factor['side']) =>
    (last?.factors ?? []).filter((it) => it.side === side).map((it) => it.code);
  return {
    inside: of('internal'),
    outside: of('external'),
    details: Object.fromEntries(
      (last?.factors ?? []).map((it) => [
        it.code,
        { level: it.level, saidBy: it.saidBy, evidence: it.evidence },
      ]),
    ),
    problems: last?.problems ?? '',
    strengths: last?.strengths ?? '',
    childWishes: last?.childWishes ?? '',
    conclusion: last?.conclusion ?? '',
    base: baseOf(last),
  };
}

/** What is said of one factor; the level of its list until somebody says another. */
export function detailOf(values: Values, code: string, lists: Lists): Detail {
  const level = lists.code('factor', code)?.extra.level;
  return (
    values.details[code] ?? {
      level: typeof level === 'string' ? level : 'micro',
      saidBy: lists.options('said_by')[0]?.value ?? '',
      evidence: '',
    }
  );
}

/** The factors as they are sent. */
export function factorsOf(values: Values, lists: Lists) {
  const one = (side: Factor['side']) => (code: string) => ({ code, side, ...detailOf(values, code, lists) });
  return [...values.inside.map(one('internal')), ...values.outside.map(one('external'))];
}

/** All of it in words. */
export function typedOf(values: Values, lists: Lists): Typed[] {
  const factors = factorsOf(values, lists).map((it): Typed => {
    const said = [
      lists.label('factor_level', it.level),
      lists.label('said_by', it.saidBy),
      it.evidence.trim(),
    ];
    return [t(messages.oneFactor, { what: lists.label('factor', it.code) }), said.filter(Boolean).join('; ')];
  });
  const texts = (['problems', 'strengths', 'childWishes', 'conclusion'] as const).map(
    (name): Typed => [fieldName(name), values[name].trim()],
  );
  return [...factors, ...texts];
}
