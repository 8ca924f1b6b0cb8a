import type { Actor } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { Act } from './command.ts';
import { DESK_GUARDS } from './guard-desk.ts';
import { ROW_GUARDS } from './guard-row.ts';
import { handledBy } from './handled.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Row } from './row.ts';
import { type DispatchState, isFinal } from './state.ts';

/** The answer of one rule; `row` is the receiver row that the act is about, for acts on rows. */
export type Guard = (
  state: DispatchState,
  actor: Actor,
  row: Row | undefined,
  at: Instant,
) => Refusal | undefined;

const GUARDS: Record<Act['kind'], Guard> = { ...DESK_GUARDS, ...ROW_GUARDS };

/**
 * May this actor do this act now, whatever the form says? The same answer draws the buttons and guards the act.
 * @param row the receiver row that the act is about, for acts on rows
 */
export function guard(
  state: DispatchState,
  actor: Actor,
  kind: Act['kind'],
  row: Row | undefined,
  at: Instant,
): Refusal | undefined {
  if (actor.agency !== state.agency) return refuse('U-3', 'notYours');
  if (isFinal(state) && kind !== 'reopen' && kind !== 'attachCopy') {
    const ended = row ?? state.rows[0];
    return (
      (ended && handledBy(ended.finishedBy, ended.finishedAt, ended.state)) ??
      refuse('P-3', 'dispatchClosed', { status: state.status })
    );
  }
  return GUARDS[kind](state, actor, row, at);
}
