import { model, Schema } from 'mongoose';
import type { AttachedFile, Priority } from '../../workflows/rules/dispatch/envelope.ts';
import type { DispatchStatus, LimitKind } from '../../workflows/rules/dispatch/state.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import type { Key } from '../../workflows/rules/permission/keys.ts';
import type { CivilDate, Instant } from '../../workflows/rules/working-time/calendar.ts';

/** One dispatch in one agency as pages list and open it; the events are its full record. */
export interface Dispatch {
  readonly _id: DispatchId;
  readonly agency: AgencyCode;
  /** Number of events projected so far. */
  readonly revision: number;
  /** Hash of the last event: the head of its chain. */
  readonly hash: string;
  readonly status: DispatchStatus;
  readonly source: 'axis' | 'paper';
  readonly sender: string;
  readonly documentId: string;
  readonly author: string;
  readonly codeNumber: string;
  readonly codeNotation: string;
  readonly issuedOn: CivilDate;
  /** Year of the document, for the search for copies (I-R3). */
  readonly issuedYear: number;
  readonly type: string;
  readonly subject: string;
  /** Code, author and subject without accents, for the search. */
  readonly search: string;
  readonly priority: Priority;
  readonly arrivedAt: Instant;
  readonly register?: string;
  readonly year?: number;
  readonly number?: number;
  readonly dueAt?: Instant;
  readonly limits: readonly { readonly kind: LimitKind; readonly dueAt: Instant }[];
  /** Whom it was assigned to first, for the register (PL IV). */
  readonly assignees: readonly string[];
  readonly assignedAt?: Instant;
  readonly completedAt?: Instant;
  readonly files: readonly AttachedFile[];
  readonly readers: readonly Key[];
}

const file = new Schema<AttachedFile>(
  {
    hash: { type: String, required: true },
    name: { type: String, required: true },
    type: { type: String, required: true },
    size: { type: Number, required: true },
  },
  { _id: false },
);

const limit = new Schema<Dispatch['limits'][number]>(
  { kind: { type: String, required: true }, dueAt: { type: Number, required: true } },
  { _id: false },
);

const schema = new Schema<Dispatch>({
  _id: { type: String, required: true },
  agency: { type: String, required: true },
  revision: { type: Number, required: true },
  hash: { type: String, required: true },
  status: { type: String, required: true },
  source: { type: String, required: true },
  sender: String,
  documentId: String,
  author: { type: String, required: true },
  codeNumber: String,
  codeNotation: String,
  issuedOn: { type: String, required: true },
  issuedYear: { type: Number, required: true },
  type: String,
  subject: String,
  search: { type: String, required: true },
  priority: { type: Number, required: true },
  arrivedAt: { type: Number, required: true },
  register: String,
  year: Number,
  number: Number,
  dueAt: Number,
  limits: { type: [limit], required: true },
  assignees: { type: [String], required: true },
  assignedAt: Number,
  completedAt: Number,
  files: { type: [file], required: true },
  readers: { type: [String], required: true },
});
schema.index({ agency: 1, register: 1, year: 1, number: -1 });
schema.index({ agency: 1, status: 1, arrivedAt: -1 });
schema.index({ agency: 1, codeNumber: 1, codeNotation: 1, issuedYear: 1 });
schema.index({ agency: 1, documentId: 1 });

export const DispatchModel = model<Dispatch>('Dispatch', schema);
