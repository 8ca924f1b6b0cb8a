import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../../workflows/rules/working-time/calendar.ts';
import type { DueRule } from '../../../../workflows/rules/working-time/deadline.ts';
import { deadlineFor, proposedInstead } from '../../../../workflows/rules/working-time/due-at.ts';
import { isWorkingInstant } from '../../../../workflows/rules/working-time/working-minutes.ts';
import { at, fixtureBeforeSwap, fixtureCalendar } from '../../../builders/calendar.ts';
import { calendarIn, instant } from './arbitraries.ts';

const due = (rule: DueRule, from: string, calendar: Calendar = fixtureCalendar) =>
  deadlineFor(calendar, rule, at(from)).due;
const workingDays = (days: number): DueRule => ({ kind: 'workingDays', days });
const workingMinutes = (minutes: number): DueRule => ({ kind: 'workingMinutes', minutes });

describe('T-4: N working days end at the close of the Nth working day after the receipt date', () => {
  test.each([
    ['S02', '2026-02-11 08:05', 5, '2026-02-25 17:00'],
    ['S03 to register', '2026-02-13 16:50', 1, '2026-02-23 17:00'],
    ['S03 to present', '2026-02-23 08:10', 1, '2026-02-24 17:00'],
    ['S06', '2026-08-20 14:00', 3, '2026-08-24 17:00'],
    ['S07', '2026-08-27 10:00', 5, '2026-09-08 17:00'],
    ['S08', '2026-08-28 08:30', 1, '2026-09-03 17:00'],
    ['S19 T', '2026-03-09 09:00', 8, '2026-03-19 17:00'],
    ['at midnight', '2026-02-11 00:00', 1, '2026-02-12 17:00'],
    ['a second before it', '2026-02-11 23:59:59', 1, '2026-02-12 17:00'],
    ['on a day off', '2026-02-17 02:15', 1, '2026-02-23 17:00'],
  ])('%s: received %s, %i days, due %s', (_case, from, days, expected) => {
    expect(due(workingDays(days), from)).toBe(at(expected));
  });

  test('S07 before the swap was entered', () => {
    expect(due(workingDays(5), '2026-08-27 10:00', fixtureBeforeSwap)).toBe(at('2026-09-07 17:00'));
  });

  test('the hour of receipt never matters, and a later day never gives an earlier deadline', () => {
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(calendarIn('hoChiMinh', 'berlin'), instant, instant, days, (calendar, a, b, n) => {
        const first = deadlineFor(calendar, workingDays(n), Math.min(a, b)).due;
        const second = deadlineFor(calendar, workingDays(n), Math.max(a, b)).due;
        expect(first).toBeLessThanOrEqual(second);
        expect(first).toBeGreaterThan(Math.min(a, b));
      }),
    );
  });
});

describe('T-5: trong ngày', () => {
  test.each([
    ['2026-02-11 08:05', '2026-02-11 17:00'],
    ['2026-02-11 03:00', '2026-02-11 17:00'],
    ['2026-02-11 16:59:59', '2026-02-11 17:00'],
    ['2026-02-11 17:00', '2026-02-12 17:00'],
    ['2026-02-13 17:30', '2026-02-23 17:00'],
    ['2026-02-14 09:00', '2026-02-23 17:00'],
    ['2026-08-22 09:00', '2026-08-22 17:00'],
  ])('received %s, due %s', (from, expected) => {
    expect(due(workingDays(0), from)).toBe(at(expected));
  });
});

describe('T-6: N working minutes', () => {
  test.each([
    ['S05', '2026-08-26 11:10', 60, '2026-08-26 14:10'],
    ['S08', '2026-08-28 08:30', 480, '2026-09-03 09:00'],
    ['S21', '2026-08-11 08:00', 240, '2026-08-11 14:00'],
    ['outside working time', '2026-02-13 19:00', 30, '2026-02-23 08:00'],
    ['none, outside working time', '2026-02-13 19:00', 0, '2026-02-23 07:30'],
    ['ending at a close', '2026-02-13 16:00', 60, '2026-02-13 17:00'],
  ])('%s: received %s, %i minutes, due %s', (_case, from, minutes, expected) => {
    expect(due(workingMinutes(minutes), from)).toBe(at(expected));
  });

  test('are never due in a closed stretch', () => {
    fc.assert(
      fc.property(
        calendarIn('hoChiMinh', 'berlin', 'stJohns'),
        instant,
        fc.integer({ min: 1, max: 9000 }),
        (calendar, from, minutes) => {
          const deadline = deadlineFor(calendar, workingMinutes(minutes), from);
          expect(isWorkingInstant(calendar, deadline.due - 1)).toBe(true);
        },
      ),
    );
  });
});

describe('T-7: N days and N months end on a working day', () => {
  test.each<[DueRule, string, string]>([
    [{ kind: 'days', days: 2 }, '2026-02-10 09:00', '2026-02-12 17:00'],
    [{ kind: 'days', days: 5 }, '2026-02-11 09:00', '2026-02-23 17:00'],
    [{ kind: 'days', days: 2 }, '2026-08-20 09:00', '2026-08-22 17:00'],
    [{ kind: 'months', months: 6 }, '2017-12-31 17:00', '2018-07-02 17:00'],
    [{ kind: 'months', months: 1 }, '2026-01-31 09:00', '2026-03-02 17:00'],
    [{ kind: 'months', months: 1 }, '2026-03-10 09:00', '2026-04-10 17:00'],
  ])('%o from %s is due %s', (rule, from, expected) => {
    expect(due(rule, from)).toBe(at(expected));
  });
});

describe('T-8: dates in words', () => {
  test.each<[string, DueRule, string]>([
    ['S01 trước ngày 31/12/2017', { kind: 'before', date: '2017-12-31' }, '2017-12-29 17:00'],
    ['trước ngày 23/02/2026', { kind: 'before', date: '2026-02-23' }, '2026-02-13 17:00'],
    ['đến hết ngày 07/09/2026', { kind: 'byEndOf', date: '2026-09-07' }, '2026-09-07 17:00'],
    ['đến hết Chủ nhật, vẫn giữ', { kind: 'byEndOf', date: '2026-09-06' }, '2026-09-06 17:00'],
    ['trong tháng 02/2026', { kind: 'inMonth', year: 2026, month: 2 }, '2026-02-27 17:00'],
    ['trong tháng 12/2017', { kind: 'inMonth', year: 2017, month: 12 }, '2017-12-29 17:00'],
  ])('%s', (_words, rule, expected) => {
    expect(due(rule, '2017-10-31 08:00')).toBe(at(expected));
  });

  test('the form proposes the working day before a day off, and nothing else', () => {
    expect(proposedInstead(fixtureCalendar, '2026-02-17')).toBe('2026-02-13');
    expect(proposedInstead(fixtureCalendar, '2026-08-23')).toBe('2026-08-22');
    expect(proposedInstead(fixtureCalendar, '2026-02-13')).toBeUndefined();
  });
});

describe('T-9: hỏa tốc counts in real time', () => {
  test('S04: fifteen minutes in the night of Tết', () => {
    const deadline = deadlineFor(
      fixtureCalendar,
      { kind: 'realMinutes', minutes: 15 },
      at('2026-02-17 02:15'),
    );
    expect(deadline).toMatchObject({ due: at('2026-02-17 02:30'), unit: 'realMinute' });
  });
});

describe('the unit of a deadline', () => {
  test.each<[DueRule, string]>([
    [workingDays(1), 'day'],
    [{ kind: 'inMonth', year: 2026, month: 3 }, 'day'],
    [workingMinutes(60), 'workingMinute'],
    [{ kind: 'realMinutes', minutes: 60 }, 'realMinute'],
  ])('%o is counted by the %s', (rule, unit) => {
    expect(deadlineFor(fixtureCalendar, rule, at('2026-03-02 08:00'), 'workingMinute').unit).toBe(unit);
  });

  test('of an instant given by hand is the caller’s', () => {
    const rule: DueRule = { kind: 'at', instant: at('2026-02-17 12:00') };
    const from = at('2026-02-17 02:15');
    expect(deadlineFor(fixtureCalendar, rule, from, 'realMinute')).toEqual({
      due: at('2026-02-17 12:00'),
      unit: 'realMinute',
      rule,
      from,
      calendarVersion: fixtureCalendar.version,
    });
    expect(deadlineFor(fixtureCalendar, rule, from).unit).toBe('day');
  });
});
