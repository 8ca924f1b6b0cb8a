import type { Task, TaskId } from '../approval/task.ts';
import type { Visit } from '../approval/visit.ts';
import type { ApprovalAct, Step } from '../chain/chain.ts';
import { type Facts, holds } from '../chain/steps.ts';
import type { OutgoingState } from './state.ts';

export type ApprovalStep = Step & { readonly act: ApprovalAct };

const APPROVAL: ReadonlySet<Step['act']> = new Set<ApprovalAct>(['approve', 'checkForm', 'sign']);

/** The facts that conditions of a chain look at. */
export function factsOf({ content }: OutgoingState): Facts {
  const { type = '', field = '', priority = 0 } = content ?? {};
  return { type, field, priority: String(priority), sender: '' };
}

/** The steps that this draft goes through, in order; optional ones where the drafter chose them. */
export function stepsOf(state: OutgoingState): readonly ApprovalStep[] {
  const facts = factsOf(state);
  return approvalSteps(state).filter(
    ({ key, optional, when }) => holds(when, facts) && (!optional || state.chosen.steps.includes(key)),
  );
}

function approvalSteps({ chain }: OutgoingState): readonly ApprovalStep[] {
  return (chain?.steps ?? []).filter((step): step is ApprovalStep => APPROVAL.has(step.act));
}

export function stepOf(state: OutgoingState, key: string): ApprovalStep | undefined {
  return approvalSteps(state).find((step) => step.key === key);
}

/** The steps before one that the draft has been through and may come back to, in order. */
export function stepsBehind(state: OutgoingState, key: string): readonly ApprovalStep[] {
  const steps = stepsOf(state);
  const place = steps.findIndex((step) => step.key === key);
  return steps.slice(0, Math.max(place, 0)).filter((step) => isPassed(state, step.key));
}

export function stepAfter(state: OutgoingState, key: string): ApprovalStep | undefined {
  const all = approvalSteps(state).map((step) => step.key);
  return stepsOf(state).find((step) => all.indexOf(step.key) > all.indexOf(key));
}

function isPassed({ visits }: OutgoingState, key: string): boolean {
  return visits.findLast((visit) => visit.step === key)?.ended === 'passed';
}

/** A task with the visit that it belongs to. */
export function taskAt(
  { visits }: OutgoingState,
  id: TaskId | undefined,
): { readonly visit: Visit; readonly task: Task } | undefined {
  for (const visit of visits) {
    const task = visit.tasks.find((one) => one.id === id);
    if (task) return { visit, task };
  }
  return undefined;
}

/** The number of the next task: tasks are counted through all visits. */
export function nextTask({ visits }: OutgoingState): TaskId {
  return visits.reduce((sum, { tasks }) => sum + tasks.length, 0);
}
