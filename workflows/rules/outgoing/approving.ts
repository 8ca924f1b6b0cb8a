import type { Visit } from '../approval/visit.ts';
import { isRefusal, type Refusal, refuse } from '../dispatch/refusal.ts';
import { lengthFault, reasonFault } from '../dispatch/texts.ts';
import type { Instant } from '../working-time/calendar.ts';
import { openStep, settle } from './advance.ts';
import type { OutgoingCommandOf, ReturnTarget } from './command.ts';
import { begin, record } from './decision.ts';
import type { OutgoingEvent } from './event.ts';
import { currentVisit, type OutgoingState } from './state.ts';
import { type ApprovalStep, stepOf, stepsBehind } from './steps.ts';

type Answer = readonly OutgoingEvent[] | Refusal;

/** O3, O5: the opinion may be empty. */
export function approve(state: OutgoingState, command: OutgoingCommandOf<'approve'>, at: Instant): Answer {
  const { task, opinion } = command;
  const fault = lengthFault('O3', 'opinion', opinion, 0, 2000);
  if (fault) return fault;
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'approved', task, opinion: opinion.trim(), hash: state.content?.main?.hash });
  settle(decision);
  return decision.events;
}

/** §3.1: what it does to the step is for its mode to say. */
export function refuseTask(state: OutgoingState, command: OutgoingCommandOf<'refuse'>, at: Instant): Answer {
  const { task, reason } = command;
  const fault = reasonFault('A-1', reason);
  if (fault) return fault;
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'refused', task, reason: reason.trim() });
  settle(decision);
  return decision.events;
}

/** O4, O8: every task of the step is over at once. */
export function sendBack(state: OutgoingState, command: OutgoingCommandOf<'sendBack'>, at: Instant): Answer {
  const { task, faults } = command;
  const fault = reasonFault('O4', command.reason);
  if (fault) return fault;
  const step = targetOf(state, currentVisit(state), command.to);
  if (isRefusal(step)) return step;
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'sentBack', task, to: step?.key, reason: command.reason.trim(), faults });
  openStep(decision, step);
  return decision.events;
}

/** The step that a draft goes back to; none when it goes to its drafter. */
function targetOf(
  state: OutgoingState,
  visit: Visit | undefined,
  to: ReturnTarget,
): ApprovalStep | Refusal | undefined {
  if (!visit || to === 'drafter') return undefined;
  const behind = stepsBehind(state, visit.step);
  if (to === 'previous') return behind.at(-1);
  const allowed = stepOf(state, visit.step)?.returnTo?.includes(to.step) ?? true;
  return (allowed ? behind.find(({ key }) => key === to.step) : undefined) ?? refuse('O4', 'stepNotPassed');
}
