import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arrives,
  completes,
  cooperate,
  directs,
  forwards,
  lead,
  presents,
  registers,
  returns,
  withdraws,
} from '../../../builders/deeds.ts';
import { hai, lan, mai, minh, pao, sinh, th, toan, trang, u, vx } from '../../../builders/people.ts';
import { type Deed, nothing, play, type Story } from '../../../builders/story.ts';

/** Two units lead, each with two leads and one who co-operates. */
const start = play(
  nothing,
  arrives(),
  registers(mai),
  presents(toan, hai),
  directs(hai, [lead(vx), lead(th)]),
  forwards(minh, [lead(trang), lead(pao), cooperate(sinh)]),
  forwards(lan, [lead(u), lead(toan), cooperate(mai)]),
);

const outcomes = ['completes', 'returns', 'withdrawn'] as const;

function end(outcome: (typeof outcomes)[number], head: typeof minh, whose: typeof minh): Deed {
  switch (outcome) {
    case 'completes':
      return completes(whose);
    case 'returns':
      return returns(whose, whose);
    case 'withdrawn':
      return withdraws(head, whose);
  }
}

/** Everything but when, and which revision. */
function result({ state }: Story): unknown {
  const rows = state.rows.map(({ receiver, role, state: is, completion, rounds }) => {
    return { name: receiver.name, role, is, completion, rounds };
  });
  return { status: state.status, rows };
}

test('R3, R5, R7: the order in which leads finish never changes the result', () => {
  const whose = [
    { head: minh, one: trang },
    { head: minh, one: pao },
    { head: lan, one: u },
    { head: lan, one: toan },
  ];
  const ends = fc.tuple(...whose.map(() => fc.constantFrom(...outcomes)));
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
  fc.assert(
    fc.property(ends, order, order, (how, first, second) => {
      const deeds = whose.map(({ head, one }, index) => end(how[index] ?? 'completes', head, one));
      const played = (turns: readonly number[]) => play(start, ...turns.flatMap((turn) => deeds[turn] ?? []));
      expect(result(played(first))).toEqual(result(played(second)));
    }),
    { numRuns: 500 },
  );
});
