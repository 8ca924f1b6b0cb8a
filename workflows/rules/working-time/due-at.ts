import type { Calendar, CivilDate, Instant } from './calendar.ts';
import { addMonths, dateOf, dayFrom, dayOf, type Day } from './days.ts';
import type { Deadline, DeadlineUnit, DueRule } from './deadline.ts';
import { closeOf, isWorkingDay, nthWorkingDay } from './working-days.ts';
import { addWorking, nextOpening } from './working-minutes.ts';
import { dayAt, MINUTE } from './zone.ts';

/**
 * The deadline that a rule gives (T-4 to T-9).
 * @param from the instant of receipt or assignment
 * @param unit of an instant given by hand (`at`); every other rule has its own
 */
export function deadlineFor(
  calendar: Calendar,
  rule: DueRule,
  from: Instant,
  unit: DeadlineUnit = 'day',
): Deadline {
  return {
    due: dueAt(calendar, rule, from),
    unit: rule.kind === 'at' ? unit : unitOf(rule),
    rule,
    from,
    calendarVersion: calendar.version,
  };
}

/**
 * What the form proposes for "chậm nhất ngày D" when D is not worked (T-8).
 * @returns the working day before, or undefined when D is worked and needs no warning
 */
export function proposedInstead(calendar: Calendar, date: CivilDate): CivilDate | undefined {
  const day = dayOf(date);
  return isWorkingDay(calendar, day) ? undefined : dateOf(nthWorkingDay(calendar, day, -1));
}

function dueAt(calendar: Calendar, rule: DueRule, from: Instant): Instant {
  const received = dayAt(calendar, from);
  switch (rule.kind) {
    case 'workingDays':
      return rule.days === 0
        ? closeOfToday(calendar, received, from)
        : closeOf(calendar, nthWorkingDay(calendar, received, rule.days));
    case 'workingMinutes':
      return addWorking(calendar, nextOpening(calendar, from), Math.round(rule.minutes * MINUTE));
    case 'realMinutes':
      return from + Math.round(rule.minutes * MINUTE);
    case 'days':
      return closeFrom(calendar, received + rule.days);
    case 'months':
      return closeFrom(calendar, addMonths(received, rule.months));
    case 'before':
      return closeOf(calendar, nthWorkingDay(calendar, dayOf(rule.date), -1));
    case 'byEndOf':
      return closeOf(calendar, dayOf(rule.date));
    case 'inMonth':
      return closeOf(calendar, nthWorkingDay(calendar, dayFrom(rule.year, rule.month + 1, 1), -1));
    case 'at':
      return rule.instant;
  }
}

function closeOfToday(calendar: Calendar, day: Day, from: Instant): Instant {
  const close = closeOf(calendar, day);
  return isWorkingDay(calendar, day) && from < close
    ? close
    : closeOf(calendar, nthWorkingDay(calendar, day, 1));
}

function closeFrom(calendar: Calendar, day: Day): Instant {
  return closeOf(calendar, isWorkingDay(calendar, day) ? day : nthWorkingDay(calendar, day, 1));
}

function unitOf(rule: DueRule): DeadlineUnit {
  if (rule.kind === 'workingMinutes') return 'workingMinute';
  return rule.kind === 'realMinutes' ? 'realMinute' : 'day';
}
