import { born, handedOver } from '../approval/signers.ts';
import type { Task, TaskId, TaskState } from '../approval/task.ts';
import { closed, type Ending, reopened, type Visit } from '../approval/visit.ts';
import { clock } from '../dispatch/row.ts';
import type { FileHash } from '../ids.ts';
import type { Opening, OutgoingEvent, OutgoingEventOf } from './event.ts';

/** The visits of steps after an event. */
export function evolveVisits(visits: readonly Visit[], event: OutgoingEvent): readonly Visit[] {
  switch (event.kind) {
    case 'stepOpened':
      return [...visits, opened(event)];
    case 'approversFound': {
      const tasks = event.tasks.map((task) => settledBefore(task, event));
      return changed(visits, event.visit, (visit) => ({
        ...visit,
        seeking: false,
        tasks: [...visit.tasks, ...tasks],
      }));
    }
    case 'repairNeeded':
      return changed(visits, event.visit, (visit) => ({ ...visit, seeking: false }));
    case 'stepSkipped':
      return changed(visits, event.visit, (visit) => closed(visit, 'skipped'));
    case 'stepPassed':
      return changed(visits, event.visit, (visit) => closed(visit, 'passed'));
    case 'stepRefused':
      return changed(visits, event.visit, (visit) => closed(visit, 'refused'));
    case 'approved':
      return acted(visits, event, 'approved', event.opinion, event.hash);
    case 'refused':
      return acted(visits, event, 'refused', event.reason);
    case 'signed':
      return left(acted(visits, event, 'approved', '', event.hash), 'passed');
    case 'sentBack':
      return left(acted(visits, event, 'returned', event.reason));
    case 'transferred':
    case 'reassigned':
      return withTasks(visits, event.task, (tasks) => handedOver(tasks, event.task, event.to));
    case 'signersAdded':
      return withTasks(visits, event.task, (tasks) => [...tasks, ...event.tasks.map(born)]);
    case 'signersRemoved':
      return visits.map((visit) => ({
        ...visit,
        tasks: visit.tasks.map((task) => without(task, event.tasks)),
      }));
    case 'actWithdrawn':
      return withdrawn(visits, event.task);
    case 'draftSaved':
    case 'submissionWithdrawn':
    case 'jumped':
    case 'cancelled':
      return left(visits);
    default:
      return visits;
  }
}

function opened({ visit, step, act, mode, deadline, at }: OutgoingEventOf<'stepOpened'>): Visit {
  return {
    id: visit,
    step,
    act,
    mode,
    clock: clock(deadline, at),
    seeking: true,
    tasks: [],
    ended: undefined,
  };
}

/** Who approved an earlier step counts from there, where the chain does not ask again. */
function settledBefore({ earlier, ...task }: Opening, { at, by }: OutgoingEvent): Task {
  const fresh = born(task);
  if (!earlier) return fresh;
  return { ...fresh, state: 'approved', acted: { at, by, text: '', hash: undefined, earlier } };
}

function changed(visits: readonly Visit[], id: number, change: (visit: Visit) => Visit): readonly Visit[] {
  return visits.map((visit) => (visit.id === id ? change(visit) : visit));
}

function withTasks(
  visits: readonly Visit[],
  task: TaskId,
  change: (tasks: readonly Task[]) => readonly Task[],
): readonly Visit[] {
  return visits.map((visit) =>
    visit.tasks.some(({ id }) => id === task) ? { ...visit, tasks: change(visit.tasks) } : visit,
  );
}

function acted(
  visits: readonly Visit[],
  { task, at, by }: OutgoingEventOf<'approved' | 'refused' | 'signed' | 'sentBack'>,
  state: TaskState,
  text: string,
  hash?: FileHash,
): readonly Visit[] {
  const act = { at, by, text, hash, earlier: false };
  return withTasks(visits, task, (tasks) =>
    tasks.map((one) => (one.id === task ? { ...one, state, acted: act } : one)),
  );
}

function without(task: Task, removed: readonly TaskId[]): Task {
  return removed.includes(task.id) ? { ...task, state: 'removed' } : task;
}

/** The draft goes elsewhere: what was open is over. */
function left(visits: readonly Visit[], how: Ending = 'left'): readonly Visit[] {
  return visits.map((visit) => (visit.ended ? visit : closed(visit, how)));
}

/** The step is as it was before the act, and what opened after it is over. */
function withdrawn(visits: readonly Visit[], act: TaskId): readonly Visit[] {
  const place = visits.findIndex(({ tasks }) => tasks.some(({ id }) => id === act));
  return visits.map((visit, index) => {
    if (index < place) return visit;
    return index === place ? reopened(visit, act) : closed(visit, 'withdrawn');
  });
}
