import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostGiven, readBoundaries } from '#areas/boundaries/shapes.ts';
import { readVillages, removeBoundaries, storeBoundaries } from '#areas/boundaries/write.ts';
import { asService } from '#platform/database/service.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

const [left, right, third] = ['13.71.01.1001', '13.71.01.1002', '13.71.01.1003'] as const;
const villages = new Set([left, right, third]);
const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 0.01, y],
    [x + 0.01, y + 0.01],
    [x, y + 0.01],
    [x, y],
  ],
];
const feature = (code: unknown, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties: { NAMOBJ: 'Contoh', KDEPUM: code },
  geometry: { type, coordinates },
});
const fileOf = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const read = (text: string, property?: string) => readBoundaries({ text, villages, property });
const refusalOf = (text: string, property?: string): string => {
  try {
    read(text, property);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'taken';
};
const small = fileOf(
  feature(left, square(100.3, -0.9)),
  feature(right, [square(100.31, -0.9)], 'MultiPolygon'),
);

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('the code is found by its values, the two shapes become one kind, what is left out is listed', () => {
  const found = read(small);
  expect([...found.shapes.keys()]).toEqual([left, right]);
  expect(found.missing).toEqual([third]);
  expect(found.shapes.get(left)).toEqual({ type: 'MultiPolygon', coordinates: [square(100.3, -0.9)] });
  expect(read(fileOf(feature(1371011001, square(100.3, -0.9))), 'KDEPUM').shapes.has(left)).toBe(true);
  expect(
    read(fileOf(feature(left, square(100.3, -0.9)), feature(left, square(100.4, -0.9)))).shapes.size,
  ).toBe(1);
});

test('corners that neighbours share stay shared however coarse the grid becomes', () => {
  const wavy = Array.from({ length: 12_000 }, (_, n) => [
    100.31 + Math.sin(n / 50) / 1000,
    -0.9 + (n * 0.06) / 12_000,
  ]);
  const from = [[[100.29, -0.9], ...wavy, [100.29, -0.84], [100.29, -0.9]]];
  const to = [[[100.33, -0.9], ...wavy, [100.33, -0.84], [100.33, -0.9]]];
  const found = read(fileOf(feature(left, from), feature(right, to)));
  expect(found.kept).toBeLessThan(found.given);
  const inner = (code: string) =>
    new Set(
      found.shapes
        .get(code)
        ?.coordinates[0]?.[0]?.map(String)
        .filter((it) => it.startsWith('100.31') || it.startsWith('100.30')),
    );
  expect(inner(left)).toEqual(inner(right));
  expect(inner(left).size).toBeGreaterThan(50);
});

test('each thing that is not clear refuses the whole file in one line that says what it is', () => {
  const line = square(100.3, -0.9);
  expect(refusalOf('{')).toContain('no JSON');
  expect(refusalOf('[]')).toContain('no GeoJSON FeatureCollection');
  expect(refusalOf(fileOf())).toContain('holds no area');
  expect(refusalOf(fileOf(3))).toContain('part 1 is no Feature');
  expect(refusalOf(fileOf(feature('1371010001', line)))).toContain('(there is: NAMOBJ, KDEPUM)');
  expect(refusalOf(fileOf(feature(left, line), feature('Purus', line)))).toContain(
    'part 2 is no kelurahan code (Purus)',
  );
  expect(refusalOf(fileOf(feature(left, line), feature('13.72.01.1001', line)))).toContain(
    '1 codes are not of this city: 13.72.01.1001',
  );
  expect(refusalOf(fileOf(feature(left, [100.3, -0.9], 'Point')))).toContain('is a Point');
  expect(refusalOf(fileOf({ ...feature(left, line), geometry: null }))).toContain(`${left} has no shape`);
  expect(refusalOf(fileOf(feature(left, [[[100, 0]]])))).toContain('fewer than three');
  expect(refusalOf(fileOf(feature(left, [[['a', 0], [1], []]])))).toContain('not two numbers');
  expect(refusalOf(fileOf(feature(left, square(-0.9, 100.3))))).toContain(
    'outside Indonesia (longitude first',
  );
  expect(refusalOf(fileOf(feature(left, square(651_000, 9_900_000))))).toContain('outside Indonesia');
  const tiny = [line[0]?.map(([x = 0, y = 0]) => [100.3 + (x - 100.3) / 1e6, -0.9 + (y + 0.9) / 1e6])];
  expect(refusalOf(fileOf(feature(left, tiny)))).toContain('smaller than the grid');
  const many = Array.from({ length: mostGiven + 1 }, () => [100.3, -0.9]);
  expect(refusalOf(fileOf(feature(left, [many])))).toContain('more than 1000000 corners');
  const crowd = Array.from({ length: 40_000 }, (_, n) => [100 + (n % 200) / 100, -0.9 + n / 40_000]);
  expect(refusalOf(fileOf(feature(left, [crowd])))).toContain('simplify it first');
  expect(refusalOf(small)).toBe('taken');
});

test('the board reads what was stored, a second time changes and audits nothing, removing brings the cells back', async () => {
  const store = () =>
    asService(app.jobs, { city: '13.71', purpose: 'import' }, async (client) =>
      storeBoundaries(
        client,
        readBoundaries({ text: small, villages: await readVillages(client), property: undefined }),
        'Contoh 2026',
      ),
    );
  const audited = async () =>
    (await app.admin.query(`select act, detail from audit_rows where act like 'areas.%'`)).rows;
  const reader = await app.as('eko.kesra');
  expect((await reader.get('/api/indicators/shapes')).body).toEqual({ items: [], source: '' });

  expect(await store()).toBe(true);
  const shown = (await reader.get('/api/indicators/shapes')).body;
  expect(shown.source).toBe('Contoh 2026');
  expect(shown.items.map((item: { areaCode: string }) => item.areaCode)).toEqual([left, right]);
  expect(await store()).toBe(false);
  expect(await audited()).toEqual([
    { act: 'areas.boundaries-stored', detail: { areas: 2, given: 10, kept: 10, source: 'Contoh 2026' } },
  ]);

  const remove = () => asService(app.jobs, { city: '13.71', purpose: 'import' }, removeBoundaries);
  expect([await remove(), await remove()]).toEqual([true, false]);
  expect((await reader.get('/api/indicators/shapes')).body.items).toEqual([]);
  expect(await audited()).toHaveLength(2);
});
