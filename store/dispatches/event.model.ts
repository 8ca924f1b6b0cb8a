import { model, Schema } from 'mongoose';
import type { Event } from '../../workflows/rules/dispatch/event.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';

/** One event of the record, bound to the one before it: a changed or missing line breaks the chain. */
export interface RecordedEvent {
  /** `dispatch/revision`. */
  readonly _id: string;
  readonly agency: AgencyCode;
  readonly dispatch: DispatchId;
  readonly revision: number;
  /** The event as canonical JSON, exactly as it was hashed. */
  readonly json: string;
  readonly previous: string;
  readonly hash: string;
  /** Request keys of the acts that ended with this event (U-2). */
  readonly requests?: readonly string[];
}

const schema = new Schema<RecordedEvent>({
  _id: { type: String, required: true },
  agency: { type: String, required: true },
  dispatch: { type: String, required: true },
  revision: { type: Number, required: true },
  json: { type: String, required: true },
  previous: { type: String },
  hash: { type: String, required: true },
  requests: { type: [String], default: undefined },
});
schema.index({ dispatch: 1, revision: 1 }, { unique: true });

export const EventModel = model<RecordedEvent>('Event', schema);

/** The event that a line of the record holds. */
export function eventOf({ json }: Pick<RecordedEvent, 'json'>): Event {
  return JSON.parse(json) as Event;
}
