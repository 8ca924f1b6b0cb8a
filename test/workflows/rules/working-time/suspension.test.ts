import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deadline } from '../../../../workflows/rules/working-time/deadline.ts';
import { deadlineFor } from '../../../../workflows/rules/working-time/due-at.ts';
import { recalculate } from '../../../../workflows/rules/working-time/recalculate.ts';
import { afterSuspension } from '../../../../workflows/rules/working-time/suspension.ts';
import { workingBetween } from '../../../../workflows/rules/working-time/working-minutes.ts';
import { at, fixtureBeforeSwap, fixtureCalendar } from '../../../builders/calendar.ts';
import { anyCalendar, instant } from './arbitraries.ts';

const suspended = (deadline: Deadline, from: string, to: string, calendar = fixtureCalendar) =>
  afterSuspension(calendar, deadline, at(from), at(to));
const byDays = (days: number, from: string, calendar = fixtureCalendar) =>
  deadlineFor(calendar, { kind: 'workingDays', days }, at(from));
const allDay = [{ from: 0, to: 1440 }];
const byMinutes = (minutes: number, from: string) =>
  deadlineFor(fixtureCalendar, { kind: 'workingMinutes', minutes }, at(from));

describe('T-13: a day-unit deadline moves by the working days that closed meanwhile', () => {
  const hanh = byDays(5, '2026-08-07 09:00');

  test.each([
    ['S21', '2026-08-11 09:00', '2026-08-13 15:00', '2026-08-18 17:00'],
    ['within one day', '2026-08-11 09:00', '2026-08-11 16:59', '2026-08-14 17:00'],
    ['until the close itself', '2026-08-11 09:00', '2026-08-11 17:00', '2026-08-17 17:00'],
    ['from the close itself', '2026-08-11 17:00', '2026-08-12 16:00', '2026-08-14 17:00'],
    ['over a weekend', '2026-08-07 18:00', '2026-08-10 08:00', '2026-08-14 17:00'],
    ['past the due date', '2026-08-13 09:00', '2026-08-20 08:00', '2026-08-21 17:00'],
    ['already two days late', '2026-08-18 18:00', '2026-08-20 18:00', '2026-08-18 17:00'],
  ])('%s: %s to %s', (_case, from, to, expected) => {
    expect(hanh.due).toBe(at('2026-08-14 17:00'));
    expect(suspended(hanh, from, to).due).toBe(at(expected));
  });

  test('and keeps an hour given by hand', () => {
    const given = deadlineFor(
      fixtureCalendar,
      { kind: 'at', instant: at('2026-08-14 10:00') },
      at('2026-08-07 09:00'),
    );
    expect(suspended(given, '2026-08-11 09:00', '2026-08-13 15:00')).toMatchObject({
      due: at('2026-08-18 10:00'),
      rule: { kind: 'at', instant: at('2026-08-18 10:00') },
    });
  });
});

test('T-13: a day that closes at midnight is that day', () => {
  const roundTheClock = {
    ...fixtureCalendar,
    weekly: { 1: allDay, 2: allDay, 3: allDay, 4: allDay, 5: allDay },
  };
  const deadline = byDays(2, '2026-08-11 09:00', roundTheClock);
  expect(deadline.due).toBe(at('2026-08-14 00:00'));
  expect(suspended(deadline, '2026-08-11 10:00', '2026-08-12 10:00', roundTheClock).due).toBe(
    at('2026-08-15 00:00'),
  );
});

describe('T-13: in minutes, what was left runs on from the resumption', () => {
  test('S21: 180 working minutes were left', () => {
    const deadline = suspended(byMinutes(240, '2026-08-11 08:00'), '2026-08-11 09:00', '2026-08-13 15:00');
    expect(deadline).toEqual({
      due: at('2026-08-14 08:30'),
      unit: 'workingMinute',
      rule: { kind: 'workingMinutes', minutes: 180 },
      from: at('2026-08-13 15:00'),
      calendarVersion: fixtureCalendar.version,
    });
  });

  test('S25(c): two minutes were left of a day', () => {
    const deadline: Deadline = { ...byDays(1, '2026-05-19 09:00'), unit: 'workingMinute' };
    expect(suspended(deadline, '2026-05-20 16:58', '2026-05-21 09:00').due).toBe(at('2026-05-21 09:02'));
  });

  test('a lateness stays as great as it was', () => {
    const late = suspended(byMinutes(60, '2026-08-11 08:00'), '2026-08-11 09:30', '2026-08-12 07:45');
    expect(late.due).toBe(at('2026-08-11 16:45'));
    fc.assert(
      fc.property(anyCalendar, instant, instant, instant, (calendar, due, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const deadline = deadlineFor(calendar, { kind: 'at', instant: due }, due, 'workingMinute');
        const moved = afterSuspension(calendar, deadline, from, to);
        expect(workingBetween(calendar, to, moved.due)).toBe(workingBetween(calendar, from, due));
      }),
    );
  });

  test('in real time under T-9', () => {
    const urgent = deadlineFor(fixtureCalendar, { kind: 'realMinutes', minutes: 60 }, at('2026-02-17 02:00'));
    expect(suspended(urgent, '2026-02-17 02:45', '2026-02-18 05:00').due).toBe(at('2026-02-18 05:15'));
  });
});

describe('T-12 after T-13: a moved deadline still follows the calendar', () => {
  test('and the calendar that moved it changes nothing', () => {
    for (const [from, to] of [
      ['2026-08-11 09:00', '2026-08-13 15:00'],
      ['2026-08-13 09:00', '2026-08-14 15:00'],
      ['2026-08-12 09:00', '2026-08-15 10:00'],
    ] as const) {
      const moved = suspended(byDays(5, '2026-08-07 09:00'), from, to);
      expect(recalculate(fixtureCalendar, moved)).toEqual(moved);
    }
  });

  test('a day off entered later moves it again', () => {
    const moved = suspended(
      byDays(2, '2026-08-26 09:00', fixtureBeforeSwap),
      '2026-08-27 09:00',
      '2026-08-28 08:00',
      fixtureBeforeSwap,
    );
    expect(moved.due).toBe(at('2026-08-31 17:00'));
    expect(recalculate(fixtureCalendar, moved).due).toBe(at('2026-09-03 17:00'));
  });
});
