import type { Authority } from '../authority/authority.ts';
import type { Place, TaskId } from '../approval/task.ts';
import type { Chain } from '../chain/chain.ts';
import type { PostReceiver } from '../dispatch/row.ts';
import type { FileHash, PostId } from '../ids.ts';
import type { Actor, System } from '../people.ts';
import type { Calendar, Instant } from '../working-time/calendar.ts';
import type { LevelId } from '../escalation/ladder.ts';
import type { Content } from './content.ts';
import type { OutgoingClock } from './event.ts';

/** Where a returned draft goes: to its drafter, the step before, or a passed step (O4). */
export type ReturnTarget = 'drafter' | 'previous' | { readonly step: string };

/** An approver whom the world found for a step, with the head above them. */
export interface Found {
  readonly approver: PostReceiver;
  readonly head: PostReceiver | undefined;
}

/** What people do; ids as in flows.md. */
export type OutgoingAct =
  /** O1 */
  | {
      readonly kind: 'draft';
      readonly content: Content;
      readonly drafter: PostReceiver;
      readonly calendar: Calendar;
    }
  /** `base` is the version that was edited: two editors do not overwrite each other. */
  | { readonly kind: 'save'; readonly content: Content; readonly base: number }
  /** O2 */
  | {
      readonly kind: 'submit';
      readonly chain: Chain;
      readonly steps: readonly string[];
      readonly people: Readonly<Record<string, readonly PostId[]>>;
    }
  /** O3; also passes the check of form (O5). */
  | { readonly kind: 'approve'; readonly task: TaskId; readonly opinion: string }
  | { readonly kind: 'refuse'; readonly task: TaskId; readonly reason: string }
  /** O4, O8 */
  | {
      readonly kind: 'sendBack';
      readonly task: TaskId;
      readonly to: ReturnTarget;
      readonly reason: string;
      readonly faults: readonly string[];
    }
  /** */
  | { readonly kind: 'transfer'; readonly task: TaskId; readonly to: PostReceiver; readonly opinion: string }
  | {
      readonly kind: 'addSigners';
      readonly task: TaskId;
      readonly place: Place;
      readonly people: readonly PostReceiver[];
      /** What they are asked. */
      readonly opinion: string;
    }
  | { readonly kind: 'removeSigner'; readonly task: TaskId; readonly reason: string }
  | { readonly kind: 'copyTo'; readonly people: readonly PostReceiver[] }
  | { readonly kind: 'withdrawAct'; readonly task: TaskId }
  /** O13 */
  | { readonly kind: 'withdrawSubmission' }
  | { readonly kind: 'pause'; readonly reason: string }
  | { readonly kind: 'resume' }
  | { readonly kind: 'reassign'; readonly task: TaskId; readonly to: PostReceiver; readonly reason: string }
  /** an administrator names approvers where nobody was found. */
  | { readonly kind: 'appoint'; readonly people: readonly PostReceiver[] }
  | { readonly kind: 'jump'; readonly step: string; readonly reason: string }
  /** O6: the signer's leave to change what was approved. */
  | { readonly kind: 'letRevise'; readonly task: TaskId; readonly reason: string }
  /** O7; `records` are the signer's authorities and `hash` that of the stored file, both read at this instant. */
  | {
      readonly kind: 'sign';
      readonly task: TaskId;
      readonly records: readonly Authority[];
      readonly hash: FileHash;
    }
  /** O9 */
  | { readonly kind: 'number'; readonly series: string; readonly notation: string }
  /** O12, with the consent of a leader. */
  | { readonly kind: 'voidNumber'; readonly reason: string; readonly consent: PostReceiver }
  /** O11 */
  | { readonly kind: 'issue' }
  /** O14 */
  | { readonly kind: 'cancel'; readonly reason: string };

/** What the product itself says. */
type Word =
  | { readonly kind: 'approversFound'; readonly visit: number; readonly found: readonly Found[] }
  | { readonly kind: 'numberAllocated'; readonly number: number }
  | (Timer & { readonly firedAt: Instant })
  /** T-12 */
  | { readonly kind: 'calendarChanged'; readonly calendar: Calendar };

/** What a timer that the state implies says when it is due. */
export type Timer =
  | { readonly kind: 'levelDue'; readonly clock: OutgoingClock; readonly level: LevelId }
  /** The deadline of a vote came. */
  | { readonly kind: 'voteOver'; readonly visit: number }
  /** A draft lies untouched. */
  | { readonly kind: 'draftIdle' };

export type OutgoingCommand = (OutgoingAct & { readonly by: Actor }) | (Word & { readonly by: System });
export type OutgoingCommandOf<Kind extends OutgoingCommand['kind']> = Extract<
  OutgoingCommand,
  { kind: Kind }
>;
