import type { Chain, Step } from './chain.ts';
import { coverFaults, namesOwnHead } from './cover.ts';
import { type ChainFault, fault } from './fault.ts';
import { approvalFaults } from './lint-approval.ts';
import { dueFaults } from './lint-due.ts';
import { ladderFaults } from './lint-ladder.ts';
import { whoFaults } from './lint-who.ts';
import { type Staffing, staffingFaults } from './staffing.ts';

/** The acts of each direction in the order that the law gives them (ND30 10–24). */
const ORDER: Readonly<Record<Chain['direction'], readonly Step['act'][]>> = {
  incoming: ['register', 'present', 'direct', 'forward', 'settle'],
  outgoing: ['draft', 'approve', 'checkForm', 'sign', 'issue'],
};

/** Steps without which a chain is not lawful. */
const LEGAL: Readonly<Record<Chain['direction'], readonly Step['act'][]>> = {
  incoming: ['register', 'direct', 'settle'],
  outgoing: ['approve', 'checkForm', 'sign', 'issue'],
};

/**
 * What is wrong with a chain before it is published; nothing, if it may be.
 * @param staffing who there is today: with it, steps and units are listed for which nobody would be found
 */
export function chainFaults(chain: Chain, staffing?: Staffing): readonly ChainFault[] {
  return [
    ...(chain.name.trim() === '' ? [fault('nameMissing')] : []),
    ...legalFaults(chain),
    ...orderFaults(chain),
    ...chain.steps.flatMap((step) => [...stepFaults(chain, step), ...approvalFaults(chain, step)]),
    ...coverFaults(chain, LEGAL[chain.direction]),
    ...chain.settlement.flatMap(({ due }, index) => dueFaults(due, `settlement ${index + 1}`)),
    ...(staffing ? staffingFaults(chain, staffing) : []),
  ];
}

function legalFaults({ direction, steps }: Chain): readonly ChainFault[] {
  const missing = LEGAL[direction]
    .filter((act) => !steps.some((step) => step.act === act))
    .map((act) => fault('stepMissing', { act }));
  // The head of the drafting unit must be among the approvers (ND30 12.1).
  const head = steps.some((step) => step.act === 'approve' && !step.optional && namesOwnHead(step));
  return direction === 'outgoing' && !head ? [...missing, fault('headMissing')] : missing;
}

function orderFaults({ direction, steps }: Chain): readonly ChainFault[] {
  const place = (step: Step) => ORDER[direction].indexOf(step.act);
  return steps.flatMap((step, index) => {
    if (place(step) < 0) return [fault('wrongDirection', { act: step.act }, step.key)];
    const before = steps.slice(0, index).find((one) => place(one) > place(step));
    return before ? [fault('wrongOrder', { act: step.act, before: before.title }, step.key)] : [];
  });
}

function stepFaults({ direction, steps }: Chain, step: Step): readonly ChainFault[] {
  const { key, title } = step;
  return [
    ...(key.trim() === '' ? [fault('keyMissing', { title }, key)] : []),
    ...(steps.find((one) => one.key === key) === step ? [] : [fault('keyTwice', { title }, key)]),
    ...(title.trim() === '' ? [fault('titleMissing', {}, key)] : []),
    // Of the approvals the head's is looked at by itself.
    ...(step.optional && step.act !== 'approve' && LEGAL[direction].includes(step.act)
      ? [fault('legalOptional', { title }, key)]
      : []),
    ...whoFaults(step),
    ...(step.due ? dueFaults(step.due, title, key) : []),
    ...ladderFaults(step),
  ];
}
