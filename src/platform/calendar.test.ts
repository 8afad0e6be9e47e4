import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  cityDate,
  cityMonth,
  cityTime,
  daysBetween,
  instantAt,
  isCalendarDate,
  startOfCityDay,
  weekdayOf,
} from './calendar.ts';

const cities = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
const instants = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const dates = instants.map((one) => one.toISOString().slice(0, 10));

test('an encounter at 00.30 on 1 July counts in July, in Padang and in Jayapura', () => {
  expect(cityMonth(new Date('2026-06-30T17:30:00Z'), 'Asia/Jakarta')).toBe('2026-07');
  expect(cityMonth(new Date('2026-06-30T16:30:00Z'), 'Asia/Jakarta')).toBe('2026-06');
  expect(cityMonth(new Date('2026-06-30T15:30:00Z'), 'Asia/Jayapura')).toBe('2026-07');
  expect(cityMonth(new Date('2026-06-30T14:59:59Z'), 'Asia/Jayapura')).toBe('2026-06');
});

test("a local time and its instant are each other's way back", () => {
  fc.assert(
    fc.property(instants, cities, (instant, timeZone) => {
      const whole = new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
      expect(instantAt(cityDate(whole, timeZone), cityTime(whole, timeZone), timeZone)).toEqual(whole);
    }),
  );
});

test('a city day begins at its own midnight', () => {
  expect(startOfCityDay('2026-07-01', 'Asia/Jakarta').toISOString()).toBe('2026-06-30T17:00:00.000Z');
  expect(startOfCityDay('2026-07-01', 'Asia/Jayapura').toISOString()).toBe('2026-06-30T15:00:00.000Z');
});

test('a day that does not exist is no date', () => {
  expect(['2024-02-29', '2025-12-31'].every(isCalendarDate)).toBe(true);
  expect(['2025-02-29', '2025-13-01', '2025-1-1', '', '2025-00-10'].some(isCalendarDate)).toBe(false);
});

test('days and months are added as on a calendar', () => {
  expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
  expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(weekdayOf('2026-11-22')).toBe(7);
  fc.assert(
    fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    }),
  );
});

test('an age counts completed years', () => {
  expect(ageOn('2008-07-01', '2026-06-30')).toBe(17);
  expect(ageOn('2008-07-01', '2026-07-01')).toBe(18);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  expect(ageOn('2026-01-02', '2026-01-01')).toBeNull();
});
