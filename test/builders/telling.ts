import { isRefusal, type Refusal } from '../../workflows/rules/dispatch/refusal.ts';
import { at } from './calendar.ts';

/** One thing on its way: where it stands, what the wall clock shows, what happened and who was to be told. */
export interface Tale<State, Event, Effect> {
  readonly state: State;
  readonly now: number;
  readonly events: readonly Event[];
  readonly effects: readonly Effect[];
}

/** What somebody does, seen from where the thing stands; a text moves the clock: '2026-03-16 08:00'. */
export type Move<State, Command> = string | ((state: State) => Command) | readonly Move<State, Command>[];

/** The four functions of core.md. */
interface Law<State, Command, Event, Effect, WakeUp> {
  readonly decide: (state: State, command: Command, at: number) => readonly Event[] | Refusal;
  readonly evolve: (state: State, event: Event) => State;
  readonly effects: (event: Event, state: State) => readonly Effect[];
  readonly wakeUps: (state: State) => readonly WakeUp[];
  readonly due: (wakeUp: WakeUp, firedAt: number) => NoInfer<Command>;
}

/** How tales about one kind of thing are told. */
export function teller<State, Command, Event, Effect, WakeUp extends { readonly at: number }>(
  law: Law<State, Command, Event, Effect, WakeUp>,
) {
  type Told = Tale<State, Event, Effect>;

  /** Plays on; a refusal in the middle of a tale is a mistake of the test. */
  function play(tale: Told, ...moves: readonly Move<State, Command>[]): Told {
    return moves.reduce<Told>(next, tale);
  }

  function next(tale: Told, move: Move<State, Command>): Told {
    if (typeof move === 'string') return { ...tale, now: at(move) };
    if (typeof move !== 'function') return play(tale, ...move);
    const answer = law.decide(tale.state, move(tale.state), tale.now);
    if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
    return answer.reduce(told, tale);
  }

  function told(tale: Told, event: Event): Told {
    const state = law.evolve(tale.state, event);
    return {
      ...tale,
      state,
      events: [...tale.events, event],
      effects: [...tale.effects, ...law.effects(event, state)],
    };
  }

  /** Lets time pass: every timer fires at the instant it is due. */
  function wait(tale: Told, until: string): Told {
    for (let now = tale; ; ) {
      const due = law.wakeUps(now.state).find((wakeUp) => wakeUp.at <= at(until));
      if (!due) return { ...now, now: at(until) };
      now = play({ ...now, now: due.at }, () => law.due(due, due.at));
    }
  }

  /** Why somebody may not do it. Done after all, it is an error. */
  function refusal(tale: Told, deed: (state: State) => Command): Refusal {
    const before = JSON.stringify(tale.state);
    const answer = law.decide(tale.state, deed(tale.state), tale.now);
    if (!isRefusal(answer)) throw new Error('not refused');
    if (JSON.stringify(tale.state) !== before) throw new Error('a refused act changed the state (U-3)');
    return answer;
  }

  /** … in short: `R4 informCannotReturn`. */
  function refused(tale: Told, deed: (state: State) => Command): string {
    const { rule, key } = refusal(tale, deed);
    return `${rule} ${key}`;
  }

  return { play, wait, refusal, refused };
}
