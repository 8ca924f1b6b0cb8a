import type { Chain, Step } from './chain.ts';
import { type ChainFault, fault } from './fault.ts';

const APPROVALS: ReadonlySet<Step['act']> = new Set(['approve', 'checkForm', 'sign']);

/** Faults of how the approvers of a step decide, and where what they refuse or return goes (§3.1, A-7, O4). */
export function approvalFaults({ steps }: Chain, step: Step): readonly ChainFault[] {
  const { key, title, act, mode, onRefusal, ifDrafter, returnTo = [] } = step;
  const before = steps.slice(0, steps.indexOf(step)).filter((one) => APPROVALS.has(one.act));
  const percent = mode && 'percent' in mode ? mode.percent : 1;
  const isShare = Number.isInteger(percent) && percent >= 1 && percent <= 100;
  const unknown = returnTo.find((target) => !before.some((one) => one.key === target)) ?? '';
  const comesFirst = APPROVALS.has(act) && before.length === 0;
  const all: readonly (readonly [boolean, ChainFault])[] = [
    [!isShare, fault('modePercent', { title, percent }, key)],
    // Of several signers the first one signs.
    [act === 'sign' && (mode?.kind ?? 'any') !== 'any', fault('modeOfSigning', { title }, key)],
    [unknown !== '', fault('returnToUnknown', { title, step: unknown }, key)],
    [act === 'sign' && ifDrafter === 'skip', fault('signingSkipped', { title }, key)],
    [comesFirst && onRefusal === 'previous', fault('refusalBeforeFirst', { title }, key)],
  ];
  return all.filter(([holds]) => holds).map(([, one]) => one);
}
