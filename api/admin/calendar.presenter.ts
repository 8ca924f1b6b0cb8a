import type { EnteredChange } from '../../store/calendars/calendar.model.ts';
import type { Sources } from '../../store/calendars/calendar.view.ts';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type {
  Calendar,
  CivilDate,
  Instant,
  Slot,
  Weekday,
} from '../../workflows/rules/working-time/calendar.ts';
import { formatDate } from '../../workflows/rules/working-time/date-text.ts';
import { dateOf, type Day, dayFrom, dayOf, weekdayOf } from '../../workflows/rules/working-time/days.ts';
import { type NamedDay, namedDays } from '../../workflows/rules/working-time/named-days.ts';
import { isWorkingDay } from '../../workflows/rules/working-time/working-days.ts';
import { dayAt } from '../../workflows/rules/working-time/zone.ts';
import type { Visit } from '../http/define-route.ts';
import type { Page } from '../http/result.ts';
import { adminPaths } from './admin.paths.ts';

type T = Visit['t'];
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

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

function slotsText(slots: readonly Slot[], t: T): string {
  return slots.length === 0
    ? t('admin:calendar.closed')
    : slots.map(({ from, to }) => `${minuteText(from)}–${minuteText(to)}`).join(', ');
}

function minuteText(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function kindWords({ kind, hours }: NamedDay, t: T): string {
  if (kind === 'off') return t('admin:what.off');
  const as = typeof hours === 'number' ? t(`admin:weekday.${hours}`) : slotsText(hours ?? [], t);
  return t('admin:calendar.workedAs', { as });
}

/** A month as weeks of seven cells; a day says in words what it is when it is not ordinary. */
function monthOf(
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

const SHOWN = 8;

/** What an entry changes, in words; of a long list only how much it is. */
export function changesOf(
  { daysOff = {}, workedDays = {}, ordinaryDays = [] }: EnteredChange,
  t: T,
): readonly string[] {
  const off = Object.entries(daysOff).map(
    ([date, name]) => `${dateWords(date, t)}: ${t('admin:what.off')}, ${name}`,
  );
  const worked = Object.entries(workedDays).map(
    ([date, hours]) =>
      `${dateWords(date, t)}: ${kindWords({ kind: 'worked', name: '', hours, agency: '', version: 0 }, t)}`,
  );
  const ordinary = ordinaryDays.map((date) => `${dateWords(date, t)}: ${t('admin:what.ordinary')}`);
  const all = [...off, ...worked, ...ordinary];
  if (all.length <= SHOWN) return all;
  return [t('admin:calendar.manyDays', { off: off.length, worked: worked.length + ordinary.length })];
}

function dateWords(date: CivilDate, t: T): string {
  return `${t(`admin:weekday.${weekdayOf(dayOf(date))}`)} ${formatDate(date)}`;
}
