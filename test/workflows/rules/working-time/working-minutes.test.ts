import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar, Instant, Weekday } from '../../../../workflows/rules/working-time/calendar.ts';
import {
  addWorking,
  isWorkingInstant,
  nextOpening,
  subtractWorking,
  workingBetween,
} from '../../../../workflows/rules/working-time/working-minutes.ts';
import { at, fixtureCalendar } from '../../../builders/calendar.ts';
import { anyCalendar, calendarIn, duration, instant, zones } from './arbitraries.ts';

const MINUTE = 60_000;
const closed: Calendar = { ...fixtureCalendar, weekly: {}, workedDays: {} };

describe('T-2: slots are half-open', () => {
  test.each([
    ['2026-02-11 07:29:59', false],
    ['2026-02-11 07:30', true],
    ['2026-02-11 11:29:59', true],
    ['2026-02-11 11:30', false],
    ['2026-02-11 13:30', true],
    ['2026-02-11 17:00', false],
    ['2026-02-17 09:00', false],
  ])('%s is working time: %s', (time, expected) => {
    expect(isWorkingInstant(fixtureCalendar, at(time))).toBe(expected);
  });

  test.each([
    ['2026-02-11 09:12', '2026-02-11 09:12'],
    ['2026-02-11 11:30', '2026-02-11 13:30'],
    ['2026-02-13 17:00', '2026-02-23 07:30'],
    ['2026-08-21 18:00', '2026-08-22 07:30'],
  ])('work goes on from %s at %s', (time, opening) => {
    expect(nextOpening(fixtureCalendar, at(time))).toBe(at(opening));
  });
});

describe('T-6: counting in working minutes', () => {
  test.each([
    ['2026-08-26 11:10', 60, '2026-08-26 14:10'],
    ['2026-08-28 08:30', 480, '2026-09-03 09:00'],
    ['2026-02-13 17:00', 1, '2026-02-23 07:31'],
    ['2026-02-11 07:30', 240, '2026-02-11 11:30'],
    ['2026-02-11 13:30', -60, '2026-02-11 10:30'],
    ['2026-02-11 10:00', 0, '2026-02-11 10:00'],
  ])('from %s, %i minutes end at %s', (from, minutes, end) => {
    expect(addWorking(fixtureCalendar, at(from), minutes * MINUTE)).toBe(at(end));
  });

  test('between two instants, negative backwards', () => {
    const friday = at('2026-02-13 16:00');
    const due = at('2026-02-25 17:00');
    expect(workingBetween(fixtureCalendar, friday, due)).toBe((60 + 3 * 450) * MINUTE);
    expect(workingBetween(fixtureCalendar, due, friday)).toBe(-(60 + 3 * 450) * MINUTE);
  });

  test('agrees with counting minute by minute', () => {
    const wholeMinute = instant.map((now) => now - (now % MINUTE));
    fc.assert(
      fc.property(
        calendarIn('hoChiMinh'),
        wholeMinute,
        fc.integer({ min: 0, max: 8000 }),
        (calendar, from, length) => {
          let counted = 0;
          for (let minute = 0; minute < length; minute++) {
            if (isWorkedByTheBook(calendar, from + minute * MINUTE)) counted++;
          }
          expect(workingBetween(calendar, from, from + length * MINUTE)).toBe(counted * MINUTE);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('for any calendar, slots and zone', () => {
  test('what was added lies between', () => {
    fc.assert(
      fc.property(anyCalendar, instant, duration, (calendar, from, length) => {
        expect(workingBetween(calendar, from, addWorking(calendar, from, length))).toBe(length);
        expect(workingBetween(calendar, subtractWorking(calendar, from, length), from)).toBe(length);
      }),
    );
  });

  test('subtracting undoes adding, from the instant work began', () => {
    fc.assert(
      fc.property(anyCalendar, instant, duration, (calendar, from, length) => {
        const end = addWorking(calendar, from, length);
        expect(subtractWorking(calendar, end, length)).toBe(nextOpening(calendar, from));
      }),
    );
  });

  test('adding in two parts is adding the whole', () => {
    fc.assert(
      fc.property(anyCalendar, instant, duration, duration, (calendar, from, a, b) => {
        const inParts = addWorking(calendar, addWorking(calendar, from, a), b);
        expect(inParts).toBe(addWorking(calendar, from, a + b));
      }),
    );
  });

  test('later or longer never ends earlier', () => {
    fc.assert(
      fc.property(anyCalendar, instant, instant, duration, duration, (calendar, a, b, c, d) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const [short, long] = [Math.min(c, d), Math.max(c, d)];
        expect(addWorking(calendar, from, short)).toBeLessThanOrEqual(addWorking(calendar, to, long));
      }),
    );
  });

  test('never ends inside a closed stretch', () => {
    fc.assert(
      fc.property(anyCalendar, instant, duration, (calendar, from, length) => {
        expect(isWorkingInstant(calendar, addWorking(calendar, from, length) - 1)).toBe(true);
        expect(isWorkingInstant(calendar, subtractWorking(calendar, from, length))).toBe(true);
        expect(isWorkingInstant(calendar, nextOpening(calendar, from))).toBe(true);
      }),
    );
  });

  test('stretches of time add up', () => {
    fc.assert(
      fc.property(anyCalendar, instant, instant, instant, (calendar, a, b, c) => {
        const parts = workingBetween(calendar, a, b) + workingBetween(calendar, b, c);
        expect(parts).toBe(workingBetween(calendar, a, c));
      }),
    );
  });
});

describe('daylight saving', () => {
  const night: Calendar = {
    ...fixtureCalendar,
    zone: zones.berlin,
    weekly: { 7: [{ from: 60, to: 240 }] },
    daysOff: [],
    workedDays: {},
  };

  test('a shift over the change has the hours that really pass', () => {
    const hour = 60 * MINUTE;
    const day = (date: string) => Date.parse(`${date}T00:00Z`) - 2 * hour;
    const worked = (date: string) => workingBetween(night, day(date), day(date) + 26 * hour);
    expect(worked('2026-03-22')).toBe(3 * hour);
    expect(worked('2026-03-29')).toBe(2 * hour);
    expect(worked('2026-10-25')).toBe(4 * hour);
  });
});

describe('a calendar without hours', () => {
  test('ends every search, in real time', () => {
    const now = at('2026-02-11 08:05');
    expect(addWorking(closed, now, MINUTE)).toBe(now + MINUTE);
    expect(subtractWorking(closed, now, MINUTE)).toBe(now - MINUTE);
    expect(nextOpening(closed, now)).toBe(now);
    expect(workingBetween(closed, now, now + MINUTE)).toBe(0);
    expect(isWorkingInstant(closed, now)).toBe(false);
  });

  test('and so do lengths that are no lengths', () => {
    const now = at('2026-02-11 08:05');
    expect(addWorking(fixtureCalendar, now, Infinity)).toBe(Infinity);
    expect(addWorking(fixtureCalendar, now, Number.NaN)).toBeNaN();
    expect(workingBetween(fixtureCalendar, now, Infinity)).toBeGreaterThan(0);
  });
});

/** The same question asked of the platform's dates, at UTC+7. */
function isWorkedByTheBook(calendar: Calendar, instant: Instant): boolean {
  const local = new Date(instant + 420 * MINUTE);
  const date = local.toISOString().slice(0, 10);
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  const weekday = (local.getUTCDay() || 7) as Weekday;
  const swapped = calendar.workedDays[date];
  const ordinary = calendar.daysOff.includes(date) ? [] : (calendar.weekly[weekday] ?? []);
  const slots = typeof swapped === 'number' ? (calendar.weekly[swapped] ?? []) : (swapped ?? ordinary);
  return slots.some(({ from, to }) => from <= minute && minute < to);
}
