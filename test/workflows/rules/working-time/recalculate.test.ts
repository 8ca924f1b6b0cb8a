import { expect, test } from 'vitest';
import type { DueRule } from '../../../../workflows/rules/working-time/deadline.ts';
import { deadlineFor } from '../../../../workflows/rules/working-time/due-at.ts';
import { recalculate } from '../../../../workflows/rules/working-time/recalculate.ts';
import { at, fixtureBeforeSwap, fixtureCalendar } from '../../../builders/calendar.ts';

const before = (rule: DueRule, from = '2026-08-27 10:00') => deadlineFor(fixtureBeforeSwap, rule, at(from));

test.each<[string, DueRule, string]>([
  ['T-4 (S07)', { kind: 'workingDays', days: 5 }, '2026-09-08 17:00'],
  ['T-5', { kind: 'workingDays', days: 0 }, '2026-08-27 17:00'],
  ['T-6', { kind: 'workingMinutes', minutes: 900 }, '2026-09-03 10:00'],
  ['T-7', { kind: 'days', days: 4 }, '2026-09-03 17:00'],
  ['T-7', { kind: 'months', months: 1 }, '2026-09-28 17:00'],
])('T-12: a deadline computed by %s follows the calendar', (_rule, rule, expected) => {
  const deadline = recalculate(fixtureCalendar, before(rule));
  expect(deadline).toEqual({ ...before(rule), due: at(expected), calendarVersion: fixtureCalendar.version });
});

test.each<DueRule>([
  { kind: 'byEndOf', date: '2026-08-31' },
  { kind: 'before', date: '2026-09-01' },
  { kind: 'inMonth', year: 2026, month: 8 },
  { kind: 'at', instant: at('2026-08-31 10:00') },
  { kind: 'realMinutes', minutes: 60 },
])('T-12: a fixed deadline stays: %o', (rule) => {
  const deadline = before(rule);
  expect(recalculate(fixtureCalendar, deadline)).toBe(deadline);
});
