// What may be said of an operation that was only reported. Nothing is put right: sums that do not agree are flagged,
// and a person of it carries only what is true of every one of them.
import type { ReportedCounts, ReportFlag } from '#operations/schema/reported.ts';
import type { AgeClass, Sex } from '#platform/schemas.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const sumOf = (counts: Readonly<Record<string, number>> | undefined) =>
  counts ? sum(Object.values(counts)) : undefined;

/** Children by the source's own word for them: under 18, or children. */
export function under18Of(reported: ReportedCounts): number | undefined {
  return reported.under18 ?? reported.children;
}

/** The sum of each breakdown that the source gives in full, by what it breaks down. */
function breakdowns(reported: ReportedCounts): Partial<Record<ReportFlag, number>> {
  const under18 = under18Of(reported);
  const sums = {
    activitySum: sumOf(reported.byActivity),
    ageSum: under18 !== undefined && reported.adults !== undefined ? under18 + reported.adults : undefined,
    sexSum:
      reported.male !== undefined && reported.female !== undefined
        ? reported.male + reported.female
        : undefined,
    originSum: sumOf(reported.originCounts),
  };
  return Object.fromEntries(Object.entries(sums).filter(([, value]) => value !== undefined));
}

/** How many persons are certain: the lower of the stated total and the sum of each breakdown. */
export function certainCount(reported: ReportedCounts): number {
  const stated = [reported.total, ...Object.values(breakdowns(reported))].filter((n) => n !== undefined);
  if (stated.length > 0) return Math.min(...stated);
  return Math.max(
    0,
    under18Of(reported) ?? 0,
    reported.adults ?? 0,
    reported.male ?? 0,
    reported.female ?? 0,
  );
}

/** The contradictions within the counts of one source. */
export function contradictions(reported: ReportedCounts): ReportFlag[] {
  const flags: ReportFlag[] = [];
  const { total } = reported;
  if (total === undefined) flags.push('noTotal');
  const sums = breakdowns(reported);
  for (const flag of ['activitySum', 'ageSum', 'sexSum', 'originSum'] as const)
    if (total !== undefined && sums[flag] !== undefined && sums[flag] !== total) flags.push(flag);
  const partial = [under18Of(reported), reported.adults].filter((n) => n !== undefined);
  if (total !== undefined && !flags.includes('ageSum') && partial.some((n) => n > total))
    flags.push('ageSum');
  const elsewhere = /\belsewhere\D{0,20}(\d+)/i.exec(reported.note ?? '')?.[1];
  if (elsewhere !== undefined && Number(elsewhere) !== total) flags.push('otherTotal');
  return flags;
}

/** What is true of every single person of the report. */
export function trueOfAll(reported: ReportedCounts): {
  ageClass: AgeClass;
  sex: Sex;
  activity: string | null;
} {
  const all = (part: number | undefined) =>
    part !== undefined && reported.total !== undefined && reported.total > 0 && part === reported.total;
  const consistent = contradictions(reported).length === 0;
  const kinds = reported.activities ?? Object.keys(reported.byActivity ?? {});
  const only = kinds.length === 1 ? kinds[0] : undefined;
  return {
    ageClass:
      consistent && all(under18Of(reported))
        ? 'UNDER_18'
        : consistent && all(reported.adults)
          ? 'ADULT'
          : 'UNKNOWN',
    sex:
      consistent && all(reported.male) ? 'male' : consistent && all(reported.female) ? 'female' : 'unknown',
    activity: reported.activity ?? only ?? null,
  };
}

export type ReportedFigures = {
  readonly total: number;
  readonly byClass: Readonly<Record<AgeClass, number>>;
  /** By activity, as far as the source says; the age class of those is not known. */
  readonly byActivity: Readonly<Record<string, number>>;
};

/** The counts as the board takes them: exactly as stated, the rest of the total in the class "not known". */
export function reportedFigures(reported: ReportedCounts): ReportedFigures {
  const under18 = under18Of(reported) ?? 0;
  const adults = reported.adults ?? 0;
  const total = reported.total ?? certainCount(reported);
  return {
    total,
    byClass: { UNDER_18: under18, ADULT: adults, UNKNOWN: Math.max(0, total - under18 - adults) },
    byActivity: reported.byActivity ?? (reported.activity ? { [reported.activity]: total } : {}),
  };
}
