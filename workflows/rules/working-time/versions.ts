import type { Calendar, CivilDate, Instant, Slot, Weekday, ZoneOffset } from './calendar.ts';

/** One published change of a calendar, as the administrator entered it (T-3). Only what it changes is present. */
export interface CalendarEntry {
  readonly enteredAt: Instant;
  /** What the history shows for this version. */
  readonly note: string;
  readonly zone?: readonly ZoneOffset[];
  /** New hours of weekdays; an empty list closes the weekday. */
  readonly weekly?: Readonly<Partial<Record<Weekday, readonly Slot[]>>>;
  /** Closed days with their names. */
  readonly daysOff?: Readonly<Record<CivilDate, string>>;
  readonly workedDays?: Readonly<Record<CivilDate, Weekday | readonly Slot[]>>;
  /** Days that go back to the ordinary week: an earlier day off or worked day is taken back. */
  readonly ordinaryDays?: readonly CivilDate[];
}

/** A calendar with its history, as it is edited and stored; entries in order of entry. */
export interface CalendarSource {
  /** Code of the agency, or of the province whose calendar its agencies inherit. */
  readonly agency: string;
  readonly entries: readonly CalendarEntry[];
}

/**
 * The calendar of an agency as it stood at an instant: the province's entries, then the agency's own over them (T-3).
 * @param agency undefined when the agency has no entries of its own
 * @returns a snapshot whose version is the number of entries in it
 */
export function calendarInForce(
  province: CalendarSource,
  agency: CalendarSource | undefined,
  at: Instant,
): Calendar {
  const entries = [...province.entries, ...(agency?.entries ?? [])].filter((entry) => entry.enteredAt <= at);
  const none: Calendar = {
    id: agency?.agency ?? province.agency,
    version: entries.length,
    zone: [],
    weekly: {},
    daysOff: [],
    workedDays: {},
  };
  return entries.reduce(patched, none);
}

/** A day is off, worked or ordinary; the last entry about it decides. */
function patched(calendar: Calendar, entry: CalendarEntry): Calendar {
  const off = Object.keys(entry.daysOff ?? {});
  const worked = entry.workedDays ?? {};
  const mentioned = new Set([...off, ...Object.keys(worked), ...(entry.ordinaryDays ?? [])]);
  const workedBefore = Object.entries(calendar.workedDays).filter(([date]) => !mentioned.has(date));
  return {
    ...calendar,
    zone: entry.zone ?? calendar.zone,
    weekly: { ...calendar.weekly, ...entry.weekly },
    daysOff: [...calendar.daysOff.filter((date) => !mentioned.has(date)), ...off].sort(),
    workedDays: { ...Object.fromEntries(workedBefore), ...worked },
  };
}
