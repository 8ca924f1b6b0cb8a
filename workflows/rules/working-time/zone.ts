import type { Calendar, Instant } from './calendar.ts';
import type { Day } from './days.ts';

export const MINUTE = 60_000;
export const MINUTES_PER_DAY = 1440;

/**
 * What the wall clock shows at an instant.
 * @returns the civil day and the milliseconds since its midnight, in the calendar's zone (T-1)
 */
export function localAt(calendar: Calendar, instant: Instant): { day: Day; millisecond: number } {
  const local = instant + offsetAt(calendar, instant) * MINUTE;
  const day = Math.floor(local / (MINUTES_PER_DAY * MINUTE));
  return { day, millisecond: local - day * MINUTES_PER_DAY * MINUTE };
}

/** The civil day of an instant in the calendar's zone. */
export function dayAt(calendar: Calendar, instant: Instant): Day {
  return Math.floor((instant + offsetAt(calendar, instant) * MINUTE) / (MINUTES_PER_DAY * MINUTE));
}

/**
 * The instant at which the clock of the calendar's zone shows a minute of a day. A time that the clock shows
 * twice means the first one; a time that it jumps over means the jump: so later times never come earlier.
 * @param minute after midnight; 1440 is the midnight that ends the day
 */
export function instantAt(calendar: Calendar, day: Day, minute: number): Instant {
  const local = (day * MINUTES_PER_DAY + minute) * MINUTE;
  let instant: Instant | undefined;
  for (const { from, minutes } of calendar.zone) {
    const shown = local - minutes * MINUTE;
    if (instant === undefined) instant = shown;
    else if (instant < from) break;
    else instant = Math.max(from, shown);
  }
  return instant ?? local;
}

function offsetAt(calendar: Calendar, instant: Instant): number {
  let offset: number | undefined;
  for (const { from, minutes } of calendar.zone) {
    if (offset !== undefined && instant < from) break;
    offset = minutes;
  }
  return offset ?? 0;
}
