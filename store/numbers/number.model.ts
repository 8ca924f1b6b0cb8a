import { model, Schema } from 'mongoose';

/** A running series of numbers: one agency, one register, one year (I-R2). */
export interface Series {
  /** `agency/register/year`. */
  readonly _id: string;
  readonly last: number;
}

/** A number given, for good: P-1 rests on the unique index. */
export interface Allocation {
  /** Key of whoever asked: the same key gets the same number again. */
  readonly _id: string;
  readonly series: string;
  readonly number: number;
}

const series = new Schema<Series>({
  _id: { type: String, required: true },
  last: { type: Number, required: true },
});

const allocation = new Schema<Allocation>({
  _id: { type: String, required: true },
  series: { type: String, required: true },
  number: { type: Number, required: true },
});
allocation.index({ series: 1, number: 1 }, { unique: true });

export const SeriesModel = model<Series>('Series', series);
export const AllocationModel = model<Allocation>('Allocation', allocation);
