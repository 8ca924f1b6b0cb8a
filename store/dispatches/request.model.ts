import { model, Schema } from 'mongoose';
import type { DispatchId } from '../../workflows/rules/ids.ts';

/** An act that was done under a client's request key (U-2). */
export interface AnsweredRequest {
  /** `dispatch/key`. */
  readonly _id: string;
  readonly dispatch: DispatchId;
  readonly revision: number;
}

const schema = new Schema<AnsweredRequest>({
  _id: { type: String, required: true },
  dispatch: { type: String, required: true },
  revision: { type: Number, required: true },
});

export const RequestModel = model<AnsweredRequest>('Request', schema);
