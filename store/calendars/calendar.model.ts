import { model, Schema } from 'mongoose';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { CalendarEntry } from '../../workflows/rules/working-time/versions.ts';

/** A change as an administrator entered it; the first entries of the trial data have neither key nor author. */
export interface EnteredChange extends CalendarEntry {
  /** The request under which it was entered: entered again, it is the same one (U-2). */
  readonly key?: string;
  readonly by?: string;
}

/** The working time of an agency as it was entered, never overwritten (T-3). */
export interface StoredCalendar {
  readonly _id: AgencyCode;
  readonly entries: readonly EnteredChange[];
}

const schema = new Schema<StoredCalendar>({
  _id: { type: String, required: true },
  entries: { type: [Schema.Types.Mixed], required: true },
});

export const CalendarModel = model<StoredCalendar>('Calendar', schema);
