import type { Calendar } from './calendar.ts';
import type { Deadline, DueRule } from './deadline.ts';
import { deadlineFor } from './due-at.ts';

/** Whether a deadline was computed on the calendar (T-4 to T-7) rather than given as a date or an instant. */
export function isComputed(rule: DueRule): boolean {
  switch (rule.kind) {
    case 'workingDays':
    case 'workingMinutes':
    case 'days':
    case 'months':
      return true;
    case 'realMinutes':
    case 'before':
    case 'byEndOf':
    case 'inMonth':
    case 'at':
      return false;
  }
}

/** The deadline under a changed calendar: recomputed if it was computed, the same object if it was fixed (T-12). */
export function recalculate(calendar: Calendar, deadline: Deadline): Deadline {
  return isComputed(deadline.rule) ? deadlineFor(calendar, deadline.rule, deadline.from) : deadline;
}
