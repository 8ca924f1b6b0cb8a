import type { Instant } from '../working-time/calendar.ts';
import type { Deadline } from '../working-time/deadline.ts';
import { below, childrenOf, closeBelow, finished, openBelow, settleParent, withdrawBelow } from './branch.ts';
import type { CommandOf } from './command.ts';
import { askedDeadline, deadlineFault } from './deadlines.ts';
import { startWork } from './assign.ts';
import { type Draft, draft, follow, record } from './draft.ts';
import type { Event, Fact } from './event.ts';
import { isLeader } from './owners.ts';
import { askToConfirm, isRefusal, type Refusal, refuse } from './refusal.ts';
import { isInHand, isOpen, type Row } from './row.ts';
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
  return replyFault(decision) ?? decision.events;
}

/** I9: what asks for an answer does not end without one. */
function replyFault(decision: Draft): Refusal | undefined {
  const { status, envelope, replies } = decision.state;
  return status === 'completed' && envelope?.replyRequired && replies.length === 0
    ? refuse('I9', 'replyMissing')
    : undefined;
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
  return replyFault(decision) ?? decision.events;
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
  return replyFault(decision) ?? decision.events;
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

/** R9: rows below with later deadlines are cut to the new one. */
export function changeRow(state: DispatchState, command: CommandOf<'changeRow'>, at: Instant): Answer {
  const row = rowOf(state, command.row);
  if (isRefusal(row)) return row;
  const role = command.role ?? row.role;
  const deadline = changedDeadline(state, command, row, at);
  if (isRefusal(deadline)) return deadline;
  const moved = deadline?.due !== row.clock?.deadline.due;
  const fault = role === row.role ? undefined : roleFault(state, row, role);
  if (fault) return fault;
  if (role === row.role && !moved) return refuse('R9', 'nothingChanged');
  const decision = draft(state, command.by, at);
  record(decision, changed(row, role, deadline, false));
  if (moved) cutBelow(decision, row.id, deadline);
  handOn(decision, row, role);
  settleParent(decision, row.parent);
  return replyFault(decision) ?? decision.events;
}

function roleFault(state: DispatchState, row: Row, role: Row['role']): Refusal | undefined {
  if (role !== 'lead' && isOnlyLead(state, row)) return refuse('R9', 'onlyLead');
  if (role !== 'inform') {
    return state.rows[row.parent ?? 0]?.role === 'inform' ? refuse('R1', 'informOnly') : undefined;
  }
  return openBelow(state, row.id).some((one) => one.role !== 'inform')
    ? refuse('R9', 'alreadyForwarded')
    : undefined;
}

/** A role that asks for work makes the row above ĐÃ_CHUYỂN, as forwarding in that role does (R1). */
function handOn(decision: Draft, row: Row, role: Row['role']): void {
  const parent = decision.state.rows[row.parent ?? 0];
  if (role !== row.role && role !== 'inform' && parent && isInHand(parent)) {
    follow(decision, { kind: 'rowHandedOn', row: parent.id });
  }
}

function changedDeadline(
  state: DispatchState,
  command: CommandOf<'changeRow'>,
  row: Row,
  at: Instant,
): Deadline | undefined | Refusal {
  if ((command.role ?? row.role) === 'inform') return undefined;
  const parent = row.parent ?? 0;
  if (!command.due || !state.calendar) {
    return row.clock?.deadline ?? state.rows[parent]?.clock?.deadline;
  }
  const deadline = askedDeadline(state, state.calendar, command.due, at);
  const bounds = {
    own: state.rows[parent]?.clock?.deadline.due,
    leader: isLeader(command.by),
    confirmed: command.confirmLater === true,
  };
  return deadlineFault(state, state.calendar, deadline.due, at, bounds) ?? deadline;
}

function isOnlyLead(state: DispatchState, row: Row): boolean {
  const others = childrenOf(state, row.parent ?? 0).filter(
    (one) => one.id !== row.id && one.round === row.round && one.role === 'lead' && one.state !== 'withdrawn',
  );
  return row.role === 'lead' && others.length === 0;
}

function cutBelow(decision: Draft, id: number, deadline: Deadline | undefined): void {
  if (!deadline) return;
  for (const one of below(decision.state, id)) {
    const own = one.clock?.deadline;
    if (isOpen(one) && own && own.due > deadline.due)
      follow(decision, changed(one, one.role, deadline, true));
  }
}

function changed(row: Row, role: Row['role'], deadline: Deadline | undefined, cut: boolean): Fact {
  const deadlineBefore = row.clock?.deadline;
  return { kind: 'rowChanged', row: row.id, role, roleBefore: row.role, deadline, deadlineBefore, cut };
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
