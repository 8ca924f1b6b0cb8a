import { describe, expect, test } from 'vitest';
import type { Step } from '../../../../workflows/rules/chain/chain.ts';
import {
  bach,
  blank,
  chainOf,
  checking,
  hau,
  kinds,
  phases,
  place,
  play,
  refused,
  signing,
  since,
  step,
  way,
} from '../../../builders/outgoing.ts';
import {
  appoints,
  approves,
  authority,
  cancels,
  drafts,
  type Findable,
  found,
  refuses,
  sendsBack,
  signs,
  submits,
  submitted,
  takesBack,
  transfers,
} from '../../../builders/outgoing-deeds.ts';
import { hai, hoa, lan, mai, minh, toan, trang } from '../../../builders/people.ts';

const all = { mode: { kind: 'all' } } as const;

describe('A-7: nobody found', () => {
  const nobody = submitted(chainOf(step('head', all), step('other')), found());

  test('A-7: the step waits for an administrator, who names somebody', () => {
    expect(nobody.events.at(-1)).toMatchObject({ kind: 'repairNeeded', visit: 0 });
    expect(place(nobody)).toBe('head');
    expect(refused(nobody, appoints(mai, lan))).toBe('A-7 administratorOnly');
    expect(refused(nobody, appoints(hau))).toBe('A-7 signersMissing');
    expect(refused(nobody, appoints(hau, lan, lan))).toBe('A-2 alreadyInStep');
    const repaired = play(nobody, appoints(hau, lan, minh));
    expect(phases(repaired)).toEqual({ 'Hà Thị Lan': 'open', 'Đỗ Quang Minh': 'open' });
    expect(place(play(repaired, approves(lan), approves(minh)))).toBe('other');
  });

  test('A-7: only where nobody is', () => {
    expect(refused(submitted(chainOf(step('head'))), appoints(hau, lan))).toBe('A-7 stepHasApprovers');
    expect(refused(submitted(chainOf(step('head')), found(minh)), appoints(hau, lan))).toBe(
      'A-7 stepHasApprovers',
    );
    expect(refused(play(blank, drafts(trang)), appoints(hau, lan))).toBe('A-7 stepHasApprovers');
    expect(refused(play(nobody, appoints(hau, lan)), appoints(hau, minh))).toBe('A-7 stepHasApprovers');
  });

  test('A-7: an answer that comes twice, or for a step that is over, changes nothing', () => {
    const first = submitted(chainOf(step('head'), step('other')), found(minh));
    expect(kinds(since(first, play(first, found(lan))))).toEqual([]);
    const late = found(lan)(submitted(chainOf(step('head'))).state);
    const second = play(first, approves(minh));
    expect(
      kinds(
        since(
          second,
          play(second, () => late),
        ),
      ),
    ).toEqual([]);
  });

  test('A-7: one who holds a post twice over is asked once', () => {
    expect(phases(submitted(chainOf(step('head', all)), found(minh, lan, minh)))).toEqual({
      'Đỗ Quang Minh': 'open',
      'Hà Thị Lan': 'open',
    });
  });
});

describe('§3.1: the starter picks', () => {
  const chain = chainOf(step('pick', { mode: { kind: 'sequential' } }));
  const draft = play(blank, drafts(trang));
  const picked = (...posts: readonly (typeof minh)[]) =>
    play(draft, submits(trang, chain, { people: { pick: posts.map(({ post }) => post) } }));

  test('§3.1: among those found, in the order of the drafter', () => {
    expect(phases(play(picked(bach, minh), found(minh, lan, bach)))).toEqual({
      'Lý Văn Bách': 'open',
      'Đỗ Quang Minh': 'waiting',
    });
  });

  test('A-7: whom the drafter picked has left: nobody is found', () => {
    expect(kinds(play(picked(bach), found(minh, lan))).at(-1)).toBe('repairNeeded');
  });
});

/** Đỗ Quang Minh drafts, and the world finds these for the step. */
function minhsOwn(of: Step, ...people: readonly Findable[]) {
  return play(blank, drafts(minh), submits(minh, chainOf(of, step('next'))), found(...people));
}

describe('A-7: the approver is the drafter', () => {
  test('A-7: self: they approve like anybody, where nothing else is said too', () => {
    expect(phases(minhsOwn(step('head', { ifDrafter: 'self' }), minh))).toEqual({ 'Đỗ Quang Minh': 'open' });
    expect(phases(minhsOwn(step('head'), minh, lan))).toHaveProperty('Đỗ Quang Minh');
  });

  test('A-7: skip: without them, and without the step if it was for them alone', () => {
    const skip = step('head', { ifDrafter: 'skip', ...all });
    expect(phases(minhsOwn(skip, minh, lan))).toEqual({ 'Hà Thị Lan': 'open' });
    const skipped = minhsOwn(skip, minh);
    expect(way(skipped)).toEqual(['head skipped', 'next open']);
    // Nobody at all is another matter.
    expect(kinds(minhsOwn(skip)).at(-1)).toBe('repairNeeded');
    // A step that was skipped was not passed.
    expect(refused(play(skipped, found(lan)), sendsBack(lan, { step: 'head' }))).toBe('O4 stepNotPassed');
    expect(place(play(skipped, found(lan), sendsBack(lan, 'previous')))).toBe('sentBack');
  });

  test('A-7: head: whoever stands above them, and once', () => {
    const head = step('head', { ifDrafter: 'head', ...all });
    expect(phases(minhsOwn(head, [minh, toan], lan))).toEqual({
      'Nguyễn Đức Toàn': 'open',
      'Hà Thị Lan': 'open',
    });
    expect(phases(minhsOwn(head, [minh, lan], [lan, toan]))).toEqual({ 'Hà Thị Lan': 'open' });
    expect(kinds(minhsOwn(head, minh)).at(-1)).toBe('repairNeeded');
  });

  test.each(['self', 'skip', undefined] as const)(
    'O5: nobody checks the form of their own draft: %s',
    (ifDrafter) => {
      const check = { ...checking, ...(ifDrafter && { ifDrafter }) };
      const only = play(blank, drafts(toan), submits(toan, chainOf(check)), found(toan));
      expect(kinds(only).at(-1)).toBe('repairNeeded');
      expect(refused(only, appoints(hau, toan))).toBe('O5 ownDraft');
      expect(phases(play(only, appoints(hau, lan)))).toEqual({ 'Hà Thị Lan': 'open' });
      const two = play(blank, drafts(toan), submits(toan, chainOf(check)), found(toan, lan));
      expect(phases(two)).toEqual({ 'Hà Thị Lan': 'open' });
      expect(refused(two, transfers(lan, toan))).toBe('O5 ownDraft');
    },
  );

  test('O7: nobody signs their own draft while there is another', () => {
    const two = play(blank, drafts(hoa), submits(hoa, chainOf(signing)), found(hoa, hai));
    expect(phases(two)).toEqual({ 'Trần Văn Hải': 'open' });
    expect(refused(two, transfers(hai, hoa))).toBe('O7 ownDraft');
    const above = { ...signing, ifDrafter: 'head' } as const;
    const toHead = play(blank, drafts(hoa), submits(hoa, chainOf(above)), found([hoa, hai]));
    expect(phases(toHead)).toEqual({ 'Trần Văn Hải': 'open' });
  });

  test('O7: a head who is alone does; a deputy who is alone does not', () => {
    const alone = play(blank, drafts(hai), submits(hai, chainOf(signing)), found(hai));
    expect(place(play(alone, signs(hai, { records: [authority(hai, { form: 'head' })] })))).toBe('signed');
    expect(refused(alone, signs(hai))).toBe('O7 ownDraft');
    expect(place(play(alone, cancels(hai)))).toBe('cancelled');
  });
});

describe('A-7: the same person in later steps', () => {
  const chain = (repeat?: Step['repeat']) =>
    chainOf(step('one'), step('two'), step('three', { ...(repeat && { repeat }), ...all }), step('four'));
  /** Minh approves one, Lan two; then both are found for three. */
  const third = (repeat?: Step['repeat']) =>
    submitted(chain(repeat), found(minh), approves(minh), found(lan), approves(lan), found(minh, lan));

  test('A-7: asked again, where nothing is said too', () => {
    for (const repeat of ['ask', undefined] as const) {
      expect(phases(third(repeat))).toEqual({ 'Đỗ Quang Minh': 'open', 'Hà Thị Lan': 'open' });
    }
  });

  test('A-7: once: who approved before counts from there', () => {
    expect(way(third('once'))).toEqual(['one passed', 'two passed', 'three passed', 'four open']);
    expect(third('once').state.visits[2]?.tasks.map(({ acted }) => acted?.earlier)).toEqual([true, true]);
  });

  test('A-7: consecutive: only who approved just before', () => {
    const at = third('consecutive');
    expect(phases(at)).toEqual({ 'Đỗ Quang Minh': 'open', 'Hà Thị Lan': 'approved' });
    // What counts from before is nobody's act here: Lan takes hers back where she gave it.
    expect(
      place(
        play(at, (state) => ({ kind: 'withdrawAct', task: state.visits[1]?.tasks[0]?.id ?? -1, by: lan })),
      ),
    ).toBe('two');
    expect(refused(at, takesBack(lan))).toBe('A-1 nothingToWithdraw');
    expect(place(play(at, approves(minh)))).toBe('four');
  });

  test('A-5: after a return everybody is asked anew', () => {
    const fourth = play(third('once'), found(bach));
    const into = play(fourth, sendsBack(bach, { step: 'three' }), found(minh, lan));
    expect(phases(into)).toEqual({ 'Đỗ Quang Minh': 'open', 'Hà Thị Lan': 'open' });
    const refusedOnce = play(fourth, refuses(bach), submits(trang, chain('once')));
    expect(place(refusedOnce)).toBe('one');
    expect(phases(play(refusedOnce, found(minh)))).toEqual({ 'Đỗ Quang Minh': 'open' });
  });

  test('A-1: an approval that was taken back and given again counts once more', () => {
    const second = submitted(chain('once'), found(minh), approves(minh), found(lan));
    const again = play(second, takesBack(minh), approves(minh), found(lan), approves(lan), found(minh, lan));
    expect(place(again)).toBe('four');
    // Given by another, it does not count for him.
    const other = play(
      second,
      takesBack(minh),
      transfers(minh, bach),
      approves(bach),
      found(lan),
      approves(lan),
    );
    expect(phases(play(other, found(minh, lan)))).toEqual({
      'Đỗ Quang Minh': 'open',
      'Hà Thị Lan': 'approved',
    });
  });

  test('A-7: for signing everybody is asked, whatever the chain says', () => {
    const once = chainOf(step('one'), { ...signing, repeat: 'once' });
    expect(phases(submitted(once, found(hoa), approves(hoa), found(hoa)))).toEqual({ 'Lê Thị Hoa': 'open' });
  });
});
