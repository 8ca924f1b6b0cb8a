import type { Calendar, Instant, Slot } from './calendar.ts';
import { dayOf, weekdayOf, type Day } from './days.ts';
import { instantAt, MINUTES_PER_DAY } from './zone.ts';

/** No search looks further than a hundred years, so that none runs for ever on a calendar without hours. */
export const HORIZON_DAYS = 36_525;

interface Index {
  readonly week: readonly (readonly Slot[])[];
  readonly off: ReadonlySet<Day>;
  readonly worked: ReadonlyMap<Day, readonly Slot[]>;
  /** From the earliest opening to the latest close of the week; ends on the day itself even without hours. */
  readonly usual: Slot;
}

const CLOSED: readonly Slot[] = [];
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

// A pure cache: what it holds depends on the calendar alone.
const indexes = new WeakMap<Calendar, Index>();

/** The hours worked on a day, in local minutes: a worked day wins over a day off, a day off over the week (T-3). */
export function slotsOf(calendar: Calendar, day: Day): readonly Slot[] {
  const { week, off, worked } = indexOf(calendar);
  return worked.get(day) ?? (off.has(day) ? CLOSED : (week[weekdayOf(day) - 1] ?? CLOSED));
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return slotsOf(calendar, day).length > 0;
}

/** The opening of a day (07:30 by default); of a day without hours, the usual opening of the week. */
export function openingOf(calendar: Calendar, day: Day): Instant {
  const opening = slotsOf(calendar, day)[0] ?? indexOf(calendar).usual;
  return instantAt(calendar, day, opening.from);
}

/** The close of a day (17:00 by default); of a day without hours, the usual close of the week. */
export function closeOf(calendar: Calendar, day: Day): Instant {
  const close = slotsOf(calendar, day).at(-1) ?? indexOf(calendar).usual;
  return instantAt(calendar, day, close.to);
}

/** The end of the morning of a day (11:30 by default): the close of its first hours (T-10). */
export function endOfMorning(calendar: Calendar, day: Day): Instant {
  const morning = slotsOf(calendar, day)[0] ?? indexOf(calendar).usual;
  return instantAt(calendar, day, morning.to);
}

/**
 * The nth working day after a day, which itself never counts (T-4).
 * @param n negative counts backwards; 0 is the day itself
 * @returns day + n when the calendar has no such working day within a hundred years
 */
export function nthWorkingDay(calendar: Calendar, day: Day, n: number): Day {
  const step = Math.sign(n);
  let left = Math.abs(n);
  for (let walked = 1; left > 0 && walked <= HORIZON_DAYS; walked++) {
    if (isWorkingDay(calendar, day + step * walked)) left--;
    if (left <= 0) return day + step * walked;
  }
  return day + n;
}

function indexOf(calendar: Calendar): Index {
  const known = indexes.get(calendar);
  if (known) return known;
  const week = WEEKDAYS.map((weekday) => calendar.weekly[weekday] ?? CLOSED);
  const usual = week.flat();
  const worked = Object.entries(calendar.workedDays).map(([date, hours]): [Day, readonly Slot[]] => [
    dayOf(date),
    typeof hours === 'number' ? (calendar.weekly[hours] ?? CLOSED) : hours,
  ]);
  const index = {
    week,
    off: new Set(calendar.daysOff.map(dayOf)),
    worked: new Map(worked),
    usual: {
      from: usual.length > 0 ? Math.min(...usual.map((slot) => slot.from)) : 0,
      to: usual.length > 0 ? Math.max(...usual.map((slot) => slot.to)) : MINUTES_PER_DAY - 1,
    },
  };
  indexes.set(calendar, index);
  return index;
}
