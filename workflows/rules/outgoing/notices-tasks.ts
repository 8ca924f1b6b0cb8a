import type { Task, TaskId } from '../approval/task.ts';
import { openTasks, outcomeOf, type Visit } from '../approval/visit.ts';
import type { ApprovalAct } from '../chain/chain.ts';
import type { PostReceiver } from '../dispatch/row.ts';
import type { OutgoingEvent } from './event.ts';
import { notice, type OutgoingNotice } from './notice.ts';
import { currentVisit, type OutgoingState } from './state.ts';

/** Who is told of what happens among the approvers of a step: whose turn it is now, and whose it is no more. */
export function taskNotices(event: OutgoingEvent, state: OutgoingState): readonly OutgoingNotice[] {
  const visit = currentVisit(state);
  switch (event.kind) {
    case 'approversFound':
    case 'signersAdded':
      return called(visit, [], idsOf(event.tasks));
    case 'approved':
    case 'refused':
      return called(visit, [event.task], []);
    case 'transferred':
      return called(visit, [event.task], [event.to.id]);
    case 'reassigned':
      return [
        ...called(visit, [event.task], [event.to.id]),
        ...dismissed('reassigned', visit, ({ id }) => id === event.task),
      ];
    case 'signersRemoved':
      return [
        ...called(visit, event.tasks, []),
        ...dismissed('signerRemoved', visit, ({ id }) => event.tasks.includes(id)),
      ];
    case 'submissionWithdrawn': {
      const left = state.visits.findLast(({ ended }) => ended === 'left');
      return dismissed('submissionWithdrawn', left, ({ state: is }) => is === 'cancelled');
    }
    case 'actWithdrawn':
      return [
        ...(state.drafter ? [notice('actWithdrawn', [state.drafter])] : []),
        ...dismissed('actWithdrawn', state.visits.at(-1), ({ state: is }) => is === 'cancelled'),
      ];
    default:
      return [];
  }
}

const CALL: Readonly<Record<ApprovalAct, string>> = {
  approve: 'toApprove',
  checkForm: 'toCheckForm',
  sign: 'toSign',
};

/**
 * Calls the approvers whose turn it is now and was not before.
 * @param done tasks that were live before
 * @param come tasks that were not there before
 */
function called(
  visit: Visit | undefined,
  done: readonly TaskId[],
  come: readonly TaskId[],
): readonly OutgoingNotice[] {
  // A step that this decided calls nobody any more.
  if (!visit || outcomeOf(visit)) return [];
  const before = visit.tasks
    .filter(({ id }) => !come.includes(id))
    .map((task): Task => (done.includes(task.id) ? { ...task, state: 'live' } : task));
  const known = idsOf(openTasks({ ...visit, tasks: before }));
  return openTasks(visit)
    .filter(({ id }) => !known.includes(id))
    .map(({ approver, under }) =>
      notice(under ? CALL.approve : CALL[visit.act], [approver], { about: { visit: visit.id } }),
    );
}

function dismissed(
  key: string,
  visit: Visit | undefined,
  who: (task: Task) => boolean,
): readonly OutgoingNotice[] {
  const to: readonly PostReceiver[] = visit?.tasks.filter(who).map(({ approver }) => approver) ?? [];
  return to.length > 0 ? [notice(key, to)] : [];
}

function idsOf(tasks: readonly { readonly id: TaskId }[]): readonly TaskId[] {
  return tasks.map(({ id }) => id);
}
