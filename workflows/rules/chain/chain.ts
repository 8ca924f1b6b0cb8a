import type { Mode } from '../approval/mode.ts';
import type { Ladder } from '../escalation/ladder.ts';
import type { AgencyCode, PersonId, PostId, UnitId } from '../ids.ts';
import type { OfficeRole } from '../people.ts';
import type { DueRule } from '../working-time/deadline.ts';

/** Who may do a step. */
export type AssigneeRule =
  | { readonly kind: 'role'; readonly role: OfficeRole }
  | { readonly kind: 'post'; readonly post: PostId }
  /** Head of the unit that holds the row, or of a named unit. */
  | { readonly kind: 'headOfUnit'; readonly unit?: UnitId }
  | { readonly kind: 'people'; readonly people: readonly PersonId[] }
  /** Heads of the unit and of the units above it, at most `levels` of them. */
  | { readonly kind: 'headsUp'; readonly levels: number };

/** What is done at a step: incoming register → present → direct → forward → settle; outgoing draft → … → issue. */
export type IncomingAct = 'register' | 'present' | 'direct' | 'forward' | 'settle';
export type OutgoingAct = 'draft' | ApprovalAct | 'issue';
/** Steps at which people approve: the others are the drafter's and the clerk's. */
export type ApprovalAct = 'approve' | 'checkForm' | 'sign';

/** A fact of the dispatch that a step or a deadline may depend on; all conditions of a list must hold. */
export interface Condition {
  readonly fact: 'type' | 'priority' | 'sender' | 'field';
  readonly in: readonly string[];
}

export interface Step {
  readonly key: string;
  readonly title: string;
  readonly act: IncomingAct | OutgoingAct;
  readonly who: AssigneeRule;
  readonly due?: DueRule;
  readonly ladder: Ladder;
  readonly when: readonly Condition[];
  /** The step may be passed over, e.g. a countersign that not every draft needs. */
  readonly optional?: boolean;
  /** How the approvers of an outgoing step decide together; whoever is first where it is not said. */
  readonly mode?: Mode;
  /** Where a refused draft goes (§3.1); to its drafter where it is not said. */
  readonly onRefusal?: 'drafter' | 'previous';
  /** Passed steps that its approvers may return to (O4); any where it is not said. */
  readonly returnTo?: readonly string[];
  /** When the approver is the drafter: they approve, are passed over, or their head does; never for signing. */
  readonly ifDrafter?: 'self' | 'skip' | 'head';
  /** Whether who approved an earlier step is asked again: always, never, or unless it was the step before. */
  readonly repeat?: 'ask' | 'once' | 'consecutive';
}

/** One published version of an agency's way for one direction; immutable, pinned by a dispatch at I4/O2. */
export interface Chain {
  readonly id: string;
  readonly agency: AgencyCode;
  readonly name: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly version: number;
  readonly steps: readonly Step[];
  /** Settlement deadlines by kind (T-11 third place), first match wins; the default is the settle step's own due. */
  readonly settlement: readonly { readonly when: readonly Condition[]; readonly due: DueRule }[];
  /** Document types that a clerk may pass straight on (I7b). */
  readonly passOnTypes: readonly string[];
}

/** A chain as it stands in config/data/chains: the seed adds whose it is. */
export type ChainFile = Omit<Chain, 'id' | 'agency'>;
