import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mode } from '../../../../workflows/rules/approval/mode.ts';
import { decide } from '../../../../workflows/rules/outgoing/decide.ts';
import { isRefusal } from '../../../../workflows/rules/dispatch/refusal.ts';
import { bach, deciding, type Draft, place, play, son, wait } from '../../../builders/outgoing.ts';
import { approves, found, refuses, submitted } from '../../../builders/outgoing-deeds.ts';
import { lan, minh } from '../../../builders/people.ts';

const people = [lan, minh, bach, son];
const modes: readonly Mode[] = [
  { kind: 'all' },
  ...[1, 25, 34, 50, 60, 75, 100].flatMap((percent): Mode[] => [
    { kind: 'ratio', percent },
    { kind: 'vote', percent },
  ]),
];

type Votes = readonly ('approves' | 'refuses' | 'silent')[];

/** Everybody does as they mean to, in this order; who comes after the step is decided comes too late. */
function voted(mode: Mode, votes: Votes, order: readonly number[]): Draft {
  const start = submitted(deciding(mode), found(...people));
  const acted = order.reduce((tale, turn) => {
    const [who, vote] = [people[turn], votes[turn]];
    if (!who || !vote || vote === 'silent') return tale;
    const deed = vote === 'approves' ? approves(who) : refuses(who);
    return isRefusal(decide(tale.state, deed(tale.state), tale.now)) ? tale : play(tale, deed);
  }, start);
  return wait(acted, '2026-08-25 17:00');
}

test('§3.1: the order of independent approvals and refusals never changes the result', () => {
  const votes = fc.array(fc.constantFrom('approves', 'refuses', 'silent' as const), {
    minLength: 4,
    maxLength: 4,
  });
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...modes), votes, order, order, (mode, how, first, second) => {
      expect(place(voted(mode, how, first))).toBe(place(voted(mode, how, second)));
    }),
    { numRuns: 1000 },
  );
});

test('§3.1: of any who may decide, the first does', () => {
  const any: Mode = { kind: 'any' };
  const votes: Votes = ['approves', 'refuses', 'silent', 'silent'];
  expect(place(voted(any, votes, [0, 1, 2, 3]))).toBe('sign');
  expect(place(voted(any, votes, [1, 0, 2, 3]))).toBe('sentBack');
});
