import { expect, test } from 'vitest';
import { newId } from '#web/platform/ids.ts';

test('an id is a UUID of version 7 that sorts by the time it was made', () => {
  const early = newId(Date.parse('2026-11-24T02:38:00Z'));
  const late = newId(Date.parse('2026-11-24T02:38:01Z'));
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(early < late).toBe(true);
  expect(Number.parseInt(early.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-24T02:38:00Z'));
});
