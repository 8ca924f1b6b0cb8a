import type { Calendar, CivilDate, Instant } from './calendar.ts';
import { dateOf, dayOf, isCivilDate } from './days.ts';
import { instantAt, localAt, MINUTE, MINUTES_PER_DAY } from './zone.ts';

/** An instant as people read it, 'HH:mm dd/MM/yyyy' in the calendar's zone (T-1). */
export function formatInstant(calendar: Calendar, instant: Instant): string {
  const { day, millisecond } = localAt(calendar, instant);
  const minute = Math.floor(millisecond / MINUTE);
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)} ${formatDate(dateOf(day))}`;
}

/** A civil date as people read it, 'dd/MM/yyyy' (T-1). */
export function formatDate(date: CivilDate): string {
  return date.split('-').toReversed().join('/');
}

/** Reads 'dd/MM/yyyy', the leading zeros optional; undefined when it is not a date that exists. */
export function parseDate(text: string): CivilDate | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? date : undefined;
}

/** Reads 'HH:mm dd/MM/yyyy' in the calendar's zone; undefined when there is no such time. */
export function parseInstant(calendar: Calendar, text: string): Instant | undefined {
  const [, hour, minute, written = ''] = /^(\d{1,2}):(\d{2})\s+(\S+)$/.exec(text.trim()) ?? [];
  const date = parseDate(written);
  const minuteOfDay = Number(hour) * 60 + Number(minute);
  if (date === undefined || Number(minute) > 59 || minuteOfDay >= MINUTES_PER_DAY) return undefined;
  return instantAt(calendar, dayOf(date), minuteOfDay);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
