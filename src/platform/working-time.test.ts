import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cityDate, instantAt, isWorkingDay } from './calendar.ts';
import { closedDays, nationalHolidays } from './national-holidays.ts';
import { addWorkingDays, dueAfterWorkingDays, workingTimeBetween } from './working-time.ts';

const day = 86_400_000;
const holidays = new Set(['2026-08-17', '2026-08-25']);
const padang = { timeZone: 'Asia/Jakarta', weekdays: [1, 2, 3, 4, 5], holidays };
const calendars = fc.constantFrom(padang, { ...padang, timeZone: 'Asia/Jayapura' });
const instants = fc.date({
  min: new Date('2026-07-01T00:00:00Z'),
  max: new Date('2026-09-30T00:00:00Z'),
  noInvalidDate: true,
});

test('a clock skips the weekend and a holiday', () => {
  const friday = instantAt('2026-08-14', '10:00', 'Asia/Jakarta');

  expect(addWorkingDays(friday, 1, padang)).toEqual(instantAt('2026-08-18', '10:00', 'Asia/Jakarta'));
});

test('a clock started on a Sunday begins with Monday', () => {
  const sunday = instantAt('2026-08-09', '15:00', 'Asia/Jakarta');

  expect(addWorkingDays(sunday, 2, padang)).toEqual(instantAt('2026-08-12', '00:00', 'Asia/Jakarta'));
});

test('a pause extends the due time, an open pause stops the clock', () => {
  const from = instantAt('2026-08-03', '09:00', 'Asia/Jakarta');
  const pause = {
    from: instantAt('2026-08-04', '09:00', 'Asia/Jakarta'),
    to: instantAt('2026-08-06', '09:00', 'Asia/Jakarta'),
  };

  expect(dueAfterWorkingDays(from, 3, { calendar: padang })).toEqual(
    instantAt('2026-08-06', '09:00', 'Asia/Jakarta'),
  );
  expect(dueAfterWorkingDays(from, 3, { calendar: padang, pauses: [pause] })).toEqual(
    instantAt('2026-08-10', '09:00', 'Asia/Jakarta'),
  );
  expect(dueAfterWorkingDays(from, 3, { calendar: padang, pauses: [{ ...pause, to: null }] })).toBeNull();
});

test('two pauses that overlap count once', () => {
  const from = instantAt('2026-08-03', '00:00', 'Asia/Jakarta');
  const to = instantAt('2026-08-07', '00:00', 'Asia/Jakarta');
  const pauses = [
    {
      from: instantAt('2026-08-04', '00:00', 'Asia/Jakarta'),
      to: instantAt('2026-08-05', '00:00', 'Asia/Jakarta'),
    },
    {
      from: instantAt('2026-08-04', '12:00', 'Asia/Jakarta'),
      to: instantAt('2026-08-05', '12:00', 'Asia/Jakarta'),
    },
  ];

  expect(workingTimeBetween(from, to, { calendar: padang, pauses })).toBe(2.5 * day);
});

test('the due time is exactly that many working days away, in both time zones, with and without a pause', () => {
  const pause = fc.tuple(instants, fc.integer({ min: 0, max: 10 * day }));
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 1, max: 15 }),
      calendars,
      fc.array(pause, { maxLength: 3 }),
      (from, days, calendar, list) => {
        const pauses = list.map(([start, length]) => ({
          from: start,
          to: new Date(start.getTime() + length),
        }));
        const due = dueAfterWorkingDays(from, days, { calendar, pauses });
        if (!due) throw new Error('a closed pause cannot stop the clock');
        expect(workingTimeBetween(from, due, { calendar, pauses })).toBe(days * day);
        expect(due.getTime()).toBeGreaterThanOrEqual(addWorkingDays(from, days, calendar).getTime());
        expect(isWorkingDay(cityDate(new Date(due.getTime() - 1), calendar.timeZone), calendar)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test("the city's list corrects the package", async () => {
  const national = await nationalHolidays(2025, 2025);
  const closed = closedDays(national, [
    { date: '2025-06-26', kind: 'workday', nameId: 'x', nameEn: 'x' },
    { date: '2025-08-18', kind: 'joint_leave', nameId: 'x', nameEn: 'x' },
  ]);

  expect(national.find((one) => one.date === '2025-08-17')?.nameEn).toContain('Independence');
  expect(national.some((one) => one.date === '2025-06-26')).toBe(true);
  expect(closed.has('2025-06-26')).toBe(false);
  expect(closed.has('2025-08-18')).toBe(true);
  expect(closed.has('2025-12-25')).toBe(true);
});
