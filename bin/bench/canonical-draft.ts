import { counted, hasActed, isGone, type Task } from '../../workflows/rules/approval/task.ts';
import type { Visit } from '../../workflows/rules/approval/visit.ts';
import { currentVisit, type OutgoingState } from '../../workflows/rules/outgoing/state.ts';

/**
 * What of a draft decides what can still happen: without instants, names, texts, revision, files, and without the
 * visits that nobody can come back to.
 */
export function canonicalDraft(state: OutgoingState): string {
  const { status, pausedAt, mayRevise, visits, firmBefore } = state;
  const steps = (state.chain?.steps ?? []).map(({ key }) => lastEnding(visits, key)).join();
  const near = visits.slice(firmBefore).filter(({ ended }) => ended !== 'withdrawn' && ended !== 'skipped');
  const flags = `${pausedAt === undefined ? '' : 'p'}${mayRevise && status === 'awaitingSignature' ? 'r' : ''}`;
  return `${status} ${flags} ${steps} ${approvedBefore(state)}|${near.map((visit) => visitForm(state, visit)).join('|')}`;
}

function lastEnding(visits: readonly Visit[], key: string): string {
  return visits.findLast(({ step }) => step === key)?.ended === 'passed' ? 'p' : '';
}

/** Who approved since the draft last came back, where the chain does not ask them again. */
function approvedBefore({ visits, chain }: OutgoingState): string {
  if (!chain?.steps.some(({ repeat }) => repeat)) return '';
  const way = visits.filter(({ ended }) => ended && ended !== 'withdrawn' && ended !== 'skipped');
  const since = way.slice(way.findLastIndex(({ ended }) => ended !== 'passed') + 1);
  const approved = since.flatMap(({ step, tasks }) =>
    counted(tasks).flatMap(({ approver, state }) =>
      state === 'approved' ? [`${step} ${approver.post}`] : [],
    ),
  );
  return [...new Set(approved)].sort().join();
}

function visitForm(state: OutgoingState, visit: Visit): string {
  const { step, ended = '', seeking, tasks, mode, clock } = visit;
  const over = mode.kind === 'vote' && clock.deadline.due <= state.changedAt ? 'over' : '';
  // O13 asks whether anybody did anything here.
  const gone = visit === currentVisit(state) && tasks.some(isTouched) ? 'touched' : '';
  const kept = tasks.filter((task) => !isGone(task) || task.state === 'cancelled');
  const forms = kept.map((task) => taskForm(kept, task)).sort();
  return `${step} ${ended} ${seeking ? 'seeking' : ''} ${over}${gone} ${forms.join(';')}`;
}

function isTouched(task: Task): boolean {
  return hasActed(task) || isGone(task) || task.addedBy !== undefined;
}

function taskForm(tasks: readonly Task[], { approver, state, turn, under, addedBy, acted }: Task): string {
  const named = (id: number | undefined) => tasks.find((one) => one.id === id)?.approver.post ?? '';
  const place = under ? `${under.place} ${named(under.task)}` : turn;
  return `${approver.post} ${state} ${place} ${named(addedBy)} ${acted?.earlier ? 'earlier' : ''}`;
}
