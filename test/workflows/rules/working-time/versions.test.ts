import { describe, expect, test } from 'vitest';
import { calendarInForce, type CalendarSource } from '../../../../workflows/rules/working-time/versions.ts';
import { at, fixtureBeforeSwap, fixtureCalendar, fixtureSource } from '../../../builders/calendar.ts';

const own: CalendarSource = {
  agency: '000.00.12.H35',
  entries: [
    {
      enteredAt: at('2026-03-02 08:00'),
      note: 'Giờ làm việc riêng của sở',
      weekly: { 5: [{ from: 480, to: 720 }], 6: [{ from: 480, to: 660 }] },
      daysOff: { '2026-08-22': 'Mất điện toàn trụ sở' },
      workedDays: { '2026-09-01': [{ from: 480, to: 600 }] },
      ordinaryDays: ['2026-01-10', '2026-11-24'],
    },
  ],
};

describe('T-3: a calendar is versioned by date of entry', () => {
  test('each entry is a version from its instant on', () => {
    const version = (time: string) => calendarInForce(fixtureSource, undefined, at(time)).version;
    expect(version('2016-12-31 23:59')).toBe(0);
    expect(version('2017-01-01 00:00')).toBe(1);
    expect(version('2026-08-28 08:59:59')).toBe(1);
    expect(version('2026-08-28 09:00')).toBe(2);
  });

  test('S07: the swap closes the Monday and opens the Saturday', () => {
    expect(fixtureBeforeSwap.daysOff).not.toContain('2026-08-31');
    expect(fixtureBeforeSwap.workedDays).toEqual({ '2026-01-10': 5 });
    expect(fixtureCalendar.daysOff).toContain('2026-08-31');
    expect(fixtureCalendar.workedDays).toEqual({ '2026-01-10': 5, '2026-08-22': 1 });
    expect(fixtureCalendar.id).toBe('000.00.00.H35');
  });
});

describe('T-3: an agency inherits the province and may override', () => {
  const calendar = calendarInForce(fixtureSource, own, at('2026-08-28 09:00'));

  test('before its own entries it has the province’s calendar under its own id', () => {
    expect(calendarInForce(fixtureSource, own, at('2026-03-02 07:59'))).toEqual({
      ...fixtureBeforeSwap,
      id: own.agency,
    });
  });

  test('every entry of either counts as a version', () => {
    expect(calendar.version).toBe(3);
  });

  test('its hours replace those of the weekday only', () => {
    expect(calendar.weekly[5]).toEqual([{ from: 480, to: 720 }]);
    expect(calendar.weekly[1]).toEqual(fixtureCalendar.weekly[1]);
    expect(calendar.zone).toEqual(fixtureCalendar.zone);
  });

  test('what it says of a day wins, even over a later entry of the province', () => {
    expect(calendar.workedDays).toEqual({ '2026-09-01': [{ from: 480, to: 600 }] });
    expect(calendar.daysOff).toContain('2026-08-22');
    expect(calendar.daysOff).not.toContain('2026-09-01');
    expect(calendar.daysOff).not.toContain('2026-11-24');
    expect(calendar.daysOff).toContain('2026-09-02');
  });

  test('its days off are sorted and name no day twice', () => {
    expect(calendar.daysOff).toEqual([...new Set(calendar.daysOff)].sort());
  });
});
