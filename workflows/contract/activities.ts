import type { Effect, Notice } from '../rules/dispatch/effects.ts';
import type { Event } from '../rules/dispatch/event.ts';
import type { Receiver } from '../rules/dispatch/row.ts';
import type { DispatchState } from '../rules/dispatch/state.ts';
import type { AgencyCode, DispatchId } from '../rules/ids.ts';
import type { Answers } from './dispatch.contract.ts';
import type { Calendar, Instant } from '../rules/working-time/calendar.ts';

type Status = Extract<Effect, { kind: 'reportStatus' }>;

/** An effect under its own key `revision.index`, so that a repeated write is no second one. */
export type Keyed<T> = T & { readonly effect: string };

/** Everything that one projection writes in one transaction. */
export interface Batch {
  /** The state after the last event. */
  readonly state: DispatchState;
  readonly events: readonly Event[];
  /** Request keys of the acts in this batch with their revisions (U-2). */
  readonly requests: readonly { readonly key: string; readonly revision: number }[];
  readonly notices: readonly Keyed<Notice & { readonly event: Event }>[];
  readonly statuses: readonly Keyed<Status & { readonly at: number }>[];
}

/** Where the record of a dispatch stands (P-8). */
export interface Recorded {
  readonly state: DispatchState;
  /** The latest request keys with their revisions, oldest first (U-2). */
  readonly answered: Answers;
}

/** What the law needs of the world; `activities/` implements it, each idempotent by its key. */
export interface Activities {
  /**
   * Writes a batch; a batch that is already written changes nothing.
   * @returns what the record says instead, where it went on otherwise: an engine that dies between the writing and
   *   its own note of it forgets what was written
   */
  project(batch: Batch): Promise<Recorded | undefined>;
  /** The engine's time, which its history keeps: inside a workflow it is another when a run is repeated. */
  instant(): Promise<Instant>;
  /**
   * The next number of a series, the same one again for the same key (I-R2).
   * @returns none where the record of the dispatch does not stand at `written`, for then the number could be in vain
   */
  allocateNumber(ask: {
    readonly key: string;
    readonly agency: AgencyCode;
    readonly dispatch: DispatchId;
    readonly written: number;
    readonly register: string;
    readonly year: number;
  }): Promise<number | undefined>;
  /** How many people can act for a receiver now (R5). */
  countAssignees(ask: { readonly agency: AgencyCode; readonly receiver: Receiver }): Promise<number>;
  /** Where the record of a dispatch stands: a closed case is taken up again from it. */
  recorded(ask: { readonly agency: AgencyCode; readonly dispatch: DispatchId }): Promise<Recorded>;
  /** Whether a change of calendar was entered under this key. */
  calendarEntered(ask: { readonly agency: AgencyCode; readonly key: string }): Promise<boolean>;
  /** The agencies that count by an agency's calendar (T-3). */
  calendarUsers(ask: { readonly agency: AgencyCode }): Promise<readonly AgencyCode[]>;
  /** The next open dispatches of an agency after one, with its present calendar (T-12). */
  openDispatches(ask: { readonly agency: AgencyCode; readonly after: DispatchId | '' }): Promise<{
    readonly calendar: Calendar;
    readonly dispatches: readonly DispatchId[];
  }>;
}
