import type { Chain } from '../chain/chain.ts';
import type { LevelId, Recipient } from '../escalation/ladder.ts';
import type { DispatchId, RowId } from '../ids.ts';
import type { ActedBy } from '../people.ts';
import type { Calendar, Instant } from '../working-time/calendar.ts';
import type { Deadline } from '../working-time/deadline.ts';
import type { Duplicate, Envelope, RefusalReason, Registration, Reply } from './envelope.ts';
import type { Completion, PostReceiver, Receiver, RowRole, UnitReceiver } from './row.ts';
import type { ClockRef } from './state.ts';

/** A row as it is born. */
export interface NewRow {
  readonly id: RowId;
  readonly receiver: Receiver;
  readonly role: RowRole;
  readonly deadline: Deadline | undefined;
}

export interface DeadlineChange {
  readonly clock: ClockRef;
  readonly before: Deadline;
  readonly after: Deadline;
}

/** What happened, without when and by whom. */
export type Fact =
  | {
      readonly kind: 'arrived';
      readonly envelope: Envelope;
      readonly calendar: Calendar;
      readonly chain: Chain;
      readonly desk: Receiver;
      readonly limit: Deadline;
    }
  | { readonly kind: 'repeatReceived' }
  | {
      readonly kind: 'paperEntered';
      readonly envelope: Envelope;
      readonly calendar: Calendar;
      readonly chain: Chain;
      readonly desk: Receiver;
    }
  | {
      readonly kind: 'refused';
      readonly reason: RefusalReason;
      readonly text: string;
      /** The leader who agreed to a return after registration (I13). */
      readonly consent: PostReceiver | undefined;
    }
  | {
      readonly kind: 'registrationAsked';
      readonly form: Omit<Registration, 'number'>;
      readonly chain: Chain;
      readonly newDespiteDuplicate: string | undefined;
    }
  | {
      readonly kind: 'registered';
      readonly number: number;
      /** Settlement deadline of the dispatch (T-11). */
      readonly deadline: Deadline;
      readonly limit: Deadline;
      /** Who presents: the holder of row 0 from now on. */
      readonly desk: Receiver;
    }
  | {
      readonly kind: 'registrationUndone';
      readonly number: number;
      readonly year: number;
      readonly register: string;
      readonly reason: string;
      readonly desk: Receiver;
      readonly limit: Deadline;
    }
  | { readonly kind: 'linked'; readonly to: Duplicate }
  | { readonly kind: 'discarded'; readonly reason: string }
  | {
      readonly kind: 'copyAttached';
      readonly source: Envelope['source'];
      readonly from: DispatchId | undefined;
    }
  | {
      readonly kind: 'presented';
      readonly leader: PostReceiver;
      readonly opinion: string;
      readonly limit: Deadline;
    }
  | {
      readonly kind: 'assigned';
      readonly how: 'directed' | 'passedOn' | 'forwarded';
      readonly parent: RowId;
      readonly rows: readonly NewRow[];
      readonly opinion: string;
      /** The leader whose words an assistant entered (I7), or who is informed of a direct hand-over (I7b). */
      readonly leader: PostReceiver | undefined;
      readonly closeWhenRead: boolean;
      /** The leader's date, when it moves the deadline of the dispatch (T-11). */
      readonly deadline: Deadline | undefined;
    }
  | {
      readonly kind: 'workStarted';
      readonly row: RowId;
      readonly how: 'accepted' | 'forwarded' | 'reported' | 'completed';
    }
  | {
      readonly kind: 'progressReported';
      readonly row: RowId;
      readonly percent: number;
      readonly text: string;
    }
  | {
      readonly kind: 'rowCompleted';
      readonly row: RowId;
      readonly how: Completion;
      readonly result: string;
      readonly reply: Reply | undefined;
    }
  | { readonly kind: 'rowReturned'; readonly row: RowId; readonly reason: string }
  | { readonly kind: 'rowCameBack'; readonly row: RowId }
  | { readonly kind: 'rowBounced'; readonly row: RowId }
  | {
      readonly kind: 'rowWithdrawn';
      readonly row: RowId;
      readonly because: 'forwarder' | 'return';
      readonly reason: string;
    }
  /** R7: the last lead below was withdrawn, the row is its owner's again. */
  | { readonly kind: 'rowBackInHand'; readonly row: RowId }
  /** R9: a row below got a role that asks for work, so this one is ĐÃ_CHUYỂN again. */
  | { readonly kind: 'rowHandedOn'; readonly row: RowId }
  | { readonly kind: 'rowRead'; readonly row: RowId }
  | {
      readonly kind: 'rowChanged';
      readonly row: RowId;
      readonly role: RowRole;
      readonly roleBefore: RowRole;
      readonly deadline: Deadline | undefined;
      readonly deadlineBefore: Deadline | undefined;
      /** Cut because the row above got an earlier deadline (R9). */
      readonly cut: boolean;
    }
  /** A level of the chain took it to the head of the holder's unit (flows.md §1). */
  | {
      readonly kind: 'rowReassigned';
      readonly row: RowId;
      readonly from: PostReceiver;
      readonly to: UnitReceiver;
    }
  | { readonly kind: 'rowClaimed'; readonly row: RowId }
  | { readonly kind: 'rowReleased'; readonly row: RowId }
  | { readonly kind: 'rowSuspended'; readonly row: RowId; readonly root: RowId; readonly reason: string }
  | {
      readonly kind: 'rowResumed';
      readonly row: RowId;
      readonly deadline: Deadline | undefined;
      /** The leader's limit for directing, which stood still with row 0. */
      readonly limit: Deadline | undefined;
    }
  | { readonly kind: 'completed'; readonly how: 'worked' | 'settled'; readonly opinion: string }
  | {
      readonly kind: 'reopened';
      readonly row: RowId;
      readonly reason: string;
      readonly deadline: Deadline;
    }
  | {
      readonly kind: 'deadlinesRecalculated';
      readonly calendar: Calendar;
      readonly changes: readonly DeadlineChange[];
    }
  | {
      readonly kind: 'levelFired';
      readonly clock: ClockRef;
      readonly level: LevelId;
      /** When it should have fired; `at` of the event is when it did (E-5). */
      readonly scheduled: Instant;
      readonly to: readonly Recipient[];
    }
  | { readonly kind: 'repairNeeded'; readonly row: RowId; readonly why: 'nobodyFound' };

/** A fact with its place in the record. The list of them is the history page, the audit and the printed log. */
export type Event = Fact & { readonly revision: number; readonly at: Instant; readonly by: ActedBy };

export type EventOf<Kind extends Fact['kind']> = Extract<Event, { kind: Kind }>;
