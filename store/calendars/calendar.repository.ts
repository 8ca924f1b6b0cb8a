import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { CalendarEntry } from '../../workflows/rules/working-time/versions.ts';
import { isDuplicate } from '../duplicate.ts';
import { CalendarModel, type EnteredChange } from './calendar.model.ts';

/** Gives an agency its first entries, unless it has some. */
export async function startCalendar(agency: AgencyCode, entries: readonly CalendarEntry[]): Promise<void> {
  await CalendarModel.updateOne({ _id: agency }, { $setOnInsert: { entries } }, { upsert: true });
}

/**
 * Adds a version (T-3); the one before stays readable.
 * @param seen how many own entries the administrator had before them
 * @returns false when somebody entered a change in between (U-5)
 */
export async function addCalendarEntry(
  agency: AgencyCode,
  entry: EnteredChange & { readonly key: string },
  seen: number,
): Promise<boolean> {
  const unchanged = { _id: agency, entries: { $size: seen }, 'entries.key': { $ne: entry.key } };
  try {
    await CalendarModel.updateOne(unchanged, { $push: { entries: entry } }, { upsert: seen === 0 });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return (await CalendarModel.exists({ _id: agency, 'entries.key': entry.key })) !== null;
}
