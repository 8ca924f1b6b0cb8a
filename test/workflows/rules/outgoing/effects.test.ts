import { describe, expect, test } from 'vitest';
import { effects } from '../../../../workflows/rules/outgoing/effects.ts';
import { evolve } from '../../../../workflows/rules/outgoing/evolve.ts';
import type { UnitId } from '../../../../workflows/rules/ids.ts';
import {
  bach,
  blank,
  chainOf,
  checking,
  type Draft,
  type DraftMove,
  hau,
  nga,
  notices,
  play,
  since,
  son,
  step,
} from '../../../builders/outgoing.ts';
import {
  adds,
  approves,
  asksNumber,
  cancels,
  copies,
  drafts,
  found,
  issues,
  jumps,
  letsRevise,
  numbered,
  pauses,
  reassigns,
  refuses,
  removes,
  resumes,
  sendsBack,
  signs,
  submits,
  submitted,
  takesBack,
  transfers,
  voids,
  withdrawsSubmission,
} from '../../../builders/outgoing-deeds.ts';
import { hai, hoa, lan, mai, minh, postOf, toan, trang, u, vx } from '../../../builders/people.ts';

/** Who is told of what comes next. */
function told(before: Draft, ...moves: readonly DraftMove[]): readonly string[] {
  return notices(since(before, play(before, ...moves)));
}

const all = { mode: { kind: 'all' } } as const;
const chain = chainOf(step('one', all), step('two'), checking);
const handedIn = submitted(chain);
const first = play(handedIn, found(minh, lan));
const second = play(first, approves(minh), approves(lan), found(bach));
const atSigner = play(second, approves(bach), found(toan), approves(toan), found(hoa));

describe('flows 3: the world is asked', () => {
  test('A-7, Q-5: who approves, by the rule of the step and the units of the drafter', () => {
    const above = `${vx.unit}-above` as UnitId;
    const drafter = { ...postOf(trang), above: [above] };
    const draft = play(
      blank,
      (state) => ({ ...drafts(trang)(state), drafter }) as never,
      submits(trang, chain),
    );
    expect(draft.effects).toContainEqual({
      kind: 'findApprovers',
      visit: 0,
      rule: { kind: 'headOfUnit' },
      units: [vx.unit, above],
    });
    expect(since(first, second).effects).toContainEqual(
      expect.objectContaining({ kind: 'findApprovers', visit: 1 }),
    );
  });

  test('O9, O11: for a number, and to hand on to each recipient and to what it answers', () => {
    const done = play(atSigner, signs(hoa), asksNumber(mai), numbered(7), issues(mai));
    expect(since(atSigner, done).effects.filter(({ kind }) => kind !== 'notify')).toEqual([
      { kind: 'allocateNumber', series: 'general', year: 2026 },
      { kind: 'handOff', recipient: expect.objectContaining({ name: 'Bộ Y tế' }) as unknown },
      {
        kind: 'handOff',
        recipient: expect.objectContaining({ name: 'Sở Thông tin và Truyền thông' }) as unknown,
      },
      { kind: 'answer', dispatch: 'd1', reply: { code: '07/UBND-VX', issuedOn: '2026-08-24' } },
    ]);
  });
});

describe('flows 3: O2–O8 tell whoever acts next, and the drafter', () => {
  test('O2: the approvers, once they are found', () => {
    expect(notices(handedIn)).toEqual([]);
    expect(told(handedIn, found(minh, lan))).toEqual(['toApprove → Đỗ Quang Minh', 'toApprove → Hà Thị Lan']);
    expect(told(handedIn, found())).toEqual(['approversMissing → administrator']);
  });

  test('O3, O5: the drafter that a step was passed, the next that it is theirs', () => {
    expect(told(first, approves(minh))).toEqual([]);
    expect(told(first, approves(minh), approves(lan), found(bach))).toEqual([
      'stepPassed → Phạm Thu Trang',
      'toApprove → Lý Văn Bách',
    ]);
    expect(told(second, approves(bach), found(toan))).toContain('toCheckForm → Nguyễn Đức Toàn');
    expect(notices(atSigner).at(-1)).toBe('toSign → Lê Thị Hoa');
  });

  test('§3.1: in order, each in turn; only those who are asked', () => {
    const inOrder = chainOf(step('one', { mode: { kind: 'sequential' } }));
    const row = submitted(inOrder);
    expect(told(row, found(minh, lan))).toEqual(['toApprove → Đỗ Quang Minh']);
    expect(told(play(row, found(minh, lan)), approves(minh))).toEqual(['toApprove → Hà Thị Lan']);
    expect(told(play(row, found(minh, lan)), refuses(minh))).toEqual(['stepRefused → Phạm Thu Trang']);
    const once = submitted(chainOf(step('one'), step('two', { repeat: 'once', ...all })), found(minh));
    expect(told(play(once, approves(minh)), found(minh, lan))).toEqual(['toApprove → Hà Thị Lan']);
  });

  test('O4, O8: the drafter, with the reason and the marked faults', () => {
    const returned = since(second, play(second, sendsBack(bach, 'drafter', ['sai cỡ chữ'])));
    expect(returned.effects).toMatchObject([
      {
        key: 'sentBack',
        to: [{ name: 'Phạm Thu Trang' }],
        said: { reason: 'không thuộc lĩnh vực được phân công', faults: ['sai cỡ chữ'] },
      },
    ]);
    expect(told(second, sendsBack(bach, 'previous'), found(minh))).toEqual([
      'sentBack → Phạm Thu Trang',
      'toApprove → Đỗ Quang Minh',
    ]);
  });

  test('§3.1: refused: the drafter, with every reason there was', () => {
    const ratio = submitted(chainOf(step('one', { mode: { kind: 'ratio', percent: 60 } })), found(minh, lan));
    const over = play(ratio, refuses(minh, 'chưa đủ căn cứ pháp lý'));
    expect(since(ratio, over).effects).toMatchObject([
      { key: 'stepRefused', said: { reason: 'chưa đủ căn cứ pháp lý' } },
    ]);
  });

  test('O6, O7, O12, O11', () => {
    expect(told(atSigner, letsRevise(hoa))).toEqual(['revisionAllowed → Phạm Thu Trang']);
    expect(told(atSigner, signs(hoa))).toEqual(['signed → Phạm Thu Trang', 'toNumber → clerks']);
    const withNumber = play(atSigner, signs(hoa), asksNumber(mai), numbered());
    expect(told(withNumber, voids(mai, hai), found(hoa))).toEqual([
      'numberVoided → Phạm Thu Trang, Trần Văn Hải',
      'toSign → Lê Thị Hoa',
    ]);
    expect(told(withNumber, issues(mai))).toEqual(['issued → Phạm Thu Trang']);
  });

  test('O13, O14: whoever was about to act; of a cancelled draft everybody who had to do with it', () => {
    expect(told(second, withdrawsSubmission(trang))).toEqual(['submissionWithdrawn → Lý Văn Bách']);
    expect(told(play(second, copies(trang, u)), cancels(trang))).toEqual([
      'draftCancelled → Phạm Thu Trang, Tẩn Lao U, Đỗ Quang Minh, Hà Thị Lan, Lý Văn Bách',
    ]);
  });
});

describe('A-1: who is told of the acts of approvers', () => {
  test('A-1, A-2: signers in their turn, and the adder when it is theirs again', () => {
    expect(told(first, adds(minh, 'before', nga, son))).toEqual([
      'toApprove → Ngô Thúy Nga',
      'toApprove → Trần Hữu Sơn',
    ]);
    const asked = play(first, adds(minh, 'before', nga, son));
    expect(told(asked, approves(nga))).toEqual([]);
    expect(told(asked, approves(nga), refuses(son))).toEqual(['stepRefused → Phạm Thu Trang']);
    expect(told(asked, approves(nga), approves(son))).toEqual(['toApprove → Đỗ Quang Minh']);
    expect(told(first, adds(minh, 'after', nga))).toEqual([]);
    expect(told(play(first, adds(minh, 'after', nga)), approves(minh))).toEqual(['toApprove → Ngô Thúy Nga']);
    expect(told(play(first, adds(minh, 'delegated', nga)), refuses(nga))).toEqual([
      'toApprove → Đỗ Quang Minh',
    ]);
  });

  test('A-1: whose is taken away, and whose it is instead', () => {
    expect(told(first, transfers(minh, son))).toEqual(['toApprove → Trần Hữu Sơn']);
    expect(told(first, reassigns(hau, minh, son))).toEqual([
      'toApprove → Trần Hữu Sơn',
      'reassigned → Đỗ Quang Minh',
    ]);
    const asked = play(first, adds(minh, 'before', nga));
    expect(told(asked, removes(minh, nga))).toEqual([
      'toApprove → Đỗ Quang Minh',
      'signerRemoved → Ngô Thúy Nga',
    ]);
    expect(told(asked, transfers(nga, son))).toEqual(['toApprove → Trần Hữu Sơn']);
    // Minh waits for Nga, and so does whoever has his task.
    expect(told(asked, reassigns(hau, minh, son))).toEqual(['reassigned → Đỗ Quang Minh']);
  });

  test('A-1: an act taken back: the drafter, and those whom it had called', () => {
    expect(told(second, takesBack(lan))).toEqual([
      'actWithdrawn → Phạm Thu Trang',
      'actWithdrawn → Lý Văn Bách',
    ]);
    expect(told(play(first, approves(minh)), takesBack(minh))).toEqual(['actWithdrawn → Phạm Thu Trang']);
  });

  test('A-1: cc, pause, resume, jump', () => {
    expect(told(first, copies(minh, u))).toEqual(['copiedTo → Tẩn Lao U']);
    expect(told(first, pauses(hau), resumes(hau))).toEqual([
      'draftPaused → Phạm Thu Trang, Đỗ Quang Minh, Hà Thị Lan',
      'draftResumed → Phạm Thu Trang, Đỗ Quang Minh, Hà Thị Lan',
    ]);
    expect(told(first, jumps(hau, 'two'), found(bach))).toEqual([
      'jumped → Phạm Thu Trang',
      'toApprove → Lý Văn Bách',
    ]);
  });
});

test('core: the effects of an event depend on it and the state alone, so that their keys are stable', () => {
  const tale = play(atSigner, signs(hoa), asksNumber(mai), numbered(), issues(mai));
  const keys = () => {
    let state = blank.state;
    return tale.events.flatMap((event) => {
      state = evolve(state, event);
      return effects(event, state).map((effect, index) => [`${event.revision}.${index}`, effect] as const);
    });
  };
  expect(keys()).toEqual(keys());
  expect(new Set(keys().map(([key]) => key)).size).toBe(tale.effects.length);
  expect(tale.events.map(({ revision }) => revision)).toEqual(tale.events.map((_event, index) => index + 1));
});
