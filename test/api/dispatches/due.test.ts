import { describe, expect, it } from 'vitest';
import { type DueKind, readDue, readOwnDue } from '../../../api/dispatches/due.ts';
import { at, fixtureCalendar } from '../../builders/calendar.ts';

describe('a deadline as people write it', () => {
  it.each<[DueKind, string, object]>([
    ['before', '31/12/2017', { kind: 'before', date: '2017-12-31' }],
    ['byEndOf', ' 1/3/2026 ', { kind: 'byEndOf', date: '2026-03-01' }],
    ['workingDays', '5', { kind: 'workingDays', days: 5 }],
    ['workingDays', '0', { kind: 'workingDays', days: 0 }],
    ['workingHours', '8', { kind: 'workingMinutes', minutes: 480 }],
    ['workingHours', '2,5', { kind: 'workingMinutes', minutes: 150 }],
    ['inMonth', '12/2017', { kind: 'inMonth', year: 2017, month: 12 }],
    ['at', '15:00 31/12/2017', { kind: 'at', instant: at('2017-12-31 15:00') }],
  ])('%s %s', (kind, value, rule) => {
    expect(readDue(kind, value, fixtureCalendar)).toEqual(rule);
  });

  it('is the one from above when none is said', () => {
    expect(readDue('none', 'whatever', fixtureCalendar)).toBeUndefined();
    expect(readOwnDue(' ', fixtureCalendar)).toBeUndefined();
  });

  it.each<[DueKind, string]>([
    ['before', '31/02/2026'],
    ['byEndOf', '2026-03-01'],
    ['byEndOf', ''],
    ['workingDays', '-1'],
    ['workingDays', 'năm'],
    ['workingHours', '0'],
    ['workingHours', '1,3'],
    ['inMonth', '13/2017'],
    ['at', '25:00 31/12/2017'],
    ['at', '31/12/2017'],
  ])('that cannot be read says what it should look like: %s “%s”', (kind, value) => {
    expect(readDue(kind, value, fixtureCalendar)).toEqual({ fault: kind });
  });

  it('of one receiver is a day or an instant', () => {
    expect(readOwnDue('18/03/2026', fixtureCalendar)).toEqual({ kind: 'byEndOf', date: '2026-03-18' });
    expect(readOwnDue('10:00 18/03/2026', fixtureCalendar)).toEqual({
      kind: 'at',
      instant: at('2026-03-18 10:00'),
    });
    expect(readOwnDue('mai', fixtureCalendar)).toEqual({ fault: 'own' });
  });
});
