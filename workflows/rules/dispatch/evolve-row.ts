import type { Event, Fact } from './event.ts';
import type { Deadline } from '../working-time/deadline.ts';
import type { Instant } from '../working-time/calendar.ts';
import { clock, type Row, replace } from './row.ts';
import type { DispatchState } from './state.ts';

type RowFact = Extract<
  Fact,
  { kind: `row${string}` | 'progressReported' }
>;

/** What an event about one receiver row changes (flows.md §2.2). */
export function evolveRow(
  state: DispatchState,
  event: Extract<Event, { kind: RowFact['kind'] }>,
): Partial<DispatchState> {
  const row = state.rows[event.row];
  if (row === undefined) return {};
  const rows = replace(state.rows, row.id, changed(row, event));
  if (event.kind === 'rowCompleted' && event.reply) {
    return { rows, replies: [...state.replies, event.reply] };
  }
  return { rows, repairs: state.repairs.filter((repair) => repair.row !== row.id) };
}

function changed(row: Row, event: Extract<Event, { kind: RowFact['kind'] }>): Partial<Row> {
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
    case 'rowRead':
      return { readAt: row.readAt ?? event.at };
    case 'rowChanged':
      return { role: event.role, clock: movedClock(row, event.deadline, event.at) };
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
        clock: movedClock(row, event.deadline, event.at),
      };
  }
}

/** A new deadline starts the levels anew (E-1); an unchanged one keeps what has fired. */
function movedClock(row: Row, deadline: Deadline | undefined, at: Instant): Row['clock'] {
  if (deadline === undefined) return undefined;
  return deadline.due === row.clock?.deadline.due ? row.clock : clock(deadline, at);
}
