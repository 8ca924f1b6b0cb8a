import type { AssigneeRule, Step } from '../chain/chain.ts';
import { satisfies, stepFor } from '../chain/steps.ts';
import type { UnitId } from '../ids.ts';
import type { Actor, OfficeRole } from '../people.ts';
import { factsOf } from './deadlines.ts';
import type { Receiver, Row } from './row.ts';
import type { DispatchState } from './state.ts';

/** The units that a receiver belongs to, nearest first. */
export function unitsOf(receiver: Receiver): readonly UnitId[] {
  return receiver.kind === 'step' ? [] : [receiver.unit, ...receiver.above];
}

/** The unit of whoever holds the row, for counting (V-3). */
export function holderUnit(row: Row): UnitId | undefined {
  return row.receiver.kind === 'step' ? undefined : row.receiver.unit;
}

export function isClerk(actor: Actor): boolean {
  return actor.roles.includes('clerk');
}

export function isLeader(actor: Actor): boolean {
  return actor.roles.includes('leader');
}

/** Whether a direction of this actor is their own: whom the chain names, any leader, the post it was presented to. */
export function directsInOwnName(state: DispatchState, actor: Actor): boolean {
  const desk = state.rows[0];
  return (
    isLeader(actor) ||
    satisfies(actor, whoDoes(state, 'direct', 'leader'), []) ||
    (desk?.receiver.kind === 'post' && owns(actor, desk))
  );
}

/** Whom the pinned chain names for a step; the law's own answer where the chain has none. */
export function whoDoes(state: DispatchState, act: Step['act'], otherwise: OfficeRole): AssigneeRule {
  const step = state.chain && stepFor(state.chain, act, factsOf(state));
  return step?.who ?? { kind: 'role', role: otherwise };
}

/** The desk where the dispatch waits for a step: whoever the chain names, under the title of the step. */
export function deskFor(state: DispatchState, act: Step['act'], otherwise: OfficeRole): Receiver {
  const step = state.chain && stepFor(state.chain, act, factsOf(state));
  return { kind: 'step', who: step?.who ?? { kind: 'role', role: otherwise }, name: step?.title ?? '' };
}

/**
 * Whether the row is in the actor's hands: their post's, their step's, or their unit's (R2: its head or clerk,
 * or the member who claimed it, R10).
 */
export function owns(actor: Actor, row: Row): boolean {
  const { receiver } = row;
  switch (receiver.kind) {
    case 'post':
      return receiver.post === actor.post;
    case 'step':
      return satisfies(actor, receiver.who, []);
    case 'unit':
      return (
        row.claimedBy?.post === actor.post ||
        (receiver.unit === actor.unit && (actor.roles.includes('headOfUnit') || isClerk(actor)))
      );
  }
}

/** Whether the actor forwarded this row: the owner of the row above; of a first-level row any leader too. */
export function assigns(state: DispatchState, actor: Actor, row: Row): boolean {
  if (row.parent === undefined) return isLeader(actor);
  const parent = state.rows[row.parent];
  return parent !== undefined && (owns(actor, parent) || (parent.id === 0 && isLeader(actor)));
}
