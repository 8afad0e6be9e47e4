import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenKeyOf } from '../names/token-key.ts';
import type { CandidateRow } from './compare.ts';
import { bornBetween, informativeFields, type MatchIdentity } from './identity.ts';
import { tokensOfPerson } from './person-tokens.ts';
import { type MatchQuery, queryOf } from './query-tokens.ts';
import { scoreCandidates, strengthOf } from './score.ts';
import { searchTokens } from './search-tokens.ts';

const key = tokenKeyOf(new Uint8Array(32).fill(7));
const recorded = {
  names: ['Muhammad Rizki Pratama'],
  aliases: ['Iki'],
  sex: 'male',
  birthFrom: '2011-03-01',
  birthTo: '2012-02-29',
  mother: ['Yulia Wati'],
  father: ['Syafrizal'],
  origin: '13.05',
  companions: ['Dodi'],
} as const satisfies MatchIdentity;

/** What the database function answers, for one record. */
function asked(query: MatchQuery, identity: MatchIdentity, personId = 'a'): CandidateRow {
  const signature = new Set(tokensOfPerson(identity, key).signature);
  const known = identity.sex && identity.sex !== 'unknown' && query.sex !== 'unknown';
  return {
    personId,
    agrees: query.marks.filter((mark) => signature.has(mark)),
    sexAgrees: known ? identity.sex === query.sex : null,
    ageGap: query.birthFrom && identity.birthFrom ? 0 : null,
  };
}

function scored(typed: MatchIdentity, ...records: readonly MatchIdentity[]) {
  const query = queryOf(typed, key);
  const register = { population: 1000, shares: query.marks.map(() => 0.002) };
  return scoreCandidates(
    query,
    records.map((record, at) => asked(query, record, String(at))),
    register,
  );
}

test('the same child is very likely the same', () => {
  const [hint] = scored(recorded, recorded);

  expect(hint?.strength).toBe('veryLikely');
  expect(hint?.highlight).toBe(true);
  expect(hint?.fields).toMatchObject({
    name: 'yes',
    sex: 'yes',
    age: 'yes',
    mother: 'yes',
    father: 'yes',
    origin: 'yes',
  });
});

test('another spelling, a short name and a slip of the pen still agree', () => {
  const [hint] = scored(
    { names: ['M. Rizqy Pratma'], mother: ['Joelia Wati'], father: ['Sjafrijal'], sex: 'male' },
    recorded,
  );

  expect(hint?.fields).toEqual({ name: 'near', sex: 'yes', mother: 'yes', father: 'yes' });
  expect(hint?.strength).not.toBe('weak');
});

test('a second record of the same child, under an open question or joined, takes nothing from the hint', () => {
  const query = queryOf(recorded, key);
  const register = { population: 1000, shares: query.marks.map(() => 0.002) };
  const [one, second] = [asked(query, recorded, 'a'), asked(query, recorded, 'b')];

  const alone = scoreCandidates(query, [one], register);
  const apart = scoreCandidates(query, [one, second], register);
  const linked = [
    { ...one, oneWith: ['b'] },
    { ...second, oneWith: ['a'] },
  ];
  const asOne = scoreCandidates(query, linked, register);

  expect(alone[0]?.strength).toBe('veryLikely');
  expect(apart[0]?.strength).toBe('likely');
  expect(asOne[0]?.probability).toBe(alone[0]?.probability);
  expect(asOne.map(({ highlight }) => highlight)).toEqual([true, false]);
});

test('a doubt about twins joins neither twin with the other: both stay as unsure as before', () => {
  const query = queryOf(recorded, key);
  const register = { population: 1000, shares: query.marks.map(() => 0.002) };
  const rows = ['a', 'b', 'own'].map((id) => asked(query, recorded, id));
  const [one, other, own] = rows as [CandidateRow, CandidateRow, CandidateRow];

  const hints = scoreCandidates(
    query,
    [
      { ...one, oneWith: ['own'] },
      { ...other, oneWith: ['own'] },
      { ...own, oneWith: ['a', 'b'] },
    ],
    register,
  );

  expect(hints.map(({ personId, strength }) => [personId, strength])).toEqual([
    ['a', 'likely'],
    ['b', 'likely'],
    ['own', 'veryLikely'],
  ]);
});

test('a brother with the same parents is not put forward', () => {
  const brother = { ...recorded, names: ['Fajar Hidayat'], aliases: ['Jay'], companions: [] };

  const [hint] = scored({ ...recorded, aliases: [], companions: [] }, brother);

  expect(hint?.highlight).toBe(false);
  expect(hint?.fields.name).toBe('no');
});

test('of twins the one whose name was typed comes first', () => {
  const hints = scored(
    { names: ['Rizka'], mother: ['Yulia Wati'], father: ['Syafrizal'] },
    { ...recorded, names: ['Rizki'], aliases: [] },
    { ...recorded, names: ['Rizka'], aliases: [] },
  );

  expect(hints[0]?.personId).toBe('1');
});

test('fewer than two informative fields decide nothing', () => {
  expect(informativeFields({ names: ['Muhammad'], mother: ['Siti'], sex: 'male' })).toEqual([]);
  expect(informativeFields({ names: ['Rizki'], origin: '13.71' }, { home: '13.71' })).toEqual(['name']);
  expect(informativeFields({ names: ['Rizki'], origin: '13.05' }, { home: '13.71' })).toEqual([
    'name',
    'origin',
  ]);
  expect(scored({ names: ['Rizki'], sex: 'male' }, recorded)).toEqual([]);
});

test('marks are not looked at unless the asker may use them', () => {
  const typed = { names: ['Rizki'], mother: ['Yulia'], marks: ['scar-left-hand'] };

  const without = queryOf(typed, key);
  const allowed = queryOf(typed, key, { marksAllowed: true });

  expect(without).toEqual(queryOf({ names: ['Rizki'], mother: ['Yulia'] }, key));
  expect(allowed.typed).toContain('marks');
});

test('a hint depends on typed fields only', () => {
  const fields = ['names', 'aliases', 'mother', 'father', 'origin', 'companions'] as const;
  fc.assert(
    fc.property(fc.subarray([...fields], { minLength: 2 }), (typedFields) => {
      const typed: MatchIdentity = Object.fromEntries(typedFields.map((field) => [field, recorded[field]]));
      const others: MatchIdentity = Object.fromEntries(
        Object.entries(recorded).filter(([field]) => field in typed),
      );
      const called = typedFields.includes('names') || typedFields.includes('aliases');
      const cut = called ? { ...others, names: recorded.names, aliases: recorded.aliases } : others;

      expect(scored(typed, recorded)).toEqual(scored(typed, cut));
    }),
  );
});

test('a rarer name weighs more', () => {
  const query = queryOf({ names: ['Rizki'], mother: ['Yulia'] }, key);
  const shares = (share: number) => ({ population: 1000, shares: query.marks.map(() => share) });
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.1, noNaN: true }), (share) => {
      const [rare] = scoreCandidates(query, [asked(query, recorded)], shares(share));
      const [common] = scoreCandidates(query, [asked(query, recorded)], shares(share * 2));
      expect(rare?.score).toBeGreaterThan(common?.score ?? 0);
    }),
  );
});

test('who is asked about and who is on record may change places for equal fields', () => {
  const word = fc.constantFrom('Rizki', 'Fajar', 'Rahmat', 'Yusuf', 'Zainal', 'Andika');
  const child = fc.record({ names: fc.tuple(word), mother: fc.tuple(word), father: fc.tuple(word) });
  fc.assert(
    fc.property(child, child, (one, other) => {
      expect(scored(one, other)[0]?.fields).toEqual(scored(other, one)[0]?.fields);
    }),
  );
});

test('no field typed tells another field, and strength has three steps', () => {
  expect(scored({ names: ['Rizki'], mother: ['Yulia'] }, recorded)[0]?.fields).toEqual({
    name: 'yes',
    mother: 'yes',
  });
  expect([0.01, 0.5, 0.99].map(strengthOf)).toEqual(['weak', 'likely', 'veryLikely']);
});

test('a stated age becomes the days of birth that fit it', () => {
  expect(bornBetween({ age: 13, giveOrTake: 1, on: '2026-07-10' })).toEqual({
    birthFrom: '2011-07-11',
    birthTo: '2014-07-10',
  });
});

test('a search asks for every word, whatever its spelling', () => {
  const rows = new Set(tokensOfPerson(recorded, key).rows.map(({ token }) => token));
  const found = (text: string) =>
    searchTokens(text, key).every((word) => word.some((token) => rows.has(token)));

  expect(found('mohd. risqi')).toBe(true);
  expect(found('Rizki Pratama')).toBe(true);
  expect(found('Rizki Hidayat')).toBe(false);
});

test('a child without a name leaves no row to be found by', () => {
  expect(tokensOfPerson({ sex: 'male', birthFrom: '2012-01-01', birthTo: '2014-12-31' }, key).rows).toEqual(
    [],
  );
});
