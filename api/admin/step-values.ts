import type { Chain, Condition, Step } from '../../workflows/rules/chain/chain.ts';
import { defaultLadder } from '../../workflows/rules/escalation/default-ladder.ts';
import type { Level, LevelId, Offset } from '../../workflows/rules/escalation/ladder.ts';
import type { DueRule } from '../../workflows/rules/working-time/deadline.ts';
import type { ConditionValues, DUE_UNITS, StepValues } from './chains.schema.ts';

/** What the form of a new step proposes. */
export function newStep(direction: Chain['direction']): Step {
  const act = direction === 'incoming' ? 'forward' : 'approve';
  return { key: 'new', title: '', act, who: { kind: 'headOfUnit' }, ladder: defaultLadder, when: [] };
}

/** A stored step as its form shows it. */
export function valuesOf({ title, act, who, due, ladder, when, optional }: Step): StepValues {
  const level = (id: LevelId) => levelValues(ladder.find((one) => one.id === id) ?? unused(id));
  return {
    ...{ title, act, optional: optional ? 'true' : '', who: who.kind, ...ruleValues(when, due) },
    role: who.kind === 'role' ? who.role : '',
    post: who.kind === 'post' ? who.post : '',
    unit: who.kind === 'headOfUnit' ? (who.unit ?? '') : '',
    people: who.kind === 'people' ? [...who.people] : [],
    levels: who.kind === 'headsUp' ? String(who.levels) : '2',
    ladder: { R1: level('R1'), L1: level('L1'), L2: level('L2'), L3: level('L3') },
  };
}

/** Conditions and a deadline as their fields show them. */
export function ruleValues(when: readonly Condition[], due: DueRule | undefined): ConditionValues {
  const of = (fact: Condition['fact']) => when.find((one) => one.fact === fact)?.in ?? [];
  return {
    ...{ types: of('type').join(', '), senders: of('sender').join(', '), fields: of('field').join(', ') },
    ...{ priorities: [...of('priority')], ...dueValues(due) },
  };
}

function dueValues(due: DueRule | undefined): Pick<ConditionValues, 'dueAmount' | 'dueUnit'> {
  const value = (dueUnit: (typeof DUE_UNITS)[number], amount: number) => ({
    dueUnit,
    dueAmount: String(amount),
  });
  switch (due?.kind) {
    case 'workingDays':
    case 'days':
      return value(due.kind, due.days);
    case 'months':
      return value('months', due.months);
    case 'realMinutes':
      return value('realMinutes', due.minutes);
    case 'workingMinutes':
      return due.minutes % 60 === 0
        ? value('workingHours', due.minutes / 60)
        : value('workingMinutes', due.minutes);
    default:
      return { dueUnit: 'none', dueAmount: '' };
  }
}

/** A level that a step does not have yet is offered as the default one, switched off. */
function unused(id: LevelId): Level {
  const known = defaultLadder.find((level) => level.id === id);
  const none: Level = { id, on: false, byDay: { kind: 'atDue' }, byMinute: { kind: 'atDue' }, to: [] };
  return { ...none, ...known, on: false };
}

function levelValues({ on, byDay, byMinute, to, action }: Level): StepValues['ladder']['R1'] {
  return {
    on: on ? 'true' : '',
    reassign: action ? 'true' : '',
    days: String(amountOf(byDay)),
    minutes: String(amountOf(byMinute)),
    to: [...to],
  };
}

function amountOf(offset: Offset): number {
  switch (offset.kind) {
    case 'atDue':
      return 0;
    case 'opening':
      return offset.workingDays;
    case 'shareUsed':
      return Math.round(offset.share * 100);
    case 'minutesAfter':
      return offset.minutes;
  }
}
