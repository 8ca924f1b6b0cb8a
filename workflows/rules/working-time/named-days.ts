import type { CivilDate, Instant, Slot, Weekday } from './calendar.ts';
import type { CalendarEntry, CalendarSource } from './versions.ts';

/** A day that differs from the ordinary week, with where that comes from. */
export interface NamedDay {
  readonly kind: 'off' | 'worked';
  readonly name: string;
  /** Hours of a worked day: of a weekday, or its own. */
  readonly hours?: Weekday | readonly Slot[];
  /** Whose entry decided it. */
  readonly agency: string;
  /** The version of the calendar that its entry made. */
  readonly version: number;
}

/** The days off and worked days of a calendar by date; as in {@link calendarInForce} the last entry decides (T-3). */
export function namedDays(
  sources: readonly (CalendarSource | undefined)[],
  at: Instant,
): ReadonlyMap<CivilDate, NamedDay> {
  const days = new Map<CivilDate, NamedDay>();
  const entries = sources.flatMap(
    (source) => source?.entries.map((entry) => ({ entry, agency: source.agency })) ?? [],
  );
  entries
    .filter(({ entry }) => entry.enteredAt <= at)
    .forEach(({ entry, agency }, index) => {
      enter(days, entry, agency, index + 1);
    });
  return days;
}

function enter(days: Map<CivilDate, NamedDay>, entry: CalendarEntry, agency: string, version: number): void {
  const of = { agency, version };
  for (const date of entry.ordinaryDays ?? []) days.delete(date);
  for (const [date, name] of Object.entries(entry.daysOff ?? {}))
    days.set(date, { kind: 'off', name, ...of });
  for (const [date, hours] of Object.entries(entry.workedDays ?? {})) {
    days.set(date, { kind: 'worked', name: entry.note, hours, ...of });
  }
}
