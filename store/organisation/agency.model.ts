import { model, Schema } from 'mongoose';
import type { AgencyCode, UnitId } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';

/** Departments (sở, ban, ngành) are a group of their own: under the province, beside the districts. */
export type Tier = 'central' | 'province' | 'department' | 'district' | 'commune';

/** An agency stands under another for a time: the tiers are data, so that one can end (A4 → B3). */
export interface Superior {
  readonly agency: AgencyCode;
  readonly from: Instant;
  readonly to?: Instant;
}

export interface Agency {
  readonly _id: AgencyCode;
  /** The form of QĐ 20/2020, e.g. `H35.12.03`. */
  readonly newCode: string;
  /** The codes were made up for trial use; the real ones are not public. */
  readonly generatedCode: boolean;
  readonly name: string;
  readonly shortName: string;
  /** Its abbreviation in a document's ký hiệu, e.g. `UBND`. */
  readonly symbol: string;
  readonly tier: Tier;
  readonly validFrom: Instant;
  readonly validTo?: Instant;
  readonly above: readonly Superior[];
  /** The unit whose desk receives what arrives (đầu mối). */
  readonly office: UnitId;
}

const superior = new Schema<Superior>(
  { agency: { type: String, required: true }, from: { type: Number, required: true }, to: Number },
  { _id: false },
);

const schema = new Schema<Agency>({
  _id: { type: String, required: true },
  newCode: { type: String, required: true, unique: true },
  generatedCode: { type: Boolean, required: true },
  name: { type: String, required: true },
  shortName: { type: String, required: true },
  symbol: { type: String, required: true },
  tier: { type: String, required: true },
  validFrom: { type: Number, required: true },
  validTo: Number,
  above: { type: [superior], required: true },
  office: { type: String, required: true },
});
schema.index({ 'above.agency': 1 });

export const AgencyModel = model<Agency>('Agency', schema);
