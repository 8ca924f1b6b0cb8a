import type { Instant } from '../working-time/calendar.ts';
import { afterSuspension } from '../working-time/suspension.ts';
import { openBelow } from './branch.ts';
import type { CommandOf } from './command.ts';
import { draft, record } from './draft.ts';
import type { Event } from './event.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { DispatchState } from './state.ts';
import { reasonFault } from './texts.ts';

/** T-13: the row and all open work below it stand still. */
export function suspend(
  state: DispatchState,
  command: CommandOf<'suspend'>,
  at: Instant,
): readonly Event[] | Refusal {
  const row = state.rows[command.row];
  const fault = reasonFault('T-13', command.reason);
  if (fault) return fault;
  if (!row) return refuse('T-13', 'noSuchRow');
  const decision = draft(state, command.by, at);
  const reason = command.reason.trim();
  for (const one of [row, ...openBelow(state, row.id)]) {
    if (one.state !== 'suspended') {
      record(decision, { kind: 'rowSuspended', row: one.id, root: row.id, reason });
    }
  }
  return decision.events;
}

/** T-13: what this suspension stopped runs on; rows stopped by one of their own stay so. */
export function resume(
  state: DispatchState,
  command: CommandOf<'resume'>,
  at: Instant,
): readonly Event[] | Refusal {
  const { calendar } = state;
  if (!calendar) return refuse('T-13', 'noSuchRow');
  const decision = draft(state, command.by, at);
  for (const row of state.rows) {
    if (row.suspended?.root !== command.row) continue;
    const before = row.clock?.deadline;
    const deadline = before && afterSuspension(calendar, before, row.suspended.at, at);
    const directing = row.id === 0 ? state.limits.directing?.deadline : undefined;
    const limit = directing && afterSuspension(calendar, directing, row.suspended.at, at);
    record(decision, { kind: 'rowResumed', row: row.id, deadline, limit });
  }
  return decision.events;
}
