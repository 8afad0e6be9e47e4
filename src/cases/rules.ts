import type { ReadinessAnswer } from '#cases/schema/acts.ts';
import type { LooseEnd } from '#cases/schema/reads.ts';
import { lettersIn } from '#platform/letters.ts';

/** What a closure reason asks for, as its code in the list `closure_reason` says in `extra`. */
export type ClosureGate = { readonly gate: readonly string[]; readonly aftercare: boolean };

/** Reads the gate out of a code's `extra`; a reason that says nothing asks for nothing. */
export function gateOf(extra: Readonly<Record<string, unknown>> | undefined): ClosureGate {
  const gate = extra?.gate;
  return {
    gate: Array.isArray(gate) ? gate.filter((it) => typeof it === 'string') : [],
    aftercare: extra?.aftercare === true,
  };
}

/** One line of the list `family_readiness`, and whether it may be answered with "does not apply". */
export type ReadinessLine = { readonly code: string; readonly mayNotApply: boolean };
export const shortestBestInterest = 20;

export type Closing = {
  readonly gate: ClosureGate;
  readonly readinessLines: readonly ReadinessLine[];
  readonly bestInterest: string;
  readonly readiness: Readonly<Record<string, ReadinessAnswer>>;
  readonly assessed: boolean;
  readonly looseEnds: readonly Pick<LooseEnd, 'kind'>[];
};
export type Missing =
  | 'assessment'
  | 'best_interest'
  | 'plan_lines'
  | 'referrals'
  | 'custody'
  | `readiness:${string}`;

/**
 * What is still missing before a case can be closed, in the order in which it is said. A return home asks whether the
 * family is ready and that no agency still holds the child; nobody's open work may be lost by closing.
 */
export function missingBeforeClosing(it: Closing): Missing[] {
  const asks = (what: string) => it.gate.gate.includes(what);
  const waits = (kind: LooseEnd['kind']) => it.looseEnds.some((end) => end.kind === kind);
  const missing: Missing[] = [];
  if (it.gate.gate.length > 0 && !it.assessed) missing.push('assessment');
  if (asks('best_interest') && lettersIn(it.bestInterest) < shortestBestInterest)
    missing.push('best_interest');
  if (asks('family_readiness'))
    for (const line of it.readinessLines)
      if (!isReady(line, it.readiness[line.code])) missing.push(`readiness:${line.code}`);
  if (waits('plan_line')) missing.push('plan_lines');
  if (waits('referral')) missing.push('referrals');
  if (asks('family_readiness') && waits('custody')) missing.push('custody');
  return missing;
}

function isReady(line: ReadinessLine, answer: ReadinessAnswer | undefined): boolean {
  return answer === 'yes' || (line.mayNotApply && answer === 'not_applicable');
}

/** The stages in the order of their numbers; a step never goes back by itself. */
export type StageNumber = Readonly<Record<string, number>>;

/** The later of two stages: writing an assessment late does not throw a case back. */
export function laterStage(now: string, wanted: string, numbers: StageNumber): string {
  return (numbers[wanted] ?? -1) > (numbers[now] ?? -1) ? wanted : now;
}
