import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Count, decided, type Mode } from '../../../../workflows/rules/approval/mode.ts';

/** `approved/refused/open`. */
function at(text: string): Count {
  const [approved = 0, refused = 0, open = 0] = text.split('/').map(Number);
  return { approved, refused, open };
}

const modes = {
  any: { kind: 'any' },
  all: { kind: 'all' },
  sequential: { kind: 'sequential' },
  ratio60: { kind: 'ratio', percent: 60 },
  vote60: { kind: 'vote', percent: 60 },
} as const satisfies Record<string, Mode>;

describe('§3.1: what the modes make of a count', () => {
  test.each([
    ['any', '0/0/3', undefined],
    ['any', '1/0/2', 'passed'],
    ['any', '0/1/2', 'refused'],
    ['all', '0/0/3', undefined],
    ['all', '2/0/1', undefined],
    ['all', '3/0/0', 'passed'],
    ['all', '2/1/0', 'refused'],
    ['all', '0/1/2', 'refused'],
    ['sequential', '1/0/2', undefined],
    ['sequential', '3/0/0', 'passed'],
    ['sequential', '1/1/1', 'refused'],
    ['ratio60', '1/1/3', undefined],
    ['ratio60', '3/0/2', 'passed'],
    ['ratio60', '3/2/0', 'passed'],
    ['ratio60', '2/2/1', undefined],
    ['ratio60', '2/3/0', 'refused'],
    ['ratio60', '0/3/2', 'refused'],
    // Everyone votes, even when the result can be foreseen.
    ['vote60', '3/0/2', undefined],
    ['vote60', '0/3/2', undefined],
    ['vote60', '3/2/0', 'passed'],
    ['vote60', '2/3/0', 'refused'],
  ] as const)('%s at %s: %s', (mode, count, outcome) => {
    expect(decided(modes[mode], at(count))).toBe(outcome);
  });

  test('§3.1: at the deadline of a vote whoever did not vote has no opinion', () => {
    expect(decided(modes.vote60, at('3/0/2'), true)).toBe('passed');
    expect(decided(modes.vote60, at('2/0/3'), true)).toBe('refused');
  });

  test.each(Object.keys(modes) as (keyof typeof modes)[])(
    'A-7: without approvers nothing is decided: %s',
    (mode) => {
      expect(decided(modes[mode], at('0/0/0'), true)).toBeUndefined();
    },
  );
});

/** So many approvals are needed, counted up from none: the first whose share is not below. */
function needed(percent: number, present: number): number {
  let enough = 0;
  while (BigInt(enough) * 100n < BigInt(percent) * BigInt(present)) enough++;
  return enough;
}

const counts = fc.record({ approved: fc.nat(40), refused: fc.nat(40), open: fc.nat(40) });
const percents = fc.integer({ min: 1, max: 100 });

test('§3.1: the arithmetic of the ratio agrees with counting on fingers', () => {
  fc.assert(
    fc.property(percents, counts, (percent, count) => {
      const present = count.approved + count.refused + count.open;
      fc.pre(present > 0);
      // Every way in which those who have not acted may still act.
      const ends = Array.from({ length: count.open + 1 }, (_, more) => count.approved + more);
      const enough = needed(percent, present);
      const expected =
        count.approved >= enough ? 'passed' : ends.some((end) => end >= enough) ? undefined : 'refused';
      expect(decided({ kind: 'ratio', percent }, count)).toBe(expected);
    }),
    { numRuns: 5000 },
  );
});

test('§3.1: a vote that everyone gave is a ratio; one that is over counts whoever is silent as no approval', () => {
  fc.assert(
    fc.property(percents, counts, (percent, count) => {
      const silent = { ...count, refused: count.refused + count.open, open: 0 };
      const vote = { kind: 'vote', percent } as const;
      expect(decided(vote, silent)).toBe(decided({ kind: 'ratio', percent }, silent));
      expect(decided(vote, count, true)).toBe(decided(vote, silent));
    }),
  );
});

test('§3.1: whatever was decided stays so, however those who are open act', () => {
  fc.assert(
    fc.property(fc.constantFrom('all', 'sequential', 'ratio'), percents, counts, (kind, percent, count) => {
      const mode = kind === 'ratio' ? ({ kind, percent } as const) : ({ kind } as const);
      const outcome = decided(mode, count);
      fc.pre(outcome !== undefined && count.open > 0);
      const open = count.open - 1;
      expect(decided(mode, { ...count, open, approved: count.approved + 1 })).toBe(outcome);
      expect(decided(mode, { ...count, open, refused: count.refused + 1 })).toBe(outcome);
    }),
  );
});
