import { describe, expect, test } from 'vitest';
import type { DueRule } from '../../../../workflows/rules/working-time/deadline.ts';
import {
  arrives,
  claims,
  completes,
  counted,
  directs,
  forwards,
  inform,
  lead,
  presents,
  registers,
  resumes,
  returns,
  suspends,
} from '../../../builders/deeds.ts';
import { hai, lan, mai, minh, th, toan, trang, vx } from '../../../builders/people.ts';
import {
  due,
  limit,
  nothing,
  notices,
  play,
  refused,
  rows,
  type Story,
  wait,
  waiting,
} from '../../../builders/story.ts';

function assigned(at: string, rule: DueRule): Story {
  return play(
    nothing,
    at,
    arrives(),
    registers(mai),
    presents(toan, hai),
    directs(hai, [lead(vx, rule), lead(th, { kind: 'byEndOf', date: '2026-08-20' })]),
  );
}

describe('T-13: a suspended row’s clock stops', () => {
  test('S21: by the day it moves by the closes that passed', () => {
    const story = play(
      assigned('2026-08-03 08:00', { kind: 'byEndOf', date: '2026-08-14' }),
      '2026-08-11 09:00',
      suspends(hai, vx),
      '2026-08-13 15:00',
      resumes(hai, vx),
    );
    expect(due(story, vx)).toBe('17:00 18/08/2026');
  });

  test('S21: in minutes what was left runs on', () => {
    const story = play(
      assigned('2026-08-11 08:00', { kind: 'workingMinutes', minutes: 240 }),
      '2026-08-11 09:00',
      suspends(hai, vx),
      '2026-08-13 15:00',
      resumes(hai, vx),
    );
    expect(due(story, vx)).toBe('08:30 14/08/2026');
  });

  test('T-13: meanwhile nothing reminds or escalates; those concerned are told', () => {
    const story = play(
      assigned('2026-08-03 08:00', { kind: 'byEndOf', date: '2026-08-06' }),
      suspends(hai, vx),
    );
    expect(waiting(wait(story, '2026-08-12 08:00'), (clock) => 'row' in clock && clock.row === 1)).toEqual(
      [],
    );
    expect(notices(story).at(-1)).toBe('rowSuspended → assignee');
    expect(notices(play(story, resumes(hai, vx))).at(-1)).toBe('rowResumed → assignee');
  });

  test('T-13: the leader’s limit stands still with the desk', () => {
    const presented = play(nothing, '2026-08-03 08:00', arrives(), registers(mai), presents(toan, hai));
    expect(limit(presented, 'directing')).toBe('17:00 04/08/2026');
    const still = play(presented, '2026-08-03 09:00', suspends(hai, 'desk'));
    expect(waiting(still)).toEqual([]);
    expect(refused(still, directs(hai, [lead(vx)]))).toBe('P-3 rowSuspended');
    const late = play(
      wait(presented, '2026-08-04 18:00'),
      suspends(hai, 'desk'),
      '2026-08-04 19:00',
      resumes(hai, 'desk'),
    );
    expect(waiting(late, (clock) => 'limit' in clock)[0]).toBe('L2 07:30 06/08/2026');
    const on = play(still, '2026-08-06 09:00', resumes(hai, 'desk'));
    expect(limit(on, 'directing')).toBe('17:00 07/08/2026');
    expect(due(on, 'desk')).toBe('17:00 13/08/2026');
  });
});

describe('T-13: with everything below', () => {
  const start = play(
    assigned('2026-08-03 08:00', { kind: 'workingDays', days: 5 }),
    forwards(minh, [lead(trang), inform(lan)]),
  );

  test('T-13: what one suspension stopped, its resumption sets going', () => {
    const still = play(start, suspends(minh, trang), suspends(hai, vx));
    expect(rows(still)).toMatchObject({ 'Phòng Văn xã': 'suspended', 'Hà Thị Lan': 'suspended' });
    expect(refused(still, resumes(minh, trang))).toBe('P-3 rowSuspended');
    const on = play(still, resumes(hai, vx));
    expect(rows(on)).toMatchObject({
      'Phòng Văn xã': 'forwarded',
      'Phạm Thu Trang': 'suspended',
      'Hà Thị Lan': 'pending',
    });
    expect(rows(play(on, resumes(minh, trang)))['Phạm Thu Trang']).toBe('pending');
  });

  test('T-13: by the assigner, with a reason, once', () => {
    expect(refused(start, suspends(lan, trang))).toBe('T-13 notAssigner');
    expect(refused(start, suspends(minh, trang, 'dừng'))).toBe('T-13 textTooShort');
    expect(refused(play(start, suspends(minh, trang)), suspends(minh, trang))).toBe('P-3 rowSuspended');
    expect(refused(start, resumes(minh, trang))).toBe('T-13 notSuspendedHere');
    expect(refused(play(nothing, arrives()), suspends(hai, 'desk'))).toBe('T-13 noSuchRow');
    expect(refused(play(start, suspends(hai, vx)), claims(trang, vx))).toBe('P-3 rowSuspended');
  });

  test('R2: the work above may be ended over what stands still', () => {
    const story = play(start, suspends(minh, trang), completes(minh, { confirmOpenBranch: true, row: 1 }));
    expect(rows(story)).toMatchObject({ 'Phòng Văn xã': 'completed', 'Phạm Thu Trang': 'completed' });
  });

  test('R5: who can act is counted again when a row that came back goes on', () => {
    const back = play(start, returns(trang), suspends(hai, vx));
    // The first answer comes while it stands still.
    expect(play(back, counted(vx, 0)).events).toEqual(back.events);
    const on = play(back, resumes(hai, vx));
    expect(on.effects).toContainEqual({ kind: 'countAssignees', row: 1 });
    expect(rows(play(on, counted(vx, 0)))).toMatchObject({ 'Phòng Văn xã': 'returned' });
  });
});
