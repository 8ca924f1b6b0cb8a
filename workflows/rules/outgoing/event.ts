import type { Authority } from '../authority/authority.ts';
import type { Mode } from '../approval/mode.ts';
import type { NewTask } from '../approval/signers.ts';
import type { Place, TaskId } from '../approval/task.ts';
import type { ApprovalAct, Chain } from '../chain/chain.ts';
import type { PostReceiver } from '../dispatch/row.ts';
import type { LevelId, Recipient as Told } from '../escalation/ladder.ts';
import type { FileHash, PostId } from '../ids.ts';
import type { ActedBy } from '../people.ts';
import type { Calendar, Instant } from '../working-time/calendar.ts';
import type { Deadline } from '../working-time/deadline.ts';
import type { Content, Recipient } from './content.ts';
import type { OutgoingLimit, OutgoingNumber } from './state.ts';

/** What a timer belongs to: a visit of a step, or a limit of the law. */
export type OutgoingClock = { readonly visit: number } | { readonly limit: OutgoingLimit };

/** An approver's task at the opening of a step. */
export interface Opening extends NewTask {
  /** They approved an earlier step, and the chain does not ask again. */
  readonly earlier: boolean;
}

/** A deadline that a changed calendar moves (T-12). */
export interface DeadlineChange {
  readonly clock: OutgoingClock;
  readonly before: Deadline;
  readonly after: Deadline;
}

/** What happened, without when and by whom. */
export type OutgoingFact =
  | {
      readonly kind: 'drafted';
      readonly content: Content;
      readonly drafter: PostReceiver;
      readonly calendar: Calendar;
    }
  | { readonly kind: 'draftSaved'; readonly content: Content; readonly version: number }
  | {
      readonly kind: 'submitted';
      readonly chain: Chain;
      readonly steps: readonly string[];
      readonly people: Readonly<Record<string, readonly PostId[]>>;
    }
  | {
      readonly kind: 'stepOpened';
      readonly visit: number;
      readonly step: string;
      readonly act: ApprovalAct;
      readonly mode: Mode;
      readonly deadline: Deadline;
    }
  | { readonly kind: 'approversFound'; readonly visit: number; readonly tasks: readonly Opening[] }
  /** a step for nobody but the drafter, which the chain lets pass. */
  | { readonly kind: 'stepSkipped'; readonly visit: number }
  /** nobody approves; an administrator names somebody. */
  | { readonly kind: 'repairNeeded'; readonly visit: number }
  | {
      readonly kind: 'approved';
      readonly task: TaskId;
      readonly opinion: string;
      readonly hash: FileHash | undefined;
    }
  | { readonly kind: 'refused'; readonly task: TaskId; readonly reason: string }
  | {
      readonly kind: 'sentBack';
      readonly task: TaskId;
      /** Key of the step it goes to, none for the drafter. */
      readonly to: string | undefined;
      readonly reason: string;
      readonly faults: readonly string[];
    }
  | { readonly kind: 'stepPassed'; readonly visit: number; readonly over: boolean }
  /** `over`: the deadline of a vote decided it. */
  | { readonly kind: 'stepRefused'; readonly visit: number; readonly over: boolean }
  | { readonly kind: 'transferred'; readonly task: TaskId; readonly to: NewTask; readonly opinion: string }
  | {
      readonly kind: 'signersAdded';
      readonly task: TaskId;
      readonly place: Place;
      readonly tasks: readonly NewTask[];
      readonly opinion: string;
    }
  | { readonly kind: 'signersRemoved'; readonly tasks: readonly TaskId[]; readonly reason: string }
  | { readonly kind: 'copiedTo'; readonly people: readonly PostReceiver[] }
  | { readonly kind: 'actWithdrawn'; readonly task: TaskId }
  | { readonly kind: 'submissionWithdrawn' }
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'resumed'; readonly deadline: Deadline }
  | { readonly kind: 'reassigned'; readonly task: TaskId; readonly to: NewTask; readonly reason: string }
  | { readonly kind: 'jumped'; readonly to: string; readonly reason: string }
  | { readonly kind: 'revisionAllowed'; readonly task: TaskId; readonly reason: string }
  | {
      readonly kind: 'signed';
      readonly task: TaskId;
      readonly authority: Authority;
      readonly hash: FileHash;
      readonly limits: Readonly<Record<OutgoingLimit, Deadline>>;
    }
  | {
      readonly kind: 'numberAsked';
      readonly series: string;
      readonly year: number;
      readonly notation: string;
    }
  | { readonly kind: 'numbered'; readonly number: number }
  | {
      readonly kind: 'numberVoided';
      readonly number: OutgoingNumber;
      readonly reason: string;
      readonly consent: PostReceiver;
    }
  | { readonly kind: 'issued'; readonly recipients: readonly Recipient[] }
  | { readonly kind: 'cancelled'; readonly reason: string }
  | {
      readonly kind: 'deadlinesRecalculated';
      readonly calendar: Calendar;
      readonly changes: readonly DeadlineChange[];
    }
  /** A draft lay untouched for long. */
  | { readonly kind: 'draftReminded'; readonly scheduled: Instant }
  | {
      readonly kind: 'levelFired';
      readonly clock: OutgoingClock;
      readonly level: LevelId;
      readonly scheduled: Instant;
      readonly to: readonly Told[];
    };

/** A fact with its place in the record. */
export type OutgoingEvent = OutgoingFact & {
  readonly revision: number;
  readonly at: Instant;
  readonly by: ActedBy;
};
export type OutgoingEventOf<Kind extends OutgoingFact['kind']> = Extract<OutgoingEvent, { kind: Kind }>;
