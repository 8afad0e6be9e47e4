import { highlightFrom } from '#persons/match/weights.ts';
import type { Outcome } from './outcome.ts';

export const thresholds = [0.3, 0.5, 0.7, 0.8, 0.9, highlightFrom, 0.95, 0.98, 0.99, 0.995] as const;

/** The figures of one evaluation. Shares are of 1. */
export type Summary = {
  readonly returning: number;
  readonly decidable: number;
  readonly undecidable: number;
  readonly damagedInTwo: number;
  readonly recallAt10: number;
  readonly recallAt1: number;
  readonly retrieved: number;
  readonly undecidableRecallAt10: number;
  readonly overallRecallAt10: number;
  readonly byDamage: readonly {
    readonly damaged: number;
    readonly asked: number;
    readonly recallAt10: number;
  }[];
  readonly falseByKind: Readonly<
    Record<Outcome['kind'], { readonly asked: number; readonly highlighted: number }>
  >;
  readonly thresholds: readonly {
    readonly from: number;
    readonly precision: number;
    readonly recall: number;
    readonly highlighted: number;
    readonly precisionAtMix: number;
  }[];
};

/** Returning children among all askings, when the mix of the bench is weighed to that of a city. */
export const cityReturns = 0.2;

export function summarise(outcomes: readonly Outcome[]): Summary {
  const returning = outcomes.filter(({ kind }) => kind === 'returning');
  const decidable = returning.filter(({ shared }) => shared.length >= 2);
  const undecidable = returning.filter(({ shared }) => shared.length < 2);
  const others = outcomes.filter(({ kind }) => kind !== 'returning');
  const within = (list: readonly Outcome[], place: number) =>
    share(list.filter((one) => one.place !== null && one.place <= place).length, list.length);
  return {
    returning: returning.length,
    decidable: decidable.length,
    undecidable: undecidable.length,
    damagedInTwo: share(returning.filter(({ damaged }) => damaged >= 2).length, returning.length),
    recallAt10: within(decidable, 10),
    recallAt1: within(decidable, 1),
    retrieved: within(decidable, Number.POSITIVE_INFINITY),
    undecidableRecallAt10: within(undecidable, 10),
    overallRecallAt10: within(returning, 10),
    byDamage: [0, 1, 2, 3, 4].map((damaged) => {
      const some = decidable.filter((one) => one.damaged === damaged);
      return { damaged, asked: some.length, recallAt10: within(some, 10) };
    }),
    falseByKind: {
      returning: falseOf(outcomes, 'returning'),
      stranger: falseOf(outcomes, 'stranger'),
      sibling: falseOf(outcomes, 'sibling'),
      twin: falseOf(outcomes, 'twin'),
    },
    thresholds: thresholds.map((from) => {
      const put = (list: readonly Outcome[]) =>
        list.filter(({ first }) => first !== null && first.probability >= from);
      const right = put(decidable).filter(({ first }) => first?.isTruth).length;
      const allPut = put(returning);
      const rightPut = allPut.filter(({ first }) => first?.isTruth).length;
      const falsePut = put(others).length;
      const perOther = (((1 - cityReturns) / cityReturns) * returning.length) / Math.max(1, others.length);
      return {
        from,
        precision: share(rightPut, allPut.length + falsePut),
        recall: share(right, decidable.length),
        highlighted: share(put(decidable).length, decidable.length),
        precisionAtMix: share(rightPut, allPut.length + falsePut * perOther),
      };
    }),
  };
}

function falseOf(outcomes: readonly Outcome[], kind: Outcome['kind']) {
  const some = outcomes.filter((one) => one.kind === kind);
  const wrong = some.filter(({ first }) => first && !first.isTruth && first.probability >= highlightFrom);
  return { asked: some.length, highlighted: wrong.length };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
