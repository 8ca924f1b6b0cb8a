import { type Refusal, refuse } from '../dispatch/refusal.ts';
import { reasonFault } from '../dispatch/texts.ts';
import type { Instant } from '../working-time/calendar.ts';
import { afterSuspension } from '../working-time/suspension.ts';
import { openStep } from './advance.ts';
import type { OutgoingCommandOf } from './command.ts';
import { begin, record } from './decision.ts';
import type { OutgoingEvent } from './event.ts';
import { currentVisit, type OutgoingState } from './state.ts';
import { stepsOf } from './steps.ts';

type Answer = readonly OutgoingEvent[] | Refusal;

/** A-1, cc: told of it, with nothing to do. */
export function copyTo(state: OutgoingState, command: OutgoingCommandOf<'copyTo'>, at: Instant): Answer {
  if (command.people.length === 0) return refuse('A-1', 'signersMissing');
  const known = new Set(state.copied.map(({ post }) => post));
  const people = command.people.filter(({ post }) => !known.has(post));
  const decision = begin(state, command.by, at);
  if (people.length > 0) record(decision, { kind: 'copiedTo', people });
  return decision.events;
}

/** */
export function pause(state: OutgoingState, command: OutgoingCommandOf<'pause'>, at: Instant): Answer {
  const fault = reasonFault('A-1', command.reason);
  if (fault) return fault;
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'paused', reason: command.reason.trim() });
  return decision.events;
}

/** A-1, T-13: what was left of the deadline runs on. */
export function resume(state: OutgoingState, command: OutgoingCommandOf<'resume'>, at: Instant): Answer {
  const { calendar, pausedAt } = state;
  const clock = currentVisit(state)?.clock;
  if (!calendar || !clock || pausedAt === undefined) return refuse('A-1', 'notPaused');
  // A step may have opened meanwhile, when its approvers before had nothing left to decide.
  const deadline = afterSuspension(calendar, clock.deadline, Math.max(pausedAt, clock.since), at);
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'resumed', deadline });
  return decision.events;
}

/** to any step of the way, by an administrator with a reason. */
export function jump(state: OutgoingState, command: OutgoingCommandOf<'jump'>, at: Instant): Answer {
  const fault = reasonFault('A-1', command.reason);
  if (fault) return fault;
  const step = stepsOf(state).find(({ key }) => key === command.step);
  if (!step) return refuse('A-1', 'noSuchStep');
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'jumped', to: step.key, reason: command.reason.trim() });
  openStep(decision, step);
  return decision.events;
}

/** O6: the signer lets the drafter change what was approved. */
export function letRevise(
  state: OutgoingState,
  command: OutgoingCommandOf<'letRevise'>,
  at: Instant,
): Answer {
  const fault = reasonFault('O6', command.reason);
  if (fault) return fault;
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'revisionAllowed', task: command.task, reason: command.reason.trim() });
  return decision.events;
}
