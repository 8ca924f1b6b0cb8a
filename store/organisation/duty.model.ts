import { model, Schema } from 'mongoose';
import type { AgencyCode, PostId } from '../../workflows/rules/ids.ts';
import type { CivilDate } from '../../workflows/rules/working-time/calendar.ts';

/** Who is on duty (trực) in an agency on one day. */
export interface Duty {
  /** `{agency}/{date}` */
  readonly _id: string;
  readonly agency: AgencyCode;
  readonly date: CivilDate;
  readonly posts: readonly PostId[];
}

const schema = new Schema<Duty>({
  _id: { type: String, required: true },
  agency: { type: String, required: true },
  date: { type: String, required: true },
  posts: { type: [String], required: true },
});
schema.index({ agency: 1, date: 1 }, { unique: true });

export const DutyModel = model<Duty>('Duty', schema);
