import type { Calendar, Instant } from './calendar.ts';
import { HORIZON_DAYS, slotsOf } from './working-days.ts';
import { dayAt, instantAt } from './zone.ts';

/**
 * The instant by which a stretch of working time is used up, counted from `from` or the next opening (T-6).
 * @param milliseconds of working time; 0 gives `from` itself, negative counts backwards
 * @returns an instant in (opening, close] of a slot; in real time when there are no such hours in a hundred years
 */
export function addWorking(calendar: Calendar, from: Instant, milliseconds: number): Instant {
  if (milliseconds < 0) return subtractWorking(calendar, from, -milliseconds);
  if (milliseconds === 0) return from;
  let left = milliseconds;
  let at = from;
  const first = dayAt(calendar, from);
  for (let day = first; day <= first + HORIZON_DAYS; day++) {
    for (const slot of slotsOf(calendar, day)) {
      const close = instantAt(calendar, day, slot.to);
      const open = Math.max(at, instantAt(calendar, day, slot.from));
      if (close <= open) continue;
      if (left <= close - open) return open + left;
      left -= close - open;
      at = close;
    }
  }
  return from + milliseconds;
}

/**
 * The instant from which a stretch of working time runs until `from` or the last close before it.
 * @param milliseconds of working time, not negative; 0 gives `from` itself
 * @returns an instant in [opening, close) of a slot; in real time when there are no such hours in a hundred years
 */
export function subtractWorking(calendar: Calendar, from: Instant, milliseconds: number): Instant {
  if (milliseconds <= 0) return from;
  let left = milliseconds;
  let at = from;
  // A clock set back over midnight shows the old date again after slots of the new one.
  const last = dayAt(calendar, from) + 1;
  for (let day = last; day >= last - HORIZON_DAYS; day--) {
    for (const slot of slotsOf(calendar, day).toReversed()) {
      const open = instantAt(calendar, day, slot.from);
      const close = Math.min(at, instantAt(calendar, day, slot.to));
      if (close <= open) continue;
      if (left <= close - open) return close - left;
      left -= close - open;
      at = open;
    }
  }
  return from - milliseconds;
}

/** Working time from one instant to another, in milliseconds; negative when `to` is before `from`. */
export function workingBetween(calendar: Calendar, from: Instant, to: Instant): number {
  // Subtracted rather than negated, which would give -0.
  if (to < from) return 0 - workingBetween(calendar, to, from);
  let total = 0;
  let at = from;
  const first = dayAt(calendar, from);
  const last = Math.min(dayAt(calendar, to) + 1, first + HORIZON_DAYS);
  for (let day = first; day <= last; day++) {
    for (const slot of slotsOf(calendar, day)) {
      const open = Math.max(at, instantAt(calendar, day, slot.from));
      const close = Math.min(to, instantAt(calendar, day, slot.to));
      if (close <= open) continue;
      total += close - open;
      at = close;
    }
  }
  return total;
}

/** Whether an instant lies in a slot, the close excluded (T-2). */
export function isWorkingInstant(calendar: Calendar, instant: Instant): boolean {
  return workingBetween(calendar, instant, instant + 1) === 1;
}

/** The first working instant not before an instant: itself inside a slot, else the next opening (T-6). */
export function nextOpening(calendar: Calendar, instant: Instant): Instant {
  return addWorking(calendar, instant, 1) - 1;
}
