import type { Instant } from '../working-time/calendar.ts';
import { closeBelow, finished, openBelow, settleParent, withdrawBelow } from './branch.ts';
import type { CommandOf } from './command.ts';
import { startWork } from './assign.ts';
import { draft, follow, record } from './draft.ts';
import type { Event } from './event.ts';
import { askToConfirm, isRefusal, type Refusal, refuse } from './refusal.ts';
import { isInHand, type Row } from './row.ts';
import type { DispatchState } from './state.ts';
import { lengthFault, reasonFault } from './texts.ts';

type Answer = readonly Event[] | Refusal;

/** The guard has found the row before; this only tells the compiler so. */
function rowOf(state: DispatchState, id: number): Row | Refusal {
  return state.rows[id] ?? refuse('R1', 'noSuchRow');
}

/** I8: taking the work up. */
export function accept(state: DispatchState, command: CommandOf<'accept'>, at: Instant): Answer {
  const decision = draft(state, command.by, at);
  startWork(decision, command.row, 'accepted');
  return decision.events;
}

/** I8, N4: progress does not fall without a word on why. */
export function report(state: DispatchState, command: CommandOf<'report'>, at: Instant): Answer {
  const row = rowOf(state, command.row);
  if (isRefusal(row)) return row;
  const { percent } = command;
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) return refuse('N4', 'percentRange');
  const least = percent < row.percent ? 10 : 0;
  const fault = lengthFault('N4', 'text', command.text, least, 2000);
  if (fault) return fault;
  const decision = draft(state, command.by, at);
  record(decision, { kind: 'progressReported', row: row.id, percent, text: command.text.trim() });
  startWork(decision, row.id, 'reported');
  return decision.events;
}

/** R2, with what follows upwards (R3) and for the whole dispatch (I9). */
export function complete(state: DispatchState, command: CommandOf<'complete'>, at: Instant): Answer {
  const row = rowOf(state, command.row);
  if (isRefusal(row)) return row;
  const fault = lengthFault('R2', 'result', command.result, 0, 2000);
  if (fault) return fault;
  const open = openBelow(state, row.id);
  if (open.length > 0 && command.confirmOpenBranch !== true) {
    const names = open.map((one) => one.receiver.name).join(', ');
    return askToConfirm('R2', 'branchOpen', 'confirmOpenBranch', { count: open.length, names });
  }
  const decision = draft(state, command.by, at);
  startWork(decision, row.id, 'completed');
  record(decision, {
    kind: 'rowCompleted',
    row: row.id,
    how: 'own',
    result: command.result.trim(),
    reply: command.reply,
  });
  closeBelow(decision, row.id);
  finished(decision, row);
  // The last to finish is asked for the answer that is owed (I9).
  const owed = decision.events.some((event) => event.kind === 'rowBackInHand' && event.row === 0);
  return owed ? refuse('I9', 'replyMissing') : decision.events;
}

/** R4; a lead's return works upwards (R5), a co-operator's stays its own (R6). */
export function giveBack(state: DispatchState, command: CommandOf<'giveBack'>, at: Instant): Answer {
  const row = rowOf(state, command.row);
  if (isRefusal(row)) return row;
  const fault = reasonFault('R4', command.reason);
  if (fault) return fault;
  const decision = draft(state, command.by, at);
  withdrawBelow(decision, row.id, 'return');
  record(decision, { kind: 'rowReturned', row: row.id, reason: command.reason.trim() });
  settleParent(decision, row.parent);
  return decision.events;
}

/** R5: the unit's row came back and nobody can act on it: one level further up, at the top to the administrator. */
export function assigneesCounted(
  state: DispatchState,
  command: CommandOf<'assigneesCounted'>,
  at: Instant,
): Answer {
  const row = state.rows[command.row];
  if (row?.state !== 'cameBack' || command.found > 0) return [];
  if (state.repairs.some((repair) => repair.row === row.id)) return [];
  const decision = draft(state, command.by, at);
  if (row.id === 0) {
    follow(decision, { kind: 'repairNeeded', row: 0, why: 'nobodyFound' });
  } else {
    follow(decision, { kind: 'rowBounced', row: row.id });
    settleParent(decision, row.parent);
  }
  return decision.events;
}

/** R7 */
export function withdraw(state: DispatchState, command: CommandOf<'withdraw'>, at: Instant): Answer {
  const row = rowOf(state, command.row);
  if (isRefusal(row)) return row;
  const fault = reasonFault('R7', command.reason);
  if (fault) return fault;
  const decision = draft(state, command.by, at);
  withdrawBelow(decision, row.id, 'forwarder');
  record(decision, {
    kind: 'rowWithdrawn',
    row: row.id,
    because: 'forwarder',
    reason: command.reason.trim(),
  });
  settleParent(decision, row.parent);
  return decision.events;
}

/** R8: reading sets the time; it ends a row for information, and the forwarder's row if they asked for that. */
export function read(state: DispatchState, command: CommandOf<'read'>, at: Instant): Answer {
  const row = rowOf(state, command.row);
  if (isRefusal(row)) return row;
  const ends = row.role === 'inform' && isInHand(row);
  if (row.readAt !== undefined && !ends) return [];
  const decision = draft(state, command.by, at);
  record(decision, { kind: 'rowRead', row: row.id });
  if (ends) {
    follow(decision, { kind: 'rowCompleted', row: row.id, how: 'read', result: '', reply: undefined });
    closeBelow(decision, row.id);
    finished(decision, row);
  }
  return decision.events;
}

/** R10 */
export function claim(state: DispatchState, command: CommandOf<'claim'>, at: Instant): Answer {
  const decision = draft(state, command.by, at);
  record(decision, { kind: 'rowClaimed', row: command.row });
  return decision.events;
}

export function release(state: DispatchState, command: CommandOf<'release'>, at: Instant): Answer {
  const decision = draft(state, command.by, at);
  record(decision, { kind: 'rowReleased', row: command.row });
  return decision.events;
}
