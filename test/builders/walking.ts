import { expect } from 'vitest';
import { isRefusal, type Refusal } from '../../workflows/rules/dispatch/refusal.ts';

/** A walk at random through what a law allows: where it stands, and what happened on the way. */
export interface Walk<State, Event> {
  readonly state: State;
  readonly events: readonly Event[];
}

/** What is written of a step before it is compared: without what is large and never changes, if it likes. */
type TextOf<State> = (state: State) => string;

/**
 * The answer to a command, as every law gives it: the state is left as it was, a refusal names its rule (U-3), and
 * events are numbered on and never go back in time.
 * @param rules ids that a refusal may name
 */
export function answered<
  State extends { readonly revision: number; readonly changedAt: number },
  Event extends { readonly revision: number; readonly at: number },
>(
  state: State,
  decide: () => readonly Event[] | Refusal,
  rules: RegExp,
  textOf: TextOf<State> = JSON.stringify,
): readonly Event[] | Refusal {
  const before = textOf(state);
  const answer = decide();
  expect(textOf(state)).toBe(before);
  if (isRefusal(answer)) {
    expect(answer.rule).toMatch(rules);
    expect(answer.key).not.toBe('');
    return answer;
  }
  answer.forEach((event, index) => {
    expect(event.revision).toBe(state.revision + index + 1);
    expect(event.at).toBeGreaterThanOrEqual(state.changedAt);
  });
  return answer;
}

/** P-8: the record alone gives the state, read back from the database too. */
export function recordGivesState<State, Event>(
  { state, events }: Walk<State, Event>,
  start: State,
  evolve: (state: State, event: Event) => State,
): void {
  expect(events.reduce(evolve, start)).toEqual(state);
  const read = JSON.parse(JSON.stringify(events)) as Event[];
  expect(JSON.parse(JSON.stringify(read.reduce(evolve, start)))).toEqual(JSON.parse(JSON.stringify(state)));
}

/** The timers that wait, in an order that the dice give. */
export function shuffled<WakeUp>(waiting: readonly WakeUp[], order: readonly number[]): readonly WakeUp[] {
  return waiting
    .map((wakeUp, index) => ({ wakeUp, key: order[index % Math.max(order.length, 1)] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ wakeUp }) => wakeUp);
}
