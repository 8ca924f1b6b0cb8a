import type { Calendar, Instant } from './calendar.ts';
import type { Deadline, DeadlineUnit, DueRule } from './deadline.ts';
import { isComputed } from './recalculate.ts';
import { closeOf, isWorkingDay, nthWorkingDay } from './working-days.ts';
import { addWorking, workingBetween } from './working-minutes.ts';
import { dayAt, instantAt, localAt, MINUTE } from './zone.ts';

/**
 * The deadline of a row whose clock stood from one instant to another (T-13). By the day it moves by the
 * working days that closed meanwhile; in minutes, what was left at the stop runs on from the resumption.
 * A lateness already there stays as great as it was.
 * @returns a deadline counted from the resumption, so that a later calendar change still finds it (T-12)
 */
export function afterSuspension(
  calendar: Calendar,
  deadline: Deadline,
  suspendedAt: Instant,
  resumedAt: Instant,
): Deadline {
  const due = movedDue(calendar, deadline, suspendedAt, resumedAt);
  const rule: DueRule =
    isComputed(deadline.rule) && due > resumedAt
      ? restOf(calendar, deadline.unit, resumedAt, due)
      : { kind: 'at', instant: due };
  return { due, unit: deadline.unit, rule, from: resumedAt, calendarVersion: calendar.version };
}

function movedDue(
  calendar: Calendar,
  { due, unit }: Deadline,
  suspendedAt: Instant,
  resumedAt: Instant,
): Instant {
  if (unit === 'realMinute') return due + resumedAt - suspendedAt;
  if (unit === 'workingMinute') {
    return addWorking(calendar, resumedAt, workingBetween(calendar, suspendedAt, due));
  }
  return laterByDays(calendar, due, closesBetween(calendar, suspendedAt, resumedAt));
}

function laterByDays(calendar: Calendar, due: Instant, workingDays: number): Instant {
  // A due midnight ends the day before it.
  const { day, millisecond } = localAt(calendar, due - 1);
  const later = nthWorkingDay(calendar, day, workingDays);
  if (due === closeOf(calendar, day)) return closeOf(calendar, later);
  return instantAt(calendar, later, (millisecond + 1) / MINUTE);
}

/** How many working days close after one instant and not after another. */
function closesBetween(calendar: Calendar, after: Instant, until: Instant): number {
  let count = 0;
  const last = dayAt(calendar, until);
  for (let day = dayAt(calendar, after); day <= last; day++) {
    const close = closeOf(calendar, day);
    if (isWorkingDay(calendar, day) && close > after && close <= until) count++;
  }
  return count;
}

function restOf(calendar: Calendar, unit: DeadlineUnit, from: Instant, due: Instant): DueRule {
  if (unit !== 'day')
    return { kind: 'workingMinutes', minutes: workingBetween(calendar, from, due) / MINUTE };
  // The day of the resumption does not count, as the day of receipt does not (T-4).
  return {
    kind: 'workingDays',
    days: closesBetween(calendar, closeOf(calendar, dayAt(calendar, from)), due),
  };
}
