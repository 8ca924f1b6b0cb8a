import { isGone, type Task } from '../approval/task.ts';
import { nextActed, outcomeOf, reopened, type Visit } from '../approval/visit.ts';
import { type Refusal, refuse } from '../dispatch/refusal.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { OutgoingCommandOf } from './command.ts';
import { begin, record } from './decision.ts';
import type { OutgoingEvent } from './event.ts';
import type { OutgoingState } from './state.ts';

/** one's own last act, while whoever comes next has not acted; the step is as it was before. */
export function withdrawAct(
  state: OutgoingState,
  command: OutgoingCommandOf<'withdrawAct'>,
  at: Instant,
): readonly OutgoingEvent[] {
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'actWithdrawn', task: command.task });
  return decision.events;
}

/** Why an act cannot be taken back: it was none, somebody acted on it, or the step is decided without it. */
export function withdrawalFault(
  { firmBefore, signature, status }: OutgoingState,
  visit: Visit,
  task: Task,
  at: Instant,
): Refusal | undefined {
  const { acted, state, id } = task;
  if (signature) return refuse('A-1', 'wrongStatus', { status });
  if (!acted || acted.earlier || isGone(task)) return refuse('A-1', 'nothingToWithdraw');
  const next = visit.id < firmBefore || nextActed(visit, task);
  // A draft that went elsewhere is fetched back only by whoever sent it there.
  if (next || (visit.ended === 'left' && state !== 'returned')) return refuse('A-1', 'nextHasActed');
  const isVoteOver = visit.clock.deadline.due <= at;
  return outcomeOf(reopened(visit, id), isVoteOver) ? refuse('A-1', 'stepDecided') : undefined;
}
