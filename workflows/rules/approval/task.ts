import type { PostReceiver } from '../dispatch/row.ts';
import type { FileHash } from '../ids.ts';
import type { ActedBy } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { Mode } from './mode.ts';

/** Place of a task among all tasks of its dispatch. */
export type TaskId = number;

/**
 * What became of a task. Whether a live one is open or waits for others follows from the tasks around it, so that
 * it cannot be forgotten open or waiting ({@link phaseOf}).
 */
export type TaskState =
  | 'live'
  | 'approved'
  | 'refused'
  | 'returned'
  /** Handed to another person. */
  | 'transferred'
  /** Taken out of the step. */
  | 'removed'
  /** The step ended without it. */
  | 'cancelled';

/** Where a signer hangs under the task of whoever added them; what is *delegated* comes back to it. */
export type HungPlace = 'before' | 'after' | 'delegated';
export type Place = HungPlace | 'parallel';

/** One approver's part in one visit of a step. */
export interface Task {
  readonly id: TaskId;
  readonly approver: PostReceiver;
  readonly state: TaskState;
  /** Its turn in a sequential step. */
  readonly turn: number;
  /** What it hangs under; none for the step's own approvers and those added parallel to them. */
  readonly under: { readonly task: TaskId; readonly place: HungPlace } | undefined;
  readonly addedBy: TaskId | undefined;
  readonly acted:
    | {
        readonly at: Instant;
        readonly by: ActedBy;
        readonly text: string;
        /** What was approved. */
        readonly hash: FileHash | undefined;
        /** Counts from an earlier step of the same person. */
        readonly earlier: boolean;
      }
    | undefined;
}

export type Phase =
  | Exclude<TaskState, 'live'>
  | 'open'
  /** Somebody else comes first. */
  | 'waiting'
  /** "Đang hoàn tất": approved, signers added after are at it. */
  | 'finishing';

const GONE: ReadonlySet<TaskState> = new Set(['transferred', 'removed', 'cancelled']);

/** Whether the task takes no part in the step any more. */
export function isGone({ state }: Task): boolean {
  return GONE.has(state);
}

/** Whether its approver acted in this very step. */
export function hasActed({ acted }: Task): boolean {
  return acted !== undefined && !acted.earlier;
}

/** The tasks that hang under one at a place and still take part. */
export function hungUnder(tasks: readonly Task[], id: TaskId, place: HungPlace): readonly Task[] {
  return tasks.filter((task) => task.under?.task === id && task.under.place === place && !isGone(task));
}

/** The approvers that count: the step's own and those added parallel to them, without those that are gone. */
export function counted(tasks: readonly Task[]): readonly Task[] {
  return tasks.filter((task) => !task.under && !isGone(task));
}

/** Where a task stands now. */
export function phaseOf(mode: Mode, tasks: readonly Task[], task: Task): Phase {
  if (task.state === 'approved') return isDone(tasks, task) ? 'approved' : 'finishing';
  if (task.state !== 'live') return task.state;
  return waits(mode, tasks, task) ? 'waiting' : 'open';
}

function waits(mode: Mode, tasks: readonly Task[], task: Task): boolean {
  const { id, under, turn } = task;
  const ahead = [...hungUnder(tasks, id, 'before'), ...hungUnder(tasks, id, 'delegated')];
  if (ahead.some((one) => !isDone(tasks, one))) return true;
  if (under?.place === 'after') return tasks.find((one) => one.id === under.task)?.state !== 'approved';
  if (under || mode.kind !== 'sequential') return false;
  return counted(tasks).some((one) => one.turn < turn && !isDone(tasks, one));
}

/** Whether nothing more is awaited of a task or of what hangs after it. */
export function isDone(tasks: readonly Task[], { id, state }: Task): boolean {
  if (state === 'live') return false;
  return state !== 'approved' || hungUnder(tasks, id, 'after').every((one) => isDone(tasks, one));
}

/** Whether a signer only gives an opinion: work was delegated to them, or to whom they hang under. */
export function advises(tasks: readonly Task[], { under }: Task): boolean {
  if (!under) return false;
  const above = tasks.find(({ id }) => id === under.task);
  return under.place === 'delegated' || (above !== undefined && advises(tasks, above));
}
