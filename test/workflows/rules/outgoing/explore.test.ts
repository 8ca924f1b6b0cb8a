import { expect, test } from 'vitest';
import { explore } from '../../../../bin/bench/explorer.ts';
import { smallDrafts } from '../../../../bin/bench/small-drafts.ts';

const everything = { states: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY };
const small = smallDrafts.filter(({ name }) => name.startsWith('2'));
const larger = smallDrafts.filter((one) => !small.includes(one));

test.each(small)('P-2, A-5: tried out whole, everything leads to issue: $name', (of) => {
  const { states, exhausted, stuck } = explore(of, everything);
  expect(stuck).toEqual([]);
  expect(exhausted).toBe(true);
  expect(states).toBeGreaterThan(3000);
});

test.each(larger)('P-2, A-5: nobody gets stuck: $name', (of) => {
  const { states, stuck } = explore(of, { ...everything, states: 2000 });
  expect(stuck).toEqual([]);
  expect(states).toBeGreaterThanOrEqual(2000);
});

test('the explorer finds what is stuck: an administrator who names nobody', () => {
  const [of] = small;
  if (!of) throw new Error('there is no case');
  const menu: typeof of.menu = (state) =>
    of.menu(state).filter(({ kind }) => !['appoint', 'jump', 'withdrawSubmission'].includes(kind));
  const { stuck } = explore({ ...of, menu }, everything);
  expect(stuck).toContainEqual(['submit', 'approversFound']);
});
