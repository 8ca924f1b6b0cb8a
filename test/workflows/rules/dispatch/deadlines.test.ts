import { describe, expect, test } from 'vitest';
import type { Envelope } from '../../../../workflows/rules/dispatch/envelope.ts';
import type { DueRule } from '../../../../workflows/rules/working-time/deadline.ts';
import {
  arrives,
  changes,
  completes,
  directs,
  forwards,
  lead,
  presents,
  registers,
} from '../../../builders/deeds.ts';
import { envelope, form, incomingChain } from '../../../builders/incoming.ts';
import { hai, mai, minh, postOf, toan, trang, vx } from '../../../builders/people.ts';
import { due, nothing, play, refusal, refused, type Story, waiting } from '../../../builders/story.ts';

function received(arrival: string, registration: string, but: Partial<Envelope> = {}): Story {
  return play(nothing, arrival, arrives(envelope(but)), registration, registers(mai));
}

function byEndOf(date: string): DueRule {
  return { kind: 'byEndOf', date };
}

function ofRow(story: Story, row: number): readonly string[] {
  return waiting(story, (clock) => 'row' in clock && clock.row === row);
}

describe('T-11: where a settlement deadline comes from', () => {
  test('S02: the agency’s five working days over Tết', () => {
    const story = received('2026-02-11 08:05', '2026-02-11 08:20');
    expect(due(story, 'desk')).toBe('17:00 25/02/2026');
    expect(ofRow(story, 0)).toEqual([
      'R1 07:30 24/02/2026',
      'L1 17:00 25/02/2026',
      'L2 07:30 27/02/2026',
      'L3 07:30 03/03/2026',
    ]);
  });

  test('S06: a rule of the chain over a worked Saturday', () => {
    const chain = {
      ...incomingChain,
      settlement: [
        { when: [{ fact: 'type', in: ['Công văn'] }], due: { kind: 'workingDays', days: 3 } },
        { when: [], due: { kind: 'workingDays', days: 9 } },
      ],
    } as const;
    const story = play(
      nothing,
      '2026-08-20 14:00',
      arrives(envelope(), chain),
      registers(mai, form(), 1, chain),
    );
    expect(due(story, 'desk')).toBe('17:00 24/08/2026');
    const assigned = play(story, presents(toan, hai), directs(hai, [lead(vx)]));
    expect(ofRow(assigned, 1)).toEqual([
      'R1 07:30 22/08/2026',
      'L1 17:00 24/08/2026',
      'L2 07:30 26/08/2026',
      'L3 07:30 28/08/2026',
    ]);
  });

  test('T-11: what the clerk wrote decides which rule holds', () => {
    const chain = {
      ...incomingChain,
      settlement: [{ when: [{ fact: 'field', in: ['NC'] }], due: { kind: 'workingDays', days: 2 } }],
    } as const;
    const story = play(nothing, arrives(envelope(), chain), registers(mai, form({ field: 'NC' }), 1, chain));
    expect(due(story, 'desk')).toBe('17:00 11/03/2026');
  });

  test.each([
    ['T', '2026-03-09 09:00', '2026-03-20', '17:00 19/03/2026'],
    ['H1', '2026-03-10 10:00', '2026-03-19', '17:00 18/03/2026'],
    ['X1', '2026-03-11 08:00', '2026-03-18', '17:00 17/03/2026'],
  ])('S19, X-7: %s keeps one working day of the date it was given', (_tier, arrival, dueOn, expected) => {
    expect(due(received(arrival, arrival, { dueOn }), 'desk')).toBe(expected);
  });

  test('X-7: with fewer than three working days left the sender’s date stands', () => {
    expect(due(received('2026-03-16 08:00', '2026-03-16 08:00', { dueOn: '2026-03-19' }), 'desk')).toBe(
      '17:00 18/03/2026',
    );
    expect(due(received('2026-03-17 08:00', '2026-03-17 08:00', { dueOn: '2026-03-19' }), 'desk')).toBe(
      '17:00 19/03/2026',
    );
  });

  test('T-11: the leader’s date comes before all, the latest of the leads for the dispatch', () => {
    const story = play(
      received('2026-03-09 08:00', '2026-03-09 08:00'),
      presents(toan, hai),
      directs(hai, [lead(vx, byEndOf('2026-04-10')), lead(minh, byEndOf('2026-03-31'))]),
    );
    expect(due(story, vx)).toBe('17:00 10/04/2026');
    expect(due(story, minh)).toBe('17:00 31/03/2026');
    expect(due(story, 'desk')).toBe('17:00 10/04/2026');
  });

  test('S01: "trước ngày" over the new year', () => {
    const story = play(
      nothing,
      '2017-10-31 08:00',
      arrives(envelope({ issuedOn: '2017-10-30' })),
      registers(mai),
      presents(toan, hai),
      directs(hai, [lead(vx, { kind: 'before', date: '2017-12-31' })]),
    );
    expect(ofRow(story, 1)).toEqual([
      'R1 07:30 28/12/2017',
      'L1 17:00 29/12/2017',
      'L2 07:30 03/01/2018',
      'L3 07:30 05/01/2018',
    ]);
  });
});

describe('T-11, X-7: no row later than the one above', () => {
  const sent = play(
    received('2026-03-10 10:00', '2026-03-10 10:00', { dueOn: '2026-03-19' }),
    presents(toan, hai),
  );
  const own = play(
    received('2026-03-10 10:00', '2026-03-10 10:00'),
    presents(toan, hai),
    directs(hai, [lead(vx)]),
  );

  test('S19: H1 sets its own share, not the whole of what it was given', () => {
    expect(refusal(sent, directs(hai, [lead(vx, byEndOf('2026-03-19'))]))).toMatchObject({
      rule: 'T-11',
      key: 'deadlineLater',
      confirm: 'confirmLater',
    });
    const confirmed = directs(hai, [lead(vx, byEndOf('2026-03-19'))], { confirmLater: true });
    expect(due(play(sent, confirmed), vx)).toBe('17:00 19/03/2026');
    expect(due(play(sent, directs(hai, [lead(vx)])), vx)).toBe('17:00 18/03/2026');
  });

  test('X-7: beyond what was given from above nobody can confirm', () => {
    const beyond = directs(hai, [lead(vx, byEndOf('2026-03-20'))], { confirmLater: true });
    expect(refused(sent, beyond)).toBe('X-7 deadlineAboveGiven');
  });

  test('X-7: once that date has passed, a leader may give a new one', () => {
    const late = play(sent, directs(hai, [lead(vx)]), '2026-03-20 08:00');
    expect(refused(late, changes(hai, vx, { due: byEndOf('2026-03-24') }))).toBe('T-11 deadlineLater');
    const moved = play(late, changes(hai, vx, { due: byEndOf('2026-03-24'), confirmLater: true }));
    expect(due(moved, vx)).toBe('17:00 24/03/2026');
  });

  test('T-11: who is no leader cannot set a later one, whatever they confirm', () => {
    const later = [lead(trang, byEndOf('2026-03-18'))];
    expect(refusal(own, forwards(minh, later, { confirmLater: true }))).not.toHaveProperty('confirm');
    expect(refused(own, forwards(minh, later))).toBe('T-11 deadlineLater');
    expect(due(play(own, forwards(minh, [lead(trang, byEndOf('2026-03-17'))])), trang)).toBe(
      '17:00 17/03/2026',
    );
  });

  test('T-11: an assistant enters the leader’s date', () => {
    const story = play(received('2026-03-10 10:00', '2026-03-10 10:00'), presents(toan, hai));
    const words = directs(toan, [lead(vx, byEndOf('2026-04-10'))], { leader: postOf(hai) });
    expect(due(play(story, words), vx)).toBe('17:00 10/04/2026');
    const whole = [lead(vx, byEndOf('2026-03-19'))];
    const confirmed = directs(toan, whole, { leader: postOf(hai), confirmLater: true });
    expect(due(play(sent, confirmed), vx)).toBe('17:00 19/03/2026');
  });

  test('T-11: a date already past is a slip of the pen', () => {
    expect(refused(own, forwards(minh, [lead(trang, byEndOf('2026-03-09'))]))).toBe('T-11 deadlinePast');
  });

  test('T-11: what is late already is forwarded without a new date', () => {
    const late = play(own, '2026-03-20 08:00', forwards(minh, [lead(trang)]));
    expect(due(late, trang)).toBe('17:00 17/03/2026');
    expect(play(late, completes(trang)).state.status).toBe('completed');
  });
});

test('T-9: under hỏa tốc a leader’s hour counts in real time', () => {
  const noon: DueRule = { kind: 'at', instant: Date.parse('2026-02-17T12:00+07:00') };
  const story = play(
    nothing,
    '2026-02-17 02:15',
    arrives(envelope({ priority: 3, dueOn: '2026-02-17' })),
    '2026-02-17 02:20',
    registers(mai, form({ priority: 3 })),
    presents(toan, hai),
    directs(hai, [lead(vx, noon)]),
  );
  expect(ofRow(story, 1)).toEqual([
    'R1 07:10 17/02/2026',
    'L1 12:00 17/02/2026',
    'L2 13:00 17/02/2026',
    'L3 14:00 17/02/2026',
  ]);
});

test('T-9: under hỏa tốc the sender’s date waits for no opening either', () => {
  const urgent = arrives(envelope({ priority: 3, dueOn: '2026-02-17' }));
  const story = play(nothing, '2026-02-17 02:20', urgent, registers(mai, form({ priority: 3 })));
  expect(ofRow(story, 0)).toEqual([
    'R1 09:40 17/02/2026',
    'L1 17:00 17/02/2026',
    'L2 18:00 17/02/2026',
    'L3 19:00 17/02/2026',
  ]);
});
