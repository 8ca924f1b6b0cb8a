import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatDate,
  formatInstant,
  parseDate,
  parseInstant,
} from '../../../../workflows/rules/working-time/date-text.ts';
import { at, fixtureCalendar } from '../../../builders/calendar.ts';
import { instant } from './arbitraries.ts';

test('T-1: an instant is shown as HH:mm dd/MM/yyyy', () => {
  expect(formatInstant(fixtureCalendar, at('2026-02-01 07:05:59'))).toBe('07:05 01/02/2026');
  expect(formatInstant(fixtureCalendar, Date.parse('2025-12-31T17:00Z'))).toBe('00:00 01/01/2026');
  expect(formatDate('2026-02-01')).toBe('01/02/2026');
});

test('T-1: what is shown can be typed', () => {
  fc.assert(
    fc.property(instant, (now) => {
      const minute = now - (now % 60_000);
      expect(parseInstant(fixtureCalendar, formatInstant(fixtureCalendar, minute))).toBe(minute);
    }),
  );
});

test('dates are read with or without leading zeros', () => {
  expect(parseDate('01/02/2026')).toBe('2026-02-01');
  expect(parseDate(' 1/2/2026 ')).toBe('2026-02-01');
  expect(parseInstant(fixtureCalendar, '7:05 1/2/2026')).toBe(at('2026-02-01 07:05'));
});

test.each(['', '30/02/2026', '2026-02-01', '01/13/2026', '1/2/26', '01-02-2026'])(
  '"%s" is no date',
  (text) => {
    expect(parseDate(text)).toBeUndefined();
  },
);

test.each(['', '24:00 01/02/2026', '07:60 01/02/2026', '07:05 30/02/2026', '07:05', '01/02/2026'])(
  '"%s" is no time',
  (text) => {
    expect(parseInstant(fixtureCalendar, text)).toBeUndefined();
  },
);
