import { model, Schema } from 'mongoose';
import type { Envelope } from '../../workflows/rules/dispatch/envelope.ts';
import type { AgencyCode, DispatchId } from '../../workflows/rules/ids.ts';
import type { CivilDate, Instant } from '../../workflows/rules/working-time/calendar.ts';

/** One line of a register of incoming documents: every number given has one, for good (P-1, ND30 PL IV). */
export interface RegisterLine {
  /** `agency/register/year/number`. */
  readonly _id: string;
  readonly agency: AgencyCode;
  readonly register: string;
  readonly year: number;
  readonly number: number;
  readonly dispatch: DispatchId;
  readonly source: Envelope['source'];
  readonly arrivedAt: Instant;
  readonly author: string;
  readonly code: string;
  readonly issuedOn: CivilDate;
  readonly type: string;
  readonly subject: string;
  readonly note: string;
  /** Author, code and subject without accents, for the search. */
  readonly search: string;
  /** Whom it was handed to first, and when. */
  readonly assignees?: readonly string[];
  readonly assignedAt?: Instant;
  /** Left empty after an undone registration (I5), or sent back with its number (I13). */
  readonly mark?: 'void' | 'returned';
  readonly reason?: string;
  /** How many other copies of the document were linked to it (I-R3). */
  readonly copies?: number;
}

/** What an event writes into a register: a new line, or a change of one. */
export interface RegisterEntry {
  readonly _id: string;
  readonly set: Partial<RegisterLine>;
  /** Copies that it adds. */
  readonly copies: number;
}

const schema = new Schema<RegisterLine>({
  _id: { type: String, required: true },
  agency: { type: String, required: true },
  register: { type: String, required: true },
  year: { type: Number, required: true },
  number: { type: Number, required: true },
  dispatch: { type: String, required: true },
  source: { type: String, required: true },
  arrivedAt: { type: Number, required: true },
  author: { type: String, required: true },
  code: { type: String, required: true },
  issuedOn: { type: String, required: true },
  type: { type: String, required: true },
  subject: { type: String, required: true },
  note: String,
  search: { type: String, required: true },
  assignees: { type: [String], default: undefined },
  assignedAt: Number,
  mark: String,
  reason: String,
  copies: Number,
});
schema.index({ agency: 1, register: 1, year: 1, number: 1 });

export const RegisterLineModel = model<RegisterLine>('RegisterLine', schema);
