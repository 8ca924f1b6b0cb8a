import { model, Schema } from 'mongoose';
import type { Priority } from '../../workflows/rules/dispatch/envelope.ts';
import type { Completion, RowRole, RowState } from '../../workflows/rules/dispatch/row.ts';
import type { DispatchStatus, LimitKind } from '../../workflows/rules/dispatch/state.ts';
import type { AgencyCode, DispatchId, PersonId, RowId, UnitId } from '../../workflows/rules/ids.ts';
import type { Key } from '../../workflows/rules/permission/keys.ts';
import type { Instant } from '../../workflows/rules/working-time/calendar.ts';
import type { DeadlineUnit } from '../../workflows/rules/working-time/deadline.ts';

/** One receiver row with what an inbox shows of its dispatch, so that a list is one indexed read. */
export interface InboxLine {
  /** `dispatch/row`. */
  readonly _id: string;
  readonly agency: AgencyCode;
  readonly dispatch: DispatchId;
  readonly row: RowId;
  readonly holders: readonly Key[];
  /** Everyone whose list a change of this row may concern, former holders too: whom live updates wake. */
  readonly concerns: readonly Key[];
  readonly open: boolean;
  /** Counts by V-1: not for information, and row 0 only while it is in hand or was settled by its owner. */
  readonly counted: boolean;
  readonly state: RowState;
  readonly role: RowRole;
  readonly status: DispatchStatus;
  /** The limit that runs on row 0 before work is assigned (T-10). */
  readonly limit?: LimitKind;
  readonly dueAt?: Instant;
  readonly dueUnit?: DeadlineUnit;
  readonly nearAt?: Instant;
  readonly finishedAt?: Instant;
  readonly completion?: Completion;
  /** The unit whose row it is while nobody of it claimed it. */
  readonly unitRow?: UnitId;
  readonly claimed: boolean;
  /** Holder for the supervisor: unit and person as they were called. */
  readonly unit?: UnitId;
  readonly person?: PersonId;
  readonly holder: string;
  readonly assignedBy: string;
  readonly assignedAt: Instant;
  readonly readAt?: Instant;
  readonly code: string;
  readonly subject: string;
  readonly author: string;
  readonly priority: Priority;
  readonly number?: number;
}

const schema = new Schema<InboxLine>({
  _id: { type: String, required: true },
  agency: { type: String, required: true },
  dispatch: { type: String, required: true },
  row: { type: Number, required: true },
  holders: { type: [String], required: true },
  concerns: { type: [String], required: true },
  open: { type: Boolean, required: true },
  counted: { type: Boolean, required: true },
  state: { type: String, required: true },
  role: { type: String, required: true },
  status: { type: String, required: true },
  limit: String,
  dueAt: Number,
  dueUnit: String,
  nearAt: Number,
  finishedAt: Number,
  completion: String,
  unitRow: String,
  claimed: { type: Boolean, required: true },
  unit: String,
  person: String,
  holder: { type: String },
  assignedBy: { type: String },
  assignedAt: { type: Number, required: true },
  readAt: Number,
  code: { type: String },
  subject: { type: String },
  author: { type: String },
  priority: { type: Number, required: true },
  number: Number,
});
schema.index({ holders: 1, open: 1, dueAt: 1 });
schema.index({ agency: 1, open: 1, counted: 1, dueAt: 1 });
schema.index({ agency: 1, unit: 1, open: 1, counted: 1, dueAt: 1 });
schema.index({ agency: 1, counted: 1, finishedAt: 1 });
schema.index({ dispatch: 1, row: 1 });
schema.index({ agency: 1, assignedBy: 1, assignedAt: -1 });

export const RowModel = model<InboxLine>('Row', schema);
