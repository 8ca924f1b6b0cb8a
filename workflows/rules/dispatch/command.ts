import type { Chain } from '../chain/chain.ts';
import type { LevelId } from '../escalation/ladder.ts';
import type { DispatchId, RowId } from '../ids.ts';
import type { Actor, System } from '../people.ts';
import type { Calendar, Instant } from '../working-time/calendar.ts';
import type { DueRule } from '../working-time/deadline.ts';
import type { Duplicate, Envelope, RefusalReason, RegistrationForm, Reply } from './envelope.ts';
import type { PostReceiver, Receiver, RowRole } from './row.ts';
import type { ClockRef } from './state.ts';

/** One receiver of a direction or a forwarding; without `due` the row takes its parent's deadline. */
export interface Assignment {
  readonly receiver: Exclude<Receiver, { kind: 'step' }>;
  readonly role: RowRole;
  readonly due?: DueRule;
}

interface Assigning {
  readonly assignments: readonly Assignment[];
  readonly opinion: string;
  /** LĐCQ confirms a deadline later than the one given from above (T-11). */
  readonly confirmLater?: boolean;
}

/** Another copy of this document came and was linked to it (I-R3); `from` is the record of that copy, if any. */
interface AttachCopy {
  readonly kind: 'attachCopy';
  readonly source: Envelope['source'];
  readonly from: DispatchId | undefined;
}

/** What people do; ids as in flows.md. */
export type Act =
  /** I2: the paper and what the clerk registers from it, in one act. */
  | {
      readonly kind: 'enterPaper';
      readonly envelope: Envelope;
      readonly calendar: Calendar;
      readonly chain: Chain;
      readonly form: RegistrationForm;
      readonly duplicates: readonly Duplicate[];
      readonly newDespiteDuplicate?: string;
    }
  /** I3 */
  | { readonly kind: 'refuse'; readonly reason: Exclude<RefusalReason, 'secret'>; readonly text: string }
  /** I4; `duplicates` are the server's findings, `newDespiteDuplicate` the clerk's reason (I-R3). */
  | {
      readonly kind: 'register';
      readonly form: RegistrationForm;
      readonly chain: Chain;
      readonly duplicates: readonly Duplicate[];
      readonly newDespiteDuplicate?: string;
    }
  /** I5 */
  | { readonly kind: 'undoRegistration'; readonly reason: string }
  /** I-R3: gắn vào văn bản đã có, bỏ. */
  | { readonly kind: 'link'; readonly to: Duplicate }
  | { readonly kind: 'discard'; readonly reason: string }
  | AttachCopy
  /** I6 */
  | { readonly kind: 'present'; readonly leader: PostReceiver; readonly opinion: string }
  /** I7; `leader` is named when an assistant enters the leader's words. */
  | ({ readonly kind: 'direct'; readonly leader?: PostReceiver } & Assigning)
  /** I7b */
  | ({ readonly kind: 'passOn'; readonly leader: PostReceiver } & Assigning)
  /** I10 */
  | { readonly kind: 'settle'; readonly opinion: string }
  /** I11 */
  | {
      readonly kind: 'reopen';
      readonly due: DueRule;
      readonly reason: string;
      readonly confirmLater?: boolean;
    }
  /** I13; `consent` is the leader who agreed. */
  | {
      readonly kind: 'returnToSender';
      readonly reason: Exclude<RefusalReason, 'secret'>;
      readonly text: string;
      readonly consent: PostReceiver;
    }
  /** I8: taking the work up, and reporting on it. */
  | { readonly kind: 'accept'; readonly row: RowId }
  | { readonly kind: 'report'; readonly row: RowId; readonly percent: number; readonly text: string }
  /** R1 */
  | ({ readonly kind: 'forward'; readonly row: RowId; readonly closeWhenRead?: boolean } & Assigning)
  /** R2 */
  | {
      readonly kind: 'complete';
      readonly row: RowId;
      readonly result: string;
      readonly reply?: Reply;
      readonly confirmOpenBranch?: boolean;
    }
  /** R4 */
  | { readonly kind: 'giveBack'; readonly row: RowId; readonly reason: string }
  /** R7 */
  | { readonly kind: 'withdraw'; readonly row: RowId; readonly reason: string }
  /** R8 */
  | { readonly kind: 'read'; readonly row: RowId }
  /** R9 */
  | {
      readonly kind: 'changeRow';
      readonly row: RowId;
      readonly role?: RowRole;
      readonly due?: DueRule;
      readonly confirmLater?: boolean;
    }
  /** R10 */
  | { readonly kind: 'claim'; readonly row: RowId }
  | { readonly kind: 'release'; readonly row: RowId }
  /** T-13 */
  | { readonly kind: 'suspend'; readonly row: RowId; readonly reason: string }
  | { readonly kind: 'resume'; readonly row: RowId };

/** What the world tells: arrivals, answers to asked effects, timers, changed calendars. */
export type Tiding =
  /** I1; delivered again it is a repeat (I-R1). */
  | {
      readonly kind: 'arrive';
      readonly envelope: Envelope;
      readonly calendar: Calendar;
      readonly chain: Chain;
    }
  | AttachCopy
  /** Answer to `allocateNumber`. */
  | { readonly kind: 'numberAllocated'; readonly number: number }
  /** Answer to `countAssignees`: how many people can act on the row now (R5). */
  | { readonly kind: 'assigneesCounted'; readonly row: RowId; readonly found: number }
  /** A timer that {@link wakeUps} derived; `firedAt` is when the engine got to it (T-14, E-5). */
  | {
      readonly kind: 'levelDue';
      readonly clock: ClockRef;
      readonly level: LevelId;
      readonly firedAt: Instant;
    }
  /** T-12 */
  | { readonly kind: 'calendarChanged'; readonly calendar: Calendar };

export type Command = (Act & { readonly by: Actor }) | (Tiding & { readonly by: System });

/** The command of one kind, e.g. `CommandOf<'forward'>`. */
export type CommandOf<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;
