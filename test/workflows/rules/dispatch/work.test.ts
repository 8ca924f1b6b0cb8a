import { describe, expect, test } from 'vitest';
import type { DueRule } from '../../../../workflows/rules/working-time/deadline.ts';
import {
  accepts,
  arrives,
  because,
  completes,
  cooperate,
  directs,
  forwards,
  inform,
  lead,
  presents,
  reads,
  registers,
  reopens,
  reply,
  reports,
  returns,
  settles,
  withdraws,
} from '../../../builders/deeds.ts';
import { envelope } from '../../../builders/incoming.ts';
import { hai, lan, mai, minh, th, toan, trang, u, vx } from '../../../builders/people.ts';
import {
  due,
  nothing,
  notices,
  play,
  refusal,
  refused,
  rowOf,
  rows,
  type Story,
  statuses,
} from '../../../builders/story.ts';

function presented(but: object = {}): Story {
  return play(nothing, '2026-03-09 08:00', arrives(envelope(but)), registers(mai), presents(toan, hai));
}

const assigned = play(presented(), directs(hai, [lead(vx), cooperate(th), inform(u)]));
const inFiveDays: DueRule = { kind: 'workingDays', days: 5 };

describe('I8: the first act by a lead row', () => {
  test.each([
    ['accept', accepts(minh)],
    ['forward', forwards(minh, [lead(trang)])],
    ['report progress', reports(minh, 10)],
  ])('I8: %s puts it in progress, with 05', (_act, deed) => {
    const story = play(assigned, deed);
    expect(story.state.status).toBe('inProgress');
    expect(statuses(story)).toEqual(['01', '03', '04', '05']);
  });

  test('I8: reading is no act, nor is what a co-operator does', () => {
    const story = play(
      assigned,
      reads(minh),
      reports(lan, 50),
      forwards(lan, [cooperate(trang)]),
      completes(u),
    );
    expect(story.state.status).toBe('assigned');
    expect(statuses(story)).toEqual(['01', '03', '04']);
  });

  test('I8: the second act is no start any more', () => {
    const story = play(assigned, accepts(minh), reports(minh, 10));
    expect(statuses(story)).toEqual(['01', '03', '04', '05']);
    expect(refused(story, accepts(minh))).toBe('I8 alreadyStarted');
    expect(refused(assigned, accepts(lan))).toBe('I8 leadOnly');
    // With the work still on the leader's desk, it is not the leader who takes it up.
    expect(refused(play(presented(), directs(hai, [inform(vx)])), accepts(hai, 'desk'))).toBe('I8 leadOnly');
  });

  test('N4: progress is 0–100 and falls only with a word on why', () => {
    const story = play(assigned, reports(minh, 60));
    expect(refused(story, reports(minh, 101))).toBe('N4 percentRange');
    expect(refused(story, reports(minh, 59.5))).toBe('N4 percentRange');
    expect(refused(story, reports(minh, 50))).toBe('N4 textTooShort');
    expect(rowOf(play(story, reports(minh, 50, because)).state, vx).percent).toBe(50);
    expect(refused(assigned, reports(u, 50))).toBe('I8 informOnly');
  });
});

describe('I9: all leads done', () => {
  test('I9: clerks, leader and supervisors hear of it; 06', () => {
    const story = play(assigned, completes(minh));
    expect(story.state.status).toBe('completed');
    expect(notices(story).at(-1)).toBe('completed → clerks, Trần Văn Hải, monitoringUnit');
    expect(statuses(story)).toEqual(['01', '03', '04', '05', '06']);
  });

  test('I9: several leads: the last one ends it', () => {
    const story = play(presented(), directs(hai, [lead(vx), lead(th)]), completes(minh));
    expect(story.state.status).toBe('inProgress');
    expect(play(story, completes(lan)).state.status).toBe('completed');
  });

  test('I9: where an answer is asked for, the last one is asked for it', () => {
    const story = play(
      presented({ replyRequired: true }),
      directs(hai, [lead(vx), lead(th)]),
      completes(minh),
    );
    expect(refused(story, completes(lan))).toBe('I9 replyMissing');
    const done = play(story, completes(lan, { reply }));
    expect(done.state.status).toBe('completed');
    expect(done.state.replies).toEqual([reply]);
  });

  test('I9: when the leader withdraws the last one, the leader has it again, to see to the answer', () => {
    const story = play(
      presented({ replyRequired: true }),
      directs(hai, [lead(vx), lead(th)]),
      completes(minh),
      withdraws(hai, th),
    );
    expect(rows(story)).toMatchObject({
      desk: 'pending',
      'Phòng Văn xã': 'completed',
      'Phòng Tổng hợp': 'withdrawn',
    });
    expect(refused(story, settles(hai))).toBe('I9 replyMissing');
    expect(play(story, directs(hai, [lead(trang)]), completes(trang, { reply })).state.status).toBe(
      'completed',
    );
  });
});

describe('I11: reopen', () => {
  const done = play(assigned, '2026-03-16 10:00', completes(minh));

  test('I11: the lead has it again with a new deadline, 05 goes out', () => {
    const story = play(done, reopens(hai, inFiveDays));
    expect(story.state.status).toBe('inProgress');
    expect(rows(story)).toMatchObject({
      desk: 'forwarded',
      'Phòng Văn xã': 'pending',
      'Phòng Tổng hợp': 'completed',
    });
    expect(due(story, vx)).toBe('17:00 23/03/2026');
    expect(due(story, 'desk')).toBe('17:00 23/03/2026');
    expect(statuses(story).slice(-2)).toEqual(['06', '05']);
    expect(notices(story).at(-1)).toBe('reopened → assignee');
    expect(statuses(play(story, completes(minh))).at(-1)).toBe('06');
  });

  test('I11: the lead within five working days, LĐCQ whenever', () => {
    expect(play(done, '2026-03-23 17:30', reopens(minh, inFiveDays)).state.status).toBe('inProgress');
    const late = play(done, '2026-03-24 07:30');
    expect(refused(late, reopens(minh, inFiveDays))).toBe('I11 reopenTooLate');
    expect(play(late, reopens(hai, inFiveDays)).state.status).toBe('inProgress');
  });

  test('I11: with a reason, a date to come, and by nobody else', () => {
    expect(refused(done, reopens(hai, inFiveDays, 'sót'))).toBe('I11 textTooShort');
    expect(refused(done, reopens(hai, { kind: 'byEndOf', date: '2026-03-13' }))).toBe('T-11 deadlinePast');
    expect(refused(done, reopens(lan, inFiveDays))).toBe('I11 notLead');
    expect(refused(assigned, reopens(hai, inFiveDays))).toBe('I11 wrongStatus');
  });

  test('I11: what a leader settled is the leader’s again, whoever had returned it before', () => {
    const settled = play(
      presented(),
      directs(hai, [lead(vx), lead(th)]),
      completes(minh),
      returns(lan),
      settles(hai),
    );
    const story = play(settled, reopens(hai, inFiveDays));
    expect(rows(story)).toEqual({
      desk: 'pending',
      'Phòng Văn xã': 'completed',
      'Phòng Tổng hợp': 'returned',
    });
    expect(refused(settled, reopens(minh, inFiveDays))).toBe('I11 notLead');
    expect(play(story, directs(hai, [lead(minh)])).state.status).toBe('inProgress');
  });

  test('T-11: the lead keeps to the old deadline until it has passed, a leader gives a new one', () => {
    const early = play(assigned, completes(minh));
    const later = { kind: 'byEndOf', date: '2026-03-23' } as const;
    expect(refused(early, reopens(minh, later))).toBe('T-11 deadlineLater');
    expect(refusal(early, reopens(minh, later, undefined, { confirmLater: true }))).not.toHaveProperty(
      'confirm',
    );
    expect(due(play(early, reopens(minh, { kind: 'byEndOf', date: '2026-03-16' })), vx)).toBe(
      '17:00 16/03/2026',
    );
    expect(due(play(early, reopens(hai, later)), vx)).toBe('17:00 23/03/2026');
  });

  test('T-11: a leader confirms a date later than what was kept of the sender’s', () => {
    const dated = play(presented({ dueOn: '2026-03-20' }), directs(hai, [lead(vx)]), completes(minh));
    const whole = { kind: 'byEndOf', date: '2026-03-20' } as const;
    expect(refusal(dated, reopens(hai, whole))).toMatchObject({ rule: 'T-11', confirm: 'confirmLater' });
    expect(due(play(dated, reopens(hai, whole, undefined, { confirmLater: true })), vx)).toBe(
      '17:00 20/03/2026',
    );
  });

  test('X-7: not beyond the sender’s date, unless that has passed', () => {
    const dated = play(presented({ dueOn: '2026-03-20' }), directs(hai, [lead(vx)]), completes(minh));
    expect(refused(dated, reopens(hai, { kind: 'byEndOf', date: '2026-03-23' }))).toBe(
      'X-7 deadlineAboveGiven',
    );
    const past = play(dated, '2026-03-23 08:00', reopens(hai, inFiveDays));
    expect(due(past, vx)).toBe('17:00 30/03/2026');
  });
});
