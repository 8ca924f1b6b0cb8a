import type { Event } from '../../workflows/rules/dispatch/event.ts';
import type { DispatchState } from '../../workflows/rules/dispatch/state.ts';
import type { Actor } from '../../workflows/rules/people.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import type { Language } from '../../workflows/rules/working-time/words.ts';
import type { Visit } from '../http/define-route.ts';

/** The words of the visitor's language. */
export type Words = Visit['t'];

/** A dispatch as one actor reads it at an instant, in their language. */
export interface Reading {
  readonly state: DispatchState;
  readonly actor: Actor;
  readonly now: Instant;
  readonly t: Words;
  readonly locale: Language;
}

/** The same with everything that happened so far. */
export interface FullReading extends Reading {
  readonly events: readonly Event[];
}
