import { model, Schema } from 'mongoose';
import type { AgencyCode } from '../../workflows/rules/ids.ts';
import type { CalendarEntry } from '../../workflows/rules/working-time/versions.ts';

/** The working time of an agency as it was entered, never overwritten (T-3). */
export interface StoredCalendar {
  readonly _id: AgencyCode;
  readonly entries: readonly CalendarEntry[];
}

const schema = new Schema<StoredCalendar>({
  _id: { type: String, required: true },
  entries: { type: [Schema.Types.Mixed], required: true },
});

export const CalendarModel = model<StoredCalendar>('Calendar', schema);
