import { describe, expect, test } from 'vitest';
import type { Chain } from '../../../../workflows/rules/chain/chain.ts';
import { at } from '../../../builders/calendar.ts';
import {
  blank,
  chainOf,
  checking,
  file,
  nga,
  phases,
  place,
  play,
  refusal,
  refused,
  signing,
  step,
  way,
} from '../../../builders/outgoing.ts';
import {
  adds,
  approves,
  authority,
  cancels,
  drafts,
  found,
  letsRevise,
  refuses,
  saves,
  sendsBack,
  signs,
  submits,
  submitted,
  transfers,
} from '../../../builders/outgoing-deeds.ts';
import { hai, hoa, lan, minh, pao, toan, trang } from '../../../builders/people.ts';

const chain = chainOf(step('head'), step('other'), checking);

/** On the signer's desk. */
function atSigner(of: Chain = chain) {
  const approvals = [found(minh), approves(minh), found(lan), approves(lan), found(toan), approves(toan)];
  return submitted(of, ...approvals, found(hoa));
}

describe('O7: signing', () => {
  test('O7: by authority for this type and field, with the file that was approved', () => {
    const signed = play(atSigner(), '2026-08-28 16:40', signs(hoa));
    expect(signed.state).toMatchObject({
      status: 'signed',
      signature: {
        at: at('2026-08-28 16:40'),
        by: { name: 'Lê Thị Hoa' },
        authority: { form: 'KT' },
        hash: 'v1',
      },
    });
    expect(way(signed)).toEqual(['head passed', 'other passed', 'check passed', 'sign passed']);
  });

  test('O7: one changed byte makes it impossible, until it is approved again', () => {
    const changed = signs(hoa, { hash: 'v1-one-byte-changed' });
    expect(refused(atSigner(), changed)).toBe('O7 fileChanged');
    const again = play(
      atSigner(),
      sendsBack(hoa),
      saves(trang, { main: file('v1-one-byte-changed') }),
      submits(trang, chain),
      ...[found(minh), approves(minh), found(lan), approves(lan), found(toan), approves(toan), found(hoa)],
    );
    expect(place(play(again, changed))).toBe('signed');
    expect(refused(again, signs(hoa, { hash: 'v1' }))).toBe('O7 fileChanged');
  });

  test('D-1: without authority it is refused with what is missing', () => {
    expect(refusal(atSigner(), signs(hoa, { records: [] }))).toMatchObject({
      rule: 'D-1',
      key: 'authorityMissing',
      data: { title: 'Phó Chủ tịch', type: 'Công văn', field: 'VX' },
    });
    expect(refused(atSigner(), signs(hoa, { records: [authority(hoa, { fields: ['TC'] })] }))).toBe(
      'D-1 authorityElsewhere',
    );
  });

  test('O7: only the signer, only then', () => {
    expect(refused(atSigner(), (state) => ({ ...signs(hoa)(state), by: hai }) as never)).toBe(
      'O7 notApprover',
    );
    expect(refused(submitted(chain, found(minh)), signs(minh))).toBe('O7 signerOnly');
    expect(refused(play(atSigner(), signs(hoa)), signs(hoa))).toBe('U-5 alreadyHandled');
    expect(refused(play(atSigner(), adds(hoa, 'before', nga)), signs(hoa))).toBe('A-2 othersFirst');
    expect(refused(play(atSigner(), adds(hoa, 'before', nga)), signs(nga))).toBe('O7 signerOnly');
  });

  test('O7: of two signers the first one signs', () => {
    const two = submitted(chainOf(signing), found(hoa, hai));
    const signed = play(two, signs(hai));
    expect(signed.state.visits[0]?.tasks.map(({ state }) => state)).toEqual(['cancelled', 'approved']);
    expect(signed.state.signature?.by).toMatchObject({ name: 'Trần Văn Hải' });
    expect(refusal(signed, signs(hoa))).toMatchObject({
      rule: 'U-5',
      key: 'alreadyHandled',
      data: { by: 'Trần Văn Hải', state: 'approved' },
    });
  });

  test('A-2, A-4: the signer asks others first; beside or after the signer nobody comes', () => {
    expect(refused(atSigner(), adds(hoa, 'after', nga))).toBe('A-1 onlyBeforeSigning');
    expect(refused(atSigner(), adds(hoa, 'parallel', nga))).toBe('A-1 onlyBeforeSigning');
    const asked = play(atSigner(), adds(hoa, 'before', nga));
    expect(place(play(asked, refuses(nga)))).toBe('sentBack');
    expect(place(play(asked, adds(nga, 'after', pao), approves(nga), approves(pao), signs(hoa)))).toBe(
      'signed',
    );
    expect(place(play(atSigner(), adds(hoa, 'delegated', nga), refuses(nga), signs(hoa)))).toBe('signed');
  });

  test('A-1: a signer who is out of it leaves it to another with authority of their own', () => {
    const passed = play(atSigner(), transfers(hoa, hai));
    expect(refused(passed, signs(hai, { records: [authority(hoa)] }))).toBe('D-1 authorityMissing');
    expect(place(play(passed, signs(hai)))).toBe('signed');
    expect(refused(atSigner(), transfers(hoa, trang))).toBe('O7 ownDraft');
  });
});

describe('S26(c): TUQ of the Chánh VP for invitations until 30/06/2026 17:00', () => {
  const invitation = play(
    blank,
    '2026-06-29 08:00',
    drafts(trang, { type: 'Giấy mời' }),
    submits(trang, chainOf(signing)),
    found(toan),
  );
  const records = [authority(toan, { form: 'TUQ', types: ['Giấy mời'], until: at('2026-06-30 17:00') })];

  test('S26(c): at 17:00:00 refused, at 16:59:59 accepted', () => {
    expect(refused(play(invitation, '2026-06-30 17:00:00'), signs(toan, { records }))).toBe(
      'D-2 authorityEnded',
    );
    const signed = play(invitation, '2026-06-30 16:59:59', signs(toan, { records }));
    expect(signed.state.signature?.authority.form).toBe('TUQ');
  });

  test('D-2: refused, it stays with the signer, who may hand it on (D-6)', () => {
    const late = play(invitation, '2026-06-30 17:00:00', transfers(toan, hoa));
    expect(place(play(late, signs(hoa)))).toBe('signed');
  });
});

describe('O6: changing what was approved', () => {
  test('O6: only with the signer’s leave', () => {
    expect(refused(atSigner(), saves(trang, { main: file('v2') }))).toBe('O1 wrongStatus');
    expect(refused(submitted(chain, found(minh)), letsRevise(minh))).toBe('O6 signerOnly');
    expect(refused(play(atSigner(), letsRevise(hoa)), saves(lan, { main: file('v2') }))).toBe(
      'O1 notYourUnit',
    );
  });

  test('O6: it goes to the last approval again, and on from there', () => {
    const revised = play(atSigner(), letsRevise(hoa), saves(trang, { main: file('v2') }));
    expect(way(revised).slice(-2)).toEqual(['sign left', 'other open']);
    expect(revised.state.status).toBe('approving');
    expect(phases(play(revised, found(lan)))).toEqual({ 'Hà Thị Lan': 'open' });
    const again = play(revised, found(lan), approves(lan), found(toan), approves(toan), found(hoa));
    expect(refused(again, signs(hoa, { hash: 'v1' }))).toBe('O7 fileChanged');
    // The leave was for once.
    expect(refused(again, saves(trang, { main: file('v3') }))).toBe('O1 wrongStatus');
    expect(place(play(again, signs(hoa)))).toBe('signed');
  });

  test('O6: a leave that nobody used stands in nobody’s way', () => {
    expect(place(play(atSigner(), letsRevise(hoa), signs(hoa)))).toBe('signed');
    expect(place(play(atSigner(), letsRevise(hoa), cancels(trang)))).toBe('cancelled');
  });

  test('O6: a change that sends it another way lets it begin from the first step', () => {
    const finance = step('finance', { when: [{ fact: 'field', in: ['TC'] }] });
    const conditional = chainOf(finance, step('head'), step('other'), checking);
    const revised = play(atSigner(conditional), letsRevise(hoa), saves(trang, { field: 'TC' }));
    expect(place(revised)).toBe('finance');
  });

  test('O6: one that leads to no signer leaves it with its drafter', () => {
    const letters = { ...signing, when: [{ fact: 'type', in: ['Công văn'] }] } as const;
    const of = chainOf(step('head'), step('other'), checking, letters);
    const revised = play(atSigner(of), letsRevise(hoa), saves(trang, { type: 'Tờ trình' }));
    expect(place(revised)).toBe('drafting');
    expect(refused(revised, submits(trang, of))).toBe('O2 chainWithoutSigner');
    expect(place(play(revised, saves(trang, { type: 'Công văn' }), submits(trang, of)))).toBe('head');
  });

  test('O6: what a draft needs it still needs', () => {
    const free = play(atSigner(), letsRevise(hoa));
    expect(refused(free, saves(trang, { main: undefined }))).toBe('O2 mainFileMissing');
    expect(refused(free, saves(trang, { recipients: [] }))).toBe('O2 recipientsMissing');
  });

  test('O6: without an approval before it, the first step is gone through again', () => {
    const short = submitted(chainOf(checking), found(toan), approves(toan), found(hoa));
    expect(place(play(short, letsRevise(hoa), saves(trang, { main: file('v2') })))).toBe('check');
  });
});
