import { expect, test } from 'vitest';
import { type AgeWord, adultIsContested } from '#persons/rules.ts';

const today = '2026-11-24';
const born = (latestBirth: string, settles: AgeWord['settles'] = null): AgeWord => ({ latestBirth, settles });
const child = '2011-01-01';
const adult = '2000-01-01';

test('an adult age is contested by whatever says otherwise, until a supervisor or a document settles it', () => {
  const table: [name: string, words: AgeWord[], contested: boolean][] = [
    ['nothing else said', [], false],
    ['said twice', [born(adult), born(adult)], false],
    ['said a child before', [born(child), born(adult)], true],
    ['said a child after', [born(adult), born(child)], true],
    ['18 today', [born('2008-11-24')], false],
    ['18 tomorrow', [born('2008-11-25')], true],
    ['a document against what was said', [born(child), born(adult, 'document')], false],
    ['said again after the document', [born(adult, 'document'), born(child)], false],
    ['two documents', [born(child, 'document'), born(adult, 'document')], true],
    ['a supervisor after both', [born(child, 'document'), born(adult, 'supervisor')], false],
    ['said after the supervisor', [born(adult, 'supervisor'), born(child)], true],
    ['a document against the supervisor', [born(adult, 'supervisor'), born(child, 'document')], true],
    ['a supervisor who says child', [born(child, 'supervisor'), born(adult, 'document')], true],
  ];

  for (const [name, words, contested] of table)
    expect([name, adultIsContested(words, today)]).toEqual([name, contested]);
});
