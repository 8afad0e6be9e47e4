import { expect, test } from 'vitest';
import { type AgeWord, birthRange, protectedAge } from '#persons/rules.ts';
import type { AgeClass } from '#platform/schemas.ts';

const today = '2026-11-24';
type Settles = AgeWord['settles'];
const born = (day: string, settles: Settles = null): Omit<AgeWord, 'at'> => ({
  kind: settles === 'document' ? 'documented' : 'stated',
  born: { from: day, to: day },
  onDate: today,
  settles,
});
const assessed = (yearsLow: number, yearsHigh: number): Omit<AgeWord, 'at'> => ({
  kind: 'assessed',
  born: birthRange({ birthDate: null, yearsLow, yearsHigh, onDate: today }),
  onDate: today,
  settles: null,
});
const child = '2011-01-01';
const adult = '2000-01-01';

test('whoever is adult by one word and not by another is of unknown age, until it is settled: by a document too, but not against a child', () => {
  const table: [name: string, words: Omit<AgeWord, 'at'>[], ageClass: AgeClass, contested: boolean][] = [
    ['nothing said', [], 'UNKNOWN', false],
    ['said twice', [born(adult), born(adult)], 'ADULT', false],
    ['said a child twice', [born(child), born('2012-01-01')], 'UNDER_18', false],
    ['said a child before', [born(child), born(adult)], 'UNKNOWN', true],
    ['said a child after', [born(adult), born(child)], 'UNKNOWN', true],
    ['seen as a child before', [assessed(13, 15), born(adult)], 'UNKNOWN', true],
    ['seen as perhaps a child before', [assessed(16, 20), born(adult)], 'UNKNOWN', true],
    ['perhaps a child, then a child', [assessed(16, 20), born(child)], 'UNKNOWN', false],
    ['said a child, seen as one', [born(child), assessed(13, 15)], 'UNDER_18', false],
    ['18 today', [born('2008-11-24')], 'ADULT', false],
    ['18 tomorrow', [born('2008-11-25')], 'UNDER_18', false],
    ['a document that makes an adult', [born(child), born(adult, 'document')], 'UNKNOWN', true],
    [
      'a document of a child against what was said',
      [born(child, 'document'), born(adult)],
      'UNDER_18',
      false,
    ],
    ['said again after the document', [born(adult, 'document'), born(child)], 'UNKNOWN', true],
    ['two documents', [born(child, 'document'), born(adult, 'document')], 'UNKNOWN', true],
    ['a supervisor after both', [born(child, 'document'), born(adult, 'supervisor')], 'ADULT', false],
    ['said after the supervisor', [born(adult, 'supervisor'), born(child)], 'UNKNOWN', true],
    [
      'a document against the supervisor',
      [born(adult, 'supervisor'), born(child, 'document')],
      'UNKNOWN',
      true,
    ],
    ['a supervisor who says child', [born(child, 'supervisor'), born(adult, 'document')], 'UNKNOWN', true],
    ['a supervisor twice', [born(child, 'supervisor'), born(adult, 'supervisor')], 'ADULT', false],
  ];

  for (const [name, words, ageClass, contested] of table) {
    const inTurn = words.map((it, at) => ({ ...it, at }));
    expect([name, protectedAge(inTurn, today)]).toEqual([name, { ageClass, contested }]);
    // The order in which they are read does not matter: the time of recording does.
    expect(protectedAge(inTurn.toReversed(), today)).toEqual({ ageClass, contested });
  }
});

test('two words of one supervisor recorded together settle nothing between them', () => {
  const together = [born(adult, 'supervisor'), born(child, 'supervisor')].map((it) => ({ ...it, at: 1 }));

  expect(protectedAge(together, today).ageClass).toBe('UNKNOWN');
  expect(protectedAge(together.slice(0, 1), today).ageClass).toBe('ADULT');
});
