import type { Level, LevelId, Offset } from '../escalation/ladder.ts';
import type { Step } from './chain.ts';
import { type ChainFault, fault, warning } from './fault.ts';

const ORDER: readonly LevelId[] = ['R1', 'L1', 'L2', 'L3'];

/** Faults of the reminders and escalations of a step: twice, out of order, to nobody, taking work from nobody. */
export function ladderFaults({ key, title, act, ladder }: Step): readonly ChainFault[] {
  const on = ladder.filter((level) => level.on);
  if (on.length === 0) return [warning('ladderSilent', { title }, key)];
  return ladder.flatMap((level, index) => {
    const { id } = level;
    if (!ORDER.includes(id)) return [fault('levelUnknown', { level: id }, key)];
    const before = ladder.slice(0, index);
    const twice = before.some((one) => one.id === id);
    const last = on.filter((one) => before.includes(one)).at(-1);
    const rises = !level.on || !last || isBefore(last, level);
    return [
      ...(twice ? [fault('levelTwice', { level: id }, key)] : []),
      ...(rises || twice ? [] : [fault('levelNotRising', { level: id, before: last.id }, key)]),
      ...(level.on && level.to.length === 0 ? [fault('levelToNobody', { level: id }, key)] : []),
      // Only there a person holds the work whom it can be taken from.
      ...(level.on && level.action && act !== 'settle' ? [fault('levelAction', { level: id }, key)] : []),
      ...[level.byDay, level.byMinute].flatMap((offset) => offsetFaults(offset, id, key)),
    ];
  });
}

/** One level comes before another by its name, and not after it in time, in days as in minutes. */
function isBefore(a: Level, b: Level): boolean {
  return (
    ORDER.indexOf(a.id) < ORDER.indexOf(b.id) &&
    inDays(a.byDay) <= inDays(b.byDay) &&
    inDays(a.byMinute) <= inDays(b.byMinute)
  );
}

/** Roughly how many days after the due instant; enough to put offsets in order. */
function inDays(offset: Offset): number {
  switch (offset.kind) {
    case 'atDue':
      return 0;
    case 'opening':
      // The opening of a day lies most of a day before its close.
      return offset.workingDays - 0.5;
    case 'shareUsed':
      return (offset.share - 1) / 1000;
    case 'minutesAfter':
      return offset.minutes / 1440;
  }
}

function offsetFaults(offset: Offset, level: LevelId, step: string): readonly ChainFault[] {
  switch (offset.kind) {
    case 'atDue':
      return [];
    case 'opening':
      return within(offset.workingDays, -60, 60) ? [] : [fault('levelOffset', { level }, step)];
    case 'shareUsed':
      return offset.share > 0 && offset.share < 1 ? [] : [fault('levelOffset', { level }, step)];
    case 'minutesAfter':
      return within(offset.minutes, 1, 100_000) ? [] : [fault('levelOffset', { level }, step)];
  }
}

function within(amount: number, least: number, most: number): boolean {
  return Number.isInteger(amount) && amount >= least && amount <= most;
}
