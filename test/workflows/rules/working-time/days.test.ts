import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  dateOf,
  dayFrom,
  dayOf,
  isCivilDate,
  weekdayOf,
} from '../../../../workflows/rules/working-time/days.ts';

const anyDay = fc.integer({ min: dayOf('0001-01-01'), max: dayOf('9999-12-31') });

test('a day number agrees with the platform’s own calendar, and comes back as the same date', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const platform = new Date(day * 86_400_000);
      expect(dateOf(day)).toBe(platform.toISOString().slice(0, 10));
      expect(dayOf(dateOf(day))).toBe(day);
      expect(weekdayOf(day) % 7).toBe(platform.getUTCDay());
    }),
  );
});

test('months beyond the year carry over', () => {
  expect(dateOf(dayFrom(2026, 13, 1))).toBe('2027-01-01');
  expect(dateOf(dayFrom(2026, 0, 1))).toBe('2025-12-01');
});

test.each([
  ['2017-12-31', 6, '2018-06-30'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-05-15', 12, '2027-05-15'],
])('T-7: %s and %i months is %s', (from, months, to) => {
  expect(dateOf(addMonths(dayOf(from), months))).toBe(to);
});

test('only dates that exist are dates', () => {
  expect(isCivilDate('2028-02-29')).toBe(true);
  for (const text of ['2026-02-29', '2026-13-01', '2026-2-1', '01/02/2026', '2026-01-01x', '']) {
    expect(isCivilDate(text), text).toBe(false);
  }
});
