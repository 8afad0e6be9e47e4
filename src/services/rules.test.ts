import { expect, test } from 'vitest';
import { covers, missingLegs, overlapsIn, stateOn, takesPart, unusualIn } from '#services/rules.ts';

test('a programme is what its days say, and cancelled whatever they say', () => {
  const period = { startsOn: '2026-03-01', endsOn: '2026-03-08', cancelled: false };

  expect(['2026-02-28', '2026-03-01', '2026-03-08', '2026-03-09'].map((day) => stateOn(period, day))).toEqual(
    ['planned', 'running', 'running', 'ended'],
  );
  expect(stateOn({ ...period, endsOn: null }, '2030-01-01')).toBe('running');
  expect(stateOn({ ...period, cancelled: true }, '2026-03-01')).toBe('cancelled');
});

test('nobody takes part without the child’s own yes, nor against its guardian', () => {
  expect(takesPart('agrees', 'agrees')).toBe(true);
  expect(takesPart('agrees', 'none')).toBe(true);
  expect(takesPart('not_asked', 'agrees')).toBe(false);
  expect(takesPart('agrees', 'refuses')).toBe(false);
});

test('a cohort unlike those on record is asked about, another programme never', () => {
  const cohort = { kind: 'COHORT', capacity: 25, startsOn: '2026-03-01', endsOn: '2026-03-08' };

  expect(unusualIn(cohort)).toEqual([]);
  expect(unusualIn({ ...cohort, capacity: 60, endsOn: '2026-04-30' })).toEqual(['children', 'days']);
  expect(unusualIn({ ...cohort, kind: 'ONGOING', capacity: 60 })).toEqual([]);
});

test('gaps and overlaps are of a kecamatan: what covers the whole city fills a gap and overlaps nothing', () => {
  const offer = {
    leg: 'PREVENTIVE',
    purpose: 'PROTECTION',
    ownerAgency: 'DINSOS_KOTA',
    areas: [] as string[],
  };
  const kuranji = { ...offer, ownerAgency: 'KEC_13.71.09', areas: ['13.71.09'] };
  const kelurahan = { ...offer, ownerAgency: 'LPM', areas: ['13.71.09.1007'] };
  const legs = ['PREVENTIVE', 'REHABILITATIVE'];

  expect(covers(kelurahan, '13.71.09')).toBe(true);
  expect(covers(kelurahan, '13.71.01')).toBe(false);
  expect(missingLegs([kuranji], '13.71.09', legs)).toEqual(['REHABILITATIVE']);
  expect(missingLegs([kuranji], '13.71.01', legs)).toEqual(legs);
  expect(missingLegs([offer], '13.71.01', legs)).toEqual(['REHABILITATIVE']);
  expect(overlapsIn([offer, kuranji], '13.71.09')).toEqual([]);
  expect(overlapsIn([kuranji, kelurahan], '13.71.09')).toEqual([
    { leg: 'PREVENTIVE', purpose: 'PROTECTION', owners: ['KEC_13.71.09', 'LPM'] },
  ]);
});
