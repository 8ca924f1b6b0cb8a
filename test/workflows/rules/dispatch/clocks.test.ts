import { describe, expect, test } from 'vitest';
import { levelDue, reminderAt, wakeUps } from '../../../../workflows/rules/dispatch/clocks.ts';
import {
  arrives,
  calendarBecomes,
  changes,
  completes,
  directs,
  forwards,
  lead,
  presents,
  registers,
  returns,
  suspends,
  withdraws,
} from '../../../builders/deeds.ts';
import { at, fixtureBeforeSwap, fixtureCalendar } from '../../../builders/calendar.ts';
import { envelope, incomingChain, takingChain } from '../../../builders/incoming.ts';
import { hai, hoa, mai, minh, pao, th, toan, trang, u, vx } from '../../../builders/people.ts';
import {
  due,
  fired,
  limit,
  nothing,
  notices,
  play,
  refused,
  type Story,
  wait,
  waiting,
} from '../../../builders/story.ts';

/** Due Friday 20/03/2026 17:00. */
const assigned = play(
  nothing,
  '2026-03-09 08:00',
  arrives(),
  registers(mai),
  presents(toan, hai),
  directs(hai, [lead(vx, { kind: 'byEndOf', date: '2026-03-20' })]),
);
const long = '2026-06-30 00:00';

describe('E-1: each level fires once for a row and its deadline', () => {
  test('E-1, E-5: in time, with the instant it was due and who is told', () => {
    const story = wait(assigned, long);
    expect(fired(story)).toEqual([
      'R1 07:30 19/03/2026',
      'L1 17:00 20/03/2026',
      'L2 07:30 24/03/2026',
      'L3 07:30 26/03/2026',
    ]);
    expect(notices(story).slice(-4)).toEqual([
      'levelR1 → assignee',
      'levelL1 → assignee, headOfUnit',
      'levelL2 → assignee, headOfUnit, assigner, monitoringUnit',
      'levelL3 → assignee, headOfUnit, assigner, monitoringUnit, leaders',
    ]);
    expect(waiting(story)).toEqual([]);
  });

  test('E-1: a level that has fired is nothing when it comes again', () => {
    const story = wait(assigned, '2026-03-19 08:00');
    const again = play(story, () =>
      levelDue({ clock: { row: 1 }, level: 'R1', at: at('2026-03-19 07:30') }, story.now),
    );
    expect(again.events).toEqual(story.events);
  });

  test('E-1: a new deadline starts them anew; R1 only if it is still to come', () => {
    const late = play(
      wait(assigned, '2026-03-21 08:00'),
      changes(hai, vx, { due: { kind: 'workingDays', days: 2 }, confirmLater: true }),
    );
    expect(waiting(late)).toEqual([
      'R1 07:30 23/03/2026',
      'L1 17:00 24/03/2026',
      'L2 07:30 26/03/2026',
      'L3 07:30 30/03/2026',
    ]);
  });

  test('E-1: a timer of the old deadline is nothing once the deadline has moved', () => {
    const moved = play(
      assigned,
      '2026-03-20 16:59',
      changes(hai, vx, { due: { kind: 'byEndOf', date: '2026-03-24' }, confirmLater: true }),
    );
    const old = { clock: { row: 1 }, level: 'L1', at: at('2026-03-20 17:00') } as const;
    const story = play({ ...moved, now: old.at }, () => levelDue(old, old.at));
    expect(fired(story)).toEqual([]);
    expect(fired(wait(story, '2026-03-24 17:00'))).toEqual(['R1 07:30 23/03/2026', 'L1 17:00 24/03/2026']);
  });

  test('E-1: the same deadline given once more keeps what has fired', () => {
    const presented = play(nothing, '2026-03-09 08:00', arrives(), registers(mai), presents(toan, hai));
    const back = play(wait(presented, '2026-03-17 08:00'), directs(hai, [lead(vx)]), withdraws(hai, vx));
    expect(waiting(back, (clock) => 'row' in clock && clock.row === 0)).toEqual([
      'L2 07:30 18/03/2026',
      'L3 07:30 20/03/2026',
    ]);
  });
});

describe('the action of a level: the work goes to the head of the unit (flows 1)', () => {
  const worked = play(
    nothing,
    '2026-03-09 08:00',
    arrives(envelope(), takingChain),
    registers(mai, undefined, undefined, takingChain),
    presents(toan, hai),
    directs(hai, [lead(vx, { kind: 'byEndOf', date: '2026-03-20' })]),
    forwards(minh, [lead(trang), lead(pao)]),
  );
  const taken = wait(worked, '2026-03-24 07:30');

  test('what lies in somebody’s hands becomes their unit’s, both are told, and the record says so', () => {
    expect(taken.events.at(-1)).toMatchObject({ kind: 'rowReassigned', by: { system: true } });
    expect(taken.state.rows.slice(2).map(({ receiver, state }) => `${receiver.name} ${state}`)).toEqual([
      'Phòng Văn xã pending',
      'Phòng Văn xã pending',
    ]);
    expect(notices(taken).at(-1)).toBe('rowReassigned → Giàng A Páo, assignee');
    const completesRow = (by: typeof minh, row: number) => () =>
      ({ kind: 'complete', row, result: '', by }) as const;
    expect(refused(taken, completesRow(trang, 2))).toBe('R2 notRowOwner');
    expect(play(taken, completesRow(minh, 2), completesRow(minh, 3)).state.status).toBe('completed');
  });

  test('E-1: the levels go on by the ladder it had, each once', () => {
    expect(fired(wait(taken, long)).filter((level) => level.startsWith('L3'))).toHaveLength(3);
    expect(wait(taken, long).events.filter(({ kind }) => kind === 'rowReassigned')).toHaveLength(2);
  });

  test('nothing else is taken: what is handed on, what a unit holds, what is done', () => {
    const handed = wait(play(worked, completes(pao), forwards(trang, [lead(u)])), long);
    const from = handed.events.flatMap((event) => (event.kind === 'rowReassigned' ? [event.from.name] : []));
    expect(from).toEqual(['Tẩn Lao U']);
    expect(handed.state.rows[1]?.receiver.name).toBe('Phòng Văn xã');
  });

  test('a chain without it takes nothing', () => {
    const plain = play(assigned, forwards(minh, [lead(trang)]));
    expect(wait(plain, long).events.map(({ kind }) => kind)).not.toContain('rowReassigned');
  });
});

describe('E-2: when escalation stops', () => {
  const stops: readonly (readonly [string, (story: Story) => Story])[] = [
    ['completed', (story) => play(story, completes(minh))],
    ['returned', (story) => play(story, returns(minh, vx))],
    ['withdrawn', (story) => play(story, withdraws(hai, vx))],
    ['suspended', (story) => play(story, suspends(hai, vx))],
  ];

  test.each(stops)('E-2: no level of a row that is %s', (_how, stop) => {
    const story = stop(play(assigned, '2026-03-10 08:00'));
    expect(waiting(story, (clock) => 'row' in clock && clock.row === 1)).toEqual([]);
  });

  test('E-2: what is due at the instant of completion does not fire if completion was first', () => {
    const instant = '2026-03-20 17:00';
    const before = wait(assigned, '2026-03-20 16:59');
    const first = play(before, instant, completes(minh), () =>
      levelDue({ clock: { row: 1 }, level: 'L1', at: at(instant) }, at(instant)),
    );
    expect(fired(first)).toEqual(['R1 07:30 19/03/2026']);
    const second = play(wait(before, instant), completes(minh));
    expect(fired(second)).toEqual(['R1 07:30 19/03/2026', 'L1 17:00 20/03/2026']);
  });

  test('R5: come back, the levels of the row above arm again with the old deadline', () => {
    const story = wait(play(assigned, forwards(minh, [lead(trang)])), '2026-03-20 18:00');
    expect(fired(story)).toHaveLength(4);
    const back = wait(play(story, returns(trang)), '2026-03-20 18:01');
    expect(fired(back).slice(4)).toEqual(['L1 17:00 20/03/2026']);
    expect(due(back, vx)).toBe('17:00 20/03/2026');
  });
});

describe('T-14: after an outage', () => {
  test('S09: each fires once, in order, with the instant it was due and the one it fired', () => {
    const down = play(assigned, '2026-03-24 09:00');
    const story = wakeUps(down.state)
      .filter((wakeUp) => wakeUp.at <= down.now)
      .reduce((now, wakeUp) => play({ ...now, now: wakeUp.at }, () => levelDue(wakeUp, down.now)), down);
    expect(fired(story)).toEqual(['R1 07:30 19/03/2026', 'L1 17:00 20/03/2026', 'L2 07:30 24/03/2026']);
    expect(story.events.at(-1)).toMatchObject({
      at: at('2026-03-24 09:00'),
      scheduled: at('2026-03-24 07:30'),
    });
    const digests = story.effects.slice(-3).map((effect) => (effect.kind === 'notify' ? effect.digest : ''));
    expect(digests[0]).toBe(`R1 ${at('2026-03-19 07:30')}`);
  });
});

describe('limits (T-10)', () => {
  test('E-2: they end with the act they wait for', () => {
    const story = play(nothing, '2026-03-09 08:00', arrives());
    expect(fired(wait(story, long))).toEqual(['L1 17:00 10/03/2026', 'L2 07:30 12/03/2026']);
    const presented = play(story, registers(mai), presents(toan, hai));
    const directing = (clock: object) => 'limit' in clock && clock.limit === 'directing';
    expect(waiting(presented, directing)).toEqual([
      'L1 17:00 10/03/2026',
      'L2 07:30 12/03/2026',
      'L3 07:30 16/03/2026',
    ]);
    expect(waiting(play(presented, directs(hai, [lead(vx)])), directing)).toEqual([]);
  });

  test('configurable: levels that the chain has switched off do not fire', () => {
    const steps = incomingChain.steps.map((step) => ({
      ...step,
      ladder: step.ladder.map((level) => ({ ...level, on: level.id === 'L2' })),
    }));
    const story = play(nothing, '2026-03-09 08:00', arrives(envelope(), { ...incomingChain, steps }));
    expect(fired(wait(story, long))).toEqual(['L2 07:30 12/03/2026']);
  });
});

describe('T-12, S07: the calendar changes', () => {
  const before = play(
    nothing,
    '2026-08-27 10:00',
    arrives(envelope(), incomingChain, fixtureBeforeSwap),
    registers(mai),
    presents(toan, hai),
    directs(hai, [lead(vx), lead(th, { kind: 'byEndOf', date: '2026-09-07' }), lead(hoa)]),
    completes(hoa),
  );
  const after = play(before, '2026-08-28 09:00', calendarBecomes(fixtureCalendar));

  test('S07: computed deadlines move, dates given by people stay, finished rows keep theirs', () => {
    expect(due(before, vx)).toBe('17:00 07/09/2026');
    expect(due(after, vx)).toBe('17:00 08/09/2026');
    expect(due(after, th)).toBe('17:00 07/09/2026');
    expect(due(after, hoa)).toBe('17:00 07/09/2026');
    expect(waiting(after, (clock) => 'row' in clock && clock.row === 1)[0]).toBe('R1 07:30 07/09/2026');
  });

  test('S07: the record holds both values and the version; each person gets one summary', () => {
    const event = after.events.at(-1);
    expect(event).toMatchObject({ kind: 'deadlinesRecalculated', calendar: { version: 2 } });
    const told = after.effects.slice(before.effects.length);
    expect(new Set(told.map((effect) => (effect.kind === 'notify' ? effect.digest : '')))).toEqual(
      new Set(['calendar 2']),
    );
  });

  test('T-12: the same or an older calendar told again changes nothing', () => {
    expect(play(after, calendarBecomes(fixtureCalendar), calendarBecomes(fixtureBeforeSwap)).state).toEqual(
      after.state,
    );
    expect(play(nothing, calendarBecomes(fixtureCalendar)).events).toEqual([]);
  });

  test('E-1: a recalculated deadline starts the levels anew', () => {
    const story = play(wait(before, '2026-09-07 18:00'), calendarBecomes(fixtureCalendar));
    expect(fired(story)).toContain('L1 17:00 07/09/2026');
    expect(fired(wait(story, '2026-09-08 17:00'))).toContain('L1 17:00 08/09/2026');
  });

  test('T-12: limits move too', () => {
    const story = play(nothing, '2026-08-28 16:00', arrives(envelope(), incomingChain, fixtureBeforeSwap));
    expect(limit(story, 'registering')).toBe('17:00 31/08/2026');
    expect(limit(play(story, calendarBecomes(fixtureCalendar)), 'registering')).toBe('17:00 03/09/2026');
  });
});

test('ui: a row is near its deadline from its reminder on', () => {
  expect(reminderAt(assigned.state, { row: 1 })).toBe(at('2026-03-19 07:30'));
  expect(reminderAt(assigned.state, { limit: 'directing' })).toBeUndefined();
});
