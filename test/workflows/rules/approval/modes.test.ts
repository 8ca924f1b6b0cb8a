import { describe, expect, test } from 'vitest';
import { bach, deciding, phases, place, play, refused, way, wait } from '../../../builders/outgoing.ts';
import {
  adds,
  approves,
  found,
  refuses,
  removes,
  submitted,
  takesBack,
} from '../../../builders/outgoing-deeds.ts';
import { hau, nga, son } from '../../../builders/outgoing.ts';
import { lan, minh, pao } from '../../../builders/people.ts';

describe('§3.1 one, any', () => {
  const one = submitted(deciding({ kind: 'any' }), found(minh));
  const any = submitted(deciding({ kind: 'any' }), found(lan, minh, bach));

  test('§3.1: one approves or refuses', () => {
    expect(place(play(one, approves(minh)))).toBe('sign');
    expect(place(play(one, refuses(minh)))).toBe('sentBack');
  });

  test('§3.1: the first approval passes, the others are cancelled', () => {
    const passed = play(any, approves(minh));
    expect(way(passed)).toEqual(['decide passed', 'sign open']);
    expect(passed.state.visits[0]?.tasks.map(({ state }) => state)).toEqual([
      'cancelled',
      'approved',
      'cancelled',
    ]);
  });

  test('§3.1: the first refusal refuses, and whoever comes second is told who was first (U-5)', () => {
    const over = play(any, refuses(lan));
    expect(place(over)).toBe('sentBack');
    const passed = play(any, approves(lan));
    expect(refused(passed, approves(minh))).toBe('U-5 alreadyHandled');
  });
});

describe('§3.1 all', () => {
  const all = submitted(deciding({ kind: 'all' }), found(lan, minh, bach));

  test('§3.1: the last approval passes', () => {
    const two = play(all, approves(bach), approves(lan));
    expect(phases(two)).toEqual({
      'Hà Thị Lan': 'approved',
      'Đỗ Quang Minh': 'open',
      'Lý Văn Bách': 'approved',
    });
    expect(place(play(two, approves(minh)))).toBe('sign');
  });

  test('§3.1: the first refusal ends the step; earlier approvals stay in history', () => {
    const over = play(all, approves(bach), refuses(lan));
    expect(phases(over)).toEqual({
      'Hà Thị Lan': 'refused',
      'Đỗ Quang Minh': 'cancelled',
      'Lý Văn Bách': 'approved',
    });
    expect(place(over)).toBe('sentBack');
  });
});

describe('§3.1 sequential', () => {
  const row = submitted(deciding({ kind: 'sequential' }), found(lan, minh, bach));

  test('§3.1: each in order', () => {
    expect(phases(row)).toEqual({
      'Hà Thị Lan': 'open',
      'Đỗ Quang Minh': 'waiting',
      'Lý Văn Bách': 'waiting',
    });
    expect(refused(row, approves(minh))).toBe('A-2 othersFirst');
    const second = play(row, approves(lan));
    expect(phases(second)).toEqual({
      'Hà Thị Lan': 'approved',
      'Đỗ Quang Minh': 'open',
      'Lý Văn Bách': 'waiting',
    });
    expect(place(play(second, approves(minh), approves(bach)))).toBe('sign');
    expect(place(play(second, refuses(minh)))).toBe('sentBack');
  });

  test('A-6: who is added parallel acts in the same turn, and the next wait for both', () => {
    const two = play(row, adds(lan, 'parallel', nga), approves(lan));
    expect(phases(two)).toEqual({
      'Hà Thị Lan': 'approved',
      'Đỗ Quang Minh': 'waiting',
      'Lý Văn Bách': 'waiting',
      'Ngô Thúy Nga': 'open',
    });
    expect(phases(play(two, approves(nga)))['Đỗ Quang Minh']).toBe('open');
  });

  test('A-1: one whose turn is over takes it back only while the next has not acted', () => {
    const second = play(row, approves(lan));
    expect(phases(play(second, takesBack(lan)))).toEqual(phases(row));
    expect(refused(play(second, approves(minh)), takesBack(lan))).toBe('A-1 nextHasActed');
  });
});

describe('§3.1 ratio', () => {
  const half = submitted(deciding({ kind: 'ratio', percent: 50 }), found(lan, minh, bach, son));

  test('§3.1: passes as soon as the share is reached, refuses as soon as it cannot be', () => {
    expect(place(play(half, approves(lan), refuses(minh), approves(bach)))).toBe('sign');
    expect(place(play(half, refuses(lan), refuses(minh)))).toBe('decide');
    expect(place(play(half, refuses(lan), refuses(minh), approves(son), refuses(bach)))).toBe('sentBack');
  });

  test('A-6: who is added parallel or removed changes the share at once', () => {
    const one = play(half, approves(lan));
    // 1 of 2.
    expect(place(play(one, removes(hau, minh), removes(hau, bach)))).toBe('sign');
    // 2 of 5 are not half.
    const five = play(one, adds(minh, 'parallel', nga), approves(minh));
    expect(place(five)).toBe('decide');
    expect(place(play(five, approves(nga)))).toBe('sign');
  });

  test('A-7: with the last of them removed the step waits for the administrator', () => {
    const nobody = play(half, removes(hau, lan), removes(hau, minh), removes(hau, bach), removes(hau, son));
    expect(place(nobody)).toBe('decide');
    expect(nobody.events.at(-1)).toMatchObject({ kind: 'repairNeeded', visit: 0 });
  });
});

describe('§3.1 vote', () => {
  const vote = submitted(deciding({ kind: 'vote', percent: 60 }), found(lan, minh, bach, son));

  test('§3.1: everyone votes, also when the result is clear', () => {
    const clear = play(vote, approves(lan), approves(minh), approves(bach));
    expect(place(clear)).toBe('decide');
    expect(place(play(clear, refuses(son)))).toBe('sign');
  });

  test('§3.1: at the deadline whoever did not vote has no opinion', () => {
    const three = play(vote, approves(lan), approves(minh), approves(bach));
    expect(place(wait(three, '2026-08-25 16:59'))).toBe('decide');
    const over = wait(three, '2026-08-25 17:00');
    expect(place(over)).toBe('sign');
    expect(over.events).toContainEqual(expect.objectContaining({ kind: 'stepPassed', over: true }));
    expect(place(wait(play(vote, approves(lan), approves(minh)), '2026-08-25 17:00'))).toBe('sentBack');
  });

  test('A-1: a vote is taken back until the deadline, not after', () => {
    const lost = play(vote, approves(lan), refuses(minh), refuses(bach), refuses(son));
    expect(place(lost)).toBe('sentBack');
    expect(place(play(lost, takesBack(minh), approves(minh)))).toBe('sentBack');
    expect(refused(play(lost, '2026-08-25 17:00'), takesBack(minh))).toBe('A-1 stepDecided');
  });

  test('A-7: a vote with nobody left to vote does not end by itself', () => {
    const nobody = play(vote, removes(hau, lan), removes(hau, minh), removes(hau, bach), removes(hau, son));
    const later = wait(nobody, '2026-09-30 08:00');
    expect(place(later)).toBe('decide');
    expect(place(play(nobody, '2026-08-24 09:00'))).toBe('decide');
  });

  test('A-4: nobody who was only asked for help votes', () => {
    const helped = play(vote, adds(lan, 'delegated', pao), approves(pao), approves(lan));
    expect(phases(helped)['Giàng A Páo']).toBe('approved');
    expect(place(play(helped, approves(minh), refuses(bach), refuses(son)))).toBe('sentBack');
  });
});
