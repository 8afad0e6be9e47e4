import { expect, test } from 'vitest';
import { clockOf } from '#web/ui/clock.tsx';

const hour = 3_600_000;
const now = Date.parse('2026-11-24T02:38:00Z');

test('a clock is open, then soon in its last quarter, then over', () => {
  const limit = { since: now - 8 * hour, due: now + 16 * hour };
  expect(clockOf(limit, now).form).toBe('open');
  expect(clockOf(limit, now + 11 * hour).form).toBe('soon');
  expect(clockOf(limit, now + 17 * hour).form).toBe('over');
});

test('the disc shows the share of time that is left', () => {
  expect(clockOf({ since: now - 6 * hour, due: now + 6 * hour }, now).share).toBeCloseTo(0.5);
});

test('without a beginning, the last four hours are soon', () => {
  expect(clockOf({ due: now + 5 * hour }, now).form).toBe('open');
  expect(clockOf({ due: now + 3 * hour }, now).form).toBe('soon');
});

test('what is done or paused is never late', () => {
  expect(clockOf({ due: now - hour, doneAt: now - 2 * hour }, now).form).toBe('done');
  expect(clockOf({ due: now - hour, paused: true }, now).form).toBe('paused');
});
