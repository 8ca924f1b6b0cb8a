import { isAdderOf } from '../approval/signers.ts';
import { advises, phaseOf, type Task, type TaskId } from '../approval/task.ts';
import { isSigner, type Visit } from '../approval/visit.ts';
import { type Refusal, refuse } from '../dispatch/refusal.ts';
import type { Actor } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { OutgoingAct } from './command.ts';
import type { OutgoingState } from './state.ts';
import { taskAt } from './steps.ts';
import { withdrawalFault } from './withdrawing.ts';

export type TaskAct = Extract<OutgoingAct, { readonly task: TaskId }>['kind'];

/** What a guard looks at: the task that the act is about, its visit, who acts, and when. */
interface Case {
  readonly state: OutgoingState;
  readonly actor: Actor;
  readonly visit: Visit;
  readonly task: Task;
  readonly at: Instant;
}
type TaskGuard = (of: Case) => Refusal | undefined;

/** May this actor do this to an approver's task now? */
export function guardTask(
  state: OutgoingState,
  actor: Actor,
  kind: TaskAct,
  id: TaskId | undefined,
  at: Instant,
): Refusal | undefined {
  const found = taskAt(state, id);
  return found ? TASK_GUARDS[kind]({ state, actor, at, ...found }) : refuse('A-1', 'noSuchTask');
}

const TASK_GUARDS: Record<TaskAct, TaskGuard> = {
  approve: (of) =>
    notMine(of, 'O3') ?? (isSigner(of.visit, of.task) ? refuse('O7', 'signInstead') : undefined),
  refuse: (of) =>
    notMine(of, 'A-1') ?? (isSigner(of.visit, of.task) ? refuse('O8', 'sendBackInstead') : undefined),
  // Completing is for whoever delegated.
  sendBack: (of) =>
    notMine(of, 'O4') ?? (advises(of.visit.tasks, of.task) ? refuse('A-1', 'opinionOnly') : undefined),
  transfer: (of) => notMine(of, 'A-1'),
  addSigners: (of) => notMine(of, 'A-1'),
  letRevise: (of) =>
    notMine(of, 'O6') ?? (isSigner(of.visit, of.task) ? undefined : refuse('O6', 'signerOnly')),
  sign: (of) => notMine(of, 'O7') ?? (isSigner(of.visit, of.task) ? undefined : refuse('O7', 'signerOnly')),
  removeSigner: (of) => notLive(of) ?? notRemover(of),
  reassign: (of) => notLive(of) ?? notDisposer(of),
  withdrawAct: ({ state, actor, visit, task, at }) =>
    task.approver.post === actor.post
      ? withdrawalFault(state, visit, task, at)
      : refuse('A-1', 'notApprover'),
};

/** Only whoever a task belongs to acts on it, and only in its turn. */
function notMine(of: Case, rule: string): Refusal | undefined {
  const { actor, visit, task } = of;
  if (task.approver.post !== actor.post) return refuse(rule, 'notApprover');
  const isWaiting = !visit.ended && phaseOf(visit.mode, visit.tasks, task) === 'waiting';
  return isWaiting ? refuse('A-2', 'othersFirst') : notLive(of);
}

/** U-5: too late, and by whom; of a step that others decided, by the last of them. */
function notLive({ visit, task }: Case): Refusal | undefined {
  if (task.state === 'live') return undefined;
  const [last] = [...(task.acted ? [task] : decidersOf(visit))]
    .flatMap(({ acted, state }) =>
      acted && 'name' in acted.by ? [{ at: acted.at, by: acted.by.name, state }] : [],
    )
    .sort((a, b) => b.at - a.at);
  return last ? refuse('U-5', 'alreadyHandled', last) : refuse('P-3', 'rowClosed', { state: task.state });
}

function decidersOf({ ended, tasks }: Visit): readonly Task[] {
  if (ended === 'left') return tasks.filter(({ state }) => state === 'returned');
  return ended === 'passed' || ended === 'refused' ? tasks : [];
}

/** an added signer is removed by whoever added them; the step's own approvers by an administrator. */
function notRemover({ actor, visit, task }: Case): Refusal | undefined {
  if (task.addedBy === undefined) return notAdministrator(actor, 'A-1');
  const adds = visit.tasks.some(
    ({ id, approver }) => approver.post === actor.post && isAdderOf(visit.tasks, id, task),
  );
  return adds ? undefined : refuse('A-1', 'adderOnly');
}

/** an administrator, or a head of the approver's unit over somebody else. */
function notDisposer({ actor, task: { approver } }: Case): Refusal | undefined {
  const units = [approver.unit, ...approver.above];
  const isHead = actor.roles.includes('headOfUnit') && units.includes(actor.unit);
  return isHead && approver.post !== actor.post ? undefined : notAdministrator(actor, 'A-1');
}

export function notAdministrator({ roles }: Actor, rule: string): Refusal | undefined {
  return roles.includes('agencyAdministrator') ? undefined : refuse(rule, 'administratorOnly');
}
