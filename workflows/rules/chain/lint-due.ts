import type { DueRule } from '../working-time/deadline.ts';
import { type ChainFault, fault } from './fault.ts';

/** A year, in each unit: a chain that leaves longer has a slip of the pen. */
const MOST = { workingDays: 260, days: 366, months: 12, minutes: 366 * 1440 } as const;

/** Faults of a deadline that a chain gives; fixed dates belong to a dispatch, not to a chain. */
export function dueFaults(due: DueRule, where: string, step?: string): readonly ChainFault[] {
  const bad = (amount: number, least: number, most: number) =>
    Number.isInteger(amount) && amount >= least && amount <= most
      ? []
      : [fault('dueAmount', { where, amount, least, most }, step)];
  switch (due.kind) {
    case 'workingDays':
      return bad(due.days, 0, MOST.workingDays);
    case 'days':
      return bad(due.days, 1, MOST.days);
    case 'months':
      return bad(due.months, 1, MOST.months);
    case 'workingMinutes':
    case 'realMinutes':
      return bad(due.minutes, 1, MOST.minutes);
    case 'before':
    case 'byEndOf':
    case 'inMonth':
    case 'at':
      return [fault('dueFixed', { where }, step)];
  }
}
