import { model, Schema } from 'mongoose';
import type { StatusCode } from '../../workflows/rules/dispatch/effects.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';

/** A status owed to the sender of a document, in the outbox of the exchange (flows.md §11). */
export interface OutgoingStatus {
  /** `dispatch/revision.index/arrival`. */
  readonly _id: string;
  readonly agency: AgencyCode;
  readonly dispatch: DispatchId;
  /** The record that came through the axis: its sender is told. */
  readonly arrival: DispatchId;
  readonly code: StatusCode;
  readonly description: string;
  readonly at: Instant;
}

const schema = new Schema<OutgoingStatus>({
  _id: { type: String, required: true },
  agency: { type: String, required: true },
  dispatch: { type: String, required: true },
  arrival: { type: String, required: true },
  code: { type: String, required: true },
  description: { type: String },
  at: { type: Number, required: true },
});
schema.index({ dispatch: 1, at: 1 });

export const StatusModel = model<OutgoingStatus>('Status', schema);
