import type { AssigneeRule } from '../chain/chain.ts';
import type { LevelId } from '../escalation/ladder.ts';
import type { PersonId, PostId, RowId, UnitId } from '../ids.ts';
import type { ActedBy } from '../people.ts';
import type { Instant } from '../working-time/calendar.ts';
import type { Deadline } from '../working-time/deadline.ts';

/** Chủ trì, phối hợp, để biết. */
export type RowRole = 'lead' | 'cooperate' | 'inform';

/** CHỜ_XỬ_LÝ, ĐÃ_CHUYỂN, HOÀN_THÀNH, ĐÃ_TRẢ_LẠI, BỊ_TRẢ_LẠI, THU_HỒI, TẠM_DỪNG (flows.md §2.2). */
export type RowState =
  | 'pending'
  | 'forwarded'
  | 'completed'
  | 'returned'
  | 'cameBack'
  | 'withdrawn'
  | 'suspended';

/** Who holds a row. Names are kept as they read on that day; ids decide. */
export type Receiver =
  /** A step of the chain: whoever its rule names at the moment, e.g. the clerks of the agency. */
  | { readonly kind: 'step'; readonly who: AssigneeRule; readonly name: string }
  /** A unit; its head or clerk acts, a member may claim (R10). `above` are the units over it, nearest first. */
  | { readonly kind: 'unit'; readonly unit: UnitId; readonly above: readonly UnitId[]; readonly name: string }
  | {
      readonly kind: 'post';
      readonly post: PostId;
      readonly person: PersonId;
      readonly unit: UnitId;
      readonly above: readonly UnitId[];
      readonly unitName: string;
      readonly name: string;
      readonly title: string;
    };

export type PostReceiver = Extract<Receiver, { kind: 'post' }>;
export type UnitReceiver = Extract<Receiver, { kind: 'unit' }>;

/** How a row ended: own act, climb (R3), "theo chủ trì", "do cấp trên kết thúc", or by being read (R8). */
export type Completion = 'own' | 'climbed' | 'withLead' | 'fromAbove' | 'read';

/** A running deadline with the levels that already fired for it (E-1). */
export interface Clock {
  readonly deadline: Deadline;
  /** Instant from which the deadline runs; no R1 before it. */
  readonly since: Instant;
  readonly fired: readonly LevelId[];
}

export interface Row {
  readonly id: RowId;
  /** The row it was forwarded from; row 0 has none. */
  readonly parent: RowId | undefined;
  /** Which forwarding of its parent made it: only the last round decides whether the parent is done (R3, R5). */
  readonly round: number;
  /** How often this row was itself forwarded. */
  readonly rounds: number;
  readonly receiver: Receiver;
  readonly role: RowRole;
  readonly state: RowState;
  readonly assignedBy: ActedBy;
  readonly assignedAt: Instant;
  readonly clock: Clock | undefined;
  /** Whose it was before a level took it to the head of their unit; it goes on by the ladder it had with them. */
  readonly takenFrom: PostReceiver | undefined;
  /** The post that claimed a unit's row (R10). */
  readonly claimedBy: { readonly post: PostId; readonly name: string } | undefined;
  readonly readAt: Instant | undefined;
  readonly finishedAt: Instant | undefined;
  readonly finishedBy: ActedBy | undefined;
  readonly completion: Completion | undefined;
  /** The forwarder asked that reading by all for-information rows closes this row (R8). */
  readonly closeWhenRead: boolean;
  /** What the row was, since when, and by the suspension of which row, while suspended (T-13). */
  readonly suspended: { readonly was: RowState; readonly at: Instant; readonly root: RowId } | undefined;
  readonly percent: number;
}

const FINISHED: ReadonlySet<RowState> = new Set(['completed', 'returned', 'withdrawn']);

/** Whether the row still asks something of somebody. */
export function isOpen(row: Row): boolean {
  return !FINISHED.has(row.state);
}

/** Whether the row lies in its owner's hands: CHỜ_XỬ_LÝ or BỊ_TRẢ_LẠI. */
export function isInHand(row: Row): boolean {
  return row.state === 'pending' || row.state === 'cameBack';
}

/** A deadline that starts to run now, with no level fired (E-1). */
export function clock(deadline: Deadline, since: Instant): Clock {
  return { deadline, since, fired: [] };
}

/** The rows with one of them changed. */
export function replace(rows: readonly Row[], id: RowId, patch: Partial<Row>): readonly Row[] {
  return rows.map((row) => (row.id === id ? { ...row, ...patch } : row));
}
