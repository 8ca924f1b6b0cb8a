import type { Ladder } from './ladder.ts';

/** The levels of flows.md §1, each telling everyone whom the level before told; an agency's chain may replace them. */
export const defaultLadder: Ladder = [
  {
    id: 'R1',
    on: true,
    byDay: { kind: 'opening', workingDays: -1 },
    byMinute: { kind: 'shareUsed', share: 0.5 },
    to: ['assignee'],
  },
  {
    id: 'L1',
    on: true,
    byDay: { kind: 'atDue' },
    byMinute: { kind: 'atDue' },
    to: ['assignee', 'headOfUnit'],
  },
  {
    id: 'L2',
    on: true,
    byDay: { kind: 'opening', workingDays: 2 },
    byMinute: { kind: 'minutesAfter', minutes: 60 },
    to: ['assignee', 'headOfUnit', 'assigner', 'monitoringUnit'],
  },
  {
    id: 'L3',
    on: true,
    byDay: { kind: 'opening', workingDays: 4 },
    byMinute: { kind: 'minutesAfter', minutes: 120 },
    to: ['assignee', 'headOfUnit', 'assigner', 'monitoringUnit', 'leaders'],
  },
];
