import { describe, expect, test } from 'vitest';
import {
  arrives,
  completes,
  cooperate,
  counted,
  directs,
  forwards,
  inform,
  lead,
  passesOn,
  presents,
  reads,
  refuses,
  registers,
  returns,
  sendsBack,
  settles,
  suspends,
  withdraws,
} from '../../../builders/deeds.ts';
import { envelope, form, incomingChain } from '../../../builders/incoming.ts';
import {
  hai,
  hoa,
  leaders,
  mai,
  minh,
  postOf,
  someone,
  th,
  toan,
  trang,
  vx,
} from '../../../builders/people.ts';
import {
  due,
  limit,
  nothing,
  notices,
  play,
  refusal,
  refused,
  rowOf,
  rows,
  statuses,
} from '../../../builders/story.ts';

const registered = play(nothing, '2026-03-09 08:00', arrives(), registers(mai));
const presented = play(registered, presents(toan, hai));
const invitation = play(nothing, arrives(), registers(mai, form({ type: 'Giấy mời' })));
const assistant = someone('thuky', 'Lý Thị Thư', 'Thư ký', leaders, 'assistant');

describe('I6: present', () => {
  test('I6: the leader has it, the limit for presenting ends and that for directing starts', () => {
    expect(presented.state.status).toBe('presented');
    expect(limit(presented, 'presenting')).toBe('no limit');
    expect(limit(presented, 'directing')).toBe('17:00 10/03/2026');
    expect(notices(presented).at(-1)).toBe('toDirect → Trần Văn Hải');
    expect(statuses(presented)).toEqual(['01', '03']);
  });

  test('I6: clerks too, nobody else, and once', () => {
    expect(play(registered, presents(mai, hai)).state.status).toBe('presented');
    expect(refused(registered, presents(minh, hai))).toBe('I6 notPresenter');
    expect(refusal(presented, presents(mai, hoa))).toMatchObject({
      rule: 'U-5',
      data: { by: 'Nguyễn Đức Toàn' },
    });
    expect(refused(play(nothing, arrives()), presents(toan, hai))).toBe('I6 wrongStatus');
  });
});

describe('I7: direct', () => {
  test('I7: each row is told, 04 goes out, the limit ends', () => {
    const story = play(presented, directs(hai, [lead(vx), cooperate(th), inform(trang)]));
    expect(story.state.status).toBe('assigned');
    expect(rows(story)).toEqual({
      desk: 'forwarded',
      'Phòng Văn xã': 'pending',
      'Phòng Tổng hợp': 'pending',
      'Phạm Thu Trang': 'pending',
    });
    expect(notices(story).slice(-3)).toEqual([
      'assigned → Phòng Văn xã',
      'assigned → Phòng Tổng hợp',
      'assigned → Phạm Thu Trang',
    ]);
    expect(statuses(story)).toEqual(['01', '03', '04']);
    expect(story.state.limits).toEqual({});
    expect(due(story, trang)).toBe('no deadline');
  });

  test('I7: who', () => {
    expect(refused(presented, directs(minh, [lead(vx)]))).toBe('I7 notLeader');
    expect(refused(registered, directs(hai, [lead(vx)]))).toBe('I7 wrongStatus');
    // Any leader of the agency, not only the one it was presented to.
    expect(play(presented, directs(hoa, [lead(vx)])).state.status).toBe('assigned');
  });

  test('I7: an assistant enters the words of a leader who is named', () => {
    expect(refused(presented, directs(toan, [lead(vx)]))).toBe('I7 leaderMissing');
    const story = play(presented, directs(assistant, [lead(vx)], { leader: postOf(hai) }));
    expect(story.events.at(-1)).toMatchObject({
      by: { name: 'Lý Thị Thư' },
      leader: { name: 'Trần Văn Hải' },
    });
  });

  test('I7: whoever it was presented to directs in their own name', () => {
    const elsewhere = play(registered, presents(toan, minh), directs(minh, [lead(trang)]));
    expect(elsewhere.state.status).toBe('assigned');
  });

  test('I7: an opinion, a lead unless all are for information, nobody twice, not oneself', () => {
    expect(refused(presented, directs(hai, [lead(vx)], { opinion: ' ' }))).toBe('I7 textTooShort');
    expect(refused(presented, directs(hai, []))).toBe('I7 receiversMissing');
    expect(refused(presented, directs(hai, [cooperate(vx), inform(th)]))).toBe('I7 leadMissing');
    expect(refused(presented, directs(hai, [lead(vx), cooperate(vx)]))).toBe('I7 receiverTwice');
    expect(refused(presented, directs(hai, [lead(hai)]))).toBe('I7 receiverIsHolder');
  });

  test('I7: only for information leaves it with the leader, who may give it out after all', () => {
    const story = play(presented, directs(hai, [inform(vx), inform(th)]));
    expect(rows(story)['desk']).toBe('pending');
    expect(statuses(story)).toEqual(['01', '03', '04']);
    expect(refused(story, directs(hai, [lead(vx)]))).toBe('I7 receiverHasIt');
    expect(statuses(play(story, directs(hai, [lead(minh)])))).toEqual(['01', '03', '04']);
  });

  test('U-5: of two leaders the second hears who was first', () => {
    const story = play(presented, '2026-03-09 09:00', directs(hai, [lead(vx)]));
    expect(refusal(story, directs(hoa, [lead(th)]))).toMatchObject({
      rule: 'U-5',
      key: 'alreadyHandled',
      data: { by: 'Trần Văn Hải', at: Date.parse('2026-03-09T09:00+07:00') },
    });
  });
});

describe('I7b: pass straight on', () => {
  const story = play(invitation, passesOn(mai, hai, [lead(vx)]));

  test('I7b: the rows and the leader for information, 04', () => {
    expect(story.state.status).toBe('assigned');
    expect(rowOf(story.state, hai)).toMatchObject({ role: 'inform', state: 'pending' });
    expect(statuses(story)).toEqual(['01', '03', '04']);
    expect(notices(story).slice(-2)).toEqual(['assigned → Phòng Văn xã', 'assigned → Trần Văn Hải']);
  });

  test('I7b: only kinds that the chain lists, only by clerks, only with a lead', () => {
    expect(refused(registered, passesOn(mai, hai, [lead(vx)]))).toBe('I7b typeNotPassedOn');
    expect(refused(invitation, passesOn(toan, hai, [lead(vx)]))).toBe('I7b notClerk');
    expect(refused(invitation, passesOn(mai, hai, [inform(vx)]))).toBe('I7b leadMissing');
    expect(refused(play(invitation, presents(mai, hai)), passesOn(mai, hai, [lead(vx)]))).toBe(
      'U-5 alreadyHandled',
    );
  });

  test('T-11: a clerk sets no later date than the agency’s own', () => {
    const late = lead(vx, { kind: 'workingDays', days: 20 });
    expect(refused(invitation, passesOn(mai, hai, [late]))).toBe('T-11 deadlineLater');
  });

  test('I9: the leader hears when it is done', () => {
    expect(notices(play(story, completes(minh))).at(-1)).toBe(
      'completed → clerks, Trần Văn Hải, monitoringUnit',
    );
  });

  test('R5: come back, it can still be presented and directed', () => {
    const back = play(story, returns(minh), presents(toan, hai), directs(hai, [lead(th)]));
    expect(rows(back)).toMatchObject({
      desk: 'forwarded',
      'Phòng Văn xã': 'returned',
      'Phòng Tổng hợp': 'pending',
    });
    expect(statuses(back)).toEqual(['01', '03', '04']);
  });

  test('R5: presented anew it needs no repair any more', () => {
    const repair = play(story, returns(minh), counted('desk', 0));
    expect(repair.state.repairs).toHaveLength(1);
    expect(play(repair, presents(mai, hai)).state.repairs).toEqual([]);
  });
});

describe('I10: settle without work', () => {
  test('I10: ends it with 06, and what went round for information with it', () => {
    const story = play(presented, directs(hai, [inform(vx)]), settles(hai));
    expect(story.state.status).toBe('completed');
    expect(rowOf(story.state, vx).completion).toBe('fromAbove');
    expect(statuses(story)).toEqual(['01', '03', '04', '06']);
    expect(notices(story).at(-1)).toBe('completed → clerks, Trần Văn Hải, monitoringUnit');
  });

  test('I10: not where the sender waits, not while somebody works, not by an assistant', () => {
    const sent = (but: object) => play(nothing, arrives(envelope(but)), registers(mai), presents(toan, hai));
    expect(refused(sent({ dueOn: '2026-03-20' }), settles(hai))).toBe('I10 answerAwaited');
    expect(refused(sent({ steering: 1 }), settles(hai))).toBe('I10 answerAwaited');
    expect(refused(sent({ replyRequired: true }), settles(hai))).toBe('I9 replyMissing');
    expect(refused(presented, settles(toan))).toBe('I10 notLeader');
    const helped = play(presented, directs(hai, [lead(vx), cooperate(th)]), withdraws(hai, vx));
    expect(refused(helped, settles(hai))).toBe('I10 workOpen');
    expect(refused(play(presented, directs(hai, [lead(vx)])), settles(hoa))).toBe('U-5 alreadyHandled');
  });
});

describe('I13: return to the sender after registration', () => {
  test('I13: 02, the number stays, the leader who agreed is told', () => {
    const story = play(presented, sendsBack(mai, hai));
    expect(story.state.status).toBe('refused');
    expect(story.state.registration?.number).toBe(513);
    expect(statuses(story)).toEqual(['01', '03', '02']);
    expect(notices(story).at(-1)).toBe('returnedToSender → Trần Văn Hải');
    expect(story.events.at(-1)).toMatchObject({ consent: { name: 'Trần Văn Hải' } });
  });

  test('I13: only by clerks, with a reason, and not once it was given out or stands still', () => {
    expect(refused(presented, sendsBack(toan, hai))).toBe('I13 notClerk');
    expect(refused(presented, sendsBack(mai, hai, 'sai'))).toBe('I13 textTooShort');
    expect(refused(play(presented, directs(hai, [inform(vx)])), sendsBack(mai, hai))).toBe(
      'I13 alreadyForwarded',
    );
    expect(refused(play(nothing, arrives()), sendsBack(mai, hai))).toBe('I13 wrongStatus');
    const still = play(presented, suspends(hoa, 'desk'));
    expect(refused(still, sendsBack(mai, hai))).toBe('P-3 rowSuspended');
  });

  test('U-5: after the end the first one is named', () => {
    expect(refusal(play(presented, sendsBack(mai, hai)), directs(hai, [lead(vx)]))).toMatchObject({
      rule: 'U-5',
      data: { by: 'Lò Thị Mai' },
    });
    expect(refused(play(presented, settles(hai)), refuses(mai))).toBe('U-5 alreadyHandled');
  });
});

test('I7: rows below read what they got only once they own it', () => {
  const story = play(presented, directs(hai, [lead(vx)]));
  expect(refused(story, reads(trang, vx))).toBe('R8 notRowOwner');
  expect(refused(story, forwards(trang, [lead(minh)]))).toBe('R1 notRowOwner');
  expect(incomingChain.steps.map(({ act }) => act)).toEqual([
    'register',
    'present',
    'direct',
    'forward',
    'settle',
  ]);
});
