import type { RowId } from '../ids.ts';
import type { Actor } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { Deadline } from '../working-time/deadline.ts';
import { childrenOf } from './branch.ts';
import type { Assignment, CommandOf } from './command.ts';
import { askedDeadline, type Bounds, deadlineFault } from './deadlines.ts';
import { type Draft, draft, record } from './draft.ts';
import type { Event, Fact, NewRow } from './event.ts';
import { directsInOwnName, isLeader } from './owners.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { isOpen, type PostReceiver, type Receiver } from './row.ts';
import type { DispatchState } from './state.ts';
import { lengthFault } from './texts.ts';

type Answer = readonly Event[] | Refusal;
type Assigning = CommandOf<'direct' | 'passOn' | 'forward'>;

/** I7: the leader's opinion, the rows and their deadlines; the latest lead date becomes the dispatch's (T-11). */
export function direct(state: DispatchState, command: CommandOf<'direct'>, at: Instant): Answer {
  const { by, leader } = command;
  if (!leader && !directsInOwnName(state, by)) return refuse('I7', 'leaderMissing');
  const fault = lengthFault('I7', 'opinion', command.opinion, 1, 2000);
  if (fault) return fault;
  const rows = newRows(state, command, 0, at, by);
  if (isRefusal(rows)) return rows;
  const decision = draft(state, by, at);
  record(decision, assigned(command, 'directed', 0, rows, leader, latestLead(rows)));
  return decision.events;
}

/** I7b: the leader is told, and gets a row for information. */
export function passOn(state: DispatchState, command: CommandOf<'passOn'>, at: Instant): Answer {
  const informed: Assignment = { receiver: command.leader, role: 'inform' };
  const all = { ...command, assignments: [...command.assignments, informed] };
  const fault = lengthFault('I7b', 'opinion', command.opinion, 0, 2000);
  if (fault) return fault;
  if (!command.assignments.some((one) => one.role === 'lead')) return refuse('I7b', 'leadMissing');
  const rows = newRows(state, all, 0, at, command.by);
  if (isRefusal(rows)) return rows;
  const decision = draft(state, command.by, at);
  record(decision, assigned(command, 'passedOn', 0, rows, command.leader, latestLead(rows)));
  return decision.events;
}

/** R1 */
export function forward(state: DispatchState, command: CommandOf<'forward'>, at: Instant): Answer {
  const fault = lengthFault('R1', 'opinion', command.opinion, 0, 2000);
  if (fault) return fault;
  const rows = newRows(state, command, command.row, at, command.by);
  if (isRefusal(rows)) return rows;
  const row = state.rows[command.row];
  if (row?.role === 'inform' && rows.some((one) => one.role !== 'inform')) {
    return refuse('R1', 'informOnly');
  }
  const decision = draft(state, command.by, at);
  record(decision, assigned(command, 'forwarded', command.row, rows, undefined, undefined));
  startWork(decision, command.row, 'forwarded');
  return decision.events;
}

/** I8: the first act by a lead row. */
export function startWork(
  decision: Draft,
  row: RowId,
  how: 'accepted' | 'forwarded' | 'reported' | 'completed',
): void {
  if (decision.state.status === 'assigned' && decision.state.rows[row]?.role === 'lead') {
    record(decision, { kind: 'workStarted', row, how });
  }
}

function assigned(
  command: Assigning,
  how: 'directed' | 'passedOn' | 'forwarded',
  parent: RowId,
  rows: readonly NewRow[],
  leader: PostReceiver | undefined,
  deadline: Deadline | undefined,
): Fact {
  const closeWhenRead = command.kind === 'forward' && command.closeWhenRead === true;
  return {
    kind: 'assigned',
    how,
    parent,
    rows,
    opinion: command.opinion.trim(),
    leader,
    closeWhenRead,
    deadline,
  };
}

function newRows(
  state: DispatchState,
  command: Assigning,
  parent: RowId,
  at: Instant,
  by: Actor,
): readonly NewRow[] | Refusal {
  const { assignments } = command;
  const fault = receiversFault(state, parent, assignments);
  if (fault) return fault;
  const rows: NewRow[] = [];
  for (const one of assignments) {
    const deadline = deadlineOf(state, command, parent, one, at, by);
    if (isRefusal(deadline)) return deadline;
    rows.push({ id: state.rows.length + rows.length, receiver: one.receiver, role: one.role, deadline });
  }
  return rows;
}

/** For information there is no deadline (N1); else the asked one, else the parent's. */
function deadlineOf(
  state: DispatchState,
  command: Assigning,
  parent: RowId,
  one: Assignment,
  at: Instant,
  by: Actor,
): Deadline | undefined | Refusal {
  if (one.role === 'inform') return undefined;
  if (!one.due || !state.calendar) return state.rows[parent]?.clock?.deadline;
  const deadline = askedDeadline(state, state.calendar, one.due, at);
  const bounds = boundsOf(state, command, parent, by);
  return deadlineFault(state, state.calendar, deadline.due, at, bounds) ?? deadline;
}

/** A leader's date replaces what the agency computed, and only what the sender gave still bounds it (T-11). */
function boundsOf(state: DispatchState, command: Assigning, parent: RowId, by: Actor): Bounds {
  const replaces = command.kind === 'direct' && state.envelope?.dueOn === undefined;
  return {
    own: replaces ? undefined : state.rows[parent]?.clock?.deadline.due,
    leader: command.kind === 'direct' || isLeader(by),
    confirmed: command.confirmLater === true,
  };
}

function receiversFault(
  state: DispatchState,
  parent: RowId,
  assignments: readonly Assignment[],
): Refusal | undefined {
  const rule = parent === 0 ? 'I7' : 'R1';
  if (assignments.length === 0) return refuse(rule, 'receiversMissing');
  const roles = new Set(assignments.map((one) => one.role));
  // One lead or more, unless all are for information (I7).
  if (parent === 0 && roles.has('cooperate') && !roles.has('lead')) return refuse('I7', 'leadMissing');
  const keys = assignments.map((one) => keyOf(one.receiver));
  const twice = assignments.find((one, index) => keys.indexOf(keyOf(one.receiver)) !== index);
  if (twice) return refuse(rule, 'receiverTwice', { name: twice.receiver.name });
  const held = state.rows[parent];
  const own = assignments.find((one) => held && keyOf(one.receiver) === keyOf(held.receiver));
  if (own) return refuse(rule, 'receiverIsHolder', { name: own.receiver.name });
  const still = assignments.find((one) =>
    childrenOf(state, parent).some((row) => isOpen(row) && keyOf(row.receiver) === keyOf(one.receiver)),
  );
  return still ? refuse(rule, 'receiverHasIt', { name: still.receiver.name }) : undefined;
}

function keyOf(receiver: Receiver): string {
  if (receiver.kind === 'step') return '';
  return receiver.kind === 'unit' ? receiver.unit : receiver.post;
}

function latestLead(rows: readonly NewRow[]): Deadline | undefined {
  return rows
    .flatMap((row) => (row.role === 'lead' && row.deadline ? [row.deadline] : []))
    .reduce<Deadline | undefined>((late, one) => (late && late.due >= one.due ? late : one), undefined);
}
