import type { Actor } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import {
  accept,
  assigneesCounted,
  claim,
  complete,
  giveBack,
  read,
  release,
  report,
  withdraw,
} from './rows.ts';
import { direct, forward, passOn } from './assign.ts';
import { closeBelow } from './branch.ts';
import { calendarChanged, fire } from './clocks.ts';
import type { Act, Command, CommandOf } from './command.ts';
import { changeRow } from './change-row.ts';
import { draft, record } from './draft.ts';
import type { Event } from './event.ts';
import { guard } from './guards.ts';
import {
  arrive,
  attachCopy,
  discard,
  enterPaper,
  link,
  numberAllocated,
  present,
  refuseArrival,
  register,
  returnToSender,
  undoRegistration,
} from './incoming.ts';
import { resume, suspend } from './pause.ts';
import type { Refusal } from './refusal.ts';
import { reopen } from './reopen.ts';
import type { DispatchState } from './state.ts';
import { lengthFault } from './texts.ts';

type Answer = readonly Event[] | Refusal;

/**
 * May this actor do this now, and what then happened (core.md). Pure: no clock, no chance, no world.
 * @param at when: the act's instant, which counts as that of the last event where it lies before it, since the
 *   clocks of machines differ; for a timer the instant it was due
 * @returns the events, none where the command changes nothing, or the refusal with its rule
 */
export function decide(state: DispatchState, command: Command, at: Instant): Answer {
  const instant = command.kind === 'levelDue' ? at : Math.max(at, state.changedAt);
  if (isAct(command)) {
    const row = 'row' in command ? state.rows[command.row] : undefined;
    const refusal = guard(state, command.by, command.kind, row, instant);
    if (refusal) return refusal;
  }
  // The table is keyed by kind, which TypeScript cannot follow through one call.
  const handle = HANDLERS[command.kind] as (state: DispatchState, command: Command, at: Instant) => Answer;
  return handle(state, command, instant);
}

function isAct(command: Command): command is Act & { by: Actor } {
  return !('system' in command.by);
}

const HANDLERS: {
  [Kind in Command['kind']]: (state: DispatchState, command: CommandOf<Kind>, at: Instant) => Answer;
} = {
  arrive,
  enterPaper,
  refuse: refuseArrival,
  register,
  numberAllocated,
  undoRegistration,
  link,
  discard,
  attachCopy,
  present,
  direct,
  passOn,
  settle,
  reopen,
  returnToSender,
  accept,
  report,
  forward,
  complete,
  giveBack,
  assigneesCounted,
  withdraw,
  read,
  changeRow,
  claim,
  release,
  suspend,
  resume,
  levelDue: fire,
  calendarChanged,
};

/** I10: lưu để biết. What was sent round for information ends with it. */
function settle(state: DispatchState, command: CommandOf<'settle'>, at: Instant): Answer {
  const fault = lengthFault('I10', 'opinion', command.opinion, 0, 2000);
  if (fault) return fault;
  const decision = draft(state, command.by, at);
  const opinion = command.opinion.trim();
  record(decision, { kind: 'rowCompleted', row: 0, how: 'own', result: opinion, reply: undefined });
  closeBelow(decision, 0);
  record(decision, { kind: 'completed', how: 'settled', opinion });
  return decision.events;
}
