import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../../workflows/rules/working-time/calendar.ts';
import { dayOf } from '../../../../workflows/rules/working-time/days.ts';
import { dayAt, instantAt, localAt } from '../../../../workflows/rules/working-time/zone.ts';
import { at, fixtureCalendar } from '../../../builders/calendar.ts';
import { anyCalendar, instant, zones } from './arbitraries.ts';

const berlin: Calendar = { ...fixtureCalendar, zone: zones.berlin };

describe('T-1: Việt Nam', () => {
  test('midnight belongs to the day it begins', () => {
    expect(dayAt(fixtureCalendar, at('2026-02-11 00:00'))).toBe(dayOf('2026-02-11'));
    expect(dayAt(fixtureCalendar, at('2026-02-11 00:00') - 1)).toBe(dayOf('2026-02-10'));
  });

  test('a minute of a day is that instant, before 1970 too', () => {
    expect(instantAt(fixtureCalendar, dayOf('2026-02-11'), 485)).toBe(at('2026-02-11 08:05'));
    expect(instantAt(fixtureCalendar, dayOf('1945-09-02'), 840)).toBe(at('1945-09-02 14:00'));
  });
});

describe('a zone with daylight saving', () => {
  test('a time the clock jumps over is the jump', () => {
    const jump = Date.parse('2026-03-29T01:00Z');
    expect(instantAt(berlin, dayOf('2026-03-29'), 119)).toBe(jump - 60_000);
    for (const minute of [120, 150, 180]) expect(instantAt(berlin, dayOf('2026-03-29'), minute)).toBe(jump);
    expect(instantAt(berlin, dayOf('2026-03-29'), 181)).toBe(jump + 60_000);
  });

  test('a time the clock shows twice is the first', () => {
    expect(instantAt(berlin, dayOf('2026-10-25'), 150)).toBe(Date.parse('2026-10-25T00:30Z'));
    expect(instantAt(berlin, dayOf('2026-10-25'), 180)).toBe(Date.parse('2026-10-25T02:00Z'));
  });

  test('the platform’s clock shows the same', () => {
    const platform = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin', timeStyle: 'medium' });
    fc.assert(
      fc.property(instant, (now) => {
        const { millisecond } = localAt(berlin, now);
        expect(new Date(millisecond).toISOString().slice(11, 19)).toBe(platform.format(now));
      }),
    );
  });
});

test('later times of the clock never come earlier, in any zone', () => {
  const minute = fc.integer({ min: 0, max: 1440 });
  fc.assert(
    fc.property(anyCalendar, instant, minute, minute, (calendar, now, a, b) => {
      const day = dayAt(calendar, now);
      expect(instantAt(calendar, day, Math.min(a, b))).toBeLessThanOrEqual(
        instantAt(calendar, day, Math.max(a, b)),
      );
    }),
  );
});

test('without a zone table the clock is UTC', () => {
  const utc: Calendar = { ...fixtureCalendar, zone: [] };
  expect(instantAt(utc, 0, 60)).toBe(3_600_000);
  expect(localAt(utc, 3_600_000)).toEqual({ day: 0, millisecond: 3_600_000 });
});
