import type { Chain, Condition, Step } from './chain.ts';
import { type ChainFault, fault } from './fault.ts';
import { type Facts, holds } from './steps.ts';

type Fact = Condition['fact'];

/** Stands for every value that no condition names. */
const ANYTHING_ELSE = '…';
const PRIORITIES = ['0', '1', '2', '3', '4'];

/**
 * Cases that the conditions of a chain leave out: dispatches for which nobody would do an act of the chain, and
 * steps that no dispatch ever comes to.
 * @param legal acts that an optional step does not cover
 */
export function coverFaults(chain: Chain, legal: readonly Step['act'][]): readonly ChainFault[] {
  const acts = [...new Set(chain.steps.map((step) => step.act))];
  return [
    ...chain.steps.flatMap(emptyConditions),
    ...acts.flatMap((act) => {
      const steps = chain.steps.filter((step) => step.act === act);
      return [...openCases(act, steps, legal.includes(act)), ...neverReached(act, steps)];
    }),
  ];
}

/** Whether a step is that of the head of the unit that drafts. */
export function namesOwnHead({ who }: Step): boolean {
  return (who.kind === 'headOfUnit' && who.unit === undefined) || who.kind === 'headsUp';
}

function emptyConditions({ key, title, when }: Step): readonly ChainFault[] {
  return when
    .filter((one) => one.in.length === 0)
    .map(({ fact }) => fault('conditionEmpty', { title, fact }, key));
}

function openCases(act: Step['act'], steps: readonly Step[], legal: boolean): readonly ChainFault[] {
  // Approvals come one after another, each under its own conditions; only the head's is always needed.
  const needed = act === 'approve' ? steps.filter(namesOwnHead) : steps;
  const covering = needed.filter((step) => !legal || !step.optional);
  const open = casesOf(needed).find((facts) => !covering.some((step) => holds(step.when, facts)));
  return open && covering.length > 0 ? [fault('caseOpen', { act, case: textOf(open) })] : [];
}

/** Of every act but approving only the first step that holds is done. */
function neverReached(act: Step['act'], steps: readonly Step[]): readonly ChainFault[] {
  const cases = casesOf(steps);
  return steps
    .filter((step, index) => {
      const before = act === 'approve' ? [] : steps.slice(0, index);
      return !cases.some((facts) => holds(step.when, facts) && !before.some((one) => holds(one.when, facts)));
    })
    .map(({ key, title }) => fault('stepNeverReached', { title }, key));
}

/** Every combination of the values that the conditions of these steps tell apart. */
function casesOf(steps: readonly Step[]): readonly Facts[] {
  const conditions = steps.flatMap((step) => step.when);
  const facts = [...new Set(conditions.map(({ fact }) => fact))];
  const any: Facts = { type: ANYTHING_ELSE, priority: '0', sender: ANYTHING_ELSE, field: ANYTHING_ELSE };
  return facts.reduce<readonly Facts[]>(
    (cases, fact) =>
      cases.flatMap((one) => valuesOf(conditions, fact).map((value) => ({ ...one, [fact]: value }))),
    [any],
  );
}

function valuesOf(conditions: readonly Condition[], fact: Fact): readonly string[] {
  if (fact === 'priority') return PRIORITIES;
  const named = conditions.filter((one) => one.fact === fact).flatMap((one) => one.in);
  return [...new Set([...named, ANYTHING_ELSE])];
}

function textOf(facts: Facts): string {
  const { type, priority, sender, field } = facts;
  return [type, priority, sender, field].filter((value) => value !== ANYTHING_ELSE).join(', ');
}
