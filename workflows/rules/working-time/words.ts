import type { Calendar, Instant } from './calendar.ts';
import type { Deadline, DeadlineUnit } from './deadline.ts';
import { workingBetween } from './working-minutes.ts';
import { MINUTE, MINUTES_PER_DAY } from './zone.ts';

export type Language = 'vi' | 'en';

const UNITS = {
  vi: { day: ['ngày', 'ngày'], hour: ['giờ', 'giờ'], minute: ['phút', 'phút'] },
  en: { day: ['day', 'days'], hour: ['hour', 'hours'], minute: ['minute', 'minutes'] },
} as const;

const PHRASES = {
  vi: {
    working: (time: string) => `${time} làm việc`,
    left: (time: string) => `còn ${time}`,
    late: (time: string) => `quá hạn ${time}`,
    dueNow: 'đến hạn',
    justLate: 'quá hạn',
  },
  en: {
    working: (time: string) => `${time} of working time`,
    left: (time: string) => `${time} left`,
    late: (time: string) => `overdue by ${time}`,
    dueNow: 'due now',
    justLate: 'overdue',
  },
} as const;

/**
 * How long until a deadline, or since: "còn 3 ngày 1 giờ làm việc", in real time under T-9. What is left is
 * rounded up to the minute and what is late down, so that no minute is counted against anyone before it is full.
 */
export function remainingInWords(
  calendar: Calendar,
  deadline: Pick<Deadline, 'due' | 'unit'>,
  now: Instant,
  language: Language,
): string {
  const { due, unit } = deadline;
  const left = unit === 'realMinute' ? due - now : workingBetween(calendar, now, due);
  const phrases = PHRASES[language];
  const minutes = now > due ? Math.floor(-left / MINUTE) : Math.ceil(left / MINUTE);
  if (minutes === 0) return now > due ? phrases.justLate : phrases.dueNow;
  const time = durationInWords(calendar, unit, minutes, language);
  return now > due ? phrases.late(time) : phrases.left(time);
}

/**
 * A length of time in words: "3 ngày 1 giờ làm việc", "2 giờ 5 phút" in real time.
 * @param minutes whole minutes of the unit, at least 1; a working day is the calendar's fullest day of the week
 */
export function durationInWords(
  calendar: Calendar,
  unit: DeadlineUnit,
  minutes: number,
  language: Language,
): string {
  const perDay = unit === 'realMinute' ? MINUTES_PER_DAY : fullDay(calendar);
  const days = Math.floor(minutes / perDay);
  const rest = minutes - days * perDay;
  const time = [
    counted(days, UNITS[language].day),
    counted(Math.floor(rest / 60), UNITS[language].hour),
    counted(rest % 60, UNITS[language].minute),
  ]
    .filter((part) => part !== '')
    .join(' ');
  return unit === 'realMinute' ? time : PHRASES[language].working(time);
}

function counted(count: number, [one, many]: readonly [string, string]): string {
  if (count === 0) return '';
  return `${count} ${count === 1 ? one : many}`;
}

/** Minutes of the fullest weekday; a calendar without weekly hours counts in days of 24. */
function fullDay(calendar: Calendar): number {
  const totals = Object.values(calendar.weekly).map((slots) =>
    slots.reduce((total, { from, to }) => total + to - from, 0),
  );
  return Math.max(0, ...totals) || MINUTES_PER_DAY;
}
