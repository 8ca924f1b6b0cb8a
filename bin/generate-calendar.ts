// Writes config/data/calendars/lai-chau.json. The holidays come from date-holidays (data CC BY 3.0, commenthol and
// contributors); what the State announces year by year stands below.
import { writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import type { CivilDate, Instant, Slot } from '../workflows/rules/working-time/calendar.ts';
import { dateOf, dayOf, weekdayOf } from '../workflows/rules/working-time/days.ts';
import type { CalendarEntry } from '../workflows/rules/working-time/versions.ts';

const FIRST_YEAR = 2017;
const LAST_YEAR = 2027;
const DAY = 86_400_000;
const FROM_THE_START: Instant = 0;

const hours: readonly Slot[] = [
  { from: 450, to: 690 },
  { from: 810, to: 1020 },
];

const source =
  'Ngày lễ: thư viện date-holidays (CC BY 3.0). Ngày nghỉ bù, nghỉ thêm dịp Tết, hoán đổi: theo thông báo lịch nghỉ ' +
  'hằng năm đến 2026, cần đối chiếu bản gốc trước khi dùng chính thức. Tết Đinh Mùi 2027: giả định, thay khi có thông báo.';

/** Closed days that no rule of the year gives. */
const announced: Readonly<Record<string, readonly CivilDate[]>> = {
  'Nghỉ bù Tết Dương lịch': ['2017-01-02', '2022-01-03', '2023-01-02'],
  'Nghỉ Tết Nguyên Đán': [
    ...['2017-01-26', '2017-02-01', '2018-02-14', '2018-02-20', '2020-01-23', '2020-01-29'],
    ...['2021-02-10', '2021-02-16', '2023-01-20', '2023-01-26', '2024-02-08', '2024-02-14'],
    ...['2025-01-27', '2027-02-10', '2027-02-11'],
  ],
  'Nghỉ bù Giỗ Tổ Hùng Vương': ['2019-04-15', '2022-04-11', '2026-04-27'],
  'Nghỉ bù dịp 30/4 và 01/5': [
    ...['2017-05-02', '2021-05-03', '2022-05-02', '2022-05-03', '2023-05-02', '2023-05-03', '2027-05-03'],
  ],
  'Nghỉ Quốc khánh': [
    ...['2021-09-03', '2022-09-01', '2023-09-01', '2024-09-03', '2025-09-01', '2026-09-01', '2027-09-03'],
  ],
  'Nghỉ bù Quốc khánh': ['2017-09-04', '2018-09-03', '2023-09-04'],
  'Ngày Văn hóa Việt Nam': ['2026-11-24', '2027-11-24'],
};

/** Working days exchanged for a Saturday, which has the hours of the day it replaces. */
const swaps: Readonly<Record<CivilDate, CivilDate>> = {
  '2018-12-31': '2019-01-05',
  '2019-04-29': '2019-05-04',
  '2024-04-29': '2024-05-04',
  '2025-05-02': '2025-04-26',
  '2026-01-02': '2026-01-10',
};

function publicHolidays(): [CivilDate, string][] {
  const vietnam = new Holidays('VN', { languages: 'vi', types: ['public'] });
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  return years.flatMap((year) =>
    vietnam.getHolidays(year).flatMap(({ date, start, end, name }) => {
      const first = dayOf(date);
      const length = Math.round((end.getTime() - start.getTime()) / DAY);
      return Array.from({ length }, (_, index): [CivilDate, string] => [
        dateOf(first + index),
        index === 0 ? name.replace('Giỗ tổ', 'Giỗ Tổ') : name.replace('Giao thừa ', ''),
      ]);
    }),
  );
}

function swapEntry(pairs: Readonly<Record<CivilDate, CivilDate>>) {
  return {
    daysOff: Object.fromEntries(Object.keys(pairs).map((off) => [off, 'Nghỉ hoán đổi'])),
    workedDays: Object.fromEntries(
      Object.entries(pairs).map(([off, worked]) => [worked, weekdayOf(dayOf(off))]),
    ),
  };
}

const daysAnnounced = Object.entries(announced).flatMap(([name, dates]) => dates.map((date) => [date, name]));
const swapped = swapEntry(swaps);
const daysOff = Object.fromEntries(
  [...publicHolidays(), ...daysAnnounced, ...Object.entries(swapped.daysOff)].sort(),
) as Record<CivilDate, string>;

const entries: CalendarEntry[] = [
  {
    enteredAt: FROM_THE_START,
    note: 'Lịch làm việc chung của tỉnh Lai Châu 2017–2027',
    zone: [{ from: 0, minutes: 420 }],
    weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
    daysOff,
    workedDays: swapped.workedDays,
  },
  {
    enteredAt: Date.parse('2026-01-01T00:00+07:00'),
    note: 'Hoán đổi ngày làm việc dịp Quốc khánh 2026: nghỉ thứ Hai 31/08, làm bù thứ Bảy 22/08',
    ...swapEntry({ '2026-08-31': '2026-08-22' }),
  },
];

const file = new URL('../config/data/calendars/lai-chau.json', import.meta.url);
writeFileSync(file, `${JSON.stringify({ source, agency: '000.00.00.H35', entries }, null, 2)}\n`);
