import type { Sources } from '../../store/calendars/calendar.view.ts';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { Calendar, Instant, Weekday } from '../../workflows/rules/working-time/calendar.ts';
import { formatDate } from '../../workflows/rules/working-time/date-text.ts';
import { dateOf, dayOf, weekdayOf } from '../../workflows/rules/working-time/days.ts';
import { namedDays } from '../../workflows/rules/working-time/named-days.ts';
import { dayAt } from '../../workflows/rules/working-time/zone.ts';
import type { Visit } from '../http/define-route.ts';
import type { Page } from '../http/result.ts';
import { adminPaths } from './admin.paths.ts';
import { changesOf, kindWords, slotsText, WEEKDAYS } from './day-words.presenter.ts';
import { monthOf } from './month.presenter.ts';

type T = Visit['t'];
interface Year {
  readonly own: AgencyCode;
  readonly sources: Sources;
  readonly calendar: Calendar;
  readonly year: number;
  readonly now: Instant;
  readonly t: T;
}

/** The calendar of an agency through a year, its named days, its hours and how it came to be (T-2, T-3). */
export function calendarPage({ own, sources, calendar, year, now, t }: Year): Page {
  const days = namedDays([sources.inherited, sources.own], now);
  const of = [...days].filter(([date]) => date.startsWith(`${year}-`)).sort(([a], [b]) => a.localeCompare(b));
  const today = dateOf(dayAt(calendar, now));
  return {
    ...{ kind: 'page', view: 'admin/calendar', title: t('admin:calendar.title') },
    model: {
      tabs: tabsOf('calendar', t),
      ...{ year, version: t('admin:calendar.version', { version: calendar.version }) },
      previous: `${adminPaths.calendar}?year=${year - 1}`,
      next: `${adminPaths.calendar}?year=${year + 1}`,
      change: adminPaths.calendarChange,
      hours: hoursOf(calendar, t),
      weekdays: WEEKDAYS.map((weekday) => ({
        short: t(`admin:weekdayShort.${weekday}`),
        long: t(`admin:weekday.${weekday}`),
      })),
      months: Array.from({ length: 12 }, (_, month) => monthOf(calendar, days, year, month + 1, today, t)),
      days: of.map(([date, day]) => ({
        date: formatDate(date),
        weekday: t(`admin:weekday.${weekdayOf(dayOf(date))}`),
        kind: kindWords(day, t),
        name: day.name,
        source: t(day.agency === own ? 'admin:calendar.own' : 'admin:calendar.inherited'),
        version: day.version,
      })),
      versions: versionsOf(sources, t),
    },
  };
}

/** The places of administration, the present one marked. */
export function tabsOf(current: 'chains' | 'calendar', t: T) {
  return (['chains', 'calendar'] as const).map((place) => ({
    ...{ href: adminPaths[place], name: t(`admin:${place}.title`), current: place === current },
  }));
}

/** The hours of the week in sentences: `Thứ Hai – Thứ Sáu: 07:30–11:30, 13:30–17:00`. */
function hoursOf(calendar: Calendar, t: T): readonly string[] {
  const runs: { from: Weekday; to: Weekday; hours: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const hours = slotsText(calendar.weekly[weekday] ?? [], t);
    const last = runs.at(-1);
    if (last?.hours === hours) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, hours });
  }
  return runs.map(({ from, to, hours }) => {
    const name = (weekday: Weekday) => t(`admin:weekday.${weekday}`);
    return `${from === to ? name(from) : `${name(from)} – ${name(to)}`}: ${hours}`;
  });
}

/** Every entered change, the newest first. */
function versionsOf({ inherited, own }: Sources, t: T) {
  const entries = [inherited, own].flatMap(
    (source) => source?.entries.map((entry) => ({ entry, source })) ?? [],
  );
  return entries
    .map(({ entry, source }, index) => ({
      version: index + 1,
      enteredAt: entry.enteredAt,
      by: entry.by,
      note: entry.note,
      source: t(source === own ? 'admin:calendar.own' : 'admin:calendar.inherited'),
      changes: changesOf(entry, t),
    }))
    .toReversed();
}
