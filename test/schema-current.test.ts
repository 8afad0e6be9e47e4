import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { describeSchema, describeTypes } from '#platform/database/describe.ts';
import { cloneDatabase, type TestDatabase } from '#test/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase(inject('server'));
});
afterAll(() => database.drop());

// When one of these differs: `sh bin/on24 node test/write-schema.ts`, and commit what it wrote.
test('schema.sql says what the migrations make', async () => {
  expect(readFileSync('schema.sql', 'utf8')).toBe(await describeSchema(database.admin));
});

test('the row types say what the migrations make', async () => {
  const types = readFileSync('src/platform/database/schema.generated.ts', 'utf8');
  expect(types).toBe(await describeTypes(database.admin));
});
