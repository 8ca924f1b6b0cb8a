import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../../workflows/rules/working-time/calendar.ts';
import { dateOf, dayOf } from '../../../../workflows/rules/working-time/days.ts';
import {
  closeOf,
  isWorkingDay,
  nthWorkingDay,
  openingOf,
} from '../../../../workflows/rules/working-time/working-days.ts';
import { dayAt } from '../../../../workflows/rules/working-time/zone.ts';
import { at, fixtureBeforeSwap, fixtureCalendar } from '../../../builders/calendar.ts';
import { anyCalendar, instant } from './arbitraries.ts';

const nth = (date: string, n: number) => dateOf(nthWorkingDay(fixtureCalendar, dayOf(date), n));
const works = (calendar: Calendar, date: string) => isWorkingDay(calendar, dayOf(date));

describe('T-3: which days are worked', () => {
  test('the week, without its days off', () => {
    expect(works(fixtureCalendar, '2026-02-13')).toBe(true);
    expect(works(fixtureCalendar, '2026-02-14')).toBe(false);
    expect(works(fixtureCalendar, '2026-02-16')).toBe(false);
  });

  test('a worked Saturday has the hours of the swapped day', () => {
    expect(works(fixtureBeforeSwap, '2026-08-22')).toBe(false);
    expect(openingOf(fixtureCalendar, dayOf('2026-08-22'))).toBe(at('2026-08-22 07:30'));
    expect(closeOf(fixtureCalendar, dayOf('2026-08-22'))).toBe(at('2026-08-22 17:00'));
  });

  test('or its own, and wins over a day off', () => {
    const morning: Calendar = {
      ...fixtureCalendar,
      daysOff: ['2026-08-29'],
      workedDays: { '2026-08-29': [{ from: 480, to: 660 }] },
    };
    expect(openingOf(morning, dayOf('2026-08-29'))).toBe(at('2026-08-29 08:00'));
    expect(closeOf(morning, dayOf('2026-08-29'))).toBe(at('2026-08-29 11:00'));
  });

  test('a closed day opens and closes at the usual hours', () => {
    expect(openingOf(fixtureCalendar, dayOf('2026-02-17'))).toBe(at('2026-02-17 07:30'));
    expect(closeOf(fixtureCalendar, dayOf('2026-02-17'))).toBe(at('2026-02-17 17:00'));
  });
});

describe('the nth working day', () => {
  test('never counts the day itself', () => {
    expect(nth('2026-02-13', 1)).toBe('2026-02-23');
    expect(nth('2026-02-23', -1)).toBe('2026-02-13');
    expect(nth('2026-02-17', 1)).toBe('2026-02-23');
    expect(nth('2026-02-17', 0)).toBe('2026-02-17');
  });

  test('comes back from a working day', () => {
    fc.assert(
      fc.property(anyCalendar, instant, fc.integer({ min: -60, max: 60 }), (calendar, now, n) => {
        const day = dayAt(calendar, now);
        const found = nthWorkingDay(calendar, day, n);
        if (isWorkingDay(calendar, day)) expect(nthWorkingDay(calendar, found, -n)).toBe(day);
        if (n !== 0) expect(isWorkingDay(calendar, found)).toBe(true);
      }),
    );
  });

  test('is a calendar day when no day is ever worked', () => {
    const closed: Calendar = { ...fixtureCalendar, weekly: {}, workedDays: {} };
    expect(nthWorkingDay(closed, 20_000, 5)).toBe(20_005);
    expect(openingOf(closed, dayOf('2026-02-17'))).toBe(at('2026-02-17 00:00'));
    expect(closeOf(closed, dayOf('2026-02-17'))).toBe(at('2026-02-17 23:59'));
  });
});
