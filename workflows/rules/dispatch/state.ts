import type { Chain } from '../chain/chain.ts';
import type { AgencyCode, DispatchId, RowId } from '../ids.ts';
import type { Clock, PostReceiver, Row } from './row.ts';
import type { Instant, Calendar } from '../working-time/calendar.ts';
import type { Duplicate, Envelope, Registration, Reply } from './envelope.ts';

/**
 * States of a dispatch in one agency (flows.md §2.1). `registering` lies between the clerk's act and the number
 * that the world gives back; `linked` and `discarded` are the two other answers to a duplicate (I-R3).
 */
export type DispatchStatus =
  | 'none'
  | 'arrived'
  | 'registering'
  | 'registered'
  | 'presented'
  | 'assigned'
  | 'inProgress'
  | 'completed'
  | 'refused'
  | 'linked'
  | 'discarded';

/** The legal and chain limits before work is assigned (T-10): registering, presenting, directing. */
export const LIMITS = ['registering', 'presenting', 'directing'] as const;
export type LimitKind = (typeof LIMITS)[number];

/** What a timer belongs to. */
export type ClockRef = { readonly row: RowId } | { readonly limit: LimitKind };

/** Everything the decider knows of one dispatch in one agency; plain data, the only input of a continued run. */
export interface DispatchState {
  /** Version of the decider that wrote it. */
  readonly decider: 1;
  readonly id: DispatchId;
  readonly agency: AgencyCode;
  /** Number of events so far. */
  readonly revision: number;
  /** When the last of them happened: nothing happens before it any more. */
  readonly changedAt: Instant;
  readonly status: DispatchStatus;
  readonly envelope: Envelope | undefined;
  readonly arrivedAt: Instant | undefined;
  readonly calendar: Calendar | undefined;
  readonly chain: Chain | undefined;
  readonly registration: Registration | undefined;
  /** The form waits here while the number is asked for. */
  readonly pendingRegistration: Omit<Registration, 'number'> | undefined;
  readonly limits: Readonly<Partial<Record<LimitKind, Clock>>>;
  readonly leader: PostReceiver | undefined;
  readonly rows: readonly Row[];
  readonly replies: readonly Reply[];
  /** Copies of this document that came through the axis and were linked here: their senders get our statuses. */
  readonly axisCopies: readonly DispatchId[];
  /** The record that this copy was linked to (I-R3). */
  readonly linkedTo: Duplicate | undefined;
  readonly completedAt: Instant | undefined;
  /** Lines for the administrator's repair list (R5, P-2). */
  readonly repairs: readonly { readonly row: RowId; readonly why: 'nobodyFound' }[];
}

/** The state before anything happened. */
export function emptyState(agency: AgencyCode, id: DispatchId): DispatchState {
  return {
    decider: 1,
    id,
    agency,
    revision: 0,
    changedAt: 0,
    status: 'none',
    envelope: undefined,
    arrivedAt: undefined,
    calendar: undefined,
    chain: undefined,
    registration: undefined,
    pendingRegistration: undefined,
    limits: {},
    leader: undefined,
    rows: [],
    replies: [],
    axisCopies: [],
    linkedTo: undefined,
    completedAt: undefined,
    repairs: [],
  };
}

const FINAL: ReadonlySet<DispatchStatus> = new Set(['completed', 'refused', 'linked', 'discarded']);

/** Whether nothing more is awaited; only reopening (I11) leads out, and only of `completed`. */
export function isFinal(state: DispatchState): boolean {
  return FINAL.has(state.status);
}

/** The sender asked for an answer and none was given: what ends without one is not done (I9). */
export function answerMissing({ envelope, replies }: DispatchState): boolean {
  return envelope?.replyRequired === true && replies.length === 0;
}
