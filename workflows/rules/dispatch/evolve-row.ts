import type { Event, Fact } from './event.ts';
import type { Deadline } from '../working-time/deadline.ts';
import type { Instant } from '../working-time/calendar.ts';
import { type Clock, clock, type Row, replace } from './row.ts';
import type { RowId } from '../ids.ts';
import type { DispatchState } from './state.ts';

type RowFact = Extract<Fact, { kind: `row${string}` | 'progressReported' }>;

/** What an event about one receiver row changes (flows.md §2.2). */
export function evolveRow(
  state: DispatchState,
  event: Extract<Event, { kind: RowFact['kind'] }>,
): Partial<DispatchState> {
  const row = state.rows[event.row];
  if (row === undefined) return {};
  const rows = replace(state.rows, row.id, changed(state, row, event));
  const replies =
    event.kind === 'rowCompleted' && event.reply ? [...state.replies, event.reply] : state.replies;
  return { rows, replies, repairs: without(state, row.id), ...limitsAfter(state, event) };
}

/** The repair lines but those of a row that moved on. */
export function without(state: DispatchState, row: RowId): DispatchState['repairs'] {
  return state.repairs.filter((repair) => repair.row !== row);
}

/** The limit for directing stands still with row 0 (T-13). */
function limitsAfter({ limits }: DispatchState, event: Event): Partial<DispatchState> {
  if (event.kind !== 'rowResumed' || !event.limit) return {};
  return { limits: { ...limits, directing: movedClock(limits.directing, event.limit, event.at) } };
}

function changed(
  state: DispatchState,
  row: Row,
  event: Extract<Event, { kind: RowFact['kind'] }>,
): Partial<Row> {
  const finished = { finishedAt: event.at, finishedBy: event.by, suspended: undefined };
  switch (event.kind) {
    case 'progressReported':
      return { percent: event.percent };
    case 'rowCompleted':
      return { ...finished, state: 'completed', completion: event.how, percent: 100 };
    case 'rowReturned':
    case 'rowBounced':
      return { ...finished, state: 'returned' };
    case 'rowWithdrawn':
      return { ...finished, state: 'withdrawn' };
    case 'rowCameBack':
      return { state: 'cameBack', clock: row.clock && clock(row.clock.deadline, event.at) };
    case 'rowBackInHand':
      return { state: 'pending' };
    case 'rowHandedOn':
      return { state: 'forwarded' };
    case 'rowRead':
      return { readAt: row.readAt ?? event.at };
    case 'rowChanged':
      return {
        role: event.role,
        // Whose role is given anew counts with those of the last forwarding.
        round:
          event.role === event.roleBefore ? row.round : (state.rows[row.parent ?? 0]?.rounds ?? row.round),
        clock: event.deadline && movedClock(row.clock, event.deadline, event.at),
      };
    case 'rowReassigned':
      return { receiver: event.to, takenFrom: event.from, readAt: undefined };
    case 'rowClaimed':
      return 'system' in event.by ? {} : { claimedBy: { post: event.by.post, name: event.by.name } };
    case 'rowReleased':
      return { claimedBy: undefined };
    case 'rowSuspended':
      return { state: 'suspended', suspended: { was: row.state, at: event.at, root: event.root } };
    case 'rowResumed':
      return {
        state: row.suspended?.was ?? 'pending',
        suspended: undefined,
        clock: event.deadline && movedClock(row.clock, event.deadline, event.at),
      };
  }
}

/**
 * A new instant starts the levels anew (E-1). The same one keeps what has fired, but may be given as a fixed date now,
 * which no change of calendar moves (T-12).
 */
export function movedClock(old: Clock | undefined, deadline: Deadline, at: Instant): Clock {
  return old && deadline.due === old.deadline.due ? { ...old, deadline } : clock(deadline, at);
}
