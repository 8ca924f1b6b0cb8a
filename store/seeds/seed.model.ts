import { model, Schema } from 'mongoose';

/** That one part of the first data was written, and from which edition of it. */
export interface Seed {
  /** Name of the part. */
  readonly _id: string;
  readonly edition: string;
}

const schema = new Schema<Seed>({
  _id: { type: String, required: true },
  edition: { type: String, required: true },
});

export const SeedModel = model<Seed>('Seed', schema);
