import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importOperations, readImportFile } from '#operations/import/operations.ts';
import { stableId } from '#operations/import/plan.ts';
import { certainCount, contradictions, reportedFigures, trueOfAll } from '#operations/rules/reported.ts';
import type { ReportedOperation } from '#operations/schema/reported.ts';
import { openTestApp, type TestApp } from '#test/app.ts';
import { tempFolder } from '#test/temp-folder.ts';

const file = 'cities/13.71/examples/operations.json';
const given: ReportedOperation[] = JSON.parse(readFileSync(file, 'utf8'));
const real = { code: '13.71', demonstration: false };
const now = new Date('2026-11-24T16:30:00Z');
const reportOf = (id: string) => given.find((one) => one.id === id)?.reported ?? {};

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('of a total that differs from its breakdown the lower number of persons is certain, and the difference is flagged', () => {
  const clowns = reportOf('padang-2022-06-08');
  expect(certainCount(clowns)).toBe(8);
  expect(contradictions(clowns)).toEqual(['activitySum', 'otherTotal']);
  expect(certainCount({ total: 10, male: 4, female: 5 })).toBe(9);
  expect(contradictions({ total: 10, male: 4, female: 5 })).toEqual(['sexSum']);
  expect(contradictions(reportOf('padang-2025-07-04'))).toEqual([]);
});

test('a person of a report carries only what is true of every one of them', () => {
  expect(trueOfAll(reportOf('padang-2020-07-13'))).toEqual({
    ageClass: 'UNKNOWN',
    sex: 'unknown',
    activity: 'BUSKING',
  });
  expect(trueOfAll(reportOf('padang-2025-07-04'))).toEqual({
    ageClass: 'UNKNOWN',
    sex: 'unknown',
    activity: null,
  });
  expect(trueOfAll({ total: 3, under18: 3, female: 3 })).toEqual({
    ageClass: 'UNDER_18',
    sex: 'female',
    activity: null,
  });
  expect(trueOfAll({ total: 3, under18: 3, adults: 1 }).ageClass).toBe('UNKNOWN');
});

test('the board takes the counts as stated, what is not said of age stays not known', () => {
  expect(reportedFigures(reportOf('padang-2025-07-04'))).toMatchObject({
    total: 36,
    byClass: { UNDER_18: 17, ADULT: 19, UNKNOWN: 0 },
  });
  expect(reportedFigures(reportOf('padang-2019-07-01')).byClass).toEqual({
    UNDER_18: 0,
    ADULT: 0,
    UNKNOWN: 18,
  });
});

test('a file with a broken letter is refused in one line and nothing of it is read; whole it is read', async () => {
  const folder = tempFolder('import');
  const whole = Buffer.from(JSON.stringify([{ ...given[0], source: 'Café Padang' }]));
  const at = whole.indexOf(Buffer.from('é'));
  const broken = Buffer.concat([whole.subarray(0, at), Buffer.from([0xe9]), whole.subarray(at + 2)]);
  await writeFile(join(folder, 'whole.json'), whole);
  await writeFile(join(folder, 'broken.json'), broken);

  expect(() => readImportFile(join(folder, 'broken.json'))).toThrowError(
    /broken\.json cannot be read as a list of operations \(.*not valid for encoding utf-8\); nothing was stored\.$/,
  );
  expect(readImportFile(join(folder, 'whole.json'))).toMatchObject([{ source: 'Café Padang' }]);
  await rm(folder, { recursive: true, force: true });
});

test('a demonstration refuses reports of real operations', async () => {
  await expect(
    importOperations(app.jobs, { ...real, demonstration: true }, given, now),
  ).rejects.toMatchObject({
    code: 'import-demonstration',
  });
});

test('reported operations are stored as reported, once, with nothing invented', async () => {
  const before = await counts();
  const first = await importOperations(app.jobs, real, readImportFile(file), now);
  expect(first.map((one) => one.outcome)).toEqual(given.map(() => 'stored'));
  expect(first.map((one) => one.persons)).toEqual([18, 4, 3, 15, 8, 8, 7, 31, 36]);
  const stored = await app.admin.query(
    'select external_id, reported, original, source, path, flags from operation_reports order by external_id',
  );
  for (const row of stored.rows) {
    const its = given.find((one) => one.id === row.external_id);
    expect(row.original).toEqual(its);
    expect(row.reported).toEqual(its?.reported);
    expect(row.path).toEqual(its?.path);
    expect(row.source).toBe(its?.source);
  }
  expect(stored.rows.find((row) => row.external_id === 'padang-2022-06-08')?.flags).toEqual([
    'activitySum',
    'otherTotal',
  ]);
  const after = await counts();
  expect(after).toEqual({
    ...before,
    operations: before.operations + 9,
    encounters: before.encounters + 130,
    placeholders: 130,
  });

  const again = await importOperations(app.jobs, real, readImportFile(file), now);
  expect(again.every((one) => one.outcome === 'unchanged')).toBe(true);
  expect(await counts()).toEqual(after);
});

test('a record that cannot be stored is named with its reason, and the others are stored', async () => {
  const other = { ...given[0], id: 'other-source-1', lead: 'NOBODY' };
  const fits = { ...other, lead: 'SATPOL_PP' };
  const done = await importOperations(
    app.jobs,
    real,
    [
      { id: 'no-date', kind: 'raid', lead: 'SATPOL_PP', reported: { total: 3 } },
      other,
      { ...fits, id: 'other-source-2', kind: 'party' },
      { ...fits, id: 'other-source-3', date: '2023-02-30' },
      { ...given[1], reported: { total: 5 } },
      { ...fits, id: 'other-source-4', place: { district: '99.99.99' }, legalBasis: ['?'] },
      { ...fits, id: 'other\0source' },
      { ...fits, id: 'other-source-5', path: ['Mako', 'Dinas\0'] },
      { ...fits, id: 'other-source-6', more: { 'a\ud83d': 1 } },
      // In Padang it is 23.30 on the 24th.
      { ...fits, id: 'other-source-7', date: '2026-11-25' },
      { ...fits, id: 'other-source-8', date: '2026-11-24' },
      'no record',
    ],
    now,
  );
  expect(done.map((one) => [one.outcome, one.why?.unusable, one.why?.at])).toEqual([
    ['unusable', 'shape', '/date'],
    ['unusable', 'leadUnknown', 'NOBODY'],
    ['unusable', 'kindUnknown', 'party'],
    ['unusable', 'dateImpossible', '2023-02-30'],
    ['differs', undefined, undefined],
    ['stored', undefined, undefined],
    ['unusable', 'brokenText', '/id'],
    ['unusable', 'brokenText', '/path/1'],
    ['unusable', 'brokenText', '/more'],
    ['unusable', 'dateAhead', '2026-11-25'],
    ['stored', undefined, undefined],
    ['unusable', 'shape', '/'],
  ]);
  expect(done[5]?.flags).toEqual(['legalBasisUnknown', 'areaUnknown']);
});

test('on 4 July 2025 the report says 36 persons, 17 of them under 18, and where the 36 were from', async () => {
  const coordinator = await app.as('eko.kesra');
  const id = stableId('padang-2025-07-04');
  const { body } = await coordinator.get(`/api/operations/${id}/report`);
  expect(body.report).toMatchObject({
    day: '2025-07-04',
    flags: [],
    placeholders: 36,
    reported: { total: 36, under18: 17, originCounts: { Padang: 31, 'Padang Pariaman': 2, Pasaman: 3 } },
  });
  const reportedCounts = { encounters: 36, under18: 17, adults: 19, unknown: 0, unaccounted: 0 };
  expect((await coordinator.get(`/api/operations/${id}`)).body.counts).toEqual(reportedCounts);
  for (const username of ['eko.kesra', 'rina.lapangan'] as const) {
    const { body: page } = await (await app.as(username)).get('/api/operations?state=reported');
    const listed = page.items.find((it: { operationId: string }) => it.operationId === id);
    expect(listed.counts).toEqual(reportedCounts);
  }
  const board = await coordinator.get('/api/indicators/board?period=2025-07');
  expect(board.body.reported).toMatchObject({
    operations: 1,
    total: 36,
    UNDER_18: 17,
    ADULT: 19,
    UNKNOWN: 0,
  });
  expect(board.body.met).toMatchObject({ children: 0, encounters: 0 });
  const nobody = await app.as('uni.lkaam');
  expect((await nobody.get(`/api/operations/${id}/report`)).status).toBe(403);
});

async function counts() {
  const found = await app.admin.query(`
    select (select count(*)::int from operations) as operations, (select count(*)::int from encounters) as encounters,
           (select count(*)::int from encounters where from_report and person_id is null) as placeholders,
           (select count(*)::int from persons) as persons, (select count(*)::int from custody_intervals) as custody,
           (select count(*)::int from cases) as cases`);
  return found.rows[0];
}
