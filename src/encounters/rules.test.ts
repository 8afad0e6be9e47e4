import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AgeFacts, ageWords, pointStep, roundPoint, warningsIn } from '#encounters/rules.ts';
import { protectedAge } from '#persons/rules.ts';

const point = fc.record({
  latitude: fc.double({ min: -11.4, max: 6.4, noNaN: true }),
  longitude: fc.double({ min: 94.6, max: 141.4, noNaN: true }),
});

test('a stored point lies on the grid, less than half a step from where it was', () => {
  fc.assert(
    fc.property(point, (given) => {
      const stored = roundPoint(given);
      for (const axis of ['latitude', 'longitude'] as const) {
        expect(stored[axis]).toMatch(/^-?\d+\.\d\d[05]$/);
        expect(Math.abs(Number(stored[axis]) - given[axis])).toBeLessThanOrEqual(pointStep / 2 + 1e-9);
      }
      expect(roundPoint({ latitude: Number(stored.latitude), longitude: Number(stored.longitude) })).toEqual(
        stored,
      );
    }),
  );
});

const ageClassOf = (facts: AgeFacts, day: string) =>
  protectedAge(ageWords(facts, { day, role: 'field_officer' }), day).ageClass;

const years = fc.integer({ min: 0, max: 120 });
const assessed = fc.tuple(years, years).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const day = fc
  .date({ min: new Date('2012-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));

test('nobody who may be under 18 is ever an adult, on any day', () => {
  fc.assert(
    fc.property(
      fc.option(years, { nil: undefined }),
      fc.option(assessed, { nil: undefined }),
      day,
      (statedAge, range, on) => {
        const found = ageClassOf({ statedAge, assessedLow: range?.low, assessedHigh: range?.high }, on);
        const lows = [statedAge, range?.low].filter((it) => it !== undefined);
        const highs = [statedAge, range?.high].filter((it) => it !== undefined);
        if (lows.length === 0) expect(found).toBe('UNKNOWN');
        else if (lows.some((it) => it < 18)) expect(found).not.toBe('ADULT');
        else expect(found).toBe('ADULT');
        if (found === 'UNDER_18') expect(Math.max(...highs)).toBeLessThan(18);
      },
    ),
  );
});

test('exactly eighteen is adult; a range across eighteen is not known', () => {
  expect(ageClassOf({ statedAge: 18 }, '2026-07-01')).toBe('ADULT');
  expect(ageClassOf({ statedAge: 17 }, '2026-07-01')).toBe('UNDER_18');
  expect(ageClassOf({ assessedLow: 16, assessedHigh: 19 }, '2026-07-01')).toBe('UNKNOWN');
  expect(ageClassOf({ statedAge: 19, assessedLow: 13, assessedHigh: 15 }, '2026-07-01')).toBe('UNKNOWN');
});

test('a text that looks like a name, number, address or accusation raises a doubt; plain words do not', () => {
  const kinds = (text: string) => warningsIn(text).map((it) => it.kind);

  expect(kinds('namanya Ahmad, tinggal dengan nenek')).toEqual(['name']);
  expect(kinds('Menunggu Pak Syafril di pasar')).toEqual(['name']);
  expect(kinds('Kata anak itu Budi Santoso menyuruhnya')).toEqual(['name']);
  expect(kinds('hubungi 0812-3456-7890')).toEqual(['number']);
  expect(kinds('tinggal di Jl. Veteran no 12')).toEqual(['address']);
  expect(kinds('ia mencuri di pasar')).toEqual(['accusation']);
  expect(kinds('anak nakal, suka ngelem')).toEqual(['accusation']);
  expect(kinds('Lapar, belum makan sejak pagi. Membawa gitar kecil.')).toEqual([]);
  expect(kinds('Saya mau pulang. Takut gelap.')).toEqual([]);
  expect(kinds('baju merah, celana pendek, sandal jepit')).toEqual([]);
});
