import { expect, it } from 'vitest';
import { namedDays } from '../../../../workflows/rules/working-time/named-days.ts';
import { at, fixtureSource } from '../../../builders/calendar.ts';

const office = {
  agency: '000.00.12.H35',
  entries: [
    {
      enteredAt: at('2026-03-01 08:00'),
      note: 'Mất điện toàn cơ quan',
      daysOff: { '2026-03-10': 'Mất điện' },
    },
    { enteredAt: at('2026-08-30 08:00'), note: 'Làm việc dịp lễ', ordinaryDays: ['2026-08-31'] },
  ],
};

it('knows each day by whoever entered it last', () => {
  const days = namedDays([fixtureSource, office], at('2026-08-29 00:00'));
  expect(days.get('2026-03-10')).toEqual({
    kind: 'off',
    name: 'Mất điện',
    agency: office.agency,
    version: 3,
  });
  expect(days.get('2026-08-22')).toMatchObject({
    kind: 'worked',
    hours: 1,
    agency: '000.00.00.H35',
    version: 2,
  });
  expect(days.get('2026-08-31')?.name).toBe('Nghỉ hoán đổi Quốc khánh');
  expect(namedDays([fixtureSource, office], at('2026-08-30 08:00')).has('2026-08-31')).toBe(false);
  expect(namedDays([fixtureSource, undefined], at('2026-08-28 08:59')).has('2026-08-31')).toBe(false);
});
