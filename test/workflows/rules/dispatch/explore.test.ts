import { expect, test } from 'vitest';
import { explore } from '../../../../bin/bench/explorer.ts';
import { smallCases, smallestCase } from '../../../../bin/bench/small-cases.ts';

const everything = { states: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY };

test('P-2: the smallest office, tried out whole, leads to an end from everywhere', () => {
  const { states, exhausted, stuck } = explore(smallestCase, everything);
  expect(stuck).toEqual([]);
  expect(exhausted).toBe(true);
  expect(states).toBeGreaterThan(5000);
});

test.each(smallCases)('P-2: nobody gets stuck: $name', (of) => {
  const { states, stuck } = explore(of, { ...everything, states: 5000 });
  expect(stuck).toEqual([]);
  expect(states).toBeGreaterThanOrEqual(5000);
});

test('the explorer finds what is stuck: a number that never comes', () => {
  const menu: typeof smallestCase.menu = (state) =>
    smallestCase.menu(state).filter(({ kind }) => kind !== 'numberAllocated' && kind !== 'enterPaper');
  const { stuck } = explore({ ...smallestCase, menu }, everything);
  expect(stuck).toEqual([['register']]);
});
