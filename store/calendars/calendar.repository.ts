import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { CalendarEntry } from '../../workflows/rules/working-time/versions.ts';
import { CalendarModel } from './calendar.model.ts';

/** Gives an agency its first entries, unless it has some. */
export async function startCalendar(agency: AgencyCode, entries: readonly CalendarEntry[]): Promise<void> {
  await CalendarModel.updateOne({ _id: agency }, { $setOnInsert: { entries } }, { upsert: true });
}

/** Adds a version (T-3); the one before stays readable. */
export async function addCalendarEntry(agency: AgencyCode, entry: CalendarEntry): Promise<void> {
  await CalendarModel.updateOne({ _id: agency }, { $push: { entries: entry } }, { upsert: true });
}
