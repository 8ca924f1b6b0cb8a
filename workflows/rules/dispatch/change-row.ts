import type { Instant } from '../working-time/calendar.ts';
import type { Deadline } from '../working-time/deadline.ts';
import { below, childrenOf, openBelow, settleParent } from './branch.ts';
import type { CommandOf } from './command.ts';
import { askedDeadline, deadlineFault } from './deadlines.ts';
import { type Draft, draft, follow, record } from './draft.ts';
import type { Event, Fact } from './event.ts';
import { isLeader } from './owners.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { isInHand, isOpen, type Row } from './row.ts';
import type { DispatchState } from './state.ts';

type Answer = readonly Event[] | Refusal;

/** R9: rows below with later deadlines are cut to the new one. */
export function changeRow(state: DispatchState, command: CommandOf<'changeRow'>, at: Instant): Answer {
  const row = state.rows[command.row];
  if (!row) return refuse('R9', 'noSuchRow');
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
  return decision.events;
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
