import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dateOf, dayOf } from '../../../../workflows/rules/working-time/days.ts';
import { calendarFaults } from '../../../../workflows/rules/working-time/faults.ts';
import { calendarInForce, type CalendarSource } from '../../../../workflows/rules/working-time/versions.ts';
import { isWorkingDay, slotsOf } from '../../../../workflows/rules/working-time/working-days.ts';
import { at, fixtureBeforeSwap, fixtureCalendar } from '../../../builders/calendar.ts';

const file = new URL('../../../../config/data/calendars/lai-chau.json', import.meta.url);
const source = JSON.parse(readFileSync(file, 'utf8')) as CalendarSource;
const laiChau = calendarInForce(source, undefined, at('2026-01-01 00:00'));
const works = (date: string) => isWorkingDay(laiChau, dayOf(date));

describe('the calendar shipped for Lai Châu', () => {
  test('has no faults', () => {
    expect(calendarFaults(laiChau)).toEqual([]);
  });

  test('has the hours of the fixture on every day of 2026 and 2027', () => {
    for (let day = dayOf('2026-01-01'); day <= dayOf('2027-12-31'); day++) {
      expect(slotsOf(laiChau, day), dateOf(day)).toEqual(slotsOf(fixtureCalendar, day));
    }
  });

  test('S07: is without the swap of 31/08/2026 in its first version', () => {
    const before = calendarInForce(source, undefined, at('2025-12-31 23:59'));
    expect([before.version, laiChau.version]).toEqual([1, 2]);
    for (const date of ['2026-08-22', '2026-08-31']) {
      expect(slotsOf(before, dayOf(date)), date).toEqual(slotsOf(fixtureBeforeSwap, dayOf(date)));
    }
  });

  test('S01: the turn of 2017 and the middle of 2018', () => {
    for (const date of ['2017-12-28', '2017-12-29', '2018-01-02', '2018-01-05', '2018-06-29', '2018-07-02']) {
      expect(works(date), date).toBe(true);
    }
    for (const date of ['2018-01-01', '2018-02-14', '2018-02-20', '2018-06-30']) {
      expect(works(date), date).toBe(false);
    }
  });

  test('24/11 is a holiday only from 2026', () => {
    expect(works('2025-11-24')).toBe(true);
    expect(works('2026-11-24')).toBe(false);
  });

  test('every year has at least nine days off on weekdays', () => {
    for (let year = 2017; year <= 2027; year++) {
      const days = laiChau.daysOff.filter((date) => date.startsWith(String(year)));
      const onWeekdays = days.filter((date) => slotsOf({ ...laiChau, daysOff: [] }, dayOf(date)).length > 0);
      expect(onWeekdays.length, String(year)).toBeGreaterThanOrEqual(9);
    }
  });
});
