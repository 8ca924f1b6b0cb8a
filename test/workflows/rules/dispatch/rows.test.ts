import { describe, expect, test } from 'vitest';
import {
  accepts,
  arrives,
  changes,
  claims,
  completes,
  directs,
  forwards,
  inform,
  lead,
  presents,
  reads,
  registers,
  releases,
  reports,
  resumes,
  returns,
  suspends,
  withdraws,
} from '../../../builders/deeds.ts';
import { envelope } from '../../../builders/incoming.ts';
import { hai, hoa, lan, mai, minh, pao, th, toan, trang, u, vx } from '../../../builders/people.ts';
import { due, nothing, notices, play, refusal, refused, rowOf, rows } from '../../../builders/story.ts';
import { assigned, forwarded, presented, state, friday, wednesday } from './assigned.ts';

describe('R8: read', () => {
  test('R8: sets the time, ends a row for information', () => {
    const story = play(assigned, '2026-03-10 08:00', reads(u), reads(minh));
    expect(rowOf(story.state, u)).toMatchObject({ state: 'completed', completion: 'read' });
    expect(rowOf(story.state, vx)).toMatchObject({ state: 'pending', readAt: story.now });
    expect(play(story, '2026-03-11 08:00', reads(minh)).events).toEqual(story.events);
  });

  test('R8: all read closes the forwarder’s row only if they asked for that', () => {
    const all = [inform(trang), inform(pao)];
    const asked = play(assigned, forwards(minh, all, { closeWhenRead: true }), reads(trang));
    expect(state(asked, 'Phòng Văn xã')).toBe('pending');
    expect(rowOf(play(asked, reads(pao)).state, vx).completion).toBe('read');
    expect(state(play(assigned, forwards(minh, all), reads(trang), reads(pao)), 'Phòng Văn xã')).toBe(
      'pending',
    );
  });

  test('R8: not where somebody was to work, nor where an answer is owed', () => {
    const mixed = forwards(minh, [lead(trang), inform(pao)], { closeWhenRead: true });
    const without = play(assigned, mixed, withdraws(minh, trang), reads(pao));
    expect(state(without, 'Phòng Văn xã')).toBe('pending');
    const owed = play(
      nothing,
      arrives(envelope({ replyRequired: true })),
      registers(mai),
      presents(toan, hai),
      directs(hai, [lead(vx)]),
      forwards(minh, [inform(pao)], { closeWhenRead: true }),
      reads(pao),
    );
    expect(state(owed, 'Phòng Văn xã')).toBe('pending');
  });

  test('R8: completing it or withdrawing the rest is as good, in whatever order', () => {
    const asked = play(assigned, forwards(minh, [inform(trang), inform(pao)], { closeWhenRead: true }));
    for (const other of [completes(pao), withdraws(minh, pao)]) {
      expect(state(play(asked, reads(trang), other), 'Phòng Văn xã')).toBe('completed');
      expect(state(play(asked, other, reads(trang)), 'Phòng Văn xã')).toBe('completed');
    }
  });

  test('R8: read while it stood still, a row for information ends when read again', () => {
    const still = play(assigned, suspends(hai, u), reads(u));
    expect(state(still, 'Tẩn Lao U')).toBe('suspended');
    const on = play(still, '2026-03-10 08:00', resumes(hai, u), reads(u));
    expect(rowOf(on.state, u)).toMatchObject({ state: 'completed', readAt: still.now });
  });
});

describe('R9: change role or deadline', () => {
  test('R9: the holder is told of old and new, and later rows below are cut', () => {
    const story = play(forwarded, changes(hai, vx, { due: wednesday }));
    expect(due(story, vx)).toBe('17:00 18/03/2026');
    expect(due(story, trang)).toBe('17:00 18/03/2026');
    expect(story.events.filter(({ kind }) => kind === 'rowChanged')).toHaveLength(3);
    expect(notices(story).filter((one) => one.startsWith('rowChanged'))).toHaveLength(3);
  });

  test('R9: what is earlier below stays, whether the new date is earlier or later', () => {
    const early = play(assigned, forwards(minh, [lead(trang, { kind: 'byEndOf', date: '2026-03-17' })]));
    expect(due(play(early, changes(hai, vx, { due: wednesday })), trang)).toBe('17:00 17/03/2026');
    const later = { due: { kind: 'byEndOf', date: '2026-03-25' }, confirmLater: true } as const;
    expect(due(play(early, changes(hai, vx, later)), trang)).toBe('17:00 17/03/2026');
  });

  test('R9: a change of role alone cuts nothing', () => {
    const later = [lead(trang, { kind: 'byEndOf', date: '2026-03-25' })];
    const story = play(
      presented,
      directs(hai, [lead(hoa, friday), lead(th, friday)]),
      forwards(hoa, later, { confirmLater: true }),
      changes(hai, hoa, { role: 'cooperate' }),
    );
    expect(due(story, trang)).toBe('17:00 25/03/2026');
  });

  test('R9: by the assigner, not on finished rows, not the only lead away, not nothing', () => {
    expect(refused(forwarded, changes(lan, trang, { role: 'inform' }))).toBe('R9 notAssigner');
    expect(refused(forwarded, changes(minh, trang, { role: 'cooperate' }))).toBe('R9 onlyLead');
    expect(refused(forwarded, changes(minh, pao, {}))).toBe('R9 nothingChanged');
    expect(refused(play(forwarded, completes(pao)), changes(minh, pao, { role: 'lead' }))).toBe(
      'U-5 alreadyHandled',
    );
    const deep = play(assigned, forwards(lan, [lead(trang)]));
    expect(refused(deep, changes(hai, th, { role: 'inform' }))).toBe('R9 alreadyForwarded');
    const read = play(assigned, forwards(u, [inform(trang)]));
    expect(refused(read, changes(u, trang, { role: 'lead' }))).toBe('R1 informOnly');
  });

  test('R9: from lead to co-operator the other leads decide', () => {
    const two = play(assigned, forwards(minh, [lead(trang), lead(pao)]), completes(trang));
    const story = play(two, changes(minh, pao, { role: 'cooperate' }));
    expect(rows(story)).toMatchObject({ 'Phòng Văn xã': 'completed', 'Giàng A Páo': 'completed' });
  });

  test('R9: from information to lead my row is ĐÃ_CHUYỂN, and the lead gets my deadline', () => {
    const story = play(assigned, forwards(minh, [inform(trang)]), changes(minh, trang, { role: 'lead' }));
    expect(state(story, 'Phòng Văn xã')).toBe('forwarded');
    expect(due(story, trang)).toBe('17:00 20/03/2026');
    expect(state(play(story, completes(trang)), 'Phòng Văn xã')).toBe('completed');
  });
});

describe('R10: claim and release', () => {
  const claimed = play(assigned, claims(trang, vx));

  test('R10: one of the unit claims it and works on it as its owner', () => {
    expect(rowOf(claimed.state, vx).claimedBy?.name).toBe('Phạm Thu Trang');
    expect(state(play(claimed, completes(trang)), 'Phòng Văn xã')).toBe('completed');
    // Its head may still act.
    expect(state(play(claimed, completes(minh)), 'Phòng Văn xã')).toBe('completed');
  });

  test('R10: one at a time, and only members', () => {
    expect(refusal(claimed, claims(pao, vx))).toMatchObject({
      key: 'alreadyClaimed',
      data: { by: 'Phạm Thu Trang' },
    });
    expect(refused(assigned, claims(u, vx))).toBe('R10 notYourUnit');
    expect(refused(forwarded, claims(pao, vx))).toBe('U-5 alreadyHandled');
  });

  test('R10: released it is the unit’s again', () => {
    expect(refused(claimed, releases(pao, vx))).toBe('R10 claimedByOther');
    expect(refused(assigned, releases(minh, vx))).toBe('R10 notClaimed');
    for (const by of [trang, minh]) {
      expect(play(claimed, releases(by, vx), claims(pao, vx)).state.rows[1]?.claimedBy?.name).toBe(
        'Giàng A Páo',
      );
    }
  });
});

test('P-3: nothing moves on a row that stands still', () => {
  const still = play(forwarded, suspends(hai, vx));
  const deeds = [
    completes(trang),
    returns(trang),
    forwards(trang, [lead(u)]),
    reports(trang, 5),
    withdraws(minh, trang),
  ];
  expect(deeds.map((deed) => refused(still, deed))).toEqual(Array(5).fill('P-3 rowSuspended'));
  expect(refused(still, changes(hai, vx, { role: 'inform' }))).toBe('P-3 rowSuspended');
  expect(refused(still, accepts(minh))).toBe('I8 alreadyStarted');
});
