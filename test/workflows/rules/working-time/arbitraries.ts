import fc from 'fast-check';
import type {
  Calendar,
  CivilDate,
  Slot,
  Weekday,
} from '../../../../workflows/rules/working-time/calendar.ts';
import { dateOf, dayOf } from '../../../../workflows/rules/working-time/days.ts';

/** Zones as tables: without daylight saving, with it, and with a clock set back over midnight (St. John's before 2011). */
export const zones = {
  hoChiMinh: [{ from: 0, minutes: 420 }],
  berlin: [
    { from: 0, minutes: 60 },
    { from: Date.parse('2026-03-29T01:00Z'), minutes: 120 },
    { from: Date.parse('2026-10-25T01:00Z'), minutes: 60 },
  ],
  stJohns: [
    { from: 0, minutes: -210 },
    { from: Date.parse('2026-03-08T03:31Z'), minutes: -150 },
    { from: Date.parse('2026-11-01T02:31Z'), minutes: -210 },
  ],
} as const;

/** Instants of 2026, to the second. */
export const instant = fc
  .integer({ min: Date.parse('2026-01-01T00:00Z') / 1000, max: Date.parse('2026-12-31T00:00Z') / 1000 })
  .map((second) => second * 1000);

/** Up to a few weeks of working time, to the second. */
export const duration = fc.integer({ min: 1, max: 20_000 * 60 }).map((seconds) => seconds * 1000);

const slots: fc.Arbitrary<Slot[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 })
  .map((marks) => {
    const sorted = marks.slice(0, marks.length - (marks.length % 2)).sort((a, b) => a - b);
    return sorted.flatMap((from, index) => {
      const to = sorted[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    });
  });

// An hour a week at least, so that no test walks past the hundred years of a search.
const longEnough = slots.filter((day) => day.reduce((total, { from, to }) => total + to - from, 0) >= 60);

const date: fc.Arbitrary<CivilDate> = fc
  .integer({ min: dayOf('2025-12-01'), max: dayOf('2027-02-28') })
  .map(dateOf);

const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);

/** Random calendars with at least Tuesday’s hours. */
export function calendarIn(...zoneNames: (keyof typeof zones)[]): fc.Arbitrary<Calendar> {
  return fc.record({
    id: fc.constant('test'),
    version: fc.constant(1),
    zone: fc.constantFrom(...zoneNames.map((name) => zones[name])),
    weekly: fc
      .tuple(fc.dictionary(weekday.map(String), slots), longEnough)
      .map(([others, tuesday]) => ({ ...others, 2: tuesday })),
    daysOff: fc.array(date, { maxLength: 40 }),
    workedDays: fc.dictionary(date, fc.oneof(weekday, slots), { maxKeys: 10 }),
  });
}

export const anyCalendar = calendarIn('hoChiMinh', 'berlin', 'stJohns');
