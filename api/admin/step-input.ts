import type { AssigneeRule, Condition, Step } from '../../workflows/rules/chain/chain.ts';
import type { Level, LevelId, Offset } from '../../workflows/rules/escalation/ladder.ts';
import type { PersonId, PostId, UnitId } from '../../workflows/rules/ids.ts';
import type { DueRule } from '../../workflows/rules/working-time/deadline.ts';
import type { RuleInput, StepInput } from './chains.schema.ts';

/** The step that a form describes; what is missing in it the checker says. */
export function stepOf(input: StepInput, key: string): Step {
  const due = dueOf(input);
  return {
    ...{ key, title: input.title, act: input.act, who: whoOf(input), when: whenOf(input) },
    ...(due && { due }),
    ladder: (['R1', 'L1', 'L2', 'L3'] as const).map((id) => levelOf(id, input.ladder[id])),
    ...(input.optional && { optional: true }),
  };
}

function whoOf({ who, role, post, unit, people, levels }: StepInput): AssigneeRule {
  switch (who) {
    case 'role':
      return { kind: 'role', role: role ?? 'officer' };
    case 'post':
      return { kind: 'post', post: (post ?? '') as PostId };
    case 'headOfUnit':
      return unit ? { kind: 'headOfUnit', unit: unit as UnitId } : { kind: 'headOfUnit' };
    case 'people':
      return { kind: 'people', people: people as PersonId[] };
    case 'headsUp':
      return { kind: 'headsUp', levels };
  }
}

/** Conditions in the order in which sentences name them. */
export function whenOf({ types, priorities, senders, fields }: RuleInput | StepInput): readonly Condition[] {
  const all: readonly Condition[] = [
    { fact: 'type', in: types },
    { fact: 'priority', in: priorities },
    { fact: 'sender', in: senders },
    { fact: 'field', in: fields },
  ];
  return all.filter((condition) => condition.in.length > 0);
}

/** The deadline that number and unit mean; undefined for none. */
export function dueOf({ dueAmount = 0, dueUnit }: RuleInput | StepInput): DueRule | undefined {
  switch (dueUnit) {
    case 'none':
      return undefined;
    case 'workingDays':
    case 'days':
      return { kind: dueUnit, days: dueAmount };
    case 'months':
      return { kind: 'months', months: dueAmount };
    case 'workingHours':
      return { kind: 'workingMinutes', minutes: dueAmount * 60 };
    case 'workingMinutes':
    case 'realMinutes':
      return { kind: dueUnit, minutes: dueAmount };
  }
}

/** R1 is told by the share of the time that is used, the others by the time since the deadline (flows.md §1). */
function levelOf(id: LevelId, { on, reassign, days, minutes, to }: StepInput['ladder']['R1']): Level {
  const isSet = (box: string | undefined) => box !== undefined && box !== '';
  const after: Offset = minutes === 0 ? { kind: 'atDue' } : { kind: 'minutesAfter', minutes };
  return {
    ...{ id, on: isSet(on), to, ...(isSet(reassign) && { action: 'reassignToHead' }) },
    byDay: days === 0 ? { kind: 'atDue' } : { kind: 'opening', workingDays: days },
    byMinute: id === 'R1' ? { kind: 'shareUsed', share: minutes / 100 } : after,
  };
}
