import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, fewest, mapClass, mapClasses, medianOf, monthAfter, spanOf } from '#indicators/rules.ts';

const months = ['2026-01-01', '2026-02-01'];
const met = fc
  .record({ children: fc.integer({ min: 0, max: 5000 }), more: fc.integer({ min: 0, max: 20_000 }) })
  .map(({ children, more }) => ({
    children,
    encounters: children === 0 ? 0 : children + more,
    new: 0,
    returned: 0,
  }));

test('what the sentence says of the children is so by the figures it shows', () => {
  fc.assert(
    fc.property(met, met, (now, before) => {
      const it = compare({ now, before }, months, '2020-01-01');
      if (it.verdict !== 'told') {
        expect([it.children, it.perChild]).toEqual(['flat', 'flat']);
        expect(Math.min(now.children, before.children)).toBeLessThan(fewest);
        return;
      }
      if (it.children === 'up') expect(now.children).toBeGreaterThanOrEqual(before.children * 1.1);
      if (it.children === 'down') expect(now.children).toBeLessThanOrEqual(before.children * 0.9);
      const [rate, rateBefore] = [now.encounters / now.children, before.encounters / before.children];
      if (it.perChild === 'up') expect(rate).toBeGreaterThan(rateBefore);
      if (it.perChild === 'down') expect(rate).toBeLessThan(rateBefore);
      if (it.children === 'flat') {
        const change = Math.abs(now.children - before.children);
        const noise = 2 * Math.sqrt(now.children + before.children);
        expect(change < before.children * 0.1 || change < noise).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('small numbers, a first year and an unfinished month tell nothing', () => {
  const some = { children: 300, encounters: 420, new: 0, returned: 0 };
  const few = { children: fewest - 1, encounters: 400, new: 0, returned: 0 };
  const none = { children: 0, encounters: 0, new: 0, returned: 0 };
  expect(compare({ now: some, before: few }, months, '2020-01-01').verdict).toBe('tooFew');
  expect(compare({ now: few, before: some }, months, '2020-01-01').verdict).toBe('tooFew');
  expect(compare({ now: some, before: none }, months, '2020-01-01').verdict).toBe('noBefore');
  expect(compare({ now: some, before: some }, [], '2020-01-01').verdict).toBe('notOver');
  expect(compare({ now: some, before: some }, months, '2020-01-01')).toMatchObject({
    verdict: 'told',
    children: 'flat',
    perChild: 'flat',
  });
  expect(
    compare({ now: { ...some, children: 400, encounters: 560 }, before: some }, months, '2020-01-01'),
  ).toMatchObject({
    children: 'up',
    perChild: 'flat',
  });
  expect(compare({ now: { ...some, encounters: 600 }, before: some }, months, '2020-01-01')).toMatchObject({
    children: 'flat',
    perChild: 'up',
  });
});

test('a running year is compared by its complete months, with the same months of the year before', () => {
  expect(spanOf('2026', '2026-11-24')).toMatchObject({
    from: '2026-01-01',
    to: '2027-01-01',
    compared: Array.from({ length: 10 }, (_, n) => monthAfter('2026-01-01', n)),
  });
  expect(spanOf('2026', '2026-01-31').compared).toEqual([]);
  expect(spanOf('2025', '2026-01-31').compared).toHaveLength(12);
  expect(spanOf('2026-07', '2026-11-24')).toMatchObject({
    from: '2026-07-01',
    to: '2026-08-01',
    compared: ['2026-07-01'],
  });
  expect(spanOf('2026-11', '2026-11-24').compared).toEqual([]);
  expect(monthAfter('2026-01-01', -1)).toBe('2025-12-01');
});

test('the median of counted values is that of the values written out', () => {
  const counts = fc.array(
    fc.record({ value: fc.integer({ min: 0, max: 40 }), n: fc.integer({ min: 0, max: 5 }) }),
    {
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(counts, (list) => {
      const all = list.flatMap((one) => Array(one.n).fill(one.value)).toSorted((a, b) => a - b);
      const half = all.length / 2;
      const wanted =
        all.length === 0
          ? null
          : all.length % 2 === 1
            ? all[Math.floor(half)]
            : (all[half - 1] + all[half]) / 2;
      expect(medianOf(list)).toBe(wanted);
    }),
  );
});

test('more encounters are never drawn lighter, and none is always the lightest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 104 }), (counts) => {
      const bounds = mapClasses(counts);
      const sorted = counts.toSorted((a, b) => a - b);
      const classes = sorted.map((count) => mapClass(count, bounds));
      expect(classes.toSorted((a, b) => a - b)).toEqual(classes);
      for (const [n, count] of sorted.entries()) expect(classes[n] === 0).toBe(count === 0);
      if ((sorted.at(-1) ?? 0) > 0) expect(classes.at(-1)).toBe(5);
    }),
  );
});

test('with a year before that was recorded only in part nothing is compared', () => {
  const some = { children: 300, encounters: 420, new: 0, returned: 0 };
  const year = spanOf('2024', '2026-11-24').compared;
  const verdict = (begins: string | null, span = year) =>
    compare({ now: some, before: { ...some, children: 30, encounters: 42 } }, span, begins).verdict;

  expect([verdict('2023-11-25'), verdict('2023-01-08'), verdict(null)]).toEqual(Array(3).fill('partBefore'));
  expect([verdict('2023-01-07'), verdict('2022-06-01')]).toEqual(['told', 'told']);
  const november = spanOf('2024-11', '2026-11-24').compared;
  expect([verdict('2023-11-25', november), verdict('2023-10-30', november)]).toEqual(['partBefore', 'told']);
});
