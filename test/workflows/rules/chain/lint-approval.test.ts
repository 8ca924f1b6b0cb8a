import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Step } from '../../../../workflows/rules/chain/chain.ts';
import { chainFaults } from '../../../../workflows/rules/chain/lint.ts';
import { defaultChain } from '../../../builders/incoming.ts';

const outgoing = defaultChain('outgoing');

/** `key step` of each fault of the default chain with one step changed. */
function faults(key: string, change: Partial<Step>): readonly string[] {
  const steps = outgoing.steps.map((step) => (step.key === key ? { ...step, ...change } : step));
  return chainFaults({ ...outgoing, steps }).map((one) => `${one.key} ${one.step ?? ''}`);
}

describe('Q-1: how approvers decide', () => {
  const approve = (change: Partial<Step>) => faults('approve', change);

  test.each([0, 101, 33.3, Number.NaN])('Q-1: no share of %d %%', (percent) => {
    expect(approve({ mode: { kind: 'ratio', percent } })).toEqual(['modePercent approve']);
    expect(approve({ mode: { kind: 'vote', percent } })).toEqual(['modePercent approve']);
  });

  test.each([1, 60, 100])('Q-1: a share of %d %%, and every other mode', (percent) => {
    expect(approve({ mode: { kind: 'ratio', percent } })).toEqual([]);
    for (const kind of ['any', 'all', 'sequential'] as const) expect(approve({ mode: { kind } })).toEqual([]);
  });

  test('Q-1: one person signs, and the step is not skipped for a drafter', () => {
    const sign = (change: Partial<Step>) => faults('sign', change);
    expect(sign({ mode: { kind: 'all' } })).toEqual(['modeOfSigning sign']);
    expect(sign({ mode: { kind: 'any' } })).toEqual([]);
    expect(sign({ ifDrafter: 'skip' })).toEqual(['signingSkipped sign']);
    expect(sign({ ifDrafter: 'head' })).toEqual([]);
    expect(approve({ ifDrafter: 'skip' })).toEqual([]);
  });

  test('Q-1: a return goes to an approval or check of form that lies before', () => {
    const sign = (...returnTo: string[]) => faults('sign', { returnTo });
    expect(sign('approve', 'countersign', 'checkForm')).toEqual([]);
    expect(sign()).toEqual([]);
    for (const to of ['draft', 'sign', 'issue', 'nowhere'])
      expect(sign(to)).toEqual(['returnToUnknown sign']);
    expect(approve({ returnTo: ['countersign'] })).toEqual(['returnToUnknown approve']);
  });

  test('Q-1: what the first approver refuses goes to the drafter', () => {
    expect(approve({ onRefusal: 'previous' })).toEqual(['refusalBeforeFirst approve']);
    expect(approve({ onRefusal: 'drafter' })).toEqual([]);
    expect(faults('sign', { onRefusal: 'previous' })).toEqual([]);
  });
});

test.each(['vi', 'en'])('Q-1: every fault has its sentence: %s', (locale) => {
  const code = globSync('workflows/rules/chain/*.ts').map((file) => readFileSync(file, 'utf8'));
  const keys = [...code.join('\n').matchAll(/\b(?:fault|warning|say)\('(\w+)'/g)].map(([, key = '']) => key);
  expect(keys.length).toBeGreaterThan(20);
  const known = JSON.parse(readFileSync(`templates/locales/${locale}/chainFaults.json`, 'utf8')) as object;
  expect(keys.filter((key) => !(key in known))).toEqual([]);
});
