import type { Calendar, Instant, Slot } from '../../workflows/rules/working-time/calendar.ts';
import { calendarInForce, type CalendarSource } from '../../workflows/rules/working-time/versions.ts';

/** The instant of a Việt Nam wall-clock time, 'YYYY-MM-DD HH:mm' or with ':ss'. */
export function at(text: string): Instant {
  return Date.parse(`${text.replace(' ', 'T')}+07:00`);
}

const hours: readonly Slot[] = [
  { from: 450, to: 690 },
  { from: 810, to: 1020 },
];

/** The Fixture of acceptance.md; the swap of 31/08/2026 is a second entry, so that S07 has a before and an after. */
export const fixtureSource: CalendarSource = {
  agency: '000.00.00.H35',
  entries: [
    {
      enteredAt: at('2017-01-01 00:00'),
      note: 'Lịch làm việc của tỉnh',
      zone: [{ from: 0, minutes: 420 }],
      weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
      daysOff: {
        '2018-01-01': 'Tết Dương lịch',
        '2026-01-01': 'Tết Dương lịch',
        '2026-01-02': 'Nghỉ hoán đổi Tết Dương lịch',
        '2026-02-16': 'Tết Bính Ngọ',
        '2026-02-17': 'Tết Bính Ngọ',
        '2026-02-18': 'Tết Bính Ngọ',
        '2026-02-19': 'Tết Bính Ngọ',
        '2026-02-20': 'Tết Bính Ngọ',
        '2026-04-27': 'Nghỉ bù Giỗ Tổ Hùng Vương',
        '2026-04-30': 'Ngày Chiến thắng',
        '2026-05-01': 'Quốc tế Lao động',
        '2026-09-01': 'Quốc khánh',
        '2026-09-02': 'Quốc khánh',
        '2026-11-24': 'Ngày Văn hóa Việt Nam',
        '2027-01-01': 'Tết Dương lịch',
        '2027-02-05': 'Tết Đinh Mùi',
        '2027-02-06': 'Tết Đinh Mùi',
        '2027-02-07': 'Tết Đinh Mùi',
        '2027-02-08': 'Tết Đinh Mùi',
        '2027-02-09': 'Tết Đinh Mùi',
        '2027-02-10': 'Tết Đinh Mùi',
        '2027-02-11': 'Tết Đinh Mùi',
        '2027-04-16': 'Giỗ Tổ Hùng Vương',
        '2027-04-30': 'Ngày Chiến thắng',
        '2027-05-03': 'Nghỉ bù Quốc tế Lao động',
        '2027-09-02': 'Quốc khánh',
        '2027-09-03': 'Quốc khánh',
        '2027-11-24': 'Ngày Văn hóa Việt Nam',
      },
      workedDays: { '2026-01-10': 5 },
    },
    {
      enteredAt: at('2026-08-28 09:00'),
      note: 'Hoán đổi ngày làm việc dịp Quốc khánh 2026',
      daysOff: { '2026-08-31': 'Nghỉ hoán đổi Quốc khánh' },
      workedDays: { '2026-08-22': 1 },
    },
  ],
};

/** The whole fixture. */
export const fixtureCalendar: Calendar = calendarInForce(fixtureSource, undefined, at('2026-08-28 09:00'));

/** As it stood before the swap of 31/08/2026 was entered (S07). */
export const fixtureBeforeSwap: Calendar = calendarInForce(fixtureSource, undefined, at('2026-08-28 08:59'));
