import { describe, expect, test } from 'vitest';
import {
  changes,
  completes,
  cooperate,
  forwards,
  inform,
  lead,
  returns,
  withdraws,
} from '../../../builders/deeds.ts';
import { hai, lan, minh, pao, someone, th, trang, u, vx } from '../../../builders/people.ts';
import { due, notices, play, refusal, refused, rowOf, rows } from '../../../builders/story.ts';
import { assigned, forwarded, state, wednesday } from './assigned.ts';

const clerkOfVx = someone('dua', 'Giàng Thị Dua', 'Văn thư phòng', vx, 'clerk');

describe('R1: forward', () => {
  test('R1: my row is ĐÃ_CHUYỂN, the new ones take my deadline unless they get their own', () => {
    const story = play(assigned, forwards(minh, [lead(trang), cooperate(pao, wednesday)]));
    expect(state(story, 'Phòng Văn xã')).toBe('forwarded');
    expect(due(story, trang)).toBe('17:00 20/03/2026');
    expect(due(story, pao)).toBe('17:00 18/03/2026');
  });

  test('R1: only for information leaves it in my hands', () => {
    expect(state(play(assigned, forwards(minh, [inform(trang)])), 'Phòng Văn xã')).toBe('pending');
  });

  test('R1: once, and again after it came back', () => {
    expect(refused(forwarded, forwards(minh, [lead(u)]))).toBe('U-5 alreadyHandled');
    const back = play(forwarded, returns(trang), forwards(minh, [lead(pao)]));
    expect(state(back, 'Phòng Văn xã')).toBe('forwarded');
  });

  test('R1: not by others, not nobody, nobody twice, not back to oneself', () => {
    expect(refused(assigned, forwards(trang, [lead(pao)]))).toBe('R1 notRowOwner');
    expect(refused(assigned, forwards(minh, []))).toBe('R1 receiversMissing');
    expect(refused(assigned, forwards(minh, [lead(trang), inform(trang)]))).toBe('R1 receiverTwice');
    expect(refused(assigned, forwards(minh, [lead(vx)]))).toBe('R1 receiverIsHolder');
  });

  test('R1: what I have for information I pass on for information only', () => {
    expect(refused(assigned, forwards(u, [lead(trang)]))).toBe('R1 informOnly');
    expect(state(play(assigned, forwards(u, [inform(trang)])), 'Tẩn Lao U')).toBe('pending');
  });

  test('R1: with co-operators only, it is mine again when they are done', () => {
    const story = play(assigned, forwards(minh, [cooperate(trang), cooperate(pao)]), completes(trang));
    expect(state(story, 'Phòng Văn xã')).toBe('forwarded');
    expect(state(play(story, completes(pao)), 'Phòng Văn xã')).toBe('pending');
    expect(state(play(story, returns(pao)), 'Phòng Văn xã')).toBe('pending');
  });
});

describe('R2: complete', () => {
  test('R2: a unit’s row by its head or its clerk, not by others', () => {
    expect(state(play(assigned, completes(minh)), 'Phòng Văn xã')).toBe('completed');
    expect(state(play(assigned, completes(clerkOfVx)), 'Phòng Văn xã')).toBe('completed');
    expect(refused(assigned, completes(trang))).toBe('R2 notRowOwner');
    expect(refused(assigned, completes(lan, { row: rowOf(assigned.state, vx).id }))).toBe('R2 notRowOwner');
  });

  test('R2: over an open branch it asks first and then ends the branch from above', () => {
    expect(refusal(forwarded, completes(minh))).toMatchObject({
      rule: 'R2',
      key: 'branchOpen',
      confirm: 'confirmOpenBranch',
      data: { count: 2, names: 'Phạm Thu Trang, Giàng A Páo' },
    });
    const story = play(forwarded, completes(minh, { confirmOpenBranch: true }));
    expect(rowOf(story.state, trang)).toMatchObject({ state: 'completed', completion: 'fromAbove' });
    expect(notices(story)).toContain('rowClosed → assignee');
  });

  test('R2: at most 2000 characters', () => {
    expect(refused(assigned, completes(minh, { result: 'x'.repeat(2001) }))).toBe('R2 textTooLong');
  });

  test('R2: the desk is settled, not completed', () => {
    expect(refused(assigned, completes(hai, { row: 0 }))).toBe('R2 settleInstead');
    expect(refused(assigned, completes(minh, { row: 99 }))).toBe('R2 noSuchRow');
  });

  test('U-5: of two who hold the unit’s row the second hears who was first', () => {
    const story = play(assigned, '2026-03-10 09:00', completes(lan));
    const clerkOfTh = someone('vinh', 'Vinh', 'Văn thư', th, 'clerk');
    expect(refusal(story, completes(clerkOfTh))).toMatchObject({
      rule: 'U-5',
      data: { by: 'Hà Thị Lan', at: Date.parse('2026-03-10T09:00+07:00'), state: 'completed' },
    });
    // The same when the first one ended the whole dispatch.
    expect(refusal(play(assigned, completes(minh)), completes(clerkOfVx))).toMatchObject({ rule: 'U-5' });
  });
});

describe('R4: return', () => {
  test('R4: with a reason, from one’s own hands, and not to nobody', () => {
    expect(refused(assigned, returns(minh, vx, 'không'))).toBe('R4 textTooShort');
    expect(refused(assigned, returns(u))).toBe('R4 informCannotReturn');
    expect(refused(assigned, returns(trang, vx))).toBe('R4 notRowOwner');
    expect(refused(forwarded, returns(minh, vx))).toBe('U-5 alreadyHandled');
    expect(refused(assigned, returns(hai, 'desk'))).toBe('R4 noForwarder');
  });

  test('R4: what I had passed on for information ends with it', () => {
    const story = play(assigned, forwards(minh, [inform(trang)]), returns(minh, vx));
    expect(state(story, 'Phạm Thu Trang')).toBe('withdrawn');
  });
});

describe('R7: withdraw', () => {
  test('R7: the row and its branch; as it was my only lead, my row is mine again', () => {
    const story = play(forwarded, withdraws(hai, vx));
    expect(rows(story)).toMatchObject({
      desk: 'pending',
      'Phòng Văn xã': 'withdrawn',
      'Phạm Thu Trang': 'withdrawn',
      'Giàng A Páo': 'withdrawn',
      'Phòng Tổng hợp': 'pending',
    });
    expect(notices(story)).toContain('rowWithdrawn → assignee');
  });

  test('R7: who works with the withdrawn lead keeps their row, and may be made the lead', () => {
    const story = play(forwarded, withdraws(minh, trang));
    expect(rows(story)).toMatchObject({ 'Phòng Văn xã': 'pending', 'Giàng A Páo': 'pending' });
    const handedOn = play(story, changes(minh, pao, { role: 'lead' }));
    expect(state(handedOn, 'Phòng Văn xã')).toBe('forwarded');
    expect(state(play(handedOn, completes(pao)), 'Phòng Văn xã')).toBe('completed');
  });

  test('R7: another lead is there: the work goes on, or ends if that one is done', () => {
    const two = play(assigned, forwards(minh, [lead(trang), lead(pao)]));
    expect(state(play(two, withdraws(minh, pao)), 'Phòng Văn xã')).toBe('forwarded');
    expect(state(play(two, completes(trang), withdraws(minh, pao)), 'Phòng Văn xã')).toBe('completed');
  });

  test('R7: by the forwarder with a reason, not what is finished', () => {
    expect(refused(forwarded, withdraws(lan, trang))).toBe('R7 notAssigner');
    expect(refused(forwarded, withdraws(minh, trang, 'rút'))).toBe('R7 textTooShort');
    expect(refused(play(forwarded, completes(pao)), withdraws(minh, pao))).toBe('U-5 alreadyHandled');
    expect(refused(forwarded, withdraws(hai, 'desk'))).toBe('R7 noSuchRow');
  });
});
