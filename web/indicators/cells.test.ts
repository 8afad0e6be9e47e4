import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaOf, cellsOf, clipConvex, type Point } from '#web/indicators/cells.ts';

const clip = { south: -1.13, north: -0.75, west: 100.28, east: 100.58 };
const site = fc.record({
  latitude: fc.integer({ min: -1120, max: -760 }).map((n) => n / 1000),
  longitude: fc.integer({ min: 290, max: 570 }).map((n) => 100 + n / 1000),
});
const sites = fc
  .uniqueArray(site, { minLength: 4, maxLength: 60, selector: (it) => `${it.latitude} ${it.longitude}` })
  .map((list) => list.map((it, n) => ({ ...it, code: String(n) })));

test('every kelurahan has a cell of its own, round its point, and no two lie over each other', () => {
  fc.assert(
    fc.property(sites, (list) => {
      const cells = cellsOf(list, clip);
      expect(cells.map((cell) => cell.code)).toEqual(list.map((it) => it.code));
      for (const cell of cells) {
        expect(Math.abs(areaOf(cell.outline))).toBeGreaterThan(0);
        expect(Math.abs(areaOf(cell.outline)) / 2).toBeLessThan(Math.PI * 2.8 * 2.8 + 0.01);
        for (const [x, y] of cell.outline)
          expect(Math.hypot(x - cell.centre[0], y - cell.centre[1])).toBeLessThan(2.801);
      }
      const [one, ...others] = cells;
      for (const other of others)
        if (one) expect(Math.abs(areaOf(clipConvex(one.outline, other.outline)))).toBeLessThan(1e-6);
    }),
    { numRuns: 60 },
  );
});

test('what is cut from a square by its half is half of it', () => {
  const square: Point[] = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
  ];
  const half: Point[] = [
    [1, -1],
    [5, -1],
    [5, 5],
    [1, 5],
  ];
  expect(areaOf(clipConvex(square, half)) / 2).toBeCloseTo(2);
  expect(areaOf(clipConvex(square, half.toReversed())) / 2).toBeCloseTo(2);
});
