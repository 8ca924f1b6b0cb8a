import { type ActedBy, type Actor, actedBy, SYSTEM, type System } from './people.ts';
import type { Instant } from './working-time/calendar.ts';

/** A fact with its place in the record: the list of them is the history page, the audit and the printed log. */
type Recorded<Fact> = Fact & { readonly revision: number; readonly at: Instant; readonly by: ActedBy };

/** One decision being written: each recorded fact is already in `state`, so that consequences follow from it. */
export interface Decision<State, Fact> {
  state: State;
  readonly events: Recorded<Fact>[];
  readonly at: Instant;
  readonly by: ActedBy;
}

/** How decisions about one kind of thing are written, by how its state evolves. */
export function deciding<State extends { readonly revision: number }, Fact extends object>(
  evolve: (state: State, event: Recorded<Fact>) => State,
) {
  const add = (decision: Decision<State, Fact>, fact: Fact, by: ActedBy): void => {
    const event = { ...fact, revision: decision.state.revision + 1, at: decision.at, by };
    decision.events.push(event);
    decision.state = evolve(decision.state, event);
  };
  return {
    begin: (state: State, by: Actor | System, at: Instant): Decision<State, Fact> => ({
      ...{ state, events: [], at, by: actedBy(by) },
    }),
    /** Records what the actor did. */
    record: (decision: Decision<State, Fact>, fact: Fact): void => {
      add(decision, fact, decision.by);
    },
    /** Records what follows by itself (system in the tables of flows.md). */
    follow: (decision: Decision<State, Fact>, fact: Fact): void => {
      add(decision, fact, SYSTEM);
    },
  };
}
