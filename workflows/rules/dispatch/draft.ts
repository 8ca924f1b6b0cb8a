import { type ActedBy, type Actor, actedBy, SYSTEM, type System } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { Event, Fact } from './event.ts';
import { evolve } from './evolve.ts';
import type { DispatchState } from './state.ts';

/** One decision being written: each recorded fact is already in `state`, so that consequences follow from it. */
export interface Draft {
  state: DispatchState;
  readonly events: Event[];
  readonly at: Instant;
  readonly by: ActedBy;
}

export function draft(state: DispatchState, by: Actor | System, at: Instant): Draft {
  return { state, events: [], at, by: actedBy(by) };
}

/** Records what the actor did. */
export function record(decision: Draft, fact: Fact): void {
  add(decision, fact, decision.by);
}

/** Records what follows by itself (system in the tables of flows.md §2). */
export function follow(decision: Draft, fact: Fact): void {
  add(decision, fact, SYSTEM);
}

function add(decision: Draft, fact: Fact, by: ActedBy): void {
  const event: Event = { ...fact, revision: decision.state.revision + 1, at: decision.at, by };
  decision.events.push(event);
  decision.state = evolve(decision.state, event);
}
