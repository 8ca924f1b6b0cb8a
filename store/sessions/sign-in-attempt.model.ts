import { model, Schema } from 'mongoose';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';

/** Attempts to sign in under one key since the last success. */
export interface SignInAttempt {
  readonly _id: string;
  readonly count: number;
  /** When they are forgotten. */
  readonly expires: Instant;
  readonly touched: Date;
}

const schema = new Schema<SignInAttempt>({
  _id: { type: String, required: true },
  count: { type: Number, required: true },
  expires: { type: Number, required: true },
  touched: { type: Date, required: true },
});
// By the database's own clock: the product's may be moved.
schema.index({ touched: 1 }, { expireAfterSeconds: 86_400 });

export const SignInAttemptModel = model<SignInAttempt>('SignInAttempt', schema);
