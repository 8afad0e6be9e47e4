import { expect, test } from 'vitest';
import { waitingIn } from '#web/ui/where.ts';

test('places that lie behind one button show together what waits behind them', () => {
  const counts = new Map([
    ['/rujukan', 3],
    ['/penghapusan', 4],
    ['/kasus', 9],
  ]);
  expect(waitingIn(counts, [{ href: '/rujukan' }, { href: '/penghapusan' }, { href: '/rapat' }])).toBe(7);
  expect(waitingIn(counts, [])).toBe(0);
});
