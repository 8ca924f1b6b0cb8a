import { describe, expect, test } from 'vitest';
import {
  completes,
  cooperate,
  counted,
  directs,
  forwards,
  inform,
  lead,
  presents,
  registers,
  returns,
} from '../../../builders/deeds.ts';
import { arrives } from '../../../builders/deeds.ts';
import { hai, lan, mai, minh, pao, th, toan, trang, u, vx } from '../../../builders/people.ts';
import { due, nothing, notices, play, refused, rowOf, rows, statuses } from '../../../builders/story.ts';

/** S13: directed to Phòng VX (lead) and Phòng TH (co-operating), forwarded to Trang, Páo and U. */
const start = play(
  nothing,
  arrives(),
  registers(mai),
  presents(toan, hai),
  directs(hai, [
    lead(vx, { kind: 'byEndOf', date: '2026-03-20' }),
    cooperate(th, { kind: 'byEndOf', date: '2026-03-18' }),
  ]),
  '2026-03-10 08:00',
  forwards(minh, [lead(trang), lead(pao), cooperate(u)]),
);

describe('S13: rows climb', () => {
  const one = play(start, '2026-03-16 09:00', completes(trang));
  const both = play(one, '2026-03-17 10:00', completes(pao));

  test('R3: one lead done, another open: the row above waits', () => {
    expect(due(start, vx)).toBe('17:00 20/03/2026');
    expect(due(start, th)).toBe('17:00 18/03/2026');
    expect(rows(one)).toMatchObject({ 'Phòng Văn xã': 'forwarded', 'Giàng A Páo': 'pending' });
  });

  test('R3: with the last lead everything above and beside it ends, and the dispatch with it', () => {
    expect(both.state.status).toBe('completed');
    expect(both.state.completedAt).toBe(Date.parse('2026-03-17T10:00+07:00'));
    expect(new Set(Object.values(rows(both)))).toEqual(new Set(['completed']));
    expect(rowOf(both.state, vx).completion).toBe('climbed');
    expect(rowOf(both.state, u).completion).toBe('withLead');
    expect(rowOf(both.state, th).completion).toBe('withLead');
  });

  test('flows 11: each code once', () => {
    expect(statuses(both)).toEqual(['01', '03', '04', '05', '06']);
  });

  test('P-3: nothing can be completed afterwards', () => {
    expect(refused(both, completes(u))).toBe('P-3 dispatchClosed');
    expect(refused(both, completes(lan))).toBe('P-3 dispatchClosed');
  });
});

describe('S14: rows come back', () => {
  const one = play(start, '2026-03-16 09:00', returns(pao));
  const both = play(one, '2026-03-16 10:00', returns(trang));

  test('R5: a lead returns while another is open: the row above waits', () => {
    expect(rows(one)).toMatchObject({ 'Phòng Văn xã': 'forwarded', 'Giàng A Páo': 'returned' });
  });

  test('R5: the last one too: the row above came back, the others are withdrawn, the deadline stays', () => {
    expect(rows(both)).toMatchObject({
      desk: 'forwarded',
      'Phòng Văn xã': 'cameBack',
      'Phạm Thu Trang': 'returned',
      'Tẩn Lao U': 'withdrawn',
      'Phòng Tổng hợp': 'pending',
    });
    expect(due(both, vx)).toBe('17:00 20/03/2026');
    expect(both.effects).toContainEqual({ kind: 'countAssignees', row: rowOf(both.state, vx).id });
  });

  test('R5: finished work is kept, and one return outweighs a completion whichever came last', () => {
    const returnedLast = play(start, completes(trang), returns(pao));
    const completedLast = play(start, returns(pao), completes(trang));
    const expected = { 'Phòng Văn xã': 'cameBack', 'Phạm Thu Trang': 'completed', 'Tẩn Lao U': 'withdrawn' };
    expect(rows(returnedLast)).toMatchObject(expected);
    expect(rows(completedLast)).toEqual(rows(returnedLast));
  });

  test('R6: a co-operator returns only their own row, and the forwarder hears of it', () => {
    const story = play(start, returns(u));
    expect(rows(story)).toEqual({ ...rows(start), 'Tẩn Lao U': 'returned' });
    expect(notices(story).at(-1)).toBe('rowReturned → assigner');
  });

  test('R4: what was sent for information has no way back', () => {
    const story = play(start, completes(trang), returns(pao), forwards(minh, [inform(u)]));
    expect(refused(story, returns(u))).toBe('R4 informCannotReturn');
  });

  test('R5: with nobody in the unit it bounces to the leader, and at the top to the administrator', () => {
    const bounced = play(both, counted(vx, 0));
    expect(rows(bounced)).toMatchObject({
      desk: 'cameBack',
      'Phòng Văn xã': 'returned',
      'Phòng Tổng hợp': 'withdrawn',
    });
    const repair = play(bounced, counted('desk', 0));
    expect(repair.state.repairs).toEqual([{ row: 0, why: 'nobodyFound' }]);
    expect(notices(repair).at(-1)).toBe('repairNeeded → administrator');
    expect(play(repair, counted('desk', 0)).state.repairs).toHaveLength(1);
    expect(play(repair, directs(hai, [lead(th)])).state.repairs).toEqual([]);
  });
});
