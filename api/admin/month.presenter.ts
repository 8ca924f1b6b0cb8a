import type { Calendar, CivilDate } from '../../workflows/rules/working-time/calendar.ts';
import { dateOf, type Day, dayFrom, weekdayOf } from '../../workflows/rules/working-time/days.ts';
import type { NamedDay } from '../../workflows/rules/working-time/named-days.ts';
import { isWorkingDay } from '../../workflows/rules/working-time/working-days.ts';
import type { Visit } from '../http/define-route.ts';
import { kindWords } from './day-words.presenter.ts';

type T = Visit['t'];

/** A month as weeks of seven cells; a day says in words what it is when it is not ordinary. */
export function monthOf(
  calendar: Calendar,
  days: ReadonlyMap<CivilDate, NamedDay>,
  year: number,
  month: number,
  today: CivilDate,
  t: T,
) {
  const first = dayFrom(year, month, 1);
  const length = dayFrom(year, month + 1, 1) - first;
  const lead = weekdayOf(first) - 1;
  const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, place) => {
    const number = place - lead + 1;
    return number < 1 || number > length
      ? undefined
      : cellOf(calendar, days, first + number - 1, number, today, t);
  });
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return { name: t('admin:calendar.month', { month }), weeks };
}

function cellOf(
  calendar: Calendar,
  days: ReadonlyMap<CivilDate, NamedDay>,
  day: Day,
  number: number,
  today: CivilDate,
  t: T,
) {
  const date = dateOf(day);
  const named = days.get(date);
  const kind = named?.kind ?? (isWorkingDay(calendar, day) ? 'work' : 'rest');
  const words = named ? `${kindWords(named, t)}: ${named.name}` : undefined;
  return { number, kind, words, today: date === today };
}
