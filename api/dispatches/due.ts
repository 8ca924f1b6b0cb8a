import type { Calendar } from '../../workflows/rules/working-time/calendar.ts';
import { parseDate, parseInstant } from '../../workflows/rules/working-time/date-text.ts';
import type { DueRule } from '../../workflows/rules/working-time/deadline.ts';

/** How a deadline is said on a form; `none` leaves the one that is given from above. */
export const DUE_KINDS = [
  'none',
  'before',
  'byEndOf',
  'workingDays',
  'workingHours',
  'inMonth',
  'at',
] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Key of the sentence below `dispatches:due.fault` that says what to type instead. */
export interface DueFault {
  readonly fault: Exclude<DueKind, 'none'> | 'own';
}

/**
 * The rule that the words and the typed value mean (T-4 to T-8).
 * @returns undefined for no deadline of its own
 */
export function readDue(kind: DueKind, value: string, calendar: Calendar): DueRule | undefined | DueFault {
  const text = value.trim();
  switch (kind) {
    case 'none':
      return undefined;
    case 'before':
    case 'byEndOf': {
      const date = parseDate(text);
      return date === undefined ? { fault: kind } : { kind, date };
    }
    case 'workingDays': {
      const days = /^\d{1,3}$/.test(text) ? Number(text) : undefined;
      return days === undefined ? { fault: kind } : { kind, days };
    }
    case 'workingHours': {
      // Half hours are usual, with the comma of Vietnamese numbers or a point.
      const hours = /^\d{1,3}([.,]5)?$/.test(text) ? Number(text.replace(',', '.')) : 0;
      return hours === 0 ? { fault: kind } : { kind: 'workingMinutes', minutes: hours * 60 };
    }
    case 'inMonth': {
      const [, month, year] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
      const known = Number(month) >= 1 && Number(month) <= 12;
      return known ? { kind, year: Number(year), month: Number(month) } : { fault: kind };
    }
    case 'at': {
      const instant = parseInstant(calendar, text);
      return instant === undefined ? { fault: kind } : { kind, instant };
    }
  }
}

/** The deadline of one receiver of several: a day to whose end it runs, or an instant. */
export function readOwnDue(value: string, calendar: Calendar): DueRule | undefined | DueFault {
  const text = value.trim();
  if (text === '') return undefined;
  const due = readDue(text.includes(':') ? 'at' : 'byEndOf', text, calendar);
  return isDueFault(due) ? { fault: 'own' } : due;
}

export function isDueFault(due: DueRule | undefined | DueFault): due is DueFault {
  return due !== undefined && 'fault' in due;
}
