import { expect, test } from 'vitest';
import type { PersonRecord } from '#persons/schema.ts';
import { check, fieldMeant, inputOf, valuesOf } from '#web/persons/identity-values.ts';

const record: PersonRecord = {
  person: {
    kind: 'known',
    personId: '01890000-0000-7000-8000-000000000001',
    sex: 'male',
    ageLow: null,
    ageHigh: null,
    ageSource: null,
    ageClass: 'UNDER_18',
    standing: 'caseTeam',
    lastMetAt: null,
    name: 'Zaki, S.Pd',
    aliases: ['Jek', 'Ujang, Kecil'],
    initials: 'Z',
  },
  ages: [],
  originArea: null,
  residenceArea: null,
  details: { names: ['Zaki, S.Pd', 'Zaki Ramadhan, dari Solok'], kin: [], marks: ['bekas luka, kiri'] },
  sameAs: [],
  version: 3,
  abilities: [],
};
const stored = valuesOf(record);
const many = (count: number) => Array.from({ length: count }, (_, n) => `nama${n}`).join(', ');

test('a name stored with a comma in it stays one name when the form is saved as it was opened', () => {
  const { identity } = inputOf(stored, record);

  expect(identity.names).toEqual(['Zaki, S.Pd', 'Zaki Ramadhan, dari Solok']);
  expect(identity.aliases).toEqual(['Jek', 'Ujang, Kecil']);
  expect(identity.marks).toEqual(['bekas luka, kiri']);
  const more = inputOf({ ...stored, aliases: 'Ujang,  Kecil , Am,, Kecil' }, record);
  expect(more.identity.aliases).toEqual(['Ujang, Kecil', 'Am', 'Kecil']);
});

test('too many names and too long ones are said at their own field', () => {
  const wrong = (change: Partial<typeof stored>) =>
    Object.entries(check({ ...stored, ...change }, record)).flatMap(([name, said]) => (said ? [name] : []));

  expect(wrong({})).toEqual([]);
  expect(wrong({ otherNames: many(4), aliases: many(10), marks: many(10) })).toEqual([]);
  expect(wrong({ otherNames: many(5) })).toEqual(['otherNames']);
  expect(wrong({ name: '', otherNames: many(5) })).toEqual([]);
  expect(wrong({ aliases: many(11), marks: many(11) })).toEqual(['aliases', 'marks']);
  expect(wrong({ aliases: 'a'.repeat(61), marks: 'a'.repeat(120), otherNames: 'a'.repeat(121) })).toEqual([
    'otherNames',
    'aliases',
  ]);
});

test('what the server says of a name leads to the field where it was typed', () => {
  expect(fieldMeant('identity.names.0', stored)).toBe('name');
  expect(fieldMeant('identity.names.1', stored)).toBe('otherNames');
  expect(fieldMeant('identity/names/0', { ...stored, name: '' })).toBe('otherNames');
  expect(fieldMeant('identity.names', { ...stored, otherNames: '' })).toBe('name');
  expect(fieldMeant('identity', stored)).toBe('nameReason');
  expect(fieldMeant('identity.kin.1.phone', stored)).toBe('identity.kin.1.phone');
});
