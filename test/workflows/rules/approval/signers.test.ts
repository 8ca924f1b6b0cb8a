import { describe, expect, test } from 'vitest';
import { bach, deciding, hau, nga, phases, place, play, refused, son } from '../../../builders/outgoing.ts';
import {
  adds,
  approves,
  found,
  reassigns,
  refuses,
  removes,
  sendsBack,
  submitted,
  takesBack,
  transfers,
} from '../../../builders/outgoing-deeds.ts';
import { lan, mai, minh, pao, sinh, toan, u } from '../../../builders/people.ts';

const all = submitted(deciding({ kind: 'all' }), found(lan, minh));

describe('A-2: before', () => {
  const before = play(all, adds(lan, 'before', nga, son));

  test('A-2: whoever added them waits, and nobody acts for them', () => {
    expect(phases(before)).toMatchObject({
      'Hà Thị Lan': 'waiting',
      'Ngô Thúy Nga': 'open',
      'Trần Hữu Sơn': 'open',
    });
    expect(refused(before, approves(lan))).toBe('A-2 othersFirst');
    expect(refused(before, refuses(lan))).toBe('A-2 othersFirst');
    expect(refused(before, sendsBack(lan))).toBe('A-2 othersFirst');
    expect(refused(before, adds(lan, 'before', u))).toBe('A-2 othersFirst');
    expect(refused(before, approves(hau, lan))).toBe('O3 notApprover');
  });

  test('A-2: their turn comes when all of them have acted', () => {
    expect(phases(play(before, approves(son)))['Hà Thị Lan']).toBe('waiting');
    const done = play(before, approves(son), approves(nga));
    expect(phases(done)['Hà Thị Lan']).toBe('open');
    expect(place(play(done, approves(lan), approves(minh)))).toBe('sign');
  });

  test('A-4: a refusal by one of them refuses the step', () => {
    expect(place(play(before, refuses(nga)))).toBe('sentBack');
  });

  test('A-2: they may add signers in turn', () => {
    const deep = play(before, adds(nga, 'before', u), approves(son));
    expect(phases(deep)).toMatchObject({
      'Ngô Thúy Nga': 'waiting',
      'Tẩn Lao U': 'open',
      'Hà Thị Lan': 'waiting',
    });
    expect(place(play(deep, refuses(u)))).toBe('sentBack');
    expect(phases(play(deep, approves(u), approves(nga)))['Hà Thị Lan']).toBe('open');
  });
});

describe('A-2: after', () => {
  const after = play(all, adds(lan, 'after', nga));

  test('A-2: they open when I approve, and I am not done until they are', () => {
    expect(phases(after)).toMatchObject({ 'Hà Thị Lan': 'open', 'Ngô Thúy Nga': 'waiting' });
    expect(refused(after, approves(nga))).toBe('A-2 othersFirst');
    const finishing = play(after, approves(minh), approves(lan));
    expect(phases(finishing)).toMatchObject({ 'Hà Thị Lan': 'finishing', 'Ngô Thúy Nga': 'open' });
    expect(place(finishing)).toBe('decide');
    expect(place(play(finishing, approves(nga)))).toBe('sign');
    expect(place(play(finishing, refuses(nga)))).toBe('sentBack');
  });

  test('A-3: with the last of them removed, an approval that was given counts', () => {
    expect(place(play(after, approves(minh), approves(lan), removes(lan, nga)))).toBe('sign');
  });

  test('A-3: … and one that was not given leaves my task open', () => {
    const without = play(after, removes(lan, nga));
    expect(phases(without)).toMatchObject({ 'Hà Thị Lan': 'open', 'Ngô Thúy Nga': 'removed' });
  });

  test('A-1: I take my approval back until one of them has acted', () => {
    const finishing = play(after, approves(lan));
    expect(phases(play(finishing, takesBack(lan)))).toMatchObject({
      'Hà Thị Lan': 'open',
      'Ngô Thúy Nga': 'waiting',
    });
    const two = play(finishing, adds(nga, 'after', son), approves(nga));
    expect(refused(two, takesBack(lan))).toBe('A-1 nextHasActed');
  });
});

describe('A-2: who may come where', () => {
  test('A-2: before and after on one task are not mixed', () => {
    const done = play(all, adds(lan, 'before', nga), approves(nga));
    expect(refused(done, adds(lan, 'after', son))).toBe('A-2 placesMixed');
    expect(refused(play(all, adds(lan, 'after', nga)), adds(lan, 'before', son))).toBe('A-2 placesMixed');
    expect(phases(play(done, adds(lan, 'parallel', son)))['Trần Hữu Sơn']).toBe('open');
    // On another task they may.
    expect(phases(play(done, adds(minh, 'after', son)))['Trần Hữu Sơn']).toBe('waiting');
  });

  test('A-2: nobody is twice in a step, as whatever post', () => {
    expect(refused(all, adds(lan, 'before', minh))).toBe('A-2 alreadyInStep');
    expect(refused(all, adds(lan, 'after', lan))).toBe('A-2 alreadyInStep');
    expect(refused(all, adds(lan, 'parallel', nga, nga))).toBe('A-2 alreadyInStep');
    expect(refused(all, adds(lan, 'delegated', { ...minh, post: son.post }))).toBe('A-2 alreadyInStep');
    expect(refused(all, transfers(lan, minh))).toBe('A-2 alreadyInStep');
    expect(refused(all, adds(lan, 'before'))).toBe('A-1 signersMissing');
  });

  test('A-2: who was removed or is out of it may come again', () => {
    const back = play(all, adds(lan, 'before', nga), removes(lan, nga), adds(lan, 'after', nga));
    expect(phases(back)['Ngô Thúy Nga']).toBe('waiting');
    expect(phases(play(all, transfers(lan, son), adds(son, 'before', lan)))['Hà Thị Lan']).toBe('open');
  });
});

describe('A-1, A-3: removal', () => {
  const deep = play(all, adds(lan, 'before', nga), adds(nga, 'before', u), adds(u, 'parallel', pao));

  test('A-3: a removed adder takes along whom they added', () => {
    const removed = play(deep, removes(lan, nga));
    expect(phases(removed)).toMatchObject({
      'Hà Thị Lan': 'open',
      'Ngô Thúy Nga': 'removed',
      'Tẩn Lao U': 'removed',
      'Giàng A Páo': 'removed',
    });
  });

  test('A-1: only the adder, or an adder of the adder, removes an added signer', () => {
    expect(refused(deep, removes(minh, u))).toBe('A-1 adderOnly');
    expect(refused(deep, removes(hau, u))).toBe('A-1 adderOnly');
    expect(refused(deep, removes(u, nga))).toBe('A-1 adderOnly');
    expect(phases(play(deep, removes(lan, u)))).toMatchObject({
      'Tẩn Lao U': 'removed',
      'Giàng A Páo': 'removed',
    });
    expect(phases(play(deep, removes(u, pao)))).toMatchObject({
      'Tẩn Lao U': 'open',
      'Giàng A Páo': 'removed',
    });
  });

  test('A-1: the step’s own approvers are removed by an administrator alone', () => {
    expect(refused(all, removes(lan, minh))).toBe('A-1 administratorOnly');
    expect(refused(all, removes(minh, minh))).toBe('A-1 administratorOnly');
    expect(place(play(all, approves(lan), removes(hau, minh)))).toBe('sign');
  });

  test('A-1: nobody is removed after they acted', () => {
    expect(refused(play(all, approves(minh)), removes(hau, minh))).toBe('U-5 alreadyHandled');
  });
});

test('A-1: who was removed along with their adder takes no act back', () => {
  const deep = play(all, adds(lan, 'before', nga), adds(nga, 'parallel', u), approves(u), removes(lan, nga));
  expect(phases(deep)).toMatchObject({ 'Hà Thị Lan': 'open', 'Tẩn Lao U': 'removed' });
  expect(refused(deep, takesBack(u))).toBe('A-1 nothingToWithdraw');
});

describe('A-6: parallel', () => {
  test('A-6: who is added beside an approver counts, beside an added signer does not', () => {
    const beside = play(all, adds(lan, 'parallel', son), approves(lan), approves(minh));
    expect(place(beside)).toBe('decide');
    expect(place(play(beside, approves(son)))).toBe('sign');
    const ratio = submitted(deciding({ kind: 'ratio', percent: 50 }), found(lan, minh));
    const hung = play(ratio, adds(lan, 'before', nga), adds(nga, 'parallel', u));
    expect(phases(hung)).toMatchObject({
      'Hà Thị Lan': 'waiting',
      'Ngô Thúy Nga': 'open',
      'Tẩn Lao U': 'open',
    });
    // One of two, not one of three.
    expect(place(play(hung, approves(minh)))).toBe('sign');
  });
});

describe('A-1: transfer and reassignment', () => {
  const hung = play(all, adds(lan, 'after', nga), transfers(lan, son));

  test('A-1: I am out of it; who hung under me hangs under my heir', () => {
    expect(phases(hung)).toMatchObject({
      'Hà Thị Lan': 'transferred',
      'Trần Hữu Sơn': 'open',
      'Ngô Thúy Nga': 'waiting',
    });
    expect(refused(hung, approves(lan))).toBe('P-3 rowClosed');
    const approved = play(hung, approves(son), approves(minh));
    expect(phases(approved)).toMatchObject({ 'Trần Hữu Sơn': 'finishing', 'Ngô Thúy Nga': 'open' });
    expect(place(play(approved, approves(nga)))).toBe('sign');
  });

  test('A-1: the heir removes whom I added, and I do not any more', () => {
    expect(refused(hung, removes(lan, nga))).toBe('A-1 adderOnly');
    expect(phases(play(hung, removes(son, nga)))['Ngô Thúy Nga']).toBe('removed');
  });

  test('A-1: an administrator or the head above reassigns, also a task that waits', () => {
    const waiting = play(all, adds(lan, 'before', nga));
    const moved = play(waiting, reassigns(hau, lan, son));
    expect(phases(moved)).toMatchObject({ 'Trần Hữu Sơn': 'waiting', 'Ngô Thúy Nga': 'open' });
    expect(phases(play(moved, approves(nga)))['Trần Hữu Sơn']).toBe('open');
    // Bách is a head of Nga's unit, Toàn of another, Mai of none.
    expect(phases(play(waiting, reassigns(bach, nga, u)))['Tẩn Lao U']).toBe('open');
    expect(refused(waiting, reassigns(toan, nga, u))).toBe('A-1 administratorOnly');
    expect(refused(waiting, reassigns(mai, nga, u))).toBe('A-1 administratorOnly');
    // One's own task is transferred.
    expect(refused(all, reassigns(lan, lan, u))).toBe('A-1 administratorOnly');
    expect(refused(play(all, approves(lan)), reassigns(hau, lan, u))).toBe('U-5 alreadyHandled');
  });

  test('A-6: the heir of a parallel approver counts in their place', () => {
    expect(place(play(all, transfers(lan, son), approves(son), approves(minh)))).toBe('sign');
    expect(place(play(all, approves(minh), transfers(lan, son), refuses(son)))).toBe('sentBack');
  });
});

describe('A-1: delegate and return', () => {
  const delegated = play(all, adds(lan, 'delegated', nga));

  test('A-1: I wait for their opinion; completing is mine', () => {
    expect(phases(delegated)).toMatchObject({ 'Hà Thị Lan': 'waiting', 'Ngô Thúy Nga': 'open' });
    expect(phases(play(delegated, approves(nga)))).toMatchObject({
      'Hà Thị Lan': 'open',
      'Ngô Thúy Nga': 'approved',
    });
  });

  test('A-1: against it is an opinion too, and so is that of whom they ask', () => {
    const against = play(delegated, refuses(nga));
    expect(place(against)).toBe('decide');
    expect(place(play(against, approves(lan), approves(minh)))).toBe('sign');
    const deep = play(delegated, adds(nga, 'before', u), refuses(u));
    expect(phases(deep)).toMatchObject({ 'Ngô Thúy Nga': 'open', 'Hà Thị Lan': 'waiting' });
  });

  test('A-1: they send nothing back', () => {
    expect(refused(delegated, sendsBack(nga))).toBe('A-1 opinionOnly');
  });

  test('A-1: I can end it, and delegate and add signers at the same time', () => {
    expect(phases(play(delegated, removes(lan, nga)))['Hà Thị Lan']).toBe('open');
    const both = play(delegated, approves(nga), adds(lan, 'before', sinh));
    expect(phases(both)).toMatchObject({ 'Hà Thị Lan': 'waiting', 'Vàng A Sình': 'open' });
  });

  test('A-1: they take their opinion back until I have acted', () => {
    expect(phases(play(delegated, approves(nga), takesBack(nga)))['Hà Thị Lan']).toBe('waiting');
    expect(refused(play(delegated, approves(nga), approves(lan)), takesBack(nga))).toBe('A-1 nextHasActed');
  });
});
