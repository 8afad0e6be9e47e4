import { expect, test } from 'vitest';
import { makeTurns, type Waiter } from '#agencies/session/turns.ts';

/** Work that ends when it is told to, and the order in which it began. */
function bench(bounds: { atOnce: number; each: number; lane: number }) {
  const inTurn = makeTurns(bounds);
  const began: string[] = [];
  const ends: (() => void)[] = [];
  const add = (name: string, who: Waiter) =>
    inTurn(who, () => {
      began.push(name);
      return new Promise<void>((end) => ends.push(end));
    }).catch((error: Error) => {
      began.push(`${name}: ${error.message}`);
    });
  const finishOne = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { began, add, finishOne };
}
const stranger = (from: string): Waiter => ({ from, known: false });

test('whoever comes behind a flood from one address waits for one of it', async () => {
  const { began, add, finishOne } = bench({ atOnce: 1, each: 20, lane: 40 });
  for (let n = 0; n < 10; n++) add(`flood ${n}`, stranger('A'));
  add('owner', stranger('B'));
  for (let n = 0; n < 3; n++) await finishOne();

  expect(began).toEqual(['flood 0', 'flood 1', 'owner', 'flood 2']);
});

test('a known device comes after one stranger at most, however many addresses wait', async () => {
  const { began, add, finishOne } = bench({ atOnce: 1, each: 5, lane: 40 });
  for (let n = 0; n < 30; n++) add(`flood ${n}`, stranger(`A${n}`));
  add('owner', { from: 'B', known: true });
  for (let n = 0; n < 2; n++) await finishOne();

  expect(began.slice(0, 3)).toContain('owner');
});

test('a full lane makes room for a new address at the cost of the longest queue; a single address has an end', async () => {
  const { began, add, finishOne } = bench({ atOnce: 1, each: 4, lane: 4 });
  for (let n = 0; n < 6; n++) add(`flood ${n}`, stranger('A'));
  add('owner', stranger('B'));
  for (let n = 0; n < 6; n++) await finishOne();

  expect(began).toEqual([
    'flood 0',
    'flood 5: busy-try-again',
    'flood 4: busy-try-again',
    'flood 1',
    'owner',
    'flood 2',
    'flood 3',
  ]);
});

test('never more at once than allowed, and a failure gives its place on', async () => {
  const inTurn = makeTurns({ atOnce: 2, each: 50, lane: 50 });
  let now = 0;
  let most = 0;
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      inTurn(stranger('A'), async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 2));
        now--;
        if (n % 3 === 0) throw new Error('failed');
      }),
    ),
  );

  expect(most).toBe(2);
  expect(results.filter((it) => it.status === 'fulfilled')).toHaveLength(13);
});
