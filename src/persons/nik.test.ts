import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastFourOf, readNik, syntheticNik } from './nik.ts';
import { birthRange } from './rules.ts';

const today = '2026-11-24';
const day = (birth: string) => ({ from: birth, to: birth });

test("a girl's number has forty added to the day of birth", () => {
  expect(readNik('1371034507100001', { today })).toMatchObject({
    valid: true,
    areaCode: '13.71.03',
    sex: 'female',
    birthDates: ['2010-07-05', '1910-07-05'],
    synthetic: false,
    warnings: [],
  });
});

test('where both centuries are likely the person is asked', () => {
  expect(readNik('1371034507250001', { today })).toMatchObject({
    birthDates: ['2025-07-05', '1925-07-05'],
    warnings: ['nik-century-open'],
  });
});

test('spaces and dots are allowed, letters and missing digits are not', () => {
  expect(readNik(' 13.71.03 150390-0002 ', { today })).toMatchObject({
    birthDates: ['1990-03-15'],
    warnings: [],
  });
  expect(readNik('137103150390002', { today })).toEqual({ valid: false, problem: 'nik-not-16-digits' });
  expect(readNik('13710315O3900002', { today })).toEqual({ valid: false, problem: 'nik-not-16-digits' });
});

test('a date that does not exist is a warning, the number is kept', () => {
  for (const digits of [
    '1371033202100001',
    '1371033002100001',
    '1371037202100001',
    '1371031513100001',
    '1371030002100001',
  ])
    expect(readNik(digits, { today })).toMatchObject({
      valid: true,
      digits,
      warnings: ['nik-date-impossible'],
    });
});

test('a contradiction with what is stated is a warning', () => {
  const nik = readNik('1371031503100001', {
    today,
    born: day('2011-03-15'),
    sex: 'female',
    knowsArea: () => false,
  });

  expect(nik).toMatchObject({
    warnings: ['nik-area-unknown', 'nik-birth-date-differs', 'nik-sex-differs'],
  });
  expect(
    readNik('1371031503100001', { today, born: day('2010-03-15'), sex: 'male', knowsArea: () => true }),
  ).toMatchObject({
    warnings: [],
  });
});

test('serial 0000 marks an invented person', () => {
  expect(readNik('1371031503900000', { today })).toMatchObject({
    synthetic: true,
    warnings: ['nik-synthetic'],
  });
  expect(lastFourOf('1371031503900000')).toBe('0000');
});

test('a synthetic number tells the birth date and sex it was made from', () => {
  const births = fc.date({ min: new Date('1950-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(births, fc.constantFrom('male' as const, 'female' as const), (birth, sex) => {
      const birthDate = birth.toISOString().slice(0, 10);
      const nik = readNik(syntheticNik('13.71.07', birthDate, sex), { today, born: day(birthDate), sex });
      expect(nik).toMatchObject({ valid: true, areaCode: '13.71.07', sex, warnings: ['nik-synthetic'] });
    }),
  );
});

test('a number that cannot be of the age that was stated is a warning; one that can tells the century too', () => {
  const warningsAt = (digits: string, years: number) => {
    const born = birthRange({ birthDate: null, yearsLow: years, yearsHigh: years, onDate: today });
    const nik = readNik(digits, { today, born });
    return nik.valid ? nik.warnings : null;
  };

  // Born on 15 March 2010: 16 on this day.
  expect(warningsAt('1371031503100001', 16)).toEqual([]);
  expect(warningsAt('1371031503100001', 13)).toEqual(['nik-age-differs']);
  expect(warningsAt('1371031503100001', 17)).toEqual(['nik-age-differs']);
  // Of a small child and of somebody of a hundred: the age says which, or neither.
  expect(warningsAt('1371034507250001', 1)).toEqual([]);
  expect(warningsAt('1371034507250001', 101)).toEqual([]);
  expect(warningsAt('1371034507250001', 14)).toEqual(['nik-age-differs']);
});
