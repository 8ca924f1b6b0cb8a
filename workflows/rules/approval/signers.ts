import { type Refusal, refuse } from '../dispatch/refusal.ts';
import type { PostReceiver } from '../dispatch/row.ts';
import { hungUnder, isGone, type Place, type Task, type TaskId } from './task.ts';

/** A task as it is born. */
export type NewTask = Pick<Task, 'id' | 'approver' | 'turn' | 'under' | 'addedBy'>;

/** A task at its beginning. */
export function born(task: NewTask): Task {
  return { ...task, state: 'live', acted: undefined };
}

/** Why signers cannot be added to a task at this place. */
export function addingFault(
  tasks: readonly Task[],
  to: TaskId,
  place: Place,
  people: readonly PostReceiver[],
): Refusal | undefined {
  if (people.length === 0) return refuse('A-1', 'signersMissing');
  const other = place === 'before' ? 'after' : place === 'after' ? 'before' : undefined;
  if (other && hungUnder(tasks, to, other).length > 0) return refuse('A-2', 'placesMixed');
  return joiningFault(tasks, people);
}

/** Why people cannot come into a step: they are in it. */
export function joiningFault(tasks: readonly Task[], people: readonly PostReceiver[]): Refusal | undefined {
  const inStep = tasks.filter((task) => !isGone(task)).map(({ approver }) => approver);
  const twice = people.find(({ person }, index) =>
    [...inStep, ...people.slice(0, index)].some((one) => one.person === person),
  );
  return twice && refuse('A-2', 'alreadyInStep', { name: twice.name });
}

/** The tasks of added signers; those added parallel to a signer stand, or hang, where that one does. */
export function addedTasks(
  first: TaskId,
  { id, turn, under }: Task,
  place: Place,
  people: readonly PostReceiver[],
): readonly NewTask[] {
  return people.map((approver, index) => ({
    id: first + index,
    approver,
    turn,
    under: place === 'parallel' ? under : { task: id, place },
    addedBy: id,
  }));
}

/** Whether one task's approver added the other, or an adder of the other. */
export function isAdderOf(tasks: readonly Task[], adder: TaskId, { addedBy }: Task): boolean {
  if (addedBy === undefined) return false;
  const between = tasks.find(({ id }) => id === addedBy);
  return addedBy === adder || (between !== undefined && isAdderOf(tasks, adder, between));
}

/** A signer who is removed takes along whom they added. */
export function removedWith(tasks: readonly Task[], removed: TaskId): readonly TaskId[] {
  return tasks
    .filter((task) => !isGone(task) && (task.id === removed || isAdderOf(tasks, removed, task)))
    .map(({ id }) => id);
}

/** The tasks after one was handed to another person: what hung under it or was added by it goes along. */
export function handedOver(tasks: readonly Task[], from: TaskId, to: NewTask): readonly Task[] {
  const moved = tasks.map((task): Task => {
    if (task.id === from) return { ...task, state: 'transferred' };
    const under = task.under?.task === from ? { ...task.under, task: to.id } : task.under;
    return { ...task, under, addedBy: task.addedBy === from ? to.id : task.addedBy };
  });
  return [...moved, born(to)];
}
