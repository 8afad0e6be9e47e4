import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { lints } from '#test/catalog-lint.ts';
import { cloneDatabase, type TestDatabase } from '#test/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase(inject('server'));
});
afterAll(() => database.drop());

type Found = { readonly found: string };

test.for(lints)('$rule', async ({ query, allowed, violation }) => {
  const client = await database.admin.connect();
  try {
    const asIs = (await client.query<Found>(query)).rows.map((row) => row.found);
    await client.query('begin');
    await client.query(violation);
    const broken = (await client.query<Found>(query)).rows.map((row) => row.found);
    await client.query('rollback');

    expect(asIs.filter((found) => !(found in allowed))).toEqual([]);
    expect(Object.keys(allowed).filter((name) => !asIs.includes(name))).toEqual([]);
    expect(broken.filter((found) => !asIs.includes(found))).not.toEqual([]);
  } finally {
    client.release();
  }
});

test('the database is a version without the known holes in row security', async () => {
  const found = await database.admin.query<{ n: number }>(
    `select current_setting('server_version_num')::int as n`,
  );
  const n = found.rows[0]?.n ?? 0;
  const least = { 15: 150014, 16: 160010, 17: 170006 }[Math.floor(n / 10000)] ?? 180000;

  expect(n).toBeGreaterThanOrEqual(least);
});
