import { describe, expect, test } from 'vitest';
import type { DeadlineUnit } from '../../../../workflows/rules/working-time/deadline.ts';
import {
  durationInWords,
  remainingInWords,
  type Language,
} from '../../../../workflows/rules/working-time/words.ts';
import { at, fixtureCalendar } from '../../../builders/calendar.ts';

const words = (due: string, unit: DeadlineUnit, now: string, language: Language = 'vi') =>
  remainingInWords(fixtureCalendar, { due: at(due), unit }, at(now), language);

describe('what is left', () => {
  test('S02: in working time, never in days of 24 hours', () => {
    expect(words('2026-02-25 17:00', 'day', '2026-02-13 16:00')).toBe('còn 3 ngày 1 giờ làm việc');
    expect(words('2026-02-25 17:00', 'day', '2026-02-13 16:00', 'en')).toBe(
      '3 days 1 hour of working time left',
    );
  });

  test.each([
    ['2026-02-13 16:20', 'còn 40 phút làm việc'],
    ['2026-02-13 16:20:01', 'còn 40 phút làm việc'],
    ['2026-02-13 16:59:59', 'còn 1 phút làm việc'],
    ['2026-02-13 17:00', 'đến hạn'],
    ['2026-02-13 07:30', 'còn 1 ngày làm việc'],
    ['2026-02-12 14:55', 'còn 1 ngày 2 giờ 5 phút làm việc'],
  ])('until 17:00 on 13/02/2026, at %s: %s', (now, expected) => {
    expect(words('2026-02-13 17:00', 'workingMinute', now)).toBe(expected);
  });

  test('T-9: in real time', () => {
    expect(words('2026-02-17 12:00', 'realMinute', '2026-02-17 09:55')).toBe('còn 2 giờ 5 phút');
    expect(words('2026-02-18 12:00', 'realMinute', '2026-02-17 11:00')).toBe('còn 1 ngày 1 giờ');
    expect(words('2026-02-17 12:00', 'realMinute', '2026-02-17 11:59', 'en')).toBe('1 minute left');
  });
});

describe('what is late', () => {
  test.each([
    ['2026-02-13 17:00:01', 'quá hạn', 'overdue'],
    ['2026-02-23 07:30', 'quá hạn', 'overdue'],
    ['2026-02-23 07:31:59', 'quá hạn 1 phút làm việc', 'overdue by 1 minute of working time'],
    ['2026-02-23 10:30', 'quá hạn 3 giờ làm việc', 'overdue by 3 hours of working time'],
    ['2026-02-24 17:00', 'quá hạn 2 ngày làm việc', 'overdue by 2 days of working time'],
  ])('after 17:00 on 13/02/2026, at %s: %s, %s', (now, vi, en) => {
    expect(words('2026-02-13 17:00', 'day', now)).toBe(vi);
    expect(words('2026-02-13 17:00', 'day', now, 'en')).toBe(en);
  });

  test('T-9: in real time', () => {
    expect(words('2026-02-17 12:00', 'realMinute', '2026-02-17 14:00')).toBe('quá hạn 2 giờ');
  });
});

test('a working day is as long as the calendar’s own', () => {
  const short = { ...fixtureCalendar, weekly: { 1: [{ from: 480, to: 720 }], 2: [{ from: 480, to: 660 }] } };
  expect(durationInWords(short, 'day', 480, 'vi')).toBe('2 ngày làm việc');
  expect(durationInWords(fixtureCalendar, 'day', 480, 'vi')).toBe('1 ngày 30 phút làm việc');
  expect(durationInWords({ ...short, weekly: {} }, 'day', 480, 'vi')).toBe('8 giờ làm việc');
});
