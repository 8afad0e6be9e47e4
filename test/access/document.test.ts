import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accessPage, accessText } from '#test/access/document.ts';

test('docs/access.md says what the code does (write it anew: sh bin/on24 node test/access/document.ts)', async () => {
  expect(readFileSync(accessPage, 'utf8')).toBe(await accessText());
});
