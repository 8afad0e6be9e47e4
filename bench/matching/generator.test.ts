import { expect, test } from 'vitest';
import { askingsOf, registerOf } from './generator.ts';
import { memoryRegister } from './memory-register.ts';
import { muhammads } from './names.ts';
import { outcomeOf } from './outcome.ts';
import { summarise } from './summary.ts';

const register = [...registerOf(7, 5000)];
const askings = askingsOf(7, register, { returning: 400, others: 400 });

test('the same seed makes the same people and askings', () => {
  expect([...registerOf(7, 300)]).toEqual(register.slice(0, 300));
  expect(askingsOf(7, register, { returning: 400, others: 400 })).toEqual(askings);
  expect([...registerOf(8, 300)]).not.toEqual(register.slice(0, 300));
});

test('names are as common and as short as in the city', () => {
  const boys = register.filter(({ child }) => child.sex === 'male');
  const named = boys.filter(({ child }) => child.names.some((name) => muhammads.includes(name)));
  const oneWord = register.filter(({ child }) => child.names.length === 1);

  expect(named.length / boys.length).toBeGreaterThan(0.15);
  expect(oneWord.length / register.length).toBeGreaterThan(0.2);
});

test('returning children come back damaged, others are near enough to be taken for them', () => {
  const returning = askings.filter(({ kind }) => kind === 'returning');
  const damaged = returning.filter((asking) => asking.damaged.length >= 2);

  expect(damaged.length / returning.length).toBeGreaterThan(0.4);
  expect(new Set(askings.map(({ kind }) => kind))).toEqual(
    new Set(['returning', 'stranger', 'sibling', 'twin']),
  );
});

test('almost every decidable child is found again, and hardly anybody is taken for another', () => {
  const memory = memoryRegister(register);
  const summary = summarise(askings.map((asking) => outcomeOf(asking, register, memory)));

  expect(summary.decidable + summary.undecidable).toBe(400);
  expect(summary.recallAt10).toBeGreaterThan(0.98);
  expect(summary.thresholds.find(({ from }) => from === 0.9)?.precision).toBeGreaterThan(0.97);
});
