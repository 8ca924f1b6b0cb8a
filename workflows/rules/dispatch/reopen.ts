import type { Instant } from '../working-time/calendar.ts';
import type { CommandOf } from './command.ts';
import { askedDeadline, deadlineFault } from './deadlines.ts';
import { draft, record } from './draft.ts';
import type { Event } from './event.ts';
import { firstLevelLeads } from './guards.ts';
import { isLeader, owns } from './owners.ts';
import { type Refusal, refuse } from './refusal.ts';
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
  const leads = firstLevelLeads(state);
  const row = leads.find((one) => owns(by, one)) ?? leads[0] ?? state.rows[0];
  if (!state.calendar || !row) return refuse('I11', 'wrongStatus', { status: state.status });
  const deadline = askedDeadline(state, state.calendar, command.due, at);
  const confirm = { leader: isLeader(by), later: command.confirmLater === true };
  const late = deadlineFault({ ...state, rows: [] }, state.calendar, 0, deadline.due, at, confirm);
  if (late) return late;
  const decision = draft(state, by, at);
  record(decision, { kind: 'reopened', row: row.id, reason: command.reason.trim(), deadline });
  return decision.events;
}
