import { expect, test } from 'vitest';
import type { Calendar } from '../../../../workflows/rules/working-time/calendar.ts';
import { calendarFaults } from '../../../../workflows/rules/working-time/faults.ts';
import { fixtureCalendar } from '../../../builders/calendar.ts';

const faultsOf = (change: Partial<Calendar>) => calendarFaults({ ...fixtureCalendar, ...change });

test('the fixture has none', () => {
  expect(calendarFaults(fixtureCalendar)).toEqual([]);
});

test.each<[string, Partial<Calendar>, string | undefined]>([
  ['noWeeklyHours', { weekly: { 1: [] } }, undefined],
  ['badSlot', { weekly: { 1: [{ from: 690, to: 450 }] } }, '1'],
  ['badSlot', { weekly: { 1: [{ from: 450, to: 1441 }] } }, '1'],
  ['badSlot', { workedDays: { '2026-08-22': [{ from: 450.5, to: 690 }] } }, '2026-08-22'],
  [
    'overlappingSlots',
    {
      weekly: {
        3: [
          { from: 810, to: 1020 },
          { from: 450, to: 690 },
        ],
      },
    },
    '3',
  ],
  ['badDate', { daysOff: ['2026-02-30'] }, '2026-02-30'],
  ['badDate', { workedDays: { '22/08/2026': 1 } }, '22/08/2026'],
  ['offAndWorked', { daysOff: ['2026-08-22'] }, '2026-08-22'],
  ['noZone', { zone: [] }, undefined],
  [
    'unsortedZone',
    {
      zone: [
        { from: 5, minutes: 420 },
        { from: 5, minutes: 480 },
      ],
    },
    '1',
  ],
])('%s is named: %o', (fault, change, where) => {
  expect(faultsOf(change)).toEqual([where === undefined ? { fault } : { fault, where }]);
});
