import type { CivilDate, Weekday } from './calendar.ts';

/** Days since 1970-01-01 in the proleptic Gregorian calendar: a civil date that can be added to. */
export type Day = number;

const DAYS_PER_ERA = 146_097;
const DAYS_FROM_0000_03_01_TO_1970_01_01 = 719_468;

/**
 * The day number of a civil date. Days and months beyond their range carry over.
 * @param month 1–12
 * @param day of the month, from 1
 */
export function dayFrom(year: number, month: number, day: number): Day {
  // Years are counted from March, so that the leap day comes last.
  const marchYear = year + Math.floor((month - 3) / 12);
  const marchMonth = (((month - 3) % 12) + 12) % 12;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_0000_03_01_TO_1970_01_01;
}

/** The day number of 'YYYY-MM-DD'; NaN when the text has no digits there. */
export function dayOf(date: CivilDate): Day {
  return dayFrom(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
}

/** The 'YYYY-MM-DD' of a day number. */
export function dateOf(day: Day): CivilDate {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** Whether a text is a date that exists, written 'YYYY-MM-DD'. */
export function isCivilDate(text: string): boolean {
  return dateOf(dayOf(text)) === text;
}

export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The same day number some months later, or the last day of that month if there is none (T-7). */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const lastOfMonth = dayFrom(year, month + months + 1, 1) - 1;
  return Math.min(dayFrom(year, month + months, dayOfMonth), lastOfMonth);
}

function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + DAYS_FROM_0000_03_01_TO_1970_01_01;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (DAYS_PER_ERA - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

// By character codes, because a calendar arrives with every command and has some 150 dates to read.
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The year of a date. */
export function yearIn(date: CivilDate): number {
  return Number(date.slice(0, 4));
}
