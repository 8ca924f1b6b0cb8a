import type { UnitId } from '../ids.ts';
import type { Actor } from '../people.ts';
import type { AssigneeRule, Chain, Condition, Step } from './chain.ts';

/** The facts of one dispatch that conditions look at, by the names of {@link Condition}. */
export type Facts = Readonly<Record<Condition['fact'], string>>;

/** Whether every condition holds; an empty list always does. */
export function holds(conditions: readonly Condition[], facts: Facts): boolean {
  return conditions.every((condition) => condition.in.includes(facts[condition.fact]));
}

/** The first step of the chain that does this act for a dispatch with these facts. */
export function stepFor(chain: Chain, act: Step['act'], facts: Facts): Step | undefined {
  return chain.steps.find((step) => step.act === act && holds(step.when, facts));
}

/**
 * Whether the actor is one whom the rule names.
 * @param units the unit that holds the work and the units above it, nearest first
 */
export function satisfies(actor: Actor, rule: AssigneeRule, units: readonly UnitId[]): boolean {
  const heads = (among: readonly UnitId[]) =>
    actor.roles.includes('headOfUnit') && among.includes(actor.unit);
  switch (rule.kind) {
    case 'role':
      return actor.roles.includes(rule.role);
    case 'post':
      return actor.post === rule.post;
    case 'people':
      return rule.people.includes(actor.person);
    case 'headOfUnit':
      return heads(rule.unit === undefined ? units.slice(0, 1) : [rule.unit]);
    case 'headsUp':
      return heads(units.slice(0, rule.levels));
  }
}
