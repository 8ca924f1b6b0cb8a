import type { Calendar, Instant } from '../working-time/calendar.ts';
import type { Deadline } from '../working-time/deadline.ts';
import { nthWorkingDay, openingOf } from '../working-time/working-days.ts';
import { addWorking, workingBetween } from '../working-time/working-minutes.ts';
import { dayAt, MINUTE } from '../working-time/zone.ts';
import type { Ladder, LevelId, Offset } from './ladder.ts';

export interface LevelInstant {
  readonly level: LevelId;
  readonly at: Instant;
}

/**
 * When each level of a ladder fires for a deadline, earliest first (flows.md §1, the escalation table).
 * @returns the levels that are on; without R1 when it would come before the assignment
 */
export function levelInstants(
  calendar: Calendar,
  ladder: Ladder,
  deadline: Deadline,
  assignedAt: Instant,
): LevelInstant[] {
  return ladder
    .filter((level) => level.on)
    .map(({ id, byDay, byMinute }) => ({
      level: id,
      at: instantOf(calendar, deadline.unit === 'day' ? byDay : byMinute, deadline, assignedAt),
    }))
    .filter(({ level, at }) => level !== 'R1' || at >= assignedAt)
    .sort((a, b) => a.at - b.at);
}

function instantOf(
  calendar: Calendar,
  offset: Offset,
  { due, unit }: Deadline,
  assignedAt: Instant,
): Instant {
  switch (offset.kind) {
    case 'atDue':
      return due;
    case 'opening':
      // A due midnight ends the day before it.
      return openingOf(calendar, nthWorkingDay(calendar, dayAt(calendar, due - 1), offset.workingDays));
    case 'shareUsed':
      return unit === 'realMinute'
        ? assignedAt + Math.round((due - assignedAt) * offset.share)
        : addWorking(
            calendar,
            assignedAt,
            Math.round(workingBetween(calendar, assignedAt, due) * offset.share),
          );
    case 'minutesAfter':
      return unit === 'realMinute'
        ? due + offset.minutes * MINUTE
        : addWorking(calendar, due, offset.minutes * MINUTE);
  }
}
