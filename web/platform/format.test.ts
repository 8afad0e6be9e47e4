import { afterEach, expect, test } from 'vitest';
import {
  date,
  dateTime,
  day,
  decimal,
  duration,
  fromInput,
  integer,
  longDate,
  monogram,
  percent,
  rupiah,
  setTimeZone,
  shortDate,
  shownMoment,
  span,
  time,
  toInput,
  untilDay,
  untilDue,
  workingDaysLeft,
} from '#web/platform/format.ts';
import { setLocale } from '#web/platform/i18n.ts';

afterEach(() => {
  setTimeZone('Asia/Jakarta');
  setLocale('id');
});

const now = '2026-11-24T02:38:00Z';

test('a date is written as Indonesians write it', () => {
  expect(longDate(now)).toBe('Selasa, 24 November 2026');
  expect(date('2026-05-17')).toBe('17 Mei 2026');
  expect(shortDate(now, now)).toBe('24 Nov');
  expect(shortDate('2025-08-01T05:00:00Z', now)).toBe('1 Agu 2025');
  expect(dateTime('2026-11-24T02:40:00Z', now)).toBe('24 Nov 09.40');
});

test('half past midnight on 1 July belongs to July in the city, whatever the phone says', () => {
  const moment = '2026-06-30T17:30:00Z';
  expect(date(moment)).toBe('1 Juli 2026');
  expect(time(moment)).toBe('00.30');
  setTimeZone('Asia/Jayapura');
  expect(time(moment)).toBe('02.30');
});

test('a bare calendar date never slips to the day before', () => {
  setTimeZone('America/Lima');
  expect(date('2013-05-17')).toBe('17 Mei 2013');
});

test('a duration keeps the units that matter', () => {
  expect(duration(45 * 60_000)).toBe('45 m');
  expect(duration(130 * 60_000)).toBe('2 j 10 m');
  expect(duration(6 * 3_600_000)).toBe('6 j');
  expect(duration(14 * 86_400_000)).toBe('14 hari');
});

test('a limit says what is left or by how much it is late', () => {
  expect(untilDue('2026-11-24T06:03:00Z', now)).toBe('sisa 3 j 25 m');
  expect(untilDue('2026-11-24T00:28:00Z', now)).toBe('lewat 2 j 10 m');
  expect(workingDaysLeft(3)).toBe('sisa 3 hari kerja');
  expect(untilDue('2024-08-05T00:28:00Z', now)).toBe('lewat 2 tahun');
  expect(untilDue('2026-08-24T00:28:00Z', now)).toBe('lewat 3 bulan');
  expect(workingDaysLeft(-2)).toBe('lewat 2 hari kerja');
});

test('figures take a comma for decimals and a space before the percent sign', () => {
  expect(decimal(9.4)).toBe('9,4');
  expect(percent(0.81)).toBe('81 %');
  expect(integer(12345)).toBe('12.345');
  expect(rupiah(12000)).toBe('Rp12.000');
});

test('near days have names', () => {
  expect(day('2026-11-23T10:00:00Z', now)).toBe('kemarin');
  expect(day(now, now)).toBe('hari ini');
  expect(day('2026-11-24T17:30:00Z', now)).toBe('besok');
});

test('a stretch of time names its day once, and both days across midnight', () => {
  expect(span('2026-11-09T13:10:00Z', '2026-11-09T13:35:00Z', now)).toBe('9 Nov 20.10–20.35');
  expect(span('2026-11-09T14:30:00Z', '2026-11-10T01:10:00Z', now)).toBe('9 Nov 21.30–10 Nov 08.10');
});

test('a limit that is a day is said in days, whole ones, and what is long past in months', () => {
  expect(untilDay('2026-11-24', now)).toBe('hari ini');
  expect(untilDay('2026-11-30', now)).toBe('sampai 30 Nov');
  expect(untilDay('2026-11-13', now)).toBe('lewat 11 hari');
  expect(untilDay('2025-07-20', now)).toBe('lewat 16 bulan');
  setLocale('en');
  expect(untilDay('2026-11-23', now)).toBe('1 day overdue');
  expect(untilDay('2027-01-05', now)).toBe('until 5 Jan 2027');
});

test('an input of date and time means the wall clock of the city, both ways', () => {
  expect(toInput(now)).toBe('2026-11-24T09:38');
  expect(fromInput('2026-11-24T09:38')).toBe('2026-11-24T02:38:00.000Z');
  setTimeZone('Asia/Jayapura');
  expect(fromInput('2026-11-24T09:38')).toBe('2026-11-24T00:38:00.000Z');
  expect(fromInput('2026-11-2')).toBeUndefined();
});

test('English keeps the tone and its own order of words', () => {
  setLocale('en');
  expect(longDate(now)).toBe('Tuesday, 24 November 2026');
  expect(time(now)).toBe('09:38');
  expect(untilDue('2026-11-24T06:03:00Z', now)).toBe('3 h 25 m left');
  expect(decimal(9.4)).toBe('9.4');
});

test('a monogram has two letters at most, also for a person of one name', () => {
  expect(monogram('Rina Marlis')).toBe('RM');
  expect(monogram('Zulhendri')).toBe('ZU');
  expect(monogram('“Am”')).toBe('AM');
});

test('an input of date and time shows the moment of its form, and what is being typed', () => {
  expect(shownMoment(now, '')).toBe('2026-11-24T09:38');
  expect(shownMoment('2026-11-24T02:38:00.000Z', '2026-11-24T09:38')).toBe('2026-11-24T09:38');
  // The form was emptied, or given another moment: what was typed before is gone from the screen as well.
  expect(shownMoment('', '2026-11-24T09:38')).toBe('');
  expect(shownMoment(now, '2026-11-20T10:00')).toBe('2026-11-24T09:38');
  const young = '0002-11-24T09:38';
  expect(fromInput(young)).toBeUndefined();
  expect(shownMoment(fromInput(young) ?? '', young)).toBe(young);
});
