import type { Actor } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { Act } from './command.ts';
import type { Guard } from './guard.ts';
import { DESK_GUARDS } from './guard-desk.ts';
import { ROW_GUARDS } from './guard-row.ts';
import { handledBy } from './handled.ts';
import { type Refusal, refuse } from './refusal.ts';
import { isOpen, type Row } from './row.ts';
import { type DispatchState, isFinal } from './state.ts';

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
      (ended && handledBy(ended.finishedBy, ended.finishedAt, outcomeOf(state, ended))) ??
      refuse('P-3', 'dispatchClosed', { status: state.status })
    );
  }
  return GUARDS[kind](state, actor, row, at);
}

/** What a sentence says of it: a dispatch that ended at the desk leaves its row as it lay there. */
function outcomeOf(state: DispatchState, row: Row): Row['state'] {
  if (!isOpen(row)) return row.state;
  return state.status === 'refused' ? 'returned' : 'completed';
}
