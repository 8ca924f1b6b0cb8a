import { describe, expect, test } from 'vitest';
import {
  bach,
  chainOf,
  checking,
  file,
  kinds,
  phases,
  place,
  play,
  refused,
  since,
  step,
  way,
} from '../../../builders/outgoing.ts';
import {
  approves,
  found,
  jumps,
  letsRevise,
  refuses,
  saves,
  sendsBack,
  signs,
  submits,
  submitted,
  takesBack,
  transfers,
} from '../../../builders/outgoing-deeds.ts';
import { hau } from '../../../builders/outgoing.ts';
import { hai, hoa, lan, minh, toan, trang } from '../../../builders/people.ts';

const all = { mode: { kind: 'all' } } as const;

describe('O3, O5: on to the next step', () => {
  test('O3, O5: TRÌNH_DUYỆT → KIỂM_TRA_THỂ_THỨC → CHỜ_KÝ', () => {
    const first = submitted(chainOf(step('head'), step('other'), checking), found(minh));
    const statuses = [first];
    for (const move of [
      [approves(minh), found(lan)],
      [approves(lan), found(toan)],
      [approves(toan), found(hoa)],
    ]) {
      statuses.push(play(statuses.at(-1) ?? first, ...move));
    }
    expect(statuses.map(({ state }) => state.status)).toEqual([
      'approving',
      'approving',
      'checkingForm',
      'awaitingSignature',
    ]);
  });

  test('A-11: opinion, person and file of every approval are kept', () => {
    const second = submitted(chainOf(step('head')), found(minh), approves(minh));
    expect(second.state.visits[0]?.tasks[0]?.acted).toMatchObject({
      at: second.now,
      by: { name: 'Đỗ Quang Minh' },
      hash: 'v1',
    });
  });

  test('O3: an opinion has an end', () => {
    const first = submitted(chainOf(step('head')), found(minh));
    const opinion = 'x'.repeat(2001);
    expect(refused(first, (state) => ({ ...approves(minh)(state), opinion }) as never)).toBe(
      'O3 textTooLong',
    );
  });
});

describe('O4: returning', () => {
  const chain = chainOf(step('one'), step('two', all), step('three'), checking);
  const third = submitted(chain, found(minh), approves(minh), found(lan), approves(lan), found(bach));

  test('O4: to the drafter, with reason and marked faults, from any step', () => {
    const back = play(third, sendsBack(bach, 'drafter', ['thiếu nơi nhận']));
    expect(place(back)).toBe('sentBack');
    expect(back.events.at(-1)).toMatchObject({ kind: 'sentBack', to: undefined, faults: ['thiếu nơi nhận'] });
    expect(refused(third, sendsBack(bach, 'drafter', [], 'không'))).toBe('O4 textTooShort');
    expect(place(play(back, submits(trang, chain)))).toBe('one');
  });

  test('O4: to the step before, or one that was passed', () => {
    expect(place(play(third, sendsBack(bach, 'previous')))).toBe('two');
    expect(place(play(third, sendsBack(bach, { step: 'one' })))).toBe('one');
    for (const to of ['three', 'check', 'nowhere']) {
      expect(refused(third, sendsBack(bach, { step: to }))).toBe('O4 stepNotPassed');
    }
  });

  test('O4: the first step returns to the drafter', () => {
    expect(place(play(submitted(chain, found(minh)), sendsBack(minh, 'previous')))).toBe('sentBack');
  });

  test('O4: the chain may say which steps; the drafter and the step before are always possible', () => {
    const narrow = chainOf(step('one'), step('two'), step('three', { returnTo: ['two'] }));
    const at = submitted(narrow, found(minh), approves(minh), found(lan), approves(lan), found(bach));
    expect(refused(at, sendsBack(bach, { step: 'one' }))).toBe('O4 stepNotPassed');
    expect(place(play(at, sendsBack(bach, { step: 'two' })))).toBe('two');
    expect(place(play(at, sendsBack(bach)))).toBe('sentBack');
  });

  test('O4: steps after the one returned to are gone through again', () => {
    const again = play(third, sendsBack(bach, { step: 'one' }), found(minh), approves(minh));
    expect(way(again)).toEqual(['one passed', 'two passed', 'three left', 'one passed', 'two open']);
    // What was passed only before the return lies ahead again.
    expect(refused(play(again, found(lan)), sendsBack(lan, { step: 'three' }))).toBe('O4 stepNotPassed');
  });
});

describe('§3.1: where a refused draft goes', () => {
  const chain = chainOf(step('one'), step('two', { onRefusal: 'previous' }), step('three'));
  const second = submitted(chain, found(minh), approves(minh), found(lan));

  test('§3.1: to its drafter, or to the step before where the chain says so', () => {
    expect(place(play(second, refuses(lan)))).toBe('one');
    expect(place(play(second, approves(lan), found(bach), refuses(bach)))).toBe('sentBack');
    expect(refused(second, refuses(lan, 'không'))).toBe('A-1 textTooShort');
  });

  test('§3.1: with no step before, to its drafter', () => {
    const first = submitted(chainOf(step('one', { onRefusal: 'previous' })), found(minh));
    expect(place(play(first, refuses(minh)))).toBe('sentBack');
  });
});

describe('S17: into and out of a parallel step', () => {
  const chain = chainOf(step('two', all), step('three'));
  const parallel = submitted(chain, found(lan, minh, bach));

  test('A-5: out of it, every task beside is cancelled; into it, all of them are asked anew', () => {
    const back = play(parallel, approves(lan), sendsBack(minh));
    expect(phases(back)).toEqual({
      'Hà Thị Lan': 'approved',
      'Đỗ Quang Minh': 'returned',
      'Lý Văn Bách': 'cancelled',
    });
    expect(place(back)).toBe('sentBack');

    const resubmitted = play(back, submits(trang, chain), found(lan, minh, bach));
    expect(phases(resubmitted)).toEqual({
      'Hà Thị Lan': 'open',
      'Đỗ Quang Minh': 'open',
      'Lý Văn Bách': 'open',
    });

    const passed = play(resubmitted, approves(lan), approves(minh), approves(bach));
    expect(place(passed)).toBe('three');

    const into = play(passed, found(hai), sendsBack(hai, { step: 'two' }), found(lan, minh, bach));
    expect(phases(into)).toEqual({ 'Hà Thị Lan': 'open', 'Đỗ Quang Minh': 'open', 'Lý Văn Bách': 'open' });
    const tasks = into.state.visits.filter((visit) => visit.step === 'two').flatMap((visit) => visit.tasks);
    expect(tasks.map(({ state }) => state)).toEqual([
      ...['approved', 'returned', 'cancelled'],
      ...['approved', 'approved', 'approved'],
      ...['live', 'live', 'live'],
    ]);
  });
});

describe('S18: taking an act back', () => {
  const chain = chainOf(step('one'), step('two', all), checking);
  const second = submitted(chain, found(minh), approves(minh), found(lan, bach));

  test('S18: while the next step is untouched', () => {
    const back = play(second, takesBack(minh));
    expect(place(back)).toBe('one');
    expect(phases(back)).toEqual({ 'Đỗ Quang Minh': 'open' });
    expect(back.state.visits[1]?.tasks.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    // He decides anew, and the next step is opened anew.
    expect(way(play(back, approves(minh)))).toEqual(['one passed', 'two withdrawn', 'two open']);
    expect(place(play(back, sendsBack(minh)))).toBe('sentBack');
  });

  test.each([
    ['an approval', approves(lan)],
    ['a transfer', transfers(lan, hoa)],
    ['a jump', jumps(hau, 'check')],
  ])('S18: not after %s', (_name, deed) => {
    expect(refused(play(second, deed), takesBack(minh))).toBe('A-1 nextHasActed');
  });

  test('S18: also not after the next took theirs back', () => {
    const touched = play(second, approves(lan), takesBack(lan));
    expect(refused(touched, takesBack(minh))).toBe('A-1 nextHasActed');
  });

  test('A-1: an act in a step that is still open', () => {
    expect(phases(play(second, approves(lan), takesBack(lan)))).toEqual({
      'Hà Thị Lan': 'open',
      'Lý Văn Bách': 'open',
    });
    expect(refused(second, takesBack(lan))).toBe('A-1 nothingToWithdraw');
    expect(refused(play(second, approves(lan)), takesBack({ ...minh, post: bach.post }))).toBe(
      'A-1 nothingToWithdraw',
    );
  });

  test('A-1: one of several approvals after which the step passed', () => {
    const passed = play(second, approves(lan), approves(bach), found(toan));
    const back = play(passed, takesBack(lan));
    expect(phases(back)).toEqual({ 'Hà Thị Lan': 'open', 'Lý Văn Bách': 'approved' });
    expect(refused(play(passed, approves(toan)), takesBack(lan))).toBe('A-1 nextHasActed');
  });

  test('A-1: an approval that the step no longer hangs on is not taken back', () => {
    expect(refused(play(second, approves(lan), refuses(bach)), takesBack(lan))).toBe('A-1 stepDecided');
    expect(place(play(second, approves(lan), refuses(bach), takesBack(bach)))).toBe('two');
  });

  test('A-1: a return, until the drafter goes on', () => {
    const back = play(second, approves(lan), sendsBack(bach));
    expect(phases(play(back, takesBack(bach)))).toEqual({ 'Hà Thị Lan': 'approved', 'Lý Văn Bách': 'open' });
    expect(refused(back, takesBack(lan))).toBe('A-1 nextHasActed');
    const edited = play(back, saves(trang, { subject: 'V/v khác' }));
    expect(refused(edited, takesBack(bach))).toBe('A-1 nextHasActed');
    expect(refused(play(back, submits(trang, chain)), takesBack(bach))).toBe('A-1 nextHasActed');
  });

  test('A-1: a return into a step, until somebody acts there', () => {
    const into = play(second, sendsBack(lan, 'previous'), found(minh));
    expect(place(into)).toBe('one');
    const back = play(into, takesBack(lan));
    expect(way(back)).toEqual(['one passed', 'two open', 'one withdrawn']);
    expect(place(play(back, approves(lan), approves(bach)))).toBe('check');
    expect(refused(play(into, approves(minh)), takesBack(lan))).toBe('A-1 nextHasActed');
  });

  test('A-1: not after the signer has given leave to revise, nor what was signed', () => {
    const short = submitted(chainOf(step('one')), found(minh), approves(minh), found(hoa));
    expect(place(play(short, takesBack(minh)))).toBe('one');
    expect(refused(play(short, letsRevise(hoa)), takesBack(minh))).toBe('A-1 nextHasActed');
    expect(refused(play(short, signs(hoa)), takesBack(hoa))).toBe('A-1 wrongStatus');
    const revised = play(short, letsRevise(hoa), saves(trang, { main: file('v2') }));
    expect(refused(revised, takesBack(minh))).toBe('A-1 nextHasActed');
  });

  test('A-1: only one’s own', () => {
    expect(refused(second, (state) => ({ ...takesBack(minh)(state), by: lan }) as never)).toBe(
      'A-1 notApprover',
    );
  });
});

test('O8: the signer refuses by sending back, and signs by signing', () => {
  const atSigner = submitted(chainOf(step('one')), found(minh), approves(minh), found(hoa));
  expect(refused(atSigner, approves(hoa))).toBe('O7 signInstead');
  expect(refused(atSigner, refuses(hoa))).toBe('O8 sendBackInstead');
  expect(place(play(atSigner, sendsBack(hoa)))).toBe('sentBack');
  expect(kinds(since(atSigner, play(atSigner, sendsBack(hoa))))).toEqual(['sentBack']);
});
