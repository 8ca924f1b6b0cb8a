import { model, Schema } from 'mongoose';
import type { LimitKind } from '../../workflows/rules/dispatch/state.ts';
import type { DispatchId, PersonId, PostId, RowId } from '../../workflows/rules/ids.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';

/** One matter in a message. */
export interface MessageItem {
  readonly dispatch: DispatchId;
  readonly row?: RowId;
  readonly code: string;
  readonly subject: string;
  readonly dueAt?: Instant;
  /** What was not done in time, where it is not a row but a limit of the law (T-10). */
  readonly limit?: LimitKind;
}

/** What a person was told in the product: the delivery itself, written with the act (R0–L3, T-12, T-14). */
export interface Message {
  /** `person|digest`, so that one person gets one message for one matter or instant. */
  readonly _id: string;
  readonly person: PersonId;
  readonly post: PostId;
  readonly name: string;
  readonly key: string;
  /** When it should have been told; for levels the instant of the ladder. */
  readonly scheduled: Instant;
  /** When it was. */
  readonly sentAt: Instant;
  readonly by: string;
  readonly items: readonly MessageItem[];
  readonly readAt?: Instant;
}

const item = new Schema<MessageItem>(
  {
    ...{ dispatch: { type: String, required: true }, row: Number, code: String, subject: String },
    ...{ dueAt: Number, limit: String },
  },
  { _id: false },
);

const schema = new Schema<Message>({
  _id: { type: String, required: true },
  person: { type: String, required: true },
  post: { type: String, required: true },
  name: { type: String, required: true },
  key: { type: String, required: true },
  scheduled: { type: Number, required: true },
  sentAt: { type: Number, required: true },
  by: String,
  items: { type: [item], required: true },
  readAt: Number,
});
schema.index({ person: 1, sentAt: -1 });
schema.index({ 'items.dispatch': 1, sentAt: 1 });

export const MessageModel = model<Message>('Message', schema);
