import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLadder } from '../../../../workflows/rules/escalation/default-ladder.ts';
import type { Ladder } from '../../../../workflows/rules/escalation/ladder.ts';
import { levelInstants } from '../../../../workflows/rules/escalation/levels.ts';
import { formatInstant } from '../../../../workflows/rules/working-time/date-text.ts';
import type { DeadlineUnit, DueRule } from '../../../../workflows/rules/working-time/deadline.ts';
import { deadlineFor } from '../../../../workflows/rules/working-time/due-at.ts';
import { at, fixtureCalendar } from '../../../builders/calendar.ts';
import { anyCalendar, instant } from '../working-time/arbitraries.ts';

function levels(rule: DueRule, assigned: string, unit?: DeadlineUnit, ladder: Ladder = defaultLadder) {
  const deadline = deadlineFor(fixtureCalendar, rule, at(assigned), unit);
  return levelInstants(fixtureCalendar, ladder, deadline, at(assigned)).map(
    ({ level, at: instant }) => `${level} ${formatInstant(fixtureCalendar, instant)}`,
  );
}

describe('deadlines by the day', () => {
  test('S01: over the new year', () => {
    expect(levels({ kind: 'before', date: '2017-12-31' }, '2017-10-31 08:00')).toEqual([
      'R1 07:30 28/12/2017',
      'L1 17:00 29/12/2017',
      'L2 07:30 03/01/2018',
      'L3 07:30 05/01/2018',
    ]);
    expect(levels({ kind: 'months', months: 6 }, '2017-12-31 08:00').slice(0, 2)).toEqual([
      'R1 07:30 29/06/2018',
      'L1 17:00 02/07/2018',
    ]);
  });

  test('S02: over Tết', () => {
    expect(levels({ kind: 'workingDays', days: 5 }, '2026-02-11 08:05')).toEqual([
      'R1 07:30 24/02/2026',
      'L1 17:00 25/02/2026',
      'L2 07:30 27/02/2026',
      'L3 07:30 03/03/2026',
    ]);
  });

  test('S06: R1 on a worked Saturday', () => {
    expect(levels({ kind: 'workingDays', days: 3 }, '2026-08-20 14:00')).toEqual([
      'R1 07:30 22/08/2026',
      'L1 17:00 24/08/2026',
      'L2 07:30 26/08/2026',
      'L3 07:30 28/08/2026',
    ]);
  });

  test('S19: the lowest tier', () => {
    expect(levels({ kind: 'byEndOf', date: '2026-03-17' }, '2026-03-11 08:00')).toEqual([
      'R1 07:30 16/03/2026',
      'L1 17:00 17/03/2026',
      'L2 07:30 19/03/2026',
      'L3 07:30 23/03/2026',
    ]);
  });

  test('a due midnight has the date of the day it ends', () => {
    const midnight: DueRule = { kind: 'at', instant: at('2026-03-18 00:00') };
    expect(levels(midnight, '2026-03-11 08:00')).toEqual([
      'R1 07:30 16/03/2026',
      'L1 00:00 18/03/2026',
      'L2 07:30 19/03/2026',
      'L3 07:30 23/03/2026',
    ]);
  });

  test('R1 is skipped when it would come before the assignment', () => {
    expect(levels({ kind: 'workingDays', days: 0 }, '2026-03-11 08:00')[0]).toBe('L1 17:00 11/03/2026');
    expect(levels({ kind: 'workingDays', days: 1 }, '2026-03-11 08:00')[0]).toBe('L1 17:00 12/03/2026');
    expect(levels({ kind: 'workingDays', days: 1 }, '2026-03-11 07:30')[0]).toBe('R1 07:30 11/03/2026');
  });
});

describe('deadlines in minutes', () => {
  test('R1 when half is used, L2 and L3 after working minutes', () => {
    expect(levels({ kind: 'workingMinutes', minutes: 240 }, '2026-08-11 08:00')).toEqual([
      'R1 10:00 11/08/2026',
      'L1 14:00 11/08/2026',
      'L2 15:00 11/08/2026',
      'L3 16:00 11/08/2026',
    ]);
    expect(levels({ kind: 'workingMinutes', minutes: 60 }, '2026-02-13 16:00')).toEqual([
      'R1 16:30 13/02/2026',
      'L1 17:00 13/02/2026',
      'L2 08:30 23/02/2026',
      'L3 09:30 23/02/2026',
    ]);
  });

  test('S04: in real time under T-9', () => {
    const noon: DueRule = { kind: 'at', instant: at('2026-02-17 12:00') };
    expect(levels(noon, '2026-02-17 02:20', 'realMinute')).toEqual([
      'R1 07:10 17/02/2026',
      'L1 12:00 17/02/2026',
      'L2 13:00 17/02/2026',
      'L3 14:00 17/02/2026',
    ]);
  });
});

test('levels that are off are absent, and the others come in order of time', () => {
  const ladder: Ladder = defaultLadder.map((level) => ({
    ...level,
    on: level.id !== 'L2',
    byDay: level.id === 'L3' ? { kind: 'opening', workingDays: -2 } : level.byDay,
  }));
  expect(levels({ kind: 'workingDays', days: 5 }, '2026-03-02 08:00', 'day', ladder)).toEqual([
    'L3 07:30 05/03/2026',
    'R1 07:30 06/03/2026',
    'L1 17:00 09/03/2026',
  ]);
});

test('each level tells everyone whom the level before told', () => {
  for (const [index, level] of defaultLadder.entries()) {
    const before = defaultLadder[index - 1];
    expect(level.to).toEqual(expect.arrayContaining([...(before?.to ?? [])]));
  }
});

test('on any calendar R1 comes first and L1, L2, L3 in turn, from D on', () => {
  const rule = fc.oneof(
    fc.record({ kind: fc.constant('workingDays' as const), days: fc.integer({ min: 0, max: 30 }) }),
    fc.record({ kind: fc.constant('workingMinutes' as const), minutes: fc.integer({ min: 1, max: 5000 }) }),
    fc.record({ kind: fc.constant('realMinutes' as const), minutes: fc.integer({ min: 1, max: 5000 }) }),
  );
  fc.assert(
    fc.property(anyCalendar, instant, rule, (calendar, from, asked) => {
      const deadline = deadlineFor(calendar, asked, from);
      const all = levelInstants(calendar, defaultLadder, deadline, from);
      expect(all.map(({ level }) => level).slice(-3)).toEqual(['L1', 'L2', 'L3']);
      expect(all.find(({ level }) => level === 'L1')?.at).toBe(deadline.due);
      for (const { level, at } of all) if (level === 'R1') expect(at).toBeGreaterThanOrEqual(from);
    }),
  );
});
