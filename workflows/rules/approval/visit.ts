import type { ApprovalAct } from '../chain/chain.ts';
import type { Clock } from '../dispatch/row.ts';
import { type Count, decided, type Mode, type Outcome } from './mode.ts';
import { advises, counted, hasActed, hungUnder, isDone, phaseOf, type Task, type TaskId } from './task.ts';

/** How a visit of a step ended. */
export type Ending =
  | Outcome
  /** It was for nobody but the drafter. */
  | 'skipped'
  /** The draft went elsewhere. */
  | 'left'
  /** The act that led to it was taken back. */
  | 'withdrawn';

/** One opening of a step; returning into a step opens it anew, with new tasks for all of its approvers. */
export interface Visit {
  /** Place among the visits of the dispatch. */
  readonly id: number;
  /** Key of the step in the pinned chain. */
  readonly step: string;
  readonly act: ApprovalAct;
  readonly mode: Mode;
  readonly clock: Clock;
  /** The world is being asked who they are. */
  readonly seeking: boolean;
  readonly tasks: readonly Task[];
  readonly ended: Ending | undefined;
}

/** The approvers who may act now. */
export function openTasks({ mode, tasks, ended }: Visit): readonly Task[] {
  return ended ? [] : tasks.filter((task) => phaseOf(mode, tasks, task) === 'open');
}

/** Whether the task is to sign for the agency; signers added to it only approve. */
export function isSigner({ act }: Visit, { under }: Task): boolean {
  return act === 'sign' && !under;
}

/** Whether the step waits for an administrator to name somebody. */
export function lacksApprovers({ ended, seeking, tasks }: Visit): boolean {
  return !ended && !seeking && counted(tasks).length === 0;
}

/** How the counted approvers stand; one whose added signers are still at it is open. */
function countOf(tasks: readonly Task[]): Count {
  const count = { approved: 0, refused: 0, open: 0 };
  for (const task of counted(tasks)) {
    if (!isDone(tasks, task)) count.open++;
    else if (task.state === 'approved') count.approved++;
    else count.refused++;
  }
  return count;
}

/**
 * What the step comes to now, none while it is open (flows.md §3.1). A refusal by an added signer refuses it;
 * one to whom work was delegated only gives an opinion.
 * @param over the deadline of a vote came
 */
export function outcomeOf({ mode, tasks }: Visit, over = false): Outcome | undefined {
  const byAdded = tasks.some((task) => task.state === 'refused' && task.under && !advises(tasks, task));
  return byAdded ? 'refused' : decided(mode, countOf(tasks), over);
}

/** The step is over; whoever had not acted need not any more. */
export function closed(visit: Visit, ended: Ending): Visit {
  const tasks = visit.tasks.map((task) =>
    task.state === 'live' ? { ...task, state: 'cancelled' as const } : task,
  );
  return { ...visit, ended, seeking: false, tasks };
}

/** The step as it was before an act, which is taken back. */
export function reopened(visit: Visit, act: TaskId): Visit {
  const tasks = visit.tasks.map((task): Task => {
    if (task.id === act) return { ...task, state: 'live', acted: undefined };
    return task.state === 'cancelled' ? { ...task, state: 'live' } : task;
  });
  return { ...visit, ended: undefined, tasks };
}

/** Whether somebody acted in the step who came after a task: by order, or by where they were added. */
export function nextActed({ mode, tasks }: Visit, { id, under, turn }: Task): boolean {
  const above = under?.place === 'after' ? undefined : under?.task;
  const later = (one: Task) => mode.kind === 'sequential' && !under && !one.under && one.turn > turn;
  return actedAfter(tasks, id) || tasks.some((one) => hasActed(one) && (one.id === above || later(one)));
}

function actedAfter(tasks: readonly Task[], id: TaskId): boolean {
  return hungUnder(tasks, id, 'after').some((one) => hasActed(one) || actedAfter(tasks, one.id));
}
