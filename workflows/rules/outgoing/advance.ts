import { lacksApprovers, outcomeOf } from '../approval/visit.ts';
import { stepDeadline } from './deadlines.ts';
import { type Decision, follow } from './decision.ts';
import { currentVisit } from './state.ts';
import { type ApprovalStep, stepAfter, stepOf, stepsBehind } from './steps.ts';

/** Opens a step: anew for all of its approvers, who are looked for as the chain says. */
export function openStep(decision: Decision, step: ApprovalStep | undefined): void {
  const { state, at } = decision;
  const { calendar, content, visits } = state;
  if (!step || !calendar) return;
  follow(decision, {
    kind: 'stepOpened',
    visit: visits.length,
    step: step.key,
    act: step.act,
    mode: step.mode ?? { kind: 'any' },
    deadline: stepDeadline(step, content?.priority ?? 0, calendar, at),
  });
}

/**
 * What the present step has come to (§3.1): it stays open, the next one opens, or the draft goes back, to its drafter
 * or where the chain says.
 * @param over the deadline of a vote came
 */
export function settle(decision: Decision, over = false): void {
  const visit = currentVisit(decision.state);
  if (!visit || visit.seeking) return;
  const { id, step } = visit;
  const outcome = outcomeOf(visit, over);
  if (lacksApprovers(visit)) {
    follow(decision, { kind: 'repairNeeded', visit: id });
  } else if (outcome === 'passed') {
    follow(decision, { kind: 'stepPassed', visit: id, over });
    openStep(decision, stepAfter(decision.state, step));
  } else if (outcome === 'refused') {
    const { state } = decision;
    follow(decision, { kind: 'stepRefused', visit: id, over });
    if (stepOf(state, step)?.onRefusal === 'previous') openStep(decision, stepsBehind(state, step).at(-1));
  }
}
