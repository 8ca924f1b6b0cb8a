import { legalLimit } from '../dispatch/deadlines.ts';
import type { Priority } from '../dispatch/envelope.ts';
import type { Calendar, Instant } from '../working-time/calendar.ts';
import type { Deadline, DueRule } from '../working-time/deadline.ts';
import { deadlineFor } from '../working-time/due-at.ts';
import { endOfMorning, nthWorkingDay } from '../working-time/working-days.ts';
import { dayAt } from '../working-time/zone.ts';
import type { OutgoingLimit } from './state.ts';
import type { ApprovalStep } from './steps.ts';

/** The step's own deadline: a working day where the chain says nothing, an hour when urgent (flows.md §3, T-9). */
export function stepDeadline(
  { due = { kind: 'workingDays', days: 1 } }: ApprovalStep,
  priority: Priority,
  calendar: Calendar,
  at: Instant,
): Deadline {
  const hour: DueRule = { kind: priority >= 3 ? 'realMinutes' : 'workingMinutes', minutes: 60 };
  return deadlineFor(calendar, priority > 0 ? hour : due, at);
}

/** T-10: issued by the close, sent by the end of the morning of the next working day; urgent: right after signing. */
export function signingLimits(
  priority: Priority,
  calendar: Calendar,
  at: Instant,
): Readonly<Record<OutgoingLimit, Deadline>> {
  const issuing = deadlineFor(calendar, legalLimit(priority), at);
  if (priority > 0) return { issuing, sending: issuing };
  const instant = endOfMorning(calendar, nthWorkingDay(calendar, dayAt(calendar, at), 1));
  return { issuing, sending: deadlineFor(calendar, { kind: 'at', instant }, at, 'workingMinute') };
}
