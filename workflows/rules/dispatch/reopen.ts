import type { Instant } from '../working-time/calendar.ts';
import { nthWorkingDay } from '../working-time/working-days.ts';
import { dayAt } from '../working-time/zone.ts';
import type { CommandOf } from './command.ts';
import { askedDeadline, type Bounds, deadlineFault } from './deadlines.ts';
import { draft, record } from './draft.ts';
import type { Event } from './event.ts';
import { childrenOf } from './branch.ts';
import { isLeader, owns } from './owners.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Row } from './row.ts';
import type { DispatchState } from './state.ts';
import { reasonFault } from './texts.ts';

/** I11: the lead's row is in hand again with a new deadline; a dispatch settled without work is the leader's again. */
export function reopen(
  state: DispatchState,
  command: CommandOf<'reopen'>,
  at: Instant,
): readonly Event[] | Refusal {
  const { by } = command;
  const fault = reasonFault('I11', command.reason);
  if (fault) return fault;
  const leads = finishedLeads(state);
  const row = leads.find((one) => owns(by, one)) ?? leads[0] ?? state.rows[0];
  if (!state.calendar || !row) return refuse('I11', 'wrongStatus', { status: state.status });
  const deadline = askedDeadline(state, state.calendar, command.due, at);
  const late = deadlineFault(state, state.calendar, deadline.due, at, boundsOf(state, command, at));
  if (late) return late;
  const decision = draft(state, by, at);
  record(decision, { kind: 'reopened', row: row.id, reason: command.reason.trim(), deadline });
  return decision.events;
}

/** T-11: the old deadline holds until it has passed; a leader's date replaces it, as in directing, if no sender gave it. */
function boundsOf(state: DispatchState, { by, confirmLater }: CommandOf<'reopen'>, at: Instant): Bounds {
  const leader = isLeader(by);
  const due = state.rows[0]?.clock?.deadline.due ?? at;
  const holds = due > at && !(leader && state.envelope?.dueOn === undefined);
  return { own: holds ? due : undefined, leader, confirmed: confirmLater === true };
}

/** The leads by whose work the dispatch ended; none when a leader settled it without them (I10). */
export function finishedLeads(state: DispatchState): readonly Row[] {
  const desk = state.rows[0];
  if (desk?.completion !== 'climbed') return [];
  return childrenOf(state, 0).filter(
    (row) => row.role === 'lead' && row.round === desk.rounds && row.state === 'completed',
  );
}

/** I11: a lead may reopen within five working days. */
export function mayStillReopen({ calendar, completedAt }: DispatchState, at: Instant): boolean {
  if (!calendar || completedAt === undefined) return false;
  return dayAt(calendar, at) <= nthWorkingDay(calendar, dayAt(calendar, completedAt), 5);
}
