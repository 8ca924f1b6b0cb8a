import { describe, expect, test } from 'vitest';
import { codeOf } from '../../../../workflows/rules/outgoing/issuing.ts';
import {
  blank,
  chainOf,
  checking,
  clockText,
  file,
  kinds,
  notices,
  phases,
  place,
  play,
  refused,
  signing,
  since,
  step,
  waiting,
} from '../../../builders/outgoing.ts';
import {
  approves,
  asksNumber,
  cancels,
  drafts,
  found,
  issues,
  numbered,
  saves,
  sendsBack,
  signs,
  submits,
  submitted,
  voids,
} from '../../../builders/outgoing-deeds.ts';
import { hai, hoa, mai, minh, sinh, toan, trang } from '../../../builders/people.ts';

const signed = submitted(chainOf(signing), found(hoa), '2026-08-28 16:40', signs(hoa));
const withNumber = play(signed, asksNumber(mai), numbered(2235));

describe('O9: the number', () => {
  test('O9: the clerk asks, the world gives it', () => {
    const asked = play(signed, asksNumber(mai, ' UBND-VX '));
    expect(asked.state.status).toBe('numbering');
    expect(asked.effects).toContainEqual({ kind: 'allocateNumber', series: 'general', year: 2026 });
    expect(play(asked, numbered(2235)).state).toMatchObject({
      status: 'numbered',
      number: { series: 'general', year: 2026, number: 2235, notation: 'UBND-VX' },
    });
  });

  test('O9: once; an answer that comes twice changes nothing', () => {
    expect(refused(play(signed, asksNumber(mai)), asksNumber(sinh))).toBe('O9 wrongStatus');
    expect(kinds(since(withNumber, play(withNumber, numbered(2236))))).toEqual([]);
  });

  test('O9: by the clerk, after it was signed, with a notation', () => {
    expect(refused(signed, asksNumber(toan))).toBe('O9 notClerk');
    expect(refused(submitted(chainOf(signing), found(hoa)), asksNumber(mai))).toBe('O9 wrongStatus');
    expect(refused(signed, asksNumber(mai, ' '))).toBe('O9 fieldMissing');
  });

  test('O9: the year is that of the day in Việt Nam', () => {
    const eve = play(signed, '2026-12-31 23:59', asksNumber(mai));
    const newYear = play(signed, '2027-01-01 00:00', asksNumber(mai));
    expect([eve, newYear].map(({ state }) => state.pendingNumber?.year)).toEqual([2026, 2027]);
  });

  test.each([
    [5, '05/UBND-VX'],
    [10, '10/UBND-VX'],
    [2235, '2235/UBND-VX'],
  ])('O9: under ten with a nought: %i', (number, code) => {
    expect(codeOf({ number, notation: 'UBND-VX' })).toBe(code);
  });
});

describe('O12: voiding it', () => {
  const voided = play(withNumber, voids(mai, hai));

  test('O12: it goes to its signer again, with a number to come', () => {
    expect(place(voided)).toBe('sign');
    expect(voided.state).toMatchObject({
      status: 'awaitingSignature',
      number: undefined,
      signature: undefined,
    });
    expect(voided.events).toContainEqual(
      expect.objectContaining({
        kind: 'numberVoided',
        number: withNumber.state.number,
        consent: expect.objectContaining({ name: 'Trần Văn Hải' }) as unknown,
      }),
    );
    const again = play(voided, found(hoa), signs(hoa), asksNumber(mai), numbered(2236));
    expect(again.state.number?.number).toBe(2236);
  });

  test('O12: by the clerk, before issue only', () => {
    expect(refused(withNumber, voids(minh, hai))).toBe('O12 notClerk');
    expect(refused(signed, voids(mai, hai))).toBe('O12 wrongStatus');
    expect(refused(play(withNumber, issues(mai)), voids(mai, hai))).toBe('P-3 dispatchClosed');
  });

  test('O12: the limits of the law begin anew with the new signature', () => {
    expect(voided.state.limits).toEqual({});
    const again = play(voided, found(hoa), '2026-09-03 10:00', signs(hoa));
    expect(clockText(again.state.limits.issuing?.deadline.due ?? 0)).toBe('17:00 04/09/2026');
  });
});

describe('O11: issue', () => {
  test('O11: by the clerk, once it has its number; then nothing more is awaited', () => {
    expect(refused(signed, issues(mai))).toBe('O11 wrongStatus');
    expect(refused(withNumber, issues(hoa))).toBe('O11 notClerk');
    const issued = play(withNumber, issues(mai));
    expect(place(issued)).toBe('issued');
    expect(issued.state.issuedTo.map(({ name }) => name)).toEqual([
      'Bộ Y tế',
      'Sở Thông tin và Truyền thông',
    ]);
    expect(waiting(issued)).toEqual([]);
    expect(refused(issued, issues(mai))).toBe('P-3 dispatchClosed');
    expect(refused(issued, cancels(trang))).toBe('P-3 dispatchClosed');
  });
});

test('S15: from draft to issue', () => {
  const chain = chainOf(step('head'), checking);
  const handedIn = play(blank, '2026-08-26 08:00', drafts(trang), submits(trang, chain), found(minh));
  const returnedByHead = play(handedIn, '2026-08-26 10:00', sendsBack(minh));
  expect(place(returnedByHead)).toBe('sentBack');

  const atChecker = play(
    returnedByHead,
    saves(trang, { main: file('v2') }),
    submits(trang, chain),
    ...[found(minh), approves(minh), found(toan)],
  );
  const faults = ['thiếu nơi nhận', 'trích yếu sai cỡ chữ'];
  const returnedByChecker = play(atChecker, '2026-08-27 09:00', sendsBack(toan, 'drafter', faults));
  expect(since(atChecker, returnedByChecker).effects).toContainEqual(
    expect.objectContaining({ key: 'sentBack', said: expect.objectContaining({ faults }) as unknown }),
  );

  const atSigner = play(
    returnedByChecker,
    saves(trang, { main: file('v3') }),
    submits(trang, chain),
    ...[found(minh), approves(minh), found(toan), approves(toan), found(hoa)],
  );
  expect(refused(atSigner, signs(hoa, { hash: 'v2' }))).toBe('O7 fileChanged');
  const done = play(atSigner, '2026-08-28 16:40', signs(hoa));
  expect(clockText(done.state.limits.sending?.deadline.due ?? 0)).toBe('11:30 03/09/2026');
  expect(clockText(done.state.limits.issuing?.deadline.due ?? 0)).toBe('17:00 03/09/2026');

  const issued = play(done, '2026-09-03 08:00', asksNumber(mai), numbered(2235), issues(mai));
  expect(codeOf(issued.state.number ?? { number: 0, notation: '' })).toBe('2235/UBND-VX');
  const last = since(done, issued);
  expect(last.effects.filter(({ kind }) => kind === 'handOff')).toHaveLength(2);
  expect(last.effects).toContainEqual({
    kind: 'answer',
    dispatch: 'd1',
    reply: { code: '2235/UBND-VX', issuedOn: '2026-09-03' },
  });
  expect(notices(last)).toEqual(['issued → Phạm Thu Trang']);
  expect(issued.state.versions.map(({ main }) => main)).toEqual(['v1', 'v2', 'v3']);
  expect(phases(issued)).toEqual({ 'Lê Thị Hoa': 'approved' });
});
