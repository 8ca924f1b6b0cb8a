import { addedTasks, addingFault, joiningFault, type NewTask, removedWith } from '../approval/signers.ts';
import type { TaskId } from '../approval/task.ts';
import { isSigner, type Visit } from '../approval/visit.ts';
import { isRefusal, type Refusal, refuse } from '../dispatch/refusal.ts';
import type { PostReceiver } from '../dispatch/row.ts';
import { lengthFault, reasonFault } from '../dispatch/texts.ts';
import type { Instant } from '../working-time/calendar.ts';
import { settle } from './advance.ts';
import type { OutgoingCommandOf } from './command.ts';
import { begin, record } from './decision.ts';
import type { OutgoingEvent } from './event.ts';
import { currentVisit, type OutgoingState } from './state.ts';
import { nextTask, taskAt } from './steps.ts';

type Answer = readonly OutgoingEvent[] | Refusal;

/** I am out of it. */
export function transfer(state: OutgoingState, command: OutgoingCommandOf<'transfer'>, at: Instant): Answer {
  const { task, opinion } = command;
  const to = lengthFault('A-1', 'opinion', opinion, 0, 2000) ?? heirOf(state, task, command.to);
  if (isRefusal(to)) return to;
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'transferred', task, to, opinion: opinion.trim() });
  return decision.events;
}

/** by an administrator or the head of the approver's unit. */
export function reassign(state: OutgoingState, command: OutgoingCommandOf<'reassign'>, at: Instant): Answer {
  const { task, reason } = command;
  const to = reasonFault('A-1', reason) ?? heirOf(state, task, command.to);
  if (isRefusal(to)) return to;
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'reassigned', task, to, reason: reason.trim() });
  return decision.events;
}

/** Whoever takes a task over stands where it stood. */
function heirOf(state: OutgoingState, id: TaskId, approver: PostReceiver): NewTask | Refusal {
  const found = taskAt(state, id);
  if (!found) return refuse('A-1', 'noSuchTask');
  const { turn, under, addedBy } = found.task;
  const fault =
    joiningFault(found.visit.tasks, [approver]) ??
    (under ? undefined : ownDraftFault(state, found.visit, [approver]));
  return fault ?? { id: nextTask(state), approver, turn, under, addedBy };
}

/** the step is weighed again at once. */
export function addSigners(
  state: OutgoingState,
  command: OutgoingCommandOf<'addSigners'>,
  at: Instant,
): Answer {
  const { task: id, place, people, opinion } = command;
  const found = taskAt(state, id);
  if (!found) return refuse('A-1', 'noSuchTask');
  const { visit, task } = found;
  const counts = !task.under && place === 'parallel';
  const fault =
    lengthFault('A-1', 'opinion', opinion, 0, 2000) ??
    addingFault(visit.tasks, id, place, people) ??
    (counts ? ownDraftFault(state, visit, people) : undefined);
  if (fault) return fault;
  // Nobody comes beside or after whoever signs for the agency: what is signed is done.
  if (isSigner(visit, task) && (place === 'parallel' || place === 'after'))
    return refuse('A-1', 'onlyBeforeSigning');
  const decision = begin(state, command.by, at);
  const tasks = addedTasks(nextTask(state), task, place, people);
  record(decision, { kind: 'signersAdded', task: id, place, tasks, opinion: opinion.trim() });
  settle(decision);
  return decision.events;
}

/** */
export function removeSigner(
  state: OutgoingState,
  command: OutgoingCommandOf<'removeSigner'>,
  at: Instant,
): Answer {
  const { task, reason } = command;
  const fault = reasonFault('A-1', reason);
  if (fault) return fault;
  const tasks = removedWith(currentVisit(state)?.tasks ?? [], task);
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'signersRemoved', tasks, reason: reason.trim() });
  settle(decision);
  return decision.events;
}

/** who approves where nobody was found. */
export function appoint(state: OutgoingState, command: OutgoingCommandOf<'appoint'>, at: Instant): Answer {
  const visit = currentVisit(state);
  const { people } = command;
  if (!visit || people.length === 0) return refuse('A-7', 'signersMissing');
  const fault = joiningFault([], people) ?? ownDraftFault(state, visit, people);
  if (fault) return fault;
  const first = nextTask(state);
  const tasks = people.map((approver, index) => ({
    ...{ id: first + index, approver, turn: index, under: undefined, addedBy: undefined, earlier: false },
  }));
  const decision = begin(state, command.by, at);
  record(decision, { kind: 'approversFound', visit: visit.id, tasks });
  return decision.events;
}

/** O5, O7: nobody is made to check or sign their own draft. */
function ownDraftFault(
  { drafter }: OutgoingState,
  { act }: Visit,
  people: readonly PostReceiver[],
): Refusal | undefined {
  const own = people.find(({ person }) => person === drafter?.person);
  return own && act !== 'approve'
    ? refuse(act === 'sign' ? 'O7' : 'O5', 'ownDraft', { name: own.name })
    : undefined;
}
