import type { Actor } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { Refusal } from './refusal.ts';
import type { Row } from './row.ts';
import type { DispatchState } from './state.ts';

/** The answer of one rule; `row` is the receiver row that the act is about, for acts on rows. */
export type Guard = (
  state: DispatchState,
  actor: Actor,
  row: Row | undefined,
  at: Instant,
) => Refusal | undefined;
