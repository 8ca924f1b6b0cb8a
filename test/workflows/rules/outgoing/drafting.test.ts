import { describe, expect, test } from 'vitest';
import type { OutgoingCommandOf } from '../../../../workflows/rules/outgoing/command.ts';
import type { Recipient } from '../../../../workflows/rules/outgoing/content.ts';
import {
  blank,
  chainOf,
  department,
  file,
  kinds,
  ministry,
  phases,
  place,
  play,
  refusal,
  refused,
  since,
  step,
  wait,
  waiting,
  way,
} from '../../../builders/outgoing.ts';
import {
  adds,
  approves,
  cancels,
  copies,
  drafts,
  elsewhere,
  found,
  issues,
  pauses,
  saves,
  sendsBack,
  signs,
  submits,
  submitted,
  takesBack,
  transfers,
  withdrawsSubmission,
} from '../../../builders/outgoing-deeds.ts';
import { incomingChain } from '../../../builders/incoming.ts';
import { agencies, dho, hai, hoa, lan, mai, minh, pao, toan, trang, u } from '../../../builders/people.ts';
import { hau, nga } from '../../../builders/outgoing.ts';

const chain = chainOf(step('head'), step('other', { mode: { kind: 'all' } }));
const draft = play(blank, drafts(trang));

describe('O1: drafting', () => {
  test.each([trang, minh, mai, toan, hoa])('O1: $title drafts', (by) => {
    expect(place(play(blank, drafts(by)))).toBe('drafting');
  });

  test('O1: an administrator by office does not, nor anybody of another agency, and none twice', () => {
    expect(refused(blank, drafts(hau))).toBe('O1 mayNotDraft');
    expect(refused(blank, drafts(dho))).toBe('U-3 notYours');
    expect(refused(draft, drafts(trang))).toBe('O1 wrongStatus');
  });

  test('O1: every save is a version with its file, of the drafter or a colleague of the unit', () => {
    const edited = play(draft, saves(trang, { subject: 'V/v khác' }), saves(pao, { main: file('v2') }));
    expect(
      edited.state.versions.map(({ number, main, by }) => [number, main, 'name' in by && by.name]),
    ).toEqual([
      [1, 'v1', 'Phạm Thu Trang'],
      [2, 'v1', 'Phạm Thu Trang'],
      [3, 'v2', 'Giàng A Páo'],
    ]);
    expect(edited.state.content).toMatchObject({ subject: 'V/v khác', main: { hash: 'v2' } });
    expect(refused(draft, saves(u, { subject: 'V/v khác' }))).toBe('O1 notYourUnit');
  });

  test('O1: what did not change is no version', () => {
    expect(kinds(since(draft, play(draft, saves(trang, {}))))).toEqual([]);
  });

  test('U-5: two editors do not overwrite each other', () => {
    const seen = saves(pao, { subject: 'V/v của Páo' })(draft.state);
    const saved = play(draft, '2026-08-24 09:00', saves(trang, { subject: 'V/v của Trang' }));
    expect(refusal(saved, () => seen)).toMatchObject({
      rule: 'U-5',
      key: 'draftChanged',
      data: { by: 'Phạm Thu Trang', version: 2, at: saved.now },
    });
  });
});

describe('O2: submitting', () => {
  test('O2: opens the first step and pins the chain', () => {
    const handedIn = play(draft, submits(trang, chain));
    expect(place(handedIn)).toBe('head');
    expect(handedIn.state.status).toBe('approving');
    expect(handedIn.state.chain?.version).toBe(1);
  });

  test('O2: by the drafter, and not twice (A-10)', () => {
    expect(refused(draft, submits(pao, chain))).toBe('O2 drafterOnly');
    expect(refused(play(draft, submits(trang, chain)), submits(trang, chain))).toBe('O2 wrongStatus');
    expect(refused(blank, submits(trang, chain))).toBe('O2 wrongStatus');
  });

  test.each([
    [{ main: undefined }, 'mainFileMissing'],
    [{ recipients: [] }, 'recipientsMissing'],
    [{ recipients: [ministry, department, ministry] }, 'recipientTwice'],
    [{ subject: ' ' }, 'fieldMissing'],
    [{ type: '' }, 'fieldMissing'],
    [{ field: '' }, 'fieldMissing'],
    [{ subject: 'x'.repeat(501) }, 'textTooLong'],
  ])('O2: what is missing or twice is named: %o', (but, key) => {
    expect(refused(play(blank, drafts(trang, but)), submits(trang, chain))).toBe(`O2 ${key}`);
  });

  test('O2: a paper recipient is the same by name and address, however they are typed', () => {
    const paper: Recipient = { kind: 'paper', name: 'Ông Lò Văn A', address: 'Bản Nậm Loỏng' };
    const same: Recipient = { ...paper, name: ' ông lò văn a ' };
    const other: Recipient = { ...paper, kind: 'mail' };
    expect(refused(play(blank, drafts(trang, { recipients: [paper, same] })), submits(trang, chain))).toBe(
      'O2 recipientTwice',
    );
    expect(place(play(blank, drafts(trang, { recipients: [paper, other] }), submits(trang, chain)))).toBe(
      'head',
    );
  });

  test('O2: a chain of another direction or agency, or one that leads to no signer, is refused', () => {
    expect(refused(draft, submits(trang, incomingChain))).toBe('O2 wrongChain');
    const foreign = { ...chain, agency: agencies.informationDepartment };
    expect(refused(draft, submits(trang, foreign))).toBe('O2 wrongChain');
    const invitations = [{ fact: 'type', in: ['Giấy mời'] }] as const;
    const noSigner = chainOf(step('head'), step('sign', { act: 'sign', when: invitations }));
    expect(refused(draft, submits(trang, noSigner))).toBe('O2 chainWithoutSigner');
  });

  test('O2: steps whose condition does not hold, or that nobody chose, are not on the way', () => {
    const conditional = chainOf(
      step('finance', { when: [{ fact: 'field', in: ['TC'] }] }),
      step('urgent', { when: [{ fact: 'priority', in: ['3', '4'] }] }),
      step('asked', { optional: true }),
      step('head'),
    );
    expect(place(play(draft, submits(trang, conditional)))).toBe('head');
    expect(place(play(draft, submits(trang, conditional, { steps: ['asked'] })))).toBe('asked');
    expect(place(play(blank, drafts(trang, { priority: 3 }), submits(trang, conditional)))).toBe('urgent');
    expect(place(play(blank, drafts(trang, { field: 'TC' }), submits(trang, conditional)))).toBe('finance');
  });
});

describe('O13: withdrawing the submission (S18)', () => {
  const first = submitted(chain, found(minh));

  test('O13: while nobody has acted at the present step', () => {
    const back = play(first, withdrawsSubmission(trang));
    expect(place(back)).toBe('drafting');
    expect(phases(back)).toEqual({ 'Đỗ Quang Minh': 'cancelled' });
    expect(way(play(back, submits(trang, chain), found(minh)))).toEqual(['head left', 'head open']);
    // Also at a later one, and before anybody was found.
    const second = play(first, approves(minh));
    expect(place(play(second, withdrawsSubmission(trang)))).toBe('drafting');
  });

  test('O13: an approval, a transfer or an added signer is an act; one taken back is none', () => {
    const two = play(first, approves(minh), found(lan, toan));
    expect(refused(play(two, approves(lan)), withdrawsSubmission(trang))).toBe('O13 nextHasActed');
    expect(refused(play(first, transfers(minh, lan)), withdrawsSubmission(trang))).toBe('O13 nextHasActed');
    expect(refused(play(first, adds(minh, 'before', nga)), withdrawsSubmission(trang))).toBe(
      'O13 nextHasActed',
    );
    expect(place(play(two, approves(lan), takesBack(lan), withdrawsSubmission(trang)))).toBe('drafting');
  });

  test('O13: by the drafter, and not from the desk of the checker or signer', () => {
    expect(refused(first, withdrawsSubmission(pao))).toBe('O13 drafterOnly');
    const atSigner = submitted(chainOf(step('head')), found(minh), approves(minh), found(hai));
    expect(refused(atSigner, withdrawsSubmission(trang))).toBe('O13 wrongStatus');
    expect(refused(draft, withdrawsSubmission(trang))).toBe('O13 wrongStatus');
  });
});

describe('O14: cancelling', () => {
  const first = submitted(chain, found(minh));
  const atSigner = submitted(chainOf(step('head')), found(minh), approves(minh), found(hoa));

  test.each([
    ['drafting', draft],
    ['approving', first],
    ['sentBack', play(first, sendsBack(minh))],
    ['awaitingSignature', atSigner],
    ['paused', play(first, pauses(hau))],
  ])('O14: by the drafter or the head of the unit, at any time before it is signed: %s', (_name, at) => {
    for (const by of [trang, minh]) expect(place(play(at, cancels(by)))).toBe('cancelled');
    for (const by of [pao, lan, mai]) expect(refused(at, cancels(by))).toBe('O14 cancellerOnly');
    expect(refused(at, cancels(trang, 'không'))).toBe('O14 textTooShort');
  });

  test('O14: not after, and afterwards nothing goes on (P-3)', () => {
    expect(refused(play(atSigner, signs(hoa)), cancels(trang))).toBe('O14 wrongStatus');
    const over = play(first, cancels(trang));
    expect(phases(over)).toEqual({ 'Đỗ Quang Minh': 'cancelled' });
    for (const deed of [approves(minh), submits(trang, chain), cancels(trang), issues(mai)]) {
      expect(refused(over, deed)).toBe('P-3 dispatchClosed');
    }
    expect(waiting(over)).toEqual([]);
  });
});

describe('A-1: cc', () => {
  test('A-1: whoever takes part lets others know, each once', () => {
    const first = submitted(chain, found(minh));
    const told = play(first, copies(trang, u, lan), copies(minh, lan));
    expect(told.state.copied.map(({ name }) => name)).toEqual(['Tẩn Lao U', 'Hà Thị Lan']);
    expect(kinds(since(first, told))).toEqual(['copiedTo']);
    expect(refused(first, copies(lan, u))).toBe('A-1 notTakingPart');
    expect(refused(first, copies(trang))).toBe('A-1 signersMissing');
  });
});

describe('flows 3: a draft that lies untouched', () => {
  test('flows 3: reminds its drafter after ten working days, then every week, until somebody goes on', () => {
    // Off: 31/08, 01/09, 02/09.
    expect(waiting(draft)).toEqual(['draftIdle 07:30 11/09/2026']);
    const once = wait(draft, '2026-09-11 07:30');
    expect(kinds(since(draft, once))).toEqual(['draftReminded']);
    expect(waiting(once)).toEqual(['draftIdle 07:30 18/09/2026']);
    const edited = play(once, '2026-09-14 10:00', saves(trang, { subject: 'V/v khác' }));
    expect(waiting(edited)).toEqual(['draftIdle 07:30 29/09/2026']);
    expect(waiting(submitted(chain)).some((one) => one.startsWith('draftIdle'))).toBe(false);
  });
});

test('U-3: somebody of another agency does nothing, as whatever post', () => {
  const first = submitted(chain, found(minh));
  const stranger = elsewhere(minh, '000.00.12.H35');
  expect(refused(first, approves(stranger))).toBe('U-3 notYours');
});

test('a guard that asks for a task finds none where the number is wrong', () => {
  const command: OutgoingCommandOf<'approve'> = { kind: 'approve', task: 99, opinion: '', by: minh };
  expect(refused(submitted(chain, found(minh)), () => command)).toBe('A-1 noSuchTask');
});
