import { expect } from 'vitest';
import { wakeUps } from '../../../../../workflows/rules/dispatch/clocks.ts';
import { owns } from '../../../../../workflows/rules/dispatch/owners.ts';
import { permitted } from '../../../../../workflows/rules/dispatch/permitted.ts';
import { isInHand, isOpen, type Row } from '../../../../../workflows/rules/dispatch/row.ts';
import { type DispatchState, isFinal } from '../../../../../workflows/rules/dispatch/state.ts';
import type { Actor } from '../../../../../workflows/rules/people.ts';
import { holdersOf, keysOf, readersOf, tabOf } from '../../../../../workflows/rules/permission/keys.ts';
import type { Instant } from '../../../../../workflows/rules/working-time/calendar.ts';
import type { World } from './world.ts';

/** Everything that flows 12 says is always true of one dispatch, and how its rows hang together. */
export function holdAlways(world: World, state: DispatchState, now: Instant): void {
  if (isFinal(state)) {
    expect(wakeUps(state)).toEqual([]);
    expect(state.limits).toEqual({});
  } else {
    somethingIsAwaited(world, state, now);
  }
  rowsHangTogether(state);
  for (const actor of world.people) {
    onlyReadersAct(state, actor, now);
    everyHeldRowHasItsTab(state, actor, now);
  }
}

/** P-2 */
function somethingIsAwaited(world: World, state: DispatchState, now: Instant): void {
  expect(state.rows[0] && isOpen(state.rows[0])).toBe(true);
  const acts = world.people.flatMap((actor) => permitted(state, actor, now));
  // While the number is asked for, its answer is what is awaited.
  if (state.status !== 'registering') expect(acts).not.toEqual([]);
}

function rowsHangTogether(state: DispatchState): void {
  state.rows.forEach((row, index) => {
    expect(row.id).toBe(index);
    if (row.state === 'suspended') expect(row.suspended).toBeDefined();
    else expect(row.suspended).toBeUndefined();
    expect(row.finishedAt !== undefined).toBe(!isOpen(row) || (row.id === 0 && isFinal(state)));
    if (row.role === 'inform') expect(row.clock).toBeUndefined();
    const parent = row.parent === undefined ? undefined : state.rows[row.parent];
    if (parent) underIts(parent, row);
    if (row.state === 'forwarded') {
      // Somebody below still works for it.
      expect(state.rows.some((one) => one.parent === row.id && isOpen(one) && one.role !== 'inform')).toBe(
        true,
      );
    }
  });
}

function underIts(parent: Row, row: Row): void {
  if (!isOpen(row)) return;
  expect(isOpen(parent)).toBe(true);
  if (parent.state === 'suspended') expect(row.state).toBe('suspended');
  // An open lead and a forwarder who has the work in hand would be two who answer for it.
  if (row.role === 'lead') expect(isInHand(parent)).toBe(false);
  if (row.role === 'lead') expect(row.round).toBe(parent.rounds);
}

/** P-4: what somebody may do something about, they can see. */
function onlyReadersAct(state: DispatchState, actor: Actor, now: Instant): void {
  const keys = new Set(keysOf(actor));
  const sees = readersOf(state).some((key) => keys.has(key));
  if (!sees) expect(permitted(state, actor, now)).toEqual([]);
  if (actor.agency !== state.agency) expect(sees).toBe(false);
}

/** P-7: a row that an actor holds stands in one tab, under "unit" until somebody takes it up. */
function everyHeldRowHasItsTab(state: DispatchState, actor: Actor, now: Instant): void {
  const keys = new Set(keysOf(actor));
  for (const row of state.rows.filter(isOpen)) {
    if (!holdersOf(state.agency, row).some((key) => keys.has(key))) {
      expect(actor.agency === state.agency && owns(actor, row)).toBe(false);
      continue;
    }
    const { receiver, role, claimedBy } = row;
    const unit = receiver.kind === 'unit' ? receiver.unit : undefined;
    const dueAt = row.clock?.deadline.due;
    const line = { state: row.state, role, dueAt, nearAt: dueAt, unit, claimed: claimedBy !== undefined };
    expect(tabOf(line, actor, now) === 'unit').toBe(!owns(actor, row) && row.state !== 'suspended');
  }
}
