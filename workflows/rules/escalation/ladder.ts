/** Reminder and escalation levels of flows.md §1. R0 is the assignment itself and has no timer. */
export type LevelId = 'R1' | 'L1' | 'L2' | 'L3';

/** Who is told; resolved to people at the instant of firing (E-3, E-4). */
export type Recipient =
  | 'assignee'
  | 'headOfUnit'
  | 'assigner'
  | 'monitoringUnit'
  | 'leaders'
  | 'agencyHead'
  | 'chiefOfOffice'
  | 'clerks'
  | 'onDuty'
  | 'administrator';

/** When a level fires, relative to the due instant D of a deadline. */
export type Offset =
  /** At D. */
  | { readonly kind: 'atDue' }
  /** Opening of the Nth working day before (negative) or after (positive) the date of D. */
  | { readonly kind: 'opening'; readonly workingDays: number }
  /** When this share (0–1) of the time between assignment and D is used. */
  | { readonly kind: 'shareUsed'; readonly share: number }
  /** Minutes after D, in the unit of the deadline: working or real. */
  | { readonly kind: 'minutesAfter'; readonly minutes: number };

export interface Level {
  readonly id: LevelId;
  readonly on: boolean;
  /** For deadlines counted in days. */
  readonly byDay: Offset;
  /** For deadlines counted in minutes. */
  readonly byMinute: Offset;
  readonly to: readonly Recipient[];
  /** What it does to a row of the step of settling besides telling; nothing is approved or completed by time. */
  readonly action?: 'reassignToHead';
}

export type Ladder = readonly Level[];
