import { model, Schema } from 'mongoose';
import type { AgencyCode, UnitId } from '../../workflows/rules/ids.ts';

export interface Unit {
  readonly _id: UnitId;
  readonly agency: AgencyCode;
  readonly name: string;
  /** The units over it inside the agency, nearest first. */
  readonly above: readonly UnitId[];
  /** Watches the agencies below its own (GS). */
  readonly monitors: boolean;
  /** Place among the units of the agency, as its organisation chart lists them. */
  readonly place: number;
}

const schema = new Schema<Unit>({
  _id: { type: String, required: true },
  agency: { type: String, required: true },
  name: { type: String, required: true },
  above: { type: [String], required: true },
  monitors: { type: Boolean, required: true },
  place: { type: Number, required: true },
});
schema.index({ agency: 1, place: 1 });

export const UnitModel = model<Unit>('Unit', schema);
